"""Which lines say something that the reader believes too easily."""

import pytest

from podcaster.write.evidence.reader.claims import COMPARISON, DENIAL, claims
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read


def found(text: str, language: str) -> frozenset[str]:
    reading = Reading(read(text, language), None)
    return claims(reading, 0, len(reading.passage.words))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Alba sold more cars than Bexor.", "en"),
        ("Alba fared better than its rival Bexor.", "en"),
        ("Alba a vendu plus de voitures que Bexor.", "fr"),
        ("Le oui a fait mieux à Alba qu'à Bexor.", "fr"),
    ],
)
def test_what_is_held_against_another_thing_is_compared(text: str, language: str) -> None:
    assert found(text, language) == {COMPARISON}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Alba did not sell its cars.", "en"),
        ("Alba n'a pas vendu ses voitures.", "fr"),
    ],
)
def test_a_negation_denies(text: str, language: str) -> None:
    assert found(text, language) == {DENIAL}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('Alba did better, and Bexor left. "We will not pay more than them," she said.', "en"),
        ("Alba vend mieux ses voitures. Elle pense que Bexor partira.", "fr"),
    ],
)
def test_what_is_quoted_or_has_no_other_side_claims_neither(text: str, language: str) -> None:
    assert found(text, language) == frozenset()


def test_only_the_words_asked_about_count() -> None:
    reading = Reading(read("Alba did not pay. Bexor paid.", "en"), None)
    first, last = reading.passage.bounds[1]
    assert claims(reading, first, last) == frozenset()
