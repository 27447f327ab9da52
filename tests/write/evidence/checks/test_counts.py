"""Of what the source counts there isn't none, and a number stays with what it counts."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = "Three guards watched the depot on Friday night. It held 40 pumps and 25 turbines."
FR = "Trois gardiens surveillaient le dépôt vendredi soir. Il abritait 40 moteurs et 25 turbines."


@pytest.mark.parametrize(
    ("text", "source", "language", "kind"),
    [
        ("No guards watched the depot on Friday night.", EN, "en", "negation"),
        ("The depot held 40 turbines.", EN, "en", "number"),
        ("Aucun gardien ne surveillait le dépôt vendredi soir.", FR, "fr", "negation"),
        ("Le dépôt abritait 40 turbines.", FR, "fr", "number"),
    ],
)
def test_none_of_them_or_the_neighbours_number_is_a_fault(
    text: str, source: str, language: str, kind: str
) -> None:
    found = by_rules(ground_for(text, source, language))
    assert (kind, "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The depot held 25 turbines.", EN, "en"),
        ("No visitors came to the depot on Friday night, guards said.", EN, "en"),
        ("Le dépôt abritait 25 turbines.", FR, "fr"),
    ],
)
def test_another_noun_or_its_own_number_is_none(text: str, source: str, language: str) -> None:
    assert "refuted" not in {found.sign for found in by_rules(ground_for(text, source, language))}
