"""Who does it and who undergoes it, whatever verb, voice or noun tells it."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

SALE_EN = "Harbour bought Baker in May. Baker, whose founder is Jo Reed, had lost to Alba in court."
SALE_FR = (
    "Veolia a racheté Suez en mai. Le groupe Suez avait été battu par Engie devant le tribunal."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Baker bought Harbour in May.", SALE_EN, "en"),
        ("Harbour was bought by Baker in May.", SALE_EN, "en"),
        ("Baker completed its purchase of Harbour in May.", SALE_EN, "en"),
        ("Alba had lost to Baker in court.", SALE_EN, "en"),
        ("Baker had beaten Alba in court.", SALE_EN, "en"),
        ("Suez a racheté Veolia en mai.", SALE_FR, "fr"),
        ("Veolia a été rachetée par Suez en mai.", SALE_FR, "fr"),
        ("Suez avait battu Engie devant le tribunal.", SALE_FR, "fr"),
    ],
)
def test_a_deed_turned_round_is_a_fault(text: str, source: str, language: str) -> None:
    assert "role" in {found.kind for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Baker was bought by Harbour in May.", SALE_EN, "en"),
        ("Harbour's purchase of Baker came in May.", SALE_EN, "en"),
        ("Alba had beaten Baker in court.", SALE_EN, "en"),
        ("Suez a été racheté par Veolia en mai.", SALE_FR, "fr"),
        ("Engie avait battu Suez devant le tribunal.", SALE_FR, "fr"),
    ],
)
def test_the_same_deed_told_from_its_other_end_is_none(
    text: str, source: str, language: str
) -> None:
    assert by_rules(ground_for(text, source, language)) == []
