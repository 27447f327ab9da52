"""A sentence is said as little changed as it takes for no long run of it to be taken over."""

from podcaster.write.offline.language import load
from podcaster.write.offline.ordering import Order
from podcaster.write.offline.phrasing import Phrasing
from podcaster.write.offline.piece import Piece
from podcaster.write.offline.text import COPIED_RUN, copied_run, protect


def phrased(source: str, names: frozenset[str] = frozenset()) -> list[Piece]:
    held = protect(source)
    language = load("en")
    phrasing = Phrasing(language, Order(language), source, held, lambda _: True, names)
    return phrasing.phrased(Piece(held.text))


def test_a_short_sentence_keeps_its_words() -> None:
    said = phrased("The bridge will be closed for a year.")
    assert [piece.text for piece in said] == ["The bridge will be closed for a year."]


def test_a_long_one_is_completed_by_its_end() -> None:
    source = (
        "The Swiss national bank stopped defending its minimum rate against the euro,"
        " its boldest step for many years."
    )
    first, second = phrased(source)
    assert (first.leans, second.leans, second.adds) == (False, True, True)
    assert all(copied_run(piece.text, source) <= COPIED_RUN for piece in (first, second))


SOLD = (
    "He has sat in court ever since with the Swiss dealer who once sold him the painted panel,"
    " whom he accuses of overcharging Rybolovlev."
)


def test_a_name_that_comes_again_is_never_left_out() -> None:
    kept = phrased(SOLD, frozenset({"Rybolovlev"}))
    assert any("Rybolovlev" in piece.text for piece in kept)
