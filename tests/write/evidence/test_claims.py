"""Who says it, whether it's denied, and whether it's the largest: read by the parse."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

ENGLISH = """
The carmaker Norvik refused to repair the vans, its chief executive, Anna Berg, said on Monday.
Prosecutors had asked for a fine of 40 million euros, while the firm's lawyer, Paul Reed, had said \
that 5 million would be enough.
Nobody was hurt when the factory in Malmo burned down in May.
The ministry did not say whether the inquiry would continue.
Union leaders fear that the new plant will be sold to a rival.
Opel, the largest employer in the region, sold its warehouse; Norvik kept its test track.
Berg is the first Danish woman to lead a carmaker in Europe.
"""
FRENCH = """
Le constructeur Norvik a renoncé à réparer les camionnettes, a annoncé lundi sa directrice, \
Anne Berger.
Le procureur avait requis une amende de 40 millions d'euros, alors que l'avocat du groupe, Paul \
Morel, a estimé que 5 millions suffiraient.
Personne n'a été blessé dans l'incendie de l'usine de Malmö.
Le ministère n'a pas dit si l'enquête allait continuer.
Les syndicats redoutent que la nouvelle usine soit vendue à un rival.
Opel, premier employeur de la région, a cédé son entrepôt ; Norvik conserve sa piste d'essai.
"""


def kinds(text: str, language: str) -> set[str]:
    source = {"en": ENGLISH, "fr": FRENCH}[language]
    return {found.kind for found in by_rules(ground_for(text, source, language))}


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Norvik will repair the vans.", "en", "negation"),
        ("Several people were hurt when the factory in Malmo burned down.", "en", "negation"),
        ("The ministry said whether the inquiry would continue.", "en", "negation"),
        ("Norvik gave up its test track.", "en", "negation"),
        ("Norvik réparera les camionnettes.", "fr", "negation"),
        ("Le ministère a dit si l'enquête allait continuer.", "fr", "negation"),
        ("Norvik se sépare de sa piste d'essai.", "fr", "negation"),
        ("The vans will not be repaired, said Paul Reed.", "en", "attribution"),
        ("The new plant will be sold to a rival.", "en", "attribution"),
        ("Les camionnettes ne seront pas réparées, a annoncé Paul Morel.", "fr", "attribution"),
        ("La nouvelle usine sera vendue à un rival.", "fr", "attribution"),
        ("Norvik is the largest employer in the region.", "en", "superlative"),
        ("Berg is the first woman to lead a carmaker in Europe.", "en", "superlative"),
        ("Opel is the second-largest employer in the region.", "en", "superlative"),
        ("Norvik est le premier employeur de la région.", "fr", "superlative"),
    ],
)
def test_a_turned_claim_is_found(text: str, language: str, kind: str) -> None:
    assert kind in kinds(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norvik won't repair the vans, said Anna Berg.", "en"),
        ("Norvik declined to repair the vans, according to its chief executive.", "en"),
        ("Not a single person was hurt when the factory burned down.", "en"),
        ("The new plant may be sold to a rival, union leaders fear.", "en"),
        ("Opel is the largest employer in the region.", "en"),
        ("Norvik held on to its test track.", "en"),
        ("Norvik ne réparera pas les camionnettes, a annoncé Anne Berger.", "fr"),
        ("Selon Paul Morel, 5 millions suffiraient.", "fr"),
        ("L'incendie de l'usine de Malmö n'a blessé personne.", "fr"),
        ("Opel est le premier employeur de la région.", "fr"),
        ("Norvik garde sa piste d'essai.", "fr"),
    ],
)
def test_a_paraphrased_claim_passes(text: str, language: str) -> None:
    assert not kinds(text, language) & {"attribution", "negation", "superlative"}
