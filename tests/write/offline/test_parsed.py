"""Where a parser sees a clause, a long sentence is cut there, and nothing is guessed."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.parsed import clauses

CUTS = {
    "en": {
        "The crew sent out a mayday call, which gave officers just enough time to stop traffic": [
            "The crew sent out a mayday call",
            "The mayday call gave officers just enough time to stop traffic",
        ],
        "The ferry, which is about 90 metres long, carries cars and trucks to the island": [
            "The ferry carries cars and trucks to the island",
            "The ferry is about 90 metres long",
        ],
        "The port was closed to shipping until further notice, though trucks could still enter": [
            "The port was closed to shipping until further notice",
            "But trucks could still enter",
        ],
        "Images from a satellite showed plumes of dust, and two days later people saw a tail": [
            "Images from a satellite showed plumes of dust",
            "Two days later people saw a tail",
        ],
        "In 2016 the Arabella scraped along a quay in the port of Antwerp and was damaged badly": [
            "In 2016 the Arabella scraped along a quay in the port of Antwerp",
            "It was damaged badly",
        ],
        "Engineers in Gent repaired the north lock in March and will repair the south one in May": [
            "Engineers in Gent repaired the north lock in March",
            "They will repair the south one in May",
        ],
    },
    "fr": {
        "Le musée a acheté une maison voisine qui abritera dès juin les archives de la ville": [
            "Le musée a acheté une maison voisine",
            "Elle abritera dès juin les archives de la ville",
        ],
        "La ville a fermé le pont en mars et rouvrira la route du port dans deux semaines": [
            "La ville a fermé le pont en mars",
            "Elle rouvrira la route du port dans deux semaines",
        ],
    },
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, cuts in CUTS.items() for text in cuts]
)
def test_a_sentence_is_cut_at_its_clause(language: str, text: str) -> None:
    found = clauses(text, load(language))
    assert found is not None
    assert [piece.text for piece in found] == CUTS[language][text]
    assert [piece.leans for piece in found] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        # What is said by somebody isn't told as a fact.
        "The minister said the bank had sold its branch in Lyon, which opened ten years before",
        # A condition holds for both halves.
        "If the river rises again the town will close its two bridges and will evacuate the school",
        "The bridge was opened in 1977 by the queen of the Netherlands before a large crowd",
    ],
)
def test_what_is_not_sure_is_left_whole(text: str) -> None:
    assert clauses(text, load("en")) is None


def test_no_cut_without_a_parser() -> None:
    text = "El puerto cerró en marzo y la ciudad abrirá dos muelles nuevos en mayo"
    assert clauses(text, load("es")) is None


def test_what_which_may_mean_more_than_the_place_before_it_is_not_cut() -> None:
    text = "It would have been her third cup in Antwerp, which would have equalled the record"
    assert clauses(text, load("en")) is None
