"""What is only planned isn't told as done."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "The port of Brune intends to auction its two tugboats in May. Lawyers for the owner are "
    "expected to appeal. The city closed the old lighthouse on Friday."
)
FR = (
    "Le port de Brune prévoit de céder ses deux remorqueurs en mai. L'armateur a fait part de son "
    "intention de faire appel. La ville a fermé vendredi le vieux phare."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The port of Brune has auctioned its two tugboats.", EN, "en"),
        ("Lawyers for the owner have lodged an appeal.", EN, "en"),
        ("Le port de Brune a cédé ses deux remorqueurs.", FR, "fr"),
        ("L'armateur a fait appel.", FR, "fr"),
    ],
)
def test_a_plan_told_as_done_is_a_fault(text: str, source: str, language: str) -> None:
    assert "planned" in {found.sign for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The port of Brune wants to auction its two tugboats.", EN, "en"),
        ("The owner's lawyers will appeal.", EN, "en"),
        ("The city closed the old lighthouse.", EN, "en"),
        ("The port of Brune said it planned to auction its tugboats.", EN, "en"),
        ("Le port de Brune va céder ses deux remorqueurs.", FR, "fr"),
        ("L'armateur devrait faire appel.", FR, "fr"),
        ("La ville a fermé le vieux phare.", FR, "fr"),
    ],
)
def test_a_plan_told_as_a_plan_passes(text: str, source: str, language: str) -> None:
    assert "planned" not in {found.sign for found in by_rules(ground_for(text, source, language))}
