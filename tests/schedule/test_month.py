"""A month of mornings on a frozen clock, through to the feed that listeners follow."""

import datetime as dt
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from lxml import etree

from podcaster.errors import NothingToTell
from podcaster.publish import release
from podcaster.schedule.due import Schedule, parse_time
from podcaster.schedule.runs import RunLog
from podcaster.schedule.tick import tick
from tests.publish.days import Desk, mp3

PARIS = ZoneInfo("Europe/Paris")
FIRST, DAYS = dt.date(2026, 10, 10), 31
"""The clocks go back on the 25th."""
OFF = {dt.date(2026, 10, 14), dt.date(2026, 10, 15)}
"""The machine stands still."""
FAILING = {dt.date(2026, 10, 12): 3, dt.date(2026, 10, 20): 99}
"""How often the sources can't be reached."""
KILLED_BEFORE_PUBLISHING = dt.date(2026, 10, 18)
KILLED_WHILE_PUBLISHING = dt.date(2026, 10, 25)
KILLED_BEFORE_NOTING = dt.date(2026, 10, 29)


class Killed(BaseException):
    """The machine went off."""


def test_a_month_is_in_the_feed_with_each_episode_once_and_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path)
    runs = RunLog(desk.library, "daily")
    schedule = Schedule("daily", parse_time("06:30"), frozenset(range(7)), PARIS, "all")
    tries: dict[dt.date, int] = {}
    guids: dict[dt.date, set[str]] = {}
    clock = [dt.datetime.combine(FIRST, dt.time(0), PARIS).astimezone(dt.UTC)]

    def build(date: dt.date) -> str:
        tries[date] = tries.get(date, 0) + 1
        first = tries[date] == 1
        if tries[date] <= FAILING.get(date, 0):
            raise NothingToTell("No source could be reached.")
        if first and date == KILLED_BEFORE_PUBLISHING:
            raise Killed
        with monkeypatch.context() as patched:
            if first and date == KILLED_WHILE_PUBLISHING:
                patched.setattr(release, "feed_xml", kill)
            episode = desk.publish(date, clock[0], mp3(440), title=f"The {date:%d}")
        guids.setdefault(date, set()).add(episode.guid)
        if first and date == KILLED_BEFORE_NOTING:
            raise Killed
        return "made"

    def kill(*_: object) -> bytes:
        raise Killed

    for quarter in range(DAYS * 24 * 4):
        clock[0] += dt.timedelta(minutes=15) if quarter else dt.timedelta()
        if clock[0].astimezone(PARIS).date() in OFF:
            continue
        try:
            tick(schedule, FIRST, clock[0], runs, build, lambda _: None)
        except Killed:
            continue

    month = [FIRST + dt.timedelta(days=number) for number in range(DAYS)]
    could_be_made = [date for date in month if date != dt.date(2026, 10, 20)]
    items = etree.parse(desk.out / "daily" / "feed.xml").findall("channel/item")
    assert [item.findtext("title") for item in items] == [
        f"The {date:%d}" for date in reversed(could_be_made)
    ]
    assert len({item.findtext("guid") for item in items}) == len(could_be_made)
    assert all(len(found) == 1 for found in guids.values())
    assert tries[dt.date(2026, 10, 12)] == 4
    assert tries[KILLED_WHILE_PUBLISHING] == tries[KILLED_BEFORE_NOTING] == 2
    for enclosure in (item.find("enclosure") for item in items):
        assert enclosure is not None
        audio = desk.out / urlsplit(enclosure.get("url")).path.removeprefix("/x/")  # type: ignore[arg-type]
        assert audio.stat().st_size == int(enclosure.get("length", ""))
    done = {run.date for run in runs.recent(500) if run.result == "done"}
    assert done == set(could_be_made)
