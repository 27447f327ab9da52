"""Numbers that are told in halves and parts."""

import pytest

from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read


@pytest.mark.parametrize(
    ("text", "language", "kind", "unit", "value"),
    [
        ("It came half a minute later.", "en", "count", "minute", 0.5),
        ("It came a quarter of an hour later.", "en", "count", "hour", 0.25),
        ("It took an hour and a half.", "en", "count", "hour", 1.5),
        ("Roughly a third didn't stick.", "en", "share", "", 100 / 3),
        ("Un quart d'heure plus tard, il revint.", "fr", "count", "heure", 0.25),
    ],
)
def test_a_part_is_read_with_what_it_is_a_part_of(
    text: str, language: str, kind: str, unit: str, value: float
) -> None:
    (quantity,) = Reading(read(text, language), None).quantities
    assert (quantity.kind, quantity.unit) == (kind, unit)
    assert quantity.values[0] == pytest.approx(value, rel=0.01)


def test_who_comes_third_is_no_share() -> None:
    (quantity,) = Reading(read("The third didn't stick.", "en"), None).quantities
    assert quantity.kind == "ordinal"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("By a vote of seven to two, the board raised the rate.", [7, 2]),
        ("The court ruled five to four.", [5, 4]),
        ("The train left at five to four.", []),
    ],
)
def test_a_vote_is_no_time_of_day(text: str, counted: list[float]) -> None:
    quantities = Reading(read(text, "en"), None).quantities
    assert [value for quantity in quantities for value in quantity.values] == counted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The fine could reach 100 million euros.", "en"),
        ("La sanction pourrait atteindre 100 millions d'euros.", "fr"),
    ],
)
def test_what_a_sum_could_reach_is_its_limit(text: str, language: str) -> None:
    (quantity,) = Reading(read(text, language), None).quantities
    assert quantity.bound == "most"
