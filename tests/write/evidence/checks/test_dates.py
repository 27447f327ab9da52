"""Days and times: of what the source has them."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

PUBLISHED = "2022-09-30"
EN = (
    "The probe Alba was launched in November 2021. Its makers had chosen the launcher in "
    "September 2021. The council meets on Tuesday. Bexor signed on Monday."
)
FR = (
    "La sonde Alba a été lancée en novembre 2021. Le lanceur avait été choisi en septembre 2021. "
    "Le conseil se réunit mardi. Bexor a signé lundi."
)


def signs(text: str, source: str, language: str) -> set[str]:
    found = by_rules(ground_for(text, source, language, PUBLISHED))
    return {finding.sign for finding in found if finding.kind == "date"}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The probe Alba was launched in September 2021.", EN, "en"),
        ("The council meets on Monday.", EN, "en"),
        ("La sonde Alba a été lancée en septembre 2021.", FR, "fr"),
    ],
)
def test_the_same_deed_on_another_day_is_refuted(text: str, source: str, language: str) -> None:
    assert signs(text, source, language) == {"refuted"}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The probe Alba was launched in November 2021.", EN, "en"),
        ("The launcher was chosen in September 2021.", EN, "en"),
        ("Le conseil se réunit mardi.", FR, "fr"),
    ],
)
def test_its_own_day_is_none(text: str, source: str, language: str) -> None:
    assert signs(text, source, language) == set()


def test_a_day_that_another_deed_has_in_other_words_is_only_suspected() -> None:
    assert "refuted" not in signs("The contract with Bexor dates from Tuesday.", EN, "en")


@pytest.mark.parametrize(
    ("text", "source", "language", "expected"),
    [
        ("It ends at the beginning of August.", "It is to end in late August.", "en", {"instead"}),
        ("It ends at the end of August.", "It is to end in late August.", "en", set()),
        ("It ends in August.", "It is to end in late August.", "en", set()),
        ("Il finira début 2023.", "Il doit s’achever à la fin de 2023.", "fr", {"instead"}),
        ("Il finira fin 2023.", "Il doit s’achever à la fin de 2023.", "fr", set()),
    ],
)
def test_a_month_or_a_year_has_two_ends(
    text: str, source: str, language: str, expected: set[str]
) -> None:
    assert signs(text, source, language) == expected


def test_a_number_that_ends_a_sentence_is_no_month() -> None:
    assert signs("Le club en a gagné sept.", "Le club en a gagné sept en janvier.", "fr") == set()
    shortened = "La sonde a été lancée en sept. 2021."
    assert signs(shortened, "La sonde a été lancée en novembre 2021.", "fr") == {"instead"}
