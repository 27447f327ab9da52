"""Which stories come first, and how many there is room for."""

import datetime as dt
import math
from collections.abc import Sequence

from podcaster.gather.dispatch import Dispatch
from podcaster.models import Topic
from podcaster.show import Show

UNDATED = 0.5
SOURCES = 0.6
WANTED = 0.6
AVOIDED = 1.5
FOLLOW_UP = 0.4
PLACE = 0.3
"""How much each counts; a story fresh from one ordinary source has about 1."""

FEWEST_STORIES = 3
MOST_STORIES = 16


def stories_for(minutes: float | None) -> int:
    """How many stories an episode of this length has room for: about one a minute."""
    wanted = MOST_STORIES if minutes is None else round(minutes) + 1
    return max(FEWEST_STORIES, min(MOST_STORIES, wanted))


def score(
    dispatches: Sequence[Dispatch],
    places: Sequence[float],
    topic: Topic,
    show: Show,
    now: dt.datetime,
    follow_up: bool = False,
) -> float:
    """Higher is told earlier. `places` in [0, 1]: how far down its feed each article stood."""
    freshness = max(_freshness(each.published, now, show.freshness_hours) for each in dispatches)
    publishers = len({each.publisher for each in dispatches})
    weight = max(each.source.weight for each in dispatches)
    return (
        weight * (freshness + SOURCES * math.log2(publishers))
        - PLACE * min(places)
        + WANTED * (topic in show.wants)
        - AVOIDED * (topic in show.avoids)
        - FOLLOW_UP * follow_up
    )


def _freshness(published: dt.datetime | None, now: dt.datetime, window_hours: float) -> float:
    """1 for what is new, a third at the end of the window, going on to 0."""
    if published is None:
        return UNDATED
    age = max(0.0, (now - published).total_seconds() / 3600)
    return math.exp(-age / window_hours)
