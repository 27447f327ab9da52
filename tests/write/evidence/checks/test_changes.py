"""A change from one figure to another isn't told the other way round."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = "The offer is now worth 42 dollars a share, up from 35 dollars. The club has 900 members."
FR = "L'offre est désormais de 42 euros par action, contre 35 euros auparavant."


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The offer went from 42 dollars to 35 dollars a share.", EN, "en"),
        ("The offer, previously 42 dollars a share, is now 35 dollars.", EN, "en"),
        ("L'offre par action est passée de 42 euros à 35 euros.", FR, "fr"),
        ("L'offre, jusqu'ici de 42 euros par action, est désormais de 35 euros.", FR, "fr"),
    ],
)
def test_the_figures_in_the_other_order_are_a_fault(text: str, source: str, language: str) -> None:
    assert "refuted" in {found.sign for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The offer went from 35 dollars to 42 dollars a share.", EN, "en"),
        ("L'offre par action est passée de 35 euros à 42 euros.", FR, "fr"),
        ("L'offre, jusqu'ici de 35 euros par action, est désormais de 42 euros.", FR, "fr"),
    ],
)
def test_the_same_change_is_none(text: str, source: str, language: str) -> None:
    assert by_rules(ground_for(text, source, language)) == []
