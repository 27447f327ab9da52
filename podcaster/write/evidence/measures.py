"""What can be larger or smaller, later or earlier: a text's amounts, lengths of time and days."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcaster.write.evidence.bearers import bearer_after
from podcaster.write.evidence.matching import counted
from podcaster.write.evidence.numerals import unit_seconds
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.spans_of_time import Days, days_meant

_JOINED = 2
"""Words that may lie between `an hour` and `40 minutes` of one length of time."""
_BARE = "bare"
"""The dimension of large numbers that count nothing."""
_LARGE = 1e5
CLEARLY = 2
"""How many times further off another year must be for a day without one to be meant of this."""


@dataclass(frozen=True)
class Measure:
    """Words `first` to `last - 1`."""

    first: int
    last: int
    dimension: str
    """Only what has the same can be compared: a currency, a unit, `duration`, `moment`."""
    low: float
    high: float
    """From what to what it may reach; both are the same for an exact figure."""
    counted: str = ""
    """The stem of what it counts, where it has no unit."""

    def is_comparable(self, other: "Measure") -> bool:
        """Whether both measure the same; a large number that counts nothing may be a sum."""
        if self.dimension == other.dimension:
            return self.counted == other.counted and bool(self.dimension or self.counted)
        one, two = sorted((self.dimension, other.dimension))
        return one == _BARE and two.startswith("money")

    def is_above(self, other: "Measure") -> bool:
        return self.low > other.high


def amounts(reading: Reading) -> tuple[Measure, ...]:
    """The figures of a text that measure something, ranks and scores left out."""
    return tuple(_amounts(reading))


def _amounts(reading: Reading) -> Iterator[Measure]:
    pending: list[Measure] = []
    unit = 0.0
    for quantity in reading.quantities:
        found = _amount(reading, quantity)
        if found is None:
            continue
        before, larger = pending[-1] if pending else None, unit
        unit = unit_seconds().get(quantity.unit, 0.0)
        if before and 0 < unit < larger and found.first - before.last <= _JOINED:
            whole = before.low + found.low
            pending[-1] = Measure(before.first, found.last, before.dimension, whole, whole)
        else:
            pending.append(found)
    yield from pending


def _amount(reading: Reading, quantity: Quantity) -> Measure | None:
    if quantity.kind in ("ordinal", "score", "points", "share") or quantity.vague:
        return None
    values = quantity.values
    dimension = quantity.unit
    if quantity.kind in ("percent", "money"):
        dimension = f"{quantity.kind} {quantity.unit}"
    elif quantity.unit in unit_seconds():
        dimension = "duration"
        values = tuple(value * unit_seconds()[quantity.unit] for value in values)
    if _is_per(reading, quantity):
        dimension += " per"
    noun = "" if dimension else _counted(reading, quantity)
    if not dimension and not noun and values[0] >= _LARGE:
        dimension = _BARE
    return Measure(quantity.first, quantity.last, dimension, values[0], values[0], noun)


def _counted(reading: Reading, quantity: Quantity) -> str:
    """`dix victoires, contre huit pour Baker`: both are of victories, and none of Baker."""
    at = counted(reading, quantity)
    if bearer_after(reading, quantity) is not None and at != quantity.last:
        sentence_of = reading.passage.sentence_of
        before = [q for q in reading.quantities if q.last <= quantity.first]
        same = before and sentence_of[before[-1].first] == sentence_of[quantity.first]
        return _counted(reading, before[-1]) if same else ""
    return "" if at is None or at > quantity.last + 1 else reading.passage.words[at].stem


def _is_per(reading: Reading, quantity: Quantity) -> bool:
    """Whether it's a rate, as in `21 km/h`."""
    words = reading.passage.words
    return quantity.last < len(words) and words[quantity.last].text == "/"


def days(reading: Reading) -> tuple[Measure, ...]:
    """The days, months and years that a text names, where it's clear which year is meant."""
    return tuple(_days(reading))


def _days(reading: Reading) -> Iterator[Measure]:
    for moment in reading.moments:
        if moment.kind == "clock":
            continue
        day = reading.day_at(moment.first)
        meant = _likeliest(days_meant(moment, day), day)
        if meant is not None:
            low, high = meant.first.toordinal(), meant.last.toordinal()
            yield Measure(moment.first, moment.last, "moment", low, high)


def _likeliest(meant: Sequence[Days], day: dt.date | None) -> Days | None:
    """The stretch of days nearest to the day of speaking, where no other is about as near."""
    if len(meant) < 2 or day is None:
        return meant[0] if len(meant) == 1 else None
    far = sorted(
        (abs((days.first - day).days), days.first, days.last, at) for at, days in enumerate(meant)
    )
    return meant[far[0][3]] if far[0][0] * CLEARLY <= far[1][0] else None
