"""Which day's episode is due. Pure: clock and history come in as values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from croniter import CroniterError, croniter

from podcaster.errors import UsageError

CatchUp = Literal["none", "latest", "all"]

CATCH_UP_DAYS = 7
"""Days further back are given up: feeds no longer hold their news."""
LATE = dt.timedelta(hours=3)
"""With `catch_up = "none"`, a day is missed once it's this late."""
MOST_ATTEMPTS = 8
FIRST_RETRY = dt.timedelta(minutes=14)
LONGEST_RETRY = dt.timedelta(hours=2)


@dataclass(frozen=True)
class Schedule:
    """A show's time of day, in its own zone, on some days of the week."""

    show: str
    at: dt.time
    days: frozenset[int]
    """0 is Monday, as in `datetime.date.weekday`."""
    zone: ZoneInfo
    catch_up: CatchUp = "latest"

    def moment(self, date: dt.date) -> dt.datetime:
        """When that day's build is due, in UTC.

        A time that the change of the clocks skips counts as if the clocks hadn't changed; one that
        comes twice is due the first time.
        """
        return dt.datetime.combine(date, self.at, self.zone).astimezone(dt.UTC)

    def next_moment(self, now: dt.datetime) -> dt.datetime:
        date = now.astimezone(self.zone).date()
        moments = (self.moment(date + dt.timedelta(days=n)) for n in range(9))
        wanted = (m for m in moments if m > now and m.astimezone(self.zone).weekday() in self.days)
        return next(wanted)


@dataclass(frozen=True)
class Attempts:
    """What has been tried for one day."""

    count: int
    last: dt.datetime
    done: bool


def parse_time(text: str) -> dt.time:
    """`06:30`. Raises UsageError."""
    try:
        return dt.datetime.strptime(text.strip(), "%H:%M").time()  # noqa: DTZ007 - a time of day
    except ValueError as error:
        raise UsageError(f"{text!r} isn't a time of day.", "Write it as 06:30.") from error


def parse_days(text: str) -> frozenset[int]:
    """`mon-fri`, `sat,sun`, `daily`. Raises UsageError."""
    field = "*" if text.strip().lower() in ("daily", "all", "*") else text.strip().lower()
    try:
        days = croniter.expand(f"0 0 * * {field}")[0][4]
    except CroniterError as error:
        raise UsageError(f"{text!r} names no days.", "Write mon-fri, sat,sun or daily.") from error
    return frozenset(range(7)) if days == ["*"] else frozenset((int(day) - 1) % 7 for day in days)


def due_dates(
    schedule: Schedule, since: dt.date, now: dt.datetime, history: Mapping[dt.date, Attempts]
) -> list[dt.date]:
    """The days to build now, oldest first; none before `since`, when the schedule was installed.

    A day is due from its moment on until it's done or given up. After a failed attempt it waits:
    a quarter of an hour, then twice as long each time, up to two hours.
    """
    today = now.astimezone(schedule.zone).date()
    window = [today - dt.timedelta(days=n) for n in range(CATCH_UP_DAYS, -1, -1)]
    open_days = [
        date
        for date in window
        if date >= since and date.weekday() in schedule.days and schedule.moment(date) <= now
    ]
    if schedule.catch_up == "latest":
        open_days = open_days[-1:]
    elif schedule.catch_up == "none":
        open_days = [date for date in open_days if now - schedule.moment(date) <= LATE]
    return [date for date in open_days if _may_try(history.get(date), now)]


def given_up(attempts: Attempts) -> bool:
    return not attempts.done and attempts.count >= MOST_ATTEMPTS


def _may_try(attempts: Attempts | None, now: dt.datetime) -> bool:
    if attempts is None:
        return True
    if attempts.done or given_up(attempts):
        return False
    doublings: int = 2 ** (attempts.count - 1)
    return now - attempts.last >= min(FIRST_RETRY * doublings, LONGEST_RETRY)
