"""What earlier episodes told, and what has happened since."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from podcaster.gather.clustering import Gist, gist_of, same_event
from podcaster.gather.dispatch import Dispatch
from podcaster.models import NewsItem
from podcaster.store.library import Library, Told

REMEMBERED_DAYS = 30


@dataclass(frozen=True)
class Memory:
    """The stories of earlier episodes, as far back as REMEMBERED_DAYS."""

    days: Mapping[str, dt.date] = field(default_factory=dict)
    """When each item was told last, by its id."""
    gists: Sequence[tuple[dt.date, Gist]] = ()

    def told_itself(self, dispatch: Dispatch) -> dt.date | None:
        """When this very article was told."""
        return self.days.get(dispatch.id)

    def told_event(self, gist: Gist) -> dt.date | None:
        """When an episode last told the event that the article is about."""
        undated = dataclasses.replace(gist, published=None)
        return max((day for day, told in self.gists if same_event(undated, told)), default=None)


def remember(library: Library, show: str, date: dt.date, language: str) -> Memory:
    """What the show told on earlier days; nothing of `date` itself, which may be a rebuilt day."""
    since = date - dt.timedelta(days=REMEMBERED_DAYS)
    told = [entry for entry in library.told_before(show, date) if entry.date >= since]
    days: dict[str, dt.date] = {}
    for entry in told:
        days[entry.item_id] = max(entry.date, days.get(entry.item_id, entry.date))
    return Memory(days, _gists(told, library.items(days), language))


def _gists(
    told: Iterable[Told], items: Iterable[NewsItem], language: str
) -> list[tuple[dt.date, Gist]]:
    known = {item.id: item for item in items}
    found: list[tuple[dt.date, Gist]] = []
    for entry in told:
        item = known.get(entry.item_id)
        title = item.title if item else entry.story_title
        text = item.text if item else ""
        found.append((entry.date, gist_of(title, text, None, language)))
    return found


def is_news_since(dispatch: Dispatch, told_on: dt.date, zone: dt.tzinfo) -> bool:
    """Whether an article came after the day on which its event was told."""
    if dispatch.published is None:
        return False
    return dispatch.published >= dt.datetime.combine(told_on, dt.time(), zone)
