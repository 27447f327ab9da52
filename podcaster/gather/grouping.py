"""From single articles to ranked events."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.gather.clustering import Gist, cluster, gist_of
from podcaster.gather.dispatch import Dispatch
from podcaster.gather.ranking import score
from podcaster.gather.sifting import left_out, spoken_language
from podcaster.gather.told import Memory, ToldReport, is_news_since
from podcaster.gather.topics import topic_of
from podcaster.models import LeftOut, Topic
from podcaster.show import Show


@dataclass(frozen=True)
class Lead:
    """An article that may be told, and how far down its feed it stood, in [0, 1)."""

    dispatch: Dispatch
    place: float = 0.0


@dataclass(frozen=True)
class Event:
    """What one or more articles tell, best article first."""

    dispatches: tuple[Dispatch, ...]
    topic: Topic
    score: float
    told: tuple[ToldReport, ...] = ()
    """What earlier episodes told of it."""

    @property
    def told_on(self) -> dt.date | None:
        return max((report.date for report in self.told), default=None)


def group(
    leads: Sequence[Lead], show: Show, now: dt.datetime, memory: Memory
) -> tuple[list[Event], list[LeftOut]]:
    """Events by rank, and the articles left out because an earlier episode told them."""
    gists = [_gist(lead.dispatch, show) for lead in leads]
    events: list[Event] = []
    known: list[LeftOut] = []
    for indices in cluster(gists):
        kept = [leads[index] for index in indices]
        told = [
            report
            for index in indices
            if not leads[index].dispatch.source.named
            for report in memory.of_same_event(leads[index].dispatch, gists[index])
        ]
        if told:
            told_on = max(report.date for report in told)
            old = [lead for lead in kept if not _is_new(lead.dispatch, told_on, show, memory)]
            kept = [lead for lead in kept if lead not in old]
            known += [left_out(lead.dispatch, f"already told on {told_on}") for lead in old]
        if kept:
            events.append(_event(kept, show, now, told))
    return sorted(events, key=lambda event: -event.score), known


def _gist(dispatch: Dispatch, show: Show) -> Gist:
    language = spoken_language(dispatch, show)
    return gist_of(dispatch.title, dispatch.text, dispatch.published, language)


def _is_new(dispatch: Dispatch, told_on: dt.date, show: Show, memory: Memory) -> bool:
    if dispatch.source.named:
        return True
    return memory.told_itself(dispatch) is None and is_news_since(dispatch, told_on, show.zone)


def _event(
    leads: Sequence[Lead], show: Show, now: dt.datetime, told: Sequence[ToldReport]
) -> Event:
    """The article highest in the feed of the source that counts most leads; one that must be
    translated only where there is no other."""

    def rank(lead: Lead) -> tuple[bool, float, float]:
        foreign = spoken_language(lead.dispatch, show) != show.language
        return foreign, -lead.dispatch.source.weight, lead.place

    ordered = sorted(leads, key=rank)
    first = ordered[0].dispatch
    topic = topic_of(first.title, first.text, spoken_language(first, show))
    dispatches = tuple(lead.dispatch for lead in ordered)
    places = [lead.place for lead in ordered]
    return Event(
        dispatches=dispatches,
        topic=topic,
        score=score(dispatches, places, topic, show, now, bool(told)),
        told=tuple(told),
    )
