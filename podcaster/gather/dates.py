"""Reading dates that others wrote."""

import datetime as dt
import re

NOON = dt.time(12)
EARLIEST = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)
_DAY_ONLY = re.compile(r"^\s*\d{4}-\d{2}-\d{2}\s*$")


def read_date(value: object, zone: dt.tzinfo = dt.UTC) -> dt.datetime | None:
    """A date in ISO 8601 or RFC 5322, a `datetime` or a `date`; None for one that doesn't exist.

    Without a zone it's taken for `zone`; a day without a time is its noon there, so that it
    stays the same day in most of the world.
    """
    match value:
        case dt.datetime():
            moment = value if value.tzinfo else value.replace(tzinfo=zone)
        case dt.date():
            moment = dt.datetime.combine(value, NOON, zone)
        case str() if parsed := _parse(value.strip()):
            return read_date(parsed, zone)
        case _:
            return None
    return moment if moment >= EARLIEST else None


def _parse(text: str) -> dt.datetime | dt.date | None:
    from email.utils import parsedate_to_datetime

    try:
        if _DAY_ONLY.match(text):
            return dt.date.fromisoformat(text)
        return dt.datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
