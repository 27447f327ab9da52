"""What is moved inside a sentence is its own, and says the same where it goes."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.ordering import (
    day_first,
    head_last,
    insertion_first,
    opening_inside,
    tail_first,
)

COMMON = frozenset({"the", "three", "shares"})


@pytest.mark.parametrize(
    ("written", "said", "language"),
    [
        (
            "The church has reopened, five years after a fire destroyed its roof.",
            "Five years after a fire destroyed its roof, the church has reopened.",
            "en",
        ),
        (
            "Lionel Messi put Argentina ahead after 23 minutes at Lusail Stadium in Qatar.",
            "At Lusail Stadium in Qatar, Lionel Messi put Argentina ahead after 23 minutes.",
            "en",
        ),
        (
            "La cathédrale a rouvert ses portes, cinq ans après l’incendie de sa flèche.",
            "Cinq ans après l’incendie de sa flèche, la cathédrale a rouvert ses portes.",
            "fr",
        ),
    ],
)
def test_a_time_or_a_place_comes_first(written: str, said: str, language: str) -> None:
    assert tail_first(written, load(language), COMMON) == said


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("The mirror has 18 parts, which were folded at Kourou in Guiana.", "en"),
        ("The firm did not close the plant at Lyon in France.", "en"),
        ("The minister said the church had reopened at Lyon in France.", "en"),
        ("The firm wants to build a plant at Lyon in France.", "en"),
        ("Arianespace veut accélérer la cadence, à six tirs en 2025.", "fr"),
        ("Il est formé de segments, qui étaient repliés, à Kourou, en Guyane.", "fr"),
    ],
)
def test_what_belongs_to_a_part_of_the_sentence_stays_there(written: str, language: str) -> None:
    assert tail_first(written, load(language), COMMON) == written


def test_a_sentences_beginning_can_be_its_end() -> None:
    written = "In the shoot-out, the goalkeeper saved from Kingsley Coman."
    assert head_last(written, load("en"), COMMON | {"in"}) == (
        "The goalkeeper saved from Kingsley Coman, in the shoot-out."
    )


def test_what_stands_between_commas_can_open_a_sentence() -> None:
    written = "Hawaiian, founded in 1929, has 7,000 people."
    assert insertion_first(written, load("en")) == "Founded in 1929, Hawaiian has 7,000 people."
    assert insertion_first("The ship, the Dali, hit a pillar.", load("en")) == (
        "The ship, the Dali, hit a pillar."
    )


def test_what_opens_a_sentence_can_stand_between_commas() -> None:
    written = "Arrivé de Santos en 2013, Neymar a marqué 105 buts."
    assert opening_inside(written, load("fr")) == (
        "Neymar, arrivé de Santos en 2013, a marqué 105 buts."
    )


def test_a_day_that_one_of_two_verbs_has_stays_with_it() -> None:
    written = "The bridge was opened in 1977 and carried 30,000 vehicles a day."
    assert day_first(written, load("en"), COMMON) == written
