"""A day is meant in the show's own zone."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from podcaster.cli.dates import episode_date
from podcaster.errors import UsageError

LATE = dt.datetime(2026, 11, 24, 23, 30, tzinfo=dt.UTC)


def test_today_is_the_shows_today() -> None:
    assert episode_date("today", LATE, ZoneInfo("UTC")) == dt.date(2026, 11, 24)
    assert episode_date("today", LATE, ZoneInfo("Europe/Paris")) == dt.date(2026, 11, 25)
    assert episode_date("yesterday", LATE, ZoneInfo("UTC")) == dt.date(2026, 11, 23)
    assert episode_date("2023-11-07", LATE, ZoneInfo("UTC")) == dt.date(2023, 11, 7)


@pytest.mark.parametrize("word", ["2026-02-30", "tomorrow", "24/11/2026"])
def test_a_date_that_does_not_exist_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="isn't a date"):
        episode_date(word, LATE, ZoneInfo("UTC"))


def test_a_day_that_has_not_come_is_refused() -> None:
    with pytest.raises(UsageError, match="hasn't come yet"):
        episode_date("2026-11-26", LATE, ZoneInfo("UTC"))
