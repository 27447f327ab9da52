"""The reader reads every sentence once, beside those that carry it."""

from hypothesis import given
from hypothesis import strategies as st

from podcaster.write.evidence.gate import ground_for
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.reader.doubt import PREMISE, STRETCH, premise, stretches

SOURCE = """
Harbour Foods, which is based in Leeds, bought its rival Baker Lane on Thursday for $4.7 billion.
The company said profit rose 3 percent to 13 billion dollars in the year to June.
Regulators did not approve the sale of the frozen goods unit.
About 15,000 people work for Baker Lane, according to the union UFW.
Its head, Tom Reed, fears that jobs may be lost.
"""


def cited(text: str, *sentences: int) -> Ground:
    ground = ground_for(text, SOURCE, "en")
    return Ground(ground.text, ground.source, frozenset(sentences))


@given(
    lengths=st.lists(st.integers(1, 45), min_size=1, max_size=8),
    unread=st.frozensets(st.integers(0, 7)),
)
def test_every_sentence_is_read_once_in_stretches_that_are_not_too_long(
    lengths: list[int], unread: frozenset[int]
) -> None:
    text = " ".join(" ".join(["Prices"] + ["rise"] * count) + "." for count in lengths)
    ground = ground_for(text, SOURCE, "en")
    bounds = ground.text.passage.bounds
    found = list(stretches(ground, unread))
    covered = [number for first, last in found for number in range(first, last)]
    assert covered == [number for number in range(len(bounds)) if number not in unread]
    for first, last in found:
        assert last - first == 1 or bounds[last - 1][1] - bounds[first][0] <= STRETCH


def test_a_line_is_read_beside_what_carries_it_in_the_order_of_the_source() -> None:
    ground = ground_for("Baker Lane has about 15,000 workers, the UFW says.", SOURCE, "en")
    read_beside = premise(ground, range(1))
    sentences = [ground.source.passage.sentence_text(n) for n in range(5)]
    assert sentences[3] in read_beside
    assert sum(sentence in read_beside for sentence in sentences) == PREMISE
    places = [SOURCE.index(s) for s in sentences if s in read_beside]
    assert places == sorted(places)


def test_what_a_line_does_not_cite_carries_nothing_but_who_is_meant() -> None:
    ground = cited("He fears that jobs may be lost.", 4)
    assert premise(ground, range(1)) == " ".join(
        ground.source.passage.sentence_text(number) for number in (3, 4)
    )
