"""What ends a sentence after a comma is said by itself, where it surely completes the sentence."""

import pytest

from podcaster.write.offline.completed import completed
from podcaster.write.offline.language import load


@pytest.mark.parametrize(
    ("written", "added", "language"),
    [
        (
            "Food cost 10.4% more than in June 2021, the biggest yearly rise since February 1981.",
            "The biggest yearly rise since February 1981",
            "en",
        ),
        (
            "Prices climbed 1.3% in June alone, after a 1.0% gain in May.",
            "After a 1.0% gain in May",
            "en",
        ),
        (
            "La campagne doit commencer la semaine prochaine, avec 800 000 doses venues de l’usine"
            " belge de Puurs.",
            "Avec 800 000 doses venues de l’usine belge de Puurs",
            "fr",
        ),
        (
            "Le Conseil a annulé les résultats de quelques bureaux où les règles n’avaient pas été"
            " respectées, ce qui n’a pas modifié l’issue du scrutin.",
            "Ce qui n’a pas modifié l’issue du scrutin",
            "fr",
        ),
    ],
)
def test_what_completes_a_sentence_is_said_by_itself(
    written: str, added: str, language: str
) -> None:
    halves = completed(written, load(language))
    assert halves is not None
    assert halves[1].text == added
    assert halves[1].adds
    assert not halves[0].adds


@pytest.mark.parametrize(
    ("written", "language"),
    [
        # The other half of what two did, its verb left out.
        ("Prosecutors had asked for 15 years in prison, the probation office for nine.", "en"),
        # Somebody's account, of which neither half may lose who gives it.
        ("The bridge had been closed for a year, said the mayor of the old town.", "en"),
        ("The vaccine prevents two cases in three, according to the ministry of health.", "en"),
        # One of several who are listed.
        ("She had beaten Naomi Osaka, the defending champion, and Aryna Sabalenka.", "en"),
        # A clause with a verb of its own.
        ("The court closed the case last year, when the minister had left the country.", "en"),
        ("Le vaccin RTS,S contre le paludisme a été administré hier à cent enfants.", "fr"),
        ("La censure est née du recours, mercredi, à l’article 49.3 de la Constitution.", "fr"),
        ("Le pont était fermé depuis un an, selon le maire de la vieille ville.", "fr"),
    ],
)
def test_what_belongs_to_its_sentence_stays_there(written: str, language: str) -> None:
    assert completed(written, load(language)) is None
