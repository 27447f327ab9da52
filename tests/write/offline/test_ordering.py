"""What is moved inside a sentence is its own, and says the same where it goes."""

import pytest

from podcaster.write.offline.language import load
from podcaster.write.offline.ordering import Order


def order(language: str) -> Order:
    common = frozenset({"the", "in", "la", "arrivé"})
    return Order(load(language), common, frozenset({"Lionel", "Hawaiian", "United", "Neymar"}))


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
    assert order(language).tail_first(written) == said


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
    assert order(language).tail_first(written) == written


def test_a_sentences_beginning_can_be_its_end() -> None:
    written = "In the shoot-out, the goalkeeper saved from Kingsley Coman."
    assert order("en").head_last(written) == (
        "The goalkeeper saved from Kingsley Coman in the shoot-out."
    )


def test_a_role_and_a_name_change_places() -> None:
    written = "The chair of the committee, Elizabeth Holmes, resigned."
    said = "Elizabeth Holmes, the chair of the committee, resigned."
    assert order("en").insertion_first(written) == said
    kept = "Hawaiian, founded in 1929, has 7,000 people."
    assert order("en").insertion_first(kept) == kept


def test_what_opens_a_sentence_can_stand_between_commas() -> None:
    written = "Arrivé de Santos en 2013, Neymar a marqué 105 buts."
    assert order("fr").opening_inside(written) == (
        "Neymar, arrivé de Santos en 2013, a marqué 105 buts."
    )


def test_a_day_that_one_of_two_verbs_has_stays_with_it() -> None:
    written = "The bridge was opened in 1977 and carried 30,000 vehicles a day."
    assert order("en").day_first(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "The company sued Alba last week and another rival on Wednesday in a court of New York.",
        "The assembly passed the bill on Monday and the senate passed it on Tuesday.",
    ],
)
def test_of_two_days_neither_comes_first(written: str) -> None:
    moved = [order("en").day_first(written), order("en").day_from_end(written)]
    assert moved == [written, written]


def test_a_name_is_not_cut_nor_a_capital_left_inside() -> None:
    assert order("en").opening_inside("Founded in 1945, the United Nations has 193 members.") == (
        "The United Nations, founded in 1945, has 193 members."
    )
    steel = "Steel exports have doubled at Lyon in France."
    assert order("en").tail_first(steel) == steel


def test_every_order_is_another() -> None:
    found = list(
        order("en").orders("The church has reopened, five years after a fire hit its roof.")
    )
    assert len(found) == len(set(found)) == 2


def test_the_day_of_an_announcement_stays_with_it() -> None:
    text = (
        "Le gouvernement renonce à l’aéroport de Nantes, a annoncé mercredi le ministre du Budget."
    )
    language = load("fr")
    assert Order(language, frozenset(), frozenset()).day_first(text) == text
