"""A month of mornings: sources fail, days are missed, the machine is killed; each comes once."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from podcaster.errors import Busy, NothingToTell
from podcaster.schedule.due import Schedule, parse_time
from podcaster.schedule.runs import RunLog
from podcaster.schedule.tick import Outcome, tick
from podcaster.store.library import Library

PARIS = ZoneInfo("Europe/Paris")
FIRST = dt.date(2026, 10, 10)
QUARTER = dt.timedelta(minutes=15)


class Killed(BaseException):
    """The machine went off in the middle of a build."""


def ticks(first: dt.date, days: int) -> Iterator[dt.datetime]:
    now = dt.datetime.combine(first, dt.time(0, 0), PARIS).astimezone(dt.UTC)
    for _ in range(days * 24 * 4):
        yield now
        now += QUARTER


@pytest.fixture
def runs(tmp_path: Path) -> RunLog:
    return RunLog(Library(tmp_path / "library.sqlite"), "daily")


def schedule(catch_up: str = "all") -> Schedule:
    return Schedule("daily", parse_time("06:30"), frozenset(range(7)), PARIS, catch_up)  # type: ignore[arg-type]


@pytest.mark.parametrize("catch_up", ["all", "latest"])
def test_a_month_ends_with_every_episode_that_could_be_made_once_each(
    runs: RunLog, catch_up: str
) -> None:
    """The clocks change on the 25th; the machine is off from the 14th to the 16th."""
    published: list[dt.date] = []
    told: list[Outcome] = []
    failing_until = {dt.date(2026, 10, 12): 3, dt.date(2026, 10, 20): 99}
    killed_on = {dt.date(2026, 10, 18), dt.date(2026, 10, 25)}
    tries: dict[dt.date, int] = {}

    def build(date: dt.date) -> str:
        tries[date] = tries.get(date, 0) + 1
        if tries[date] <= failing_until.get(date, 0):
            raise NothingToTell("No source could be reached.")
        if date in killed_on and tries[date] == 1:
            raise Killed
        published.append(date)
        return "made"

    for now in ticks(FIRST, 31):
        local = now.astimezone(PARIS)
        if dt.date(2026, 10, 14) <= local.date() <= dt.date(2026, 10, 16):
            continue
        try:
            tick(schedule(catch_up), FIRST, now, runs, build, told.append)
        except Killed:
            continue

    month = [FIRST + dt.timedelta(days=n) for n in range(31)]
    never = {dt.date(2026, 10, 20)}
    if catch_up == "latest":
        never |= {dt.date(2026, 10, 14), dt.date(2026, 10, 15)}
    assert sorted(published) == [date for date in month if date not in never]
    assert len(published) == len(set(published))
    assert [o.date for o in told if o.last_attempt] == [dt.date(2026, 10, 20)]
    assert tries[dt.date(2026, 10, 12)] == 4


def test_a_build_that_still_runs_is_said_and_asked_again(runs: RunLog) -> None:
    now = dt.datetime(2026, 10, 10, 6, 30, tzinfo=PARIS)

    def busy(date: dt.date) -> str:
        raise Busy("Another build of 'daily' is still running.")

    [outcome] = tick(schedule(), FIRST, now, runs, busy, lambda _: None)
    assert outcome.result == "running"
    [outcome] = tick(schedule(), FIRST, now + QUARTER, runs, lambda _: "made", lambda _: None)
    assert outcome.result == "done"


def test_the_history_says_how_the_last_runs_ended(runs: RunLog) -> None:
    now = dt.datetime(2026, 10, 10, 6, 30, tzinfo=PARIS)

    def fail(date: dt.date) -> str:
        raise NothingToTell("No source could be reached.", "Try later.")

    tick(schedule(), FIRST, now, runs, fail, lambda _: None)
    tick(schedule(), FIRST, now + QUARTER, runs, lambda _: "made", lambda _: None)
    assert [(run.result, run.message) for run in runs.recent()] == [
        ("done", "made"),
        ("failed", "No source could be reached. Try later."),
    ]
