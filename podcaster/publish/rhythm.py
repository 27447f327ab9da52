"""How often a show comes out, read off the days on which it did."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from podcaster.models import Language
from podcaster.publish.words import words

WINDOW = dt.timedelta(days=28)
ENOUGH = dt.timedelta(days=14)
"""Episodes over fewer days than these tell nothing of a week."""
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = (0, 1, 2, 3, 4)


@dataclass(frozen=True)
class Rhythm:
    rule: str
    """A recurrence rule (RFC 5545, 3.3.10)."""
    words: str


def daily(language: Language) -> Rhythm:
    return Rhythm("FREQ=DAILY", words(language)["daily"])


def rhythm(dates: Iterable[dt.date], language: Language) -> Rhythm | None:
    """By the weekdays of the latest four weeks; None where two aren't full yet.

    A weekday counts where it came at least half as often as the most usual one, so that a day
    that was missed or made up for changes nothing.
    """
    latest = sorted(dates)
    if not latest or latest[-1] - latest[0] < ENOUGH:
        return None
    seen = Counter(date.weekday() for date in latest if latest[-1] - date < WINDOW)
    days = tuple(day for day in range(7) if 2 * seen[day] >= max(seen.values()))
    if len(days) == len(CODES):
        return daily(language)
    rule = f"FREQ=WEEKLY;BYDAY={','.join(CODES[day] for day in days)}"
    return Rhythm(rule, words(language)["workdays"] if days == WORKDAYS else _names(days, language))


def _names(days: Iterable[int], language: Language) -> str:
    from babel.dates import get_day_names

    names = get_day_names("wide", locale=language.replace("-", "_"))
    return ", ".join(str(names[day]) for day in days)
