"""A part goes before a sentence does, but none that a listener would be misled without."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.trimmed import shortened, trimmed


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


@pytest.mark.parametrize(
    ("written", "shorter", "language"),
    [
        (
            "Microsoft said it would buy LinkedIn for $26.2 billion, by a wide margin the biggest"
            " purchase in its history.",
            "Microsoft said it would buy LinkedIn for $26.2 billion.",
            "en",
        ),
        (
            "The James Webb telescope, the biggest ever sent into space, was launched yesterday.",
            "The James Webb telescope was launched yesterday.",
            "en",
        ),
        (
            "La compagnie IndiGo a commandé 500 avions à Airbus, la plus grosse commande de"
            " l’histoire de l’aviation.",
            "La compagnie IndiGo a commandé 500 avions à Airbus.",
            "fr",
        ),
    ],
)
def test_a_headline_ends_where_the_sentence_first_may(
    written: str, shorter: str, language: str
) -> None:
    assert next(iter(shortened(written, load(language)))) == shorter


@pytest.mark.parametrize(
    "written",
    [
        "The storm reached the coast at night, killing five people in one village.",
        "The council voted for the bridge, the new school and the old library.",
    ],
)
def test_a_headline_hides_no_harm_and_cuts_no_list(written: str) -> None:
    assert list(shortened(written, load("en"))) == []
