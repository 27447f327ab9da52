"""Who does it and who undergoes it, whatever verb, voice or noun tells it."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

SALE_EN = "Harbour bought Baker in May. Baker, whose founder is Jo Reed, had lost to Alba in court."
SALE_FR = (
    "Veolia a racheté Suez en mai. Le groupe Suez avait été battu par Engie devant le tribunal."
)
RACE_EN = (
    "Nadia Karim finished 12 seconds ahead of Julie Morel. Paul Reed had lent Mark Dale a bike."
)
RACE_FR = "Nadia Karim a battu Julie Morel. Paul Roux avait prêté un vélo à Marc Duval."


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
        ("Nadia Karim finished 12 seconds behind Julie Morel.", RACE_EN, "en"),
        ("Paul Reed had borrowed a bike from Mark Dale.", RACE_EN, "en"),
        ("Nadia Karim s'est inclinée face à Julie Morel.", RACE_FR, "fr"),
        ("Nadia Karim s'est fait battre par Julie Morel.", RACE_FR, "fr"),
        ("Paul Roux avait emprunté un vélo à Marc Duval.", RACE_FR, "fr"),
        ("Suez voulait racheter Veolia.", SALE_FR, "fr"),
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
        ("Julie Morel finished 12 seconds behind Nadia Karim.", RACE_EN, "en"),
        ("Mark Dale had borrowed a bike from Paul Reed.", RACE_EN, "en"),
        ("Julie Morel s'est inclinée face à Nadia Karim.", RACE_FR, "fr"),
        ("Julie Morel s'est fait battre par Nadia Karim.", RACE_FR, "fr"),
        ("Marc Duval avait emprunté un vélo à Paul Roux.", RACE_FR, "fr"),
    ],
)
def test_the_same_deed_told_from_its_other_end_is_none(
    text: str, source: str, language: str
) -> None:
    assert by_rules(ground_for(text, source, language)) == []
