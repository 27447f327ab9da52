"""Which day is due: zones, changes of the clocks, missed days, retries."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.errors import UsageError
from podcaster.schedule.due import Attempts, Schedule, due_dates, parse_days, parse_time

PARIS = ZoneInfo("Europe/Paris")
DAILY = frozenset(range(7))
LONG_AGO = dt.date(2020, 1, 1)


def at(text: str, zone: ZoneInfo = PARIS) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


def schedule(
    time: str = "06:30", days: frozenset[int] = DAILY, catch_up: str = "latest"
) -> Schedule:
    return Schedule("daily", parse_time(time), days, PARIS, catch_up)  # type: ignore[arg-type]


def test_a_day_is_due_from_its_moment_in_the_shows_zone_on() -> None:
    just_before, just_after = at("2026-11-24 06:29"), at("2026-11-24 06:30")
    done = {dt.date(2026, 11, 23): Attempts(0, just_before, done=True)}
    assert due_dates(schedule(), dt.date(2026, 11, 23), just_before, done) == []
    assert due_dates(schedule(), dt.date(2026, 11, 23), just_after, done) == [dt.date(2026, 11, 24)]


def test_a_time_skipped_by_the_change_of_the_clocks_still_comes_once() -> None:
    night = schedule("02:30")
    spring = dt.date(2026, 3, 29)
    assert night.moment(spring) == dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)
    autumn = dt.date(2026, 10, 25)
    assert night.moment(autumn) == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)


def test_days_before_the_schedule_was_installed_are_not_caught_up() -> None:
    now = at("2026-11-24 07:00")
    due = due_dates(schedule(catch_up="all"), dt.date(2026, 11, 24), now, {})
    assert due == [dt.date(2026, 11, 24)]


@pytest.mark.parametrize(
    ("catch_up", "expected"),
    [("latest", [24]), ("all", [21, 22, 23, 24]), ("none", [24])],
)
def test_missed_days_are_caught_up_as_the_show_says(catch_up: str, expected: list[int]) -> None:
    now = at("2026-11-24 07:00")
    due = due_dates(schedule(catch_up=catch_up), dt.date(2026, 11, 21), now, {})
    assert [date.day for date in due] == expected


def test_a_day_missed_by_hours_is_left_when_the_show_catches_nothing_up() -> None:
    assert due_dates(schedule(catch_up="none"), LONG_AGO, at("2026-11-24 15:00"), {}) == []


def test_a_failed_day_is_tried_again_later_each_time_and_given_up_in_the_end() -> None:
    today = dt.date(2026, 11, 24)
    failed_at = at("2026-11-24 06:30")

    def due_after(count: int, minutes: int) -> bool:
        history = {today: Attempts(count, failed_at, done=False)}
        now = failed_at + dt.timedelta(minutes=minutes)
        return due_dates(schedule(), today, now, history) == [today]

    assert not due_after(1, 5)
    assert due_after(1, 15)
    assert not due_after(2, 15)
    assert due_after(2, 30)
    assert not due_after(8, 600)


@pytest.mark.parametrize(
    ("text", "days"),
    [("mon-fri", {0, 1, 2, 3, 4}), ("sat,sun", {5, 6}), ("daily", set(DAILY)), ("SUN", {6})],
)
def test_days_are_said_as_cron_says_them(text: str, days: set[int]) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize("text", ["someday", "mon-", "8"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="names no days"):
        parse_days(text)


@pytest.mark.parametrize("text", ["6.30", "25:00", "morning"])
def test_a_time_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="time of day"):
        parse_time(text)


@given(
    now=st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2027, 1, 1), timezones=st.just(dt.UTC)),
    days=st.frozensets(st.integers(0, 6), min_size=1),
)
def test_the_next_moment_is_ahead_and_on_a_wanted_day(
    now: dt.datetime, days: frozenset[int]
) -> None:
    upcoming = schedule(days=days).next_moment(now)
    assert now < upcoming <= now + dt.timedelta(days=8)
    assert upcoming.astimezone(PARIS).weekday() in days
