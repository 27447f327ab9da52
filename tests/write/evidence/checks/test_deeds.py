"""What one did to another isn't denied, from whichever end it's told."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "Harbour bought Baker from Alba in May. Jo Reed declined to congratulate Paul Marsh. The No "
    "campaign, led by Ada Dale, won."
)
FR = "Paul Roux avait prêté un vélo à Marc Duval. Le groupe Veolia n'a pas racheté Suez en mai."


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Alba never sold Baker to Harbour.", EN, "en"),
        ("Jo Reed congratulated Paul Marsh.", EN, "en"),
        ("Marc Duval n'a pas emprunté de vélo à Paul Roux.", FR, "fr"),
        ("Veolia a acquis Suez.", FR, "fr"),
    ],
)
def test_a_deed_denied_or_made_up_is_a_fault(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("negation", "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Alba sold Baker to Harbour.", EN, "en"),
        ("Jo Reed did not congratulate Paul Marsh.", EN, "en"),
        ("Ada Dale led the No campaign.", EN, "en"),
        ("Marc Duval a emprunté un vélo à Paul Roux.", FR, "fr"),
        ("Veolia n'a pas acquis Suez.", FR, "fr"),
    ],
)
def test_a_deed_told_from_the_other_end_is_none(text: str, source: str, language: str) -> None:
    assert "negation" not in {found.kind for found in by_rules(ground_for(text, source, language))}
