"""What earlier episodes told, and what has happened since."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from podcaster.gather.clustering import Gist, gist_of, same_event
from podcaster.gather.dispatch import Dispatch
from podcaster.models import NewsItem
from podcaster.show import Show
from podcaster.store.library import Library, Told


@dataclass(frozen=True)
class ToldReport:
    """An article that an earlier episode told."""

    date: dt.date
    gist: Gist
    item: NewsItem | None
    """None where the library has lost it."""


@dataclass(frozen=True)
class Memory:
    """What earlier episodes of a show told."""

    days: Mapping[str, dt.date] = field(default_factory=dict)
    """When each item was told last, by its id."""
    reports: tuple[ToldReport, ...] = ()

    def told_itself(self, dispatch: Dispatch) -> dt.date | None:
        """When this very article was told."""
        return self.days.get(dispatch.id)

    def of_same_event(self, dispatch: Dispatch, gist: Gist) -> list[ToldReport]:
        """The reports that told this article, or the event that it's about."""
        undated = dataclasses.replace(gist, published=None)
        return [
            report
            for report in self.reports
            if (report.item and report.item.id == dispatch.id) or same_event(undated, report.gist)
        ]


def remember(library: Library, show: Show, date: dt.date) -> Memory:
    """What the show told on earlier days; nothing of `date` itself, which may be a rebuilt day."""
    since = date - dt.timedelta(days=show.remember_days)
    told = [entry for entry in library.told_before(show.name, date) if entry.date >= since]
    days: dict[str, dt.date] = {}
    for entry in told:
        days[entry.item_id] = max(entry.date, days.get(entry.item_id, entry.date))
    known = {item.id: item for item in library.items(days)}
    return Memory(
        days, tuple(_report(entry, known.get(entry.item_id), show.language) for entry in told)
    )


def _report(entry: Told, item: NewsItem | None, language: str) -> ToldReport:
    title, text = (item.title, item.text) if item else (entry.story_title, "")
    return ToldReport(entry.date, gist_of(title, text, None, language), item)


def is_news_since(dispatch: Dispatch, told_on: dt.date, zone: dt.tzinfo) -> bool:
    """Whether an article came after the day on which its event was told."""
    if dispatch.published is None:
        return False
    return dispatch.published >= dt.datetime.combine(told_on, dt.time(), zone)
