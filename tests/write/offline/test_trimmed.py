"""A part goes before a sentence does, but none that a listener would be misled without."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.trimmed import trimmed


@pytest.mark.parametrize(
    ("written", "shorter", "language"),
    [
        (
            "The agency, which has its seat in Amsterdam, found its own procedure more fitting.",
            "The agency found its own procedure more fitting.",
            "en",
        ),
        (
            "L’Agence européenne des médicaments, qui doit se prononcer au plus tard le 29"
            " décembre, a jugé sa propre procédure plus appropriée.",
            "L’Agence européenne des médicaments a jugé sa propre procédure plus appropriée.",
            "fr",
        ),
        (
            "Emmanuel Macron a été réélu président de la République avec 58,55 % des suffrages,"
            " contre 41,45 % à Marine Le Pen.",
            "Emmanuel Macron a été réélu président de la République avec 58,55 % des suffrages.",
            "fr",
        ),
    ],
)
def test_a_part_between_commas_may_go(written: str, shorter: str, language: str) -> None:
    assert shorter in list(trimmed(written, load(language)))


@pytest.mark.parametrize(
    ("written", "language"),
    [
        # Harm, a denial, a condition.
        ("The bus left the road on Monday, killing three of its passengers.", "en"),
        ("The bank would be closed within the year, unless a buyer came forward.", "en"),
        ("Le car a quitté la route lundi, faisant trois morts parmi ses passagers.", "fr"),
        # Who somebody is.
        ("Marta Olsen, a librarian from Halden, leads the project in the valley.", "en"),
        # What only stands between commas because it's a list.
        ("The museum shows paintings, drawings, and prints of the sixteenth century.", "en"),
    ],
)
def test_what_would_be_missed_stays(written: str, language: str) -> None:
    assert list(trimmed(written, load(language))) == []
