"""`today`, `yesterday` or a date, in the show's own time zone."""

import datetime as dt
from zoneinfo import ZoneInfo

from podcaster.errors import UsageError


def episode_date(word: str, now: dt.datetime, zone: ZoneInfo) -> dt.date:
    """Raises UsageError for what isn't a date, or lies in the future."""
    today = now.astimezone(zone).date()
    if word == "today":
        return today
    if word == "yesterday":
        return today - dt.timedelta(days=1)
    try:
        date = dt.date.fromisoformat(word)
    except ValueError as error:
        raise UsageError(
            f"{word!r} isn't a date that exists.",
            f"Write today, yesterday or a date such as {today.isoformat()}.",
        ) from error
    if date > today:
        raise UsageError(
            f"{word} hasn't come yet: in {zone.key} it is {today.isoformat()}.",
            "Its news can't be told before it has happened.",
        )
    return date
