"""A sentence is said as little changed as it takes for no long run of it to be taken over."""

from podcaster.write.offline.language import load
from podcaster.write.offline.ordering import Order
from podcaster.write.offline.phrasing import Phrasing
from podcaster.write.offline.piece import Piece
from podcaster.write.offline.text import protect


def phrased(source: str, names: frozenset[str] = frozenset()) -> str:
    held = protect(source)
    language = load("en")
    phrasing = Phrasing(language, Order(language), source, held, lambda _: True, names)
    return phrasing.phrased(Piece(held.text)).text


def test_a_short_sentence_keeps_its_words() -> None:
    said = "The bridge will be closed for a year."
    assert phrased(said) == said


SOLD = (
    "He has sat in court ever since with the Swiss dealer who once sold him the painted panel,"
    " whom he accuses of overcharging Rybolovlev."
)


def test_a_name_that_comes_again_is_never_left_out() -> None:
    assert "Rybolovlev" in phrased(SOLD, frozenset({"Rybolovlev"}))
