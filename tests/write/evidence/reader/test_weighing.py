"""Rules and reader are weighed together: neither has the last word alone."""

import pytest

from podcaster.write.evidence.findings import Kind, Sign, Span, Unsupported
from podcaster.write.evidence.reader import Doubt, Weights, weighed, weights_for
from podcaster.write.evidence.reading.sentences import read

TEXT = "The bank lent 40 million euros. Its shares fell on Tuesday."
WEIGHTS = Weights(
    base=-1.0,
    doubt=1.0,
    strong_doubt=0.5,
    several=0.5,
    signs={"number.absent": 4.0, "direction.contrary": 0.5},
)


def finding(kind: Kind, sign: Sign, words: str) -> Unsupported:
    start = TEXT.index(words)
    span = Span(start=start, end=start + len(words), words=words)
    return Unsupported(span=span, kind=kind, sign=sign, reason="It isn't so.")


NUMBER = finding("number", "absent", "40 million")
DIRECTION = finding("direction", "contrary", "fell")


def whole(strength: float) -> list[Doubt]:
    return [Doubt(0, 2, strength, "role")]


def test_what_the_rules_are_sure_of_stands_though_the_reader_believes_the_line() -> None:
    assert list(weighed([NUMBER], whole(-2.0), read(TEXT, "en"), WEIGHTS)) == [NUMBER]


def test_what_the_rules_only_suspect_falls_where_the_reader_believes_the_line() -> None:
    assert list(weighed([DIRECTION], whole(-2.0), read(TEXT, "en"), WEIGHTS)) == []


@pytest.mark.parametrize("strength", [-0.4, 0.0, 0.4])
def test_what_the_rules_suspect_stands_where_the_reader_does_not_believe_it(
    strength: float,
) -> None:
    assert list(weighed([DIRECTION], whole(strength), read(TEXT, "en"), WEIGHTS)) == [DIRECTION]
    assert list(weighed([], whole(strength), read(TEXT, "en"), WEIGHTS)) == []


def test_a_strong_doubt_is_a_finding_of_its_own_on_the_whole_stretch() -> None:
    (found,) = weighed([], whole(3.0), read(TEXT, "en"), WEIGHTS)
    assert (found.kind, found.sign) == ("role", "doubted")
    assert found.span.words == TEXT
    assert TEXT[found.span.start : found.span.end] == TEXT


def test_a_doubt_touches_only_the_sentences_that_were_read() -> None:
    doubts = [Doubt(1, 2, -5.0, "direction")]
    assert list(weighed([NUMBER, DIRECTION], doubts, read(TEXT, "en"), WEIGHTS)) == [NUMBER]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_fitted_weights_trust_neither_blindly(language: str) -> None:
    """More doubt never makes a line more credible, and the exact kinds count for much."""
    weights = weights_for(language)
    strengths = [weights.weigh([], doubt) for doubt in range(-6, 7)]
    assert strengths == sorted(strengths)
    assert weights.weigh([], -6.0) < 0 < weights.weigh([], 8.0)
    assert weights.weigh([NUMBER], 0.0) > 0
