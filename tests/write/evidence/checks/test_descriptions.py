"""What the source calls one of two the text may not call the other."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "The German maker Alba and the French maker Bexor signed the contract on Monday. The finance "
    "minister, Dana Reed, thanked Paul Marsh, the mayor of Brune."
)
FR = (
    "L'allemand Alba et le français Bexor ont signé le contrat lundi. La ministre des Finances, "
    "Dana Roux, a remercié Paul Marin, le maire de Brune."
)


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The French maker Alba and the German maker Bexor signed it on Monday.", EN, "en"),
        ("Dana Reed, the mayor of Brune, thanked Paul Marsh, the finance minister.", EN, "en"),
        ("Le français Alba et l'allemand Bexor ont signé le contrat.", FR, "fr"),
        ("Le maire de Brune, Dana Roux, a vu Paul Marin, le ministre des Finances.", FR, "fr"),
    ],
)
def test_descriptions_exchanged_are_a_fault(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("role", "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("The German maker Alba and the French maker Bexor have signed.", EN, "en"),
        ("Dana Reed, the finance minister, thanked the mayor of Brune, Paul Marsh.", EN, "en"),
        ("L'allemand Alba et le français Bexor ont signé.", FR, "fr"),
        ("Paul Marin, le maire de Brune, a été remercié par la ministre, Dana Roux.", FR, "fr"),
    ],
)
def test_those_that_stay_are_none(text: str, source: str, language: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert ("role", "refuted") not in {(one.kind, one.sign) for one in found}
