"""A day written is turned round for the day it's heard on, or the sentence isn't told."""

import datetime as dt

import pytest

from podcaster.write.offline.days import Calendar, UnsureDayError
from podcaster.write.offline.language import load

WEDNESDAY = dt.date(2013, 11, 27)
THURSDAY = dt.date(2013, 11, 28)
SATURDAY = dt.date(2013, 11, 30)
YEARS_LATER = dt.date(2023, 11, 7)


def turned(
    text: str, heard: dt.date, language: str = "en", written: dt.date | None = WEDNESDAY
) -> str:
    return Calendar(load(language), written, heard).turned(text)


@pytest.mark.parametrize(
    ("written", "heard", "said"),
    [
        ("Delays were reported on Wednesday.", THURSDAY, "Delays were reported yesterday."),
        ("It will be decided Thursday morning.", THURSDAY, "It will be decided this morning."),
        ("On Tuesday night, it rained.", THURSDAY, "On Tuesday night, it rained."),
        ("It rained on Wednesday night.", THURSDAY, "It rained last night."),
        ("Since Monday, roads were shut.", THURSDAY, "Since Monday, roads were shut."),
        ("Wednesday’s storm was bad.", THURSDAY, "Yesterday’s storm was bad."),
        (
            "Five died in Tuesday evening’s crash.",
            THURSDAY,
            "Five died in Tuesday evening’s crash.",
        ),
        ("It will open tomorrow.", THURSDAY, "It will open today."),
        ("Last week, 12 people died.", THURSDAY, "Last week, 12 people died."),
        ("Last week, 12 people died.", dt.date(2013, 12, 3), "Last week, 12 people died."),
        ("Last week, 12 people died.", YEARS_LATER, "The week before, 12 people died."),
        ("It rained on Wednesday.", YEARS_LATER, "It rained."),
        ("It rained on Tuesday.", YEARS_LATER, "It rained on November 26th, 2013."),
        ("The train was late on Tuesday.", THURSDAY, "The train was late on Tuesday."),
        ("416 died last year.", YEARS_LATER, "416 died in 2012."),
        ("On Sunday, October 27, he left.", THURSDAY, "On Sunday, October 27, he left."),
    ],
)
def test_english_days(written: str, heard: dt.date, said: str) -> None:
    if (heard, written[:9]) == (dt.date(2013, 12, 3), "Last week"):
        with pytest.raises(UnsureDayError):
            turned(written, heard)
        return
    assert turned(written, heard) == said


@pytest.mark.parametrize(
    ("written", "heard", "said"),
    [
        ("L’usine a fermé mercredi.", THURSDAY, "L’usine a fermé hier."),
        ("Le vote sera tenu jeudi soir.", THURSDAY, "Le vote sera tenu ce soir."),
        ("L’usine a fermé mercredi.", YEARS_LATER, "L’usine a fermé."),
        ("L’usine a fermé mercredi ses portes.", YEARS_LATER, "L’usine a fermé ses portes."),
        ("L’usine a fermé mardi.", YEARS_LATER, "L’usine a fermé le 26 novembre 2013."),
        ("Mercredi soir, il est parti.", THURSDAY, "Hier soir, il est parti."),
        ("Il est parti l’an dernier.", THURSDAY, "Il est parti l’an dernier."),
    ],
)
def test_french_days(written: str, heard: dt.date, said: str) -> None:
    assert turned(written, heard, "fr") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Microsoft a lancé jeudi ses modèles.", "Microsoft a lancé ses modèles."),
        ("Il a rejoint l’entreprise l’année dernière.", "Il a rejoint l’entreprise."),
    ],
)
def test_a_day_goes_where_the_article_has_no_date(written: str, said: str) -> None:
    assert turned(written, THURSDAY, "fr", written=None) == said


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("A decision will be made Thursday morning.", SATURDAY),
        ("The vote is on Friday.", SATURDAY),
        ("The bill passed in March.", YEARS_LATER),
    ],
)
def test_a_day_that_would_be_wrong_is_refused(written: str, heard: dt.date) -> None:
    with pytest.raises(UnsureDayError):
        turned(written, heard)


def test_without_a_date_a_day_that_holds_the_sentence_up_is_refused() -> None:
    with pytest.raises(UnsureDayError):
        turned("Since Monday, roads were shut.", THURSDAY, written=None)


def test_the_greeting_names_the_day_in_the_languages_own_order() -> None:
    spoken = {
        code: Calendar(load(code), None, dt.date(2026, 12, 1)).spoken_date(dt.date(2026, 12, 1))
        for code in ("en", "fr", "es")
    }
    assert spoken == {
        "en": "Tuesday, December 1st",
        "fr": "mardi 1er décembre",
        "es": "martes 1 de diciembre",
    }


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("The fair opened this weekend.", "en"),
        ("La foire a ouvert ce week-end.", "fr"),
        ("La feria abrió este fin de semana.", "es"),
    ],
)
def test_a_weekend_is_told_only_while_it_is_the_listeners(written: str, language: str) -> None:
    assert turned(written, SATURDAY, language) == written
    with pytest.raises(UnsureDayError):
        turned(written, YEARS_LATER, language)


def test_a_weekday_of_another_week_is_not_said() -> None:
    calendar = Calendar(load("en"), dt.date(2024, 5, 14), dt.date(2024, 5, 15))
    with pytest.raises(UnsureDayError):
        calendar.turned("Two divers found them alive on Monday of last week.")


def test_a_day_is_past_where_only_what_follows_it_is_to_come() -> None:
    calendar = Calendar(load("fr"), dt.date(2024, 5, 14), dt.date(2024, 5, 15))
    said = "Les pays ont adopté dimanche un accord qui doit limiter la hausse."
    assert calendar.turned(said) == (
        "Les pays ont adopté dimanche un accord qui doit limiter la hausse."
    )
    coming = "Les députés voteront dimanche une loi."
    assert "dimanche" in calendar.turned(coming)


def test_a_day_before_a_number_is_still_a_day() -> None:
    calendar = Calendar(load("fr"), dt.date(2024, 5, 14), dt.date(2024, 5, 15))
    assert calendar.turned("La compagnie a commandé mardi 500 avions.") == (
        "La compagnie a commandé hier 500 avions."
    )


def test_a_weekday_that_may_be_the_last_or_the_next_is_not_told() -> None:
    calendar = Calendar(load("en"), dt.date(2020, 8, 5), dt.date(2020, 8, 6))
    with pytest.raises(UnsureDayError):
        calendar.turned("The president is in Beirut again on Friday.")
    assert calendar.turned("He met them on Tuesday.") == "He met them on Tuesday."
    with pytest.raises(UnsureDayError):
        Calendar(load("en"), dt.date(2020, 8, 5), dt.date(2020, 8, 9)).turned(
            "The president is due in Beirut on Thursday."
        )


def test_a_night_between_two_days_keeps_their_names_or_goes() -> None:
    told = "The quake struck in the night of Friday to Saturday."
    sunday = Calendar(load("en"), dt.date(2023, 9, 10), dt.date(2023, 9, 10))
    assert sunday.turned(told) == told
    with pytest.raises(UnsureDayError):
        Calendar(load("en"), dt.date(2023, 9, 10), dt.date(2023, 9, 20)).turned(told)
