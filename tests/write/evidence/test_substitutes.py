"""Whom a source's `he` surely doesn't mean can't be given the words."""

import pytest

from podcaster.write.evidence.gate import by_rules, ground_for

EN = (
    "Paul Marsh, the head of the port, opened the new quay on Monday. The quay is 300 metres long. "
    "The city paid for half of it. Dana Reed, the mayor, came by boat. She said the quay would "
    'bring ships back to Brune. "We waited ten years for this," she added.'
)
FR = (
    "Paul Marin, le directeur du port, a ouvert lundi le nouveau quai. Le quai mesure 300 mètres. "
    "La ville en a payé la moitié. Dana Roux, la maire, est venue en bateau. Elle a affirmé que le "
    "quai ramènerait des navires à Brune. « Nous l'avons attendu dix ans », a-t-elle ajouté."
)


@pytest.mark.parametrize(
    ("text", "source", "language", "kind"),
    [
        ("Paul Marsh said the quay would bring ships back to Brune.", EN, "en", "attribution"),
        ('"We waited ten years for this," said Paul Marsh.', EN, "en", "quotation"),
        (
            "Paul Marin a affirmé que le quai ramènerait des navires à Brune.",
            FR,
            "fr",
            "attribution",
        ),
        ("« Nous l'avons attendu dix ans », a dit Paul Marin.", FR, "fr", "quotation"),
    ],
)
def test_the_words_of_a_he_are_not_anybody_s(
    text: str, source: str, language: str, kind: str
) -> None:
    found = by_rules(ground_for(text, source, language))
    assert (kind, "refuted") in {(one.kind, one.sign) for one in found}


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("Dana Reed said the quay would bring ships back to Brune.", EN, "en"),
        ('"We waited ten years for this," said the mayor, Dana Reed.', EN, "en"),
        ("Dana Roux a affirmé que le quai ramènerait des navires à Brune.", FR, "fr"),
        ("« Nous l'avons attendu dix ans », a dit Dana Roux.", FR, "fr"),
    ],
)
def test_the_words_of_a_he_are_its_antecedent_s(text: str, source: str, language: str) -> None:
    assert not by_rules(ground_for(text, source, language))
