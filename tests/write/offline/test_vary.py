"""A line takes over no long run of its source where other words say the same."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.text import copied_run
from podcaster.write.offline.vary import varied

SOURCE = (
    "The storm cut power to more than 300,000 homes on the coast until the evening of the next day."
)


def test_as_few_words_change_as_it_takes() -> None:
    said = varied(SOURCE, SOURCE, 12, load("en"))
    assert said != SOURCE
    assert copied_run(said, SOURCE) <= 12
    changed = set(said.split()) ^ set(SOURCE.split())
    assert 1 <= len(changed) <= 5


def test_what_is_short_enough_or_cannot_be_changed_stays() -> None:
    short = "The storm cut power to 300,000 homes."
    assert varied(short, SOURCE, 12, load("en")) == short
    names = "Ann Bo Cy Di Ed Flo Gus Hal Ida Jo Kim Lea Max and Ned sang."
    assert varied(names, names, 12, load("en")) == names


def test_a_quotation_keeps_its_words() -> None:
    quoted = (
        "“We waited until the evening,” she said of the more than 300,000 homes that were without "
        "power until the next day."
    )
    said = varied(quoted, quoted, 12, load("en"))
    assert said != quoted
    assert said.startswith("“We waited until the evening,”")


def test_other_words_are_found_in_french() -> None:
    source = "La société continue de fabriquer ses vélos dans le même atelier de la rue du Port."
    said = varied(source, source, 12, load("fr"))
    assert said.startswith("La société continue")
    assert copied_run(said, source) <= 12


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "La commission des finances du canton publiera son avis avant les élections "
            "municipales de la ville de Bienne.",
            "les municipales",
        ),
        (
            "Les témoins ont décrit aux enquêteurs du canton une rue où la foule criait "
            "des slogans hostiles.",
            "une rue dans laquelle",
        ),
        (
            "Il a bouclé le parcours de Vienne en 1 heure 59 minutes 40 secondes devant "
            "la foule en liesse de la capitale.",
            "1 heure, 59 minutes et 40 secondes",
        ),
    ],
)
def test_a_french_line_says_the_same_in_other_words(source: str, words: str) -> None:
    said = varied(source, source, 12, load("fr"))
    assert words in said
    assert copied_run(said, source) <= 12


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("Aucun convoi n’a pu entrer dans la ville depuis samedi.", "n’a pas pu"),
        ("La banque a abaissé son taux de 4,25 à 4 % lundi.", "entre"),
        ("Le service est repoussé de 2028 à 2031 dans le pays.", "entre"),
        ("L’entraîneur a remporté un franc succès.", "gagné"),
        ("Elle demande la mise en détention du suspect.", "placée"),
        ("La France a battu la Croatie 4-2 et remporté la Coupe.", "l’a emporté"),
        ("C’est une ville qui accueille 12 000 réfugiés.", "accueillant"),
    ],
)
def test_french_words_stay_where_others_would_say_something_else(source: str, wrong: str) -> None:
    for written, said in load("fr").rewriting.varied.items():
        for match in load("fr").pattern(written).finditer(source):
            assert wrong not in match.expand(said)
