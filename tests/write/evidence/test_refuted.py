"""Findings that stand alone, whatever the second reader believes."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "Shares in Alba rose 3.2 percent on Monday. Harbour bought Baker in May. The council did not "
    'approve the new stadium in Brune. "We will build it anyway," said Dana Reed, the owner. '
    "The chairman, Paul Marsh, welcomed the plan."
)
FR = (
    "L'action Alba a grimpé de 3,2 % lundi. Veolia a racheté Suez en mai. Le conseil n'a pas "
    "approuvé le nouveau stade de Brune. « Nous le construirons quand même », a déclaré Dana Roux, "
    "la propriétaire. Le président, Paul Marin, a salué le projet."
)


@pytest.mark.parametrize(
    ("text", "source", "language", "kind"),
    [
        ("Shares in Alba fell 3.2 percent on Monday.", EN, "en", "direction"),
        ("Harbour was bought by Baker in May.", EN, "en", "role"),
        ("The council approved the new stadium in Brune.", EN, "en", "negation"),
        ('"We will build it anyway," said Paul Marsh.', EN, "en", "quotation"),
        ("L'action Alba a reculé de 3,2 % lundi.", FR, "fr", "direction"),
        ("C'est Suez qui a racheté Veolia en mai.", FR, "fr", "role"),
        ("Le conseil a approuvé le nouveau stade de Brune.", FR, "fr", "negation"),
        ("« Nous le construirons quand même », a déclaré Paul Marin.", FR, "fr", "quotation"),
    ],
)
def test_a_plain_contrary_is_refuted(text: str, source: str, language: str, kind: str) -> None:
    found = by_rules(ground_for(text, source, language))
    assert (kind, "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Shares in Alba gained 3.2 percent on Monday.", EN, "en"),
        ("Baker was bought by Harbour in May.", EN, "en"),
        ("The new stadium in Brune was not approved by the council.", EN, "en"),
        ('"We will build it anyway," said Dana Reed.', EN, "en"),
        ("L'action Alba a progressé de 3,2 % lundi.", FR, "fr"),
        ("C'est Veolia qui a racheté Suez en mai.", FR, "fr"),
        ("Le nouveau stade de Brune n'a pas été approuvé par le conseil.", FR, "fr"),
        ("« Nous le construirons quand même », a déclaré Dana Roux.", FR, "fr"),
    ],
)
def test_the_same_in_other_words_is_not(text: str, source: str, language: str) -> None:
    assert by_rules(ground_for(text, source, language)) == []
