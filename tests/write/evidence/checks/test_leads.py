"""As much ahead isn't as much behind, unless the two have changed places in the sentence."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "Jo Reed leads the race, 31 points ahead of Paul Marsh. The boat docked three minutes ahead of "
    "schedule."
)
FR = (
    "Jo Morel mène la course avec 31 points d'avance sur Paul Roux. Le bateau a accosté avec trois "
    "minutes d'avance."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Jo Reed is 31 points behind Paul Marsh.", EN, "en"),
        ("Paul Marsh is 31 points ahead of Jo Reed.", EN, "en"),
        ("The boat docked three minutes behind schedule.", EN, "en"),
        ("Jo Morel compte 31 points de retard sur Paul Roux.", FR, "fr"),
        ("Paul Roux compte 31 points d'avance sur Jo Morel.", FR, "fr"),
        ("Le bateau a accosté avec trois minutes de retard.", FR, "fr"),
    ],
)
def test_a_lead_turned_round_is_a_fault(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("direction", "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Paul Marsh is 31 points behind Jo Reed.", EN, "en"),
        ("Jo Reed is 31 points ahead.", EN, "en"),
        ("Paul Roux compte 31 points de retard sur Jo Morel.", FR, "fr"),
        ("Jo Morel a 31 points d'avance.", FR, "fr"),
    ],
)
def test_the_same_lead_from_either_side_is_none(text: str, source: str, language: str) -> None:
    assert "direction" not in {found.kind for found in by_rules(ground_for(text, source, language))}
