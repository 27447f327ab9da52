"""What stays the same for ever: the podcast's guid, an episode's guid, number and date."""

import datetime as dt
import uuid

from podcaster.show import Show

PODCAST_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The podcast namespace's own, for `podcast:guid`."""


def podcast_guid(feed_url: str) -> str:
    """UUIDv5 of the feed's URL without scheme and trailing slashes (podcast namespace, `guid`)."""
    _, _, address = feed_url.rpartition("://")
    return str(uuid.uuid5(PODCAST_NAMESPACE, address.rstrip("/")))


def proposed_guid(feed_url: str, base_url: str | None, now: dt.datetime) -> str:
    """The guid for a show that has none yet.

    Without a base URL every machine would have the same feed URL, so the moment of the first
    build is part of the name.
    """
    return podcast_guid(feed_url if base_url else f"{feed_url}#{now.isoformat()}")


def episode_guid(show_guid: str, slug: str) -> str:
    """The same for each build of a day; `slug` is the day, or what the trailer is called."""
    return str(uuid.uuid5(uuid.UUID(show_guid), slug))


def published_at(show: Show, date: dt.date, now: dt.datetime) -> dt.datetime:
    """`now` for today's episode, noon of its day for an earlier one; whole seconds, not future."""
    day = dt.datetime.combine(date, dt.time(12), show.zone)
    moment = now if now.astimezone(show.zone).date() == date else min(now, day)
    return moment.astimezone(dt.UTC).replace(microsecond=0)
