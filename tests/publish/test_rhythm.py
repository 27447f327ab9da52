"""How often a show comes out, as its feed says."""

import datetime as dt

import pytest
from lxml import etree

from podcaster.publish.rhythm import rhythm
from tests.publish.days import DAY, NOW, Desk, mp3

MONDAY = dt.date(2026, 11, 2)
TAG = "channel/{https://podcastindex.org/namespace/1.0}updateFrequency"


def days(weekdays: set[int], weeks: int = 3) -> list[dt.date]:
    month = [MONDAY + dt.timedelta(days=number) for number in range(7 * weeks)]
    return [date for date in month if date.weekday() in weekdays]


@pytest.mark.parametrize(
    ("weekdays", "rule", "words"),
    [
        (set(range(7)), "FREQ=DAILY", "daily"),
        (set(range(5)), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "on weekdays"),
        ({0, 3}, "FREQ=WEEKLY;BYDAY=MO,TH", "Monday, Thursday"),
        ({6}, "FREQ=WEEKLY;BYDAY=SU", "Sunday"),
    ],
)
def test_the_weekdays_are_read_off(weekdays: set[int], rule: str, words: str) -> None:
    found = rhythm(days(weekdays), "en")
    assert found is not None
    assert (found.rule, found.words) == (rule, words)


def test_a_day_missed_and_one_made_up_for_change_nothing() -> None:
    came = [*days(set(range(5)))[:-2], MONDAY + dt.timedelta(days=5)]
    assert rhythm(came, "fr") == rhythm(days(set(range(5))), "fr")


def test_less_than_two_weeks_say_nothing() -> None:
    assert rhythm(days(set(range(5)), weeks=2), "en") is None
    assert rhythm([], "en") is None


def test_a_daily_show_says_so_from_its_first_day_and_others_wait(desk: Desk) -> None:
    episode = desk.publish()
    found = etree.parse(episode.feed).find(TAG)
    assert found is not None
    assert found.get("rrule") == "FREQ=DAILY"
    for weeks in (1, 2):
        day = dt.timedelta(days=7 * weeks)
        desk.publish(DAY - day, NOW - day, mp3(440 + weeks))
    found = etree.parse(episode.feed).find(TAG)
    assert found is not None
    assert (found.get("rrule"), found.text) == ("FREQ=WEEKLY;BYDAY=TU", "Tuesday")
