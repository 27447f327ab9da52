"""Which days a moment may mean, counted from the day it's spoken on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from podcaster.write.evidence.reading.moments import Moment


@dataclass(frozen=True)
class Days:
    """From `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def holds(self, other: "Days") -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Days") -> bool:
        return self.first <= other.last and other.first <= self.last


def days_meant(moment: Moment, spoken_on: dt.date | None) -> tuple[Days, ...]:
    """Every stretch of days that the moment may mean; none where it can't be known."""
    try:
        return tuple(_meant(moment, spoken_on))
    except (ValueError, OverflowError):
        return ()


def _meant(moment: Moment, day: dt.date | None) -> Iterator[Days]:
    if moment.kind == "calendar":
        for year in _years(moment, day):
            yield _calendar(year, moment.month, moment.day)
    elif moment.kind == "decade" and moment.year:
        yield Days(dt.date(moment.year, 1, 1), dt.date(moment.year + 9, 12, 31))
    elif moment.kind == "shift":
        yield from _shifted(moment, day)
    elif day is None:
        return
    elif moment.kind == "weekday" and moment.weekday is not None:
        for step in _weekday_steps(moment.offset):
            candidate = day + dt.timedelta(days=step)
            if candidate.weekday() == moment.weekday:
                yield Days(candidate, candidate)
    elif moment.kind == "relative":
        yield _one(day + dt.timedelta(days=moment.offset))
    elif moment.kind == "period":
        yield from _period(moment.unit, moment.offset, day)
    elif moment.kind == "ago":
        yield from _ago(moment.unit, moment.offset, day)


def _shifted(moment: Moment, day: dt.date | None) -> Iterator[Days]:
    if moment.anchor is None:
        return
    for days in days_meant(moment.anchor, day):
        if moment.unit == "day":
            yield _one(days.first + dt.timedelta(days=moment.offset))
        elif moment.unit == "month":
            number = days.first.year * 12 + days.first.month - 1 + moment.offset
            yield _calendar(number // 12, number % 12 + 1, None)
        else:
            yield _calendar(days.first.year + moment.offset, None, None)


def _one(day: dt.date) -> Days:
    return Days(day, day)


def _years(moment: Moment, day: dt.date | None) -> tuple[int, ...]:
    if moment.year:
        return (moment.year,)
    if day is None:
        return ()
    if moment.unit == "year":
        return (day.year + moment.offset,)
    if moment.offset:
        return (day.year - 1, day.year) if moment.offset < 0 else (day.year, day.year + 1)
    return (day.year - 1, day.year, day.year + 1)


def _calendar(year: int, month: int | None, number: int | None) -> Days:
    if month is None:
        return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if number is None:
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return Days(dt.date(year, month, 1), following - dt.timedelta(days=1))
    return _one(dt.date(year, month, number))


def _weekday_steps(offset: int) -> range:
    if offset < 0:
        return range(-13, 0)
    return range(1, 14) if offset > 0 else range(-7, 8)


def _period(unit: str, offset: int, day: dt.date) -> Iterator[Days]:
    monday = day - dt.timedelta(days=day.weekday())
    if unit == "week":
        start = monday + dt.timedelta(weeks=offset)
        yield Days(start, start + dt.timedelta(days=6))
        if offset < 0:
            yield Days(day - dt.timedelta(days=7), day)
    elif unit == "weekend":
        saturday = monday + dt.timedelta(days=5, weeks=offset)
        yield Days(saturday - dt.timedelta(days=1), saturday + dt.timedelta(days=1))
        if not offset:
            yield Days(saturday - dt.timedelta(days=8), saturday - dt.timedelta(days=6))
    elif unit == "month":
        number = day.year * 12 + day.month - 1 + offset
        yield _calendar(number // 12, number % 12 + 1, None)
    elif unit == "year":
        yield _calendar(day.year + offset, None, None)


def _ago(unit: str, offset: int, day: dt.date) -> Iterator[Days]:
    if unit == "day":
        yield _one(day + dt.timedelta(days=offset))
    elif unit in ("week", "weekend"):
        middle = day + dt.timedelta(weeks=offset)
        yield Days(middle - dt.timedelta(days=4), middle + dt.timedelta(days=4))
    elif unit == "month":
        middle = day + dt.timedelta(days=30.44 * offset)
        yield Days(middle - dt.timedelta(days=20), middle + dt.timedelta(days=20))
    elif unit == "year":
        yield _calendar(day.year + offset, None, None)
        middle = day + dt.timedelta(days=365.25 * offset)
        yield Days(middle - dt.timedelta(days=100), middle + dt.timedelta(days=100))
