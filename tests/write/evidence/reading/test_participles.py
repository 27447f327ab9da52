"""French participles that look like nouns belong to their verbs."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for
from podcaster.write.evidence.reading.words import lemma_and_stem


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("acquise", "acquérir"),
        ("réduit", "réduire"),
        ("accrues", "accroître"),
        ("découvert", "découvrir"),
        ("suivis", "suivre"),
        ("reçue", "recevoir"),
    ],
)
def test_a_participle_is_a_form_of_its_verb(form: str, verb: str) -> None:
    assert lemma_and_stem(form, "fr")[1] == lemma_and_stem(verb, "fr")[1]


@pytest.mark.parametrize("form", ["plainte", "revenu", "permis", "produit"])
def test_what_mostly_is_a_noun_stays_one(form: str) -> None:
    assert lemma_and_stem(form, "fr")[0] == form


def test_who_has_acquired_it_is_who_buys_it() -> None:
    source = "Alba a racheté Brune en mai."
    turned = by_rules(ground_for("Brune a acquis Alba en mai.", source, "fr"))
    assert "role" in {found.kind for found in turned}
    assert not by_rules(ground_for("Alba a acquis Brune en mai.", source, "fr"))
