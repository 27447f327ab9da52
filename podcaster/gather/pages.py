"""Reading the articles of the events that stand a chance, until the episode is full."""

from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.contracts import Progress
from podcaster.errors import GatherError
from podcaster.gather.cleaning import one_line
from podcaster.gather.dispatch import Dispatch
from podcaster.gather.grouping import Event
from podcaster.gather.numbering import number_sentences
from podcaster.gather.reading import fetch_page, read_page
from podcaster.gather.side_by_side import side_by_side
from podcaster.gather.sifting import (
    Window,
    left_out,
    spoken_language,
    why_not_fresh,
    why_not_understood,
)
from podcaster.gather.splitting import split_sentences
from podcaster.gather.topics import topic_of
from podcaster.gather.web import Page, Web
from podcaster.models import LeftOut, NewsItem, Story
from podcaster.show import Show

AT_ONCE = 8
PAGES_SECONDS = 45.0
"""For one round of pages; those not there by then are told from the feed's own words, or not."""
ARTICLES_A_STORY = 4
LEAST_SENTENCES = 3
"""A text of fewer sentences tells no story."""


@dataclass(frozen=True)
class PageReader:
    """What reading pages takes."""

    web: Web
    show: Show
    window: Window
    progress: Progress

    def read(self, dispatch: Dispatch, page: Page | GatherError | None) -> Dispatch | LeftOut:
        """The whole article, or what the feed itself gives of it if that tells enough."""
        problem = page.message if isinstance(page, GatherError) else ""
        if isinstance(page, Page):
            try:
                dispatch = read_page(dispatch, page, self.show.language)
            except GatherError as error:
                problem = error.message
        language = spoken_language(dispatch, self.show)
        sentences = sum(
            len(split_sentences(paragraph, language)) for paragraph in dispatch.text.split("\n\n")
        )
        if sentences < LEAST_SENTENCES:
            reason = problem or "too little text to tell"
            return left_out(dispatch, reason)
        reason_against = why_not_fresh(dispatch, self.show, self.window) or why_not_understood(
            dispatch, self.show
        )
        return left_out(dispatch, reason_against) if reason_against else dispatch


def tell(
    events: Sequence[Event], room: int, reader: PageReader
) -> tuple[tuple[Story, ...], list[NewsItem], list[LeftOut]]:
    """The best `room` events as stories, the items that were read, and what was left out."""
    stories: list[Story] = []
    items: list[NewsItem] = []
    dropped: list[LeftOut] = []
    waiting = list(events)
    while waiting and len(stories) < room:
        batch = waiting[: room - len(stories)]
        waiting = waiting[len(batch) :]
        for event, read in zip(batch, _read_all(batch, reader), strict=True):
            dropped += [entry for entry in read if isinstance(entry, LeftOut)]
            articles = [entry for entry in read if isinstance(entry, Dispatch)]
            story = _story(f"s{len(stories) + 1}", event, articles, reader.show)
            if story is None:
                reason = f"nothing in it is new since {event.told_on}"
                dropped += [left_out(article, reason) for article in articles]
            else:
                stories.append(story)
                items += story.items
    for event in waiting:
        dropped += [
            left_out(dispatch, "there is more news than the episode has room for")
            for dispatch in event.dispatches
        ]
    return tuple(stories), items, dropped


def _read_all(events: Sequence[Event], reader: PageReader) -> list[list[Dispatch | LeftOut]]:
    """For each event, what came of reading its articles."""
    wanted = [
        (number, dispatch)
        for number, event in enumerate(events)
        for dispatch in event.dispatches[:ARTICLES_A_STORY]
    ]
    reader.progress.stage("articles", float(len(wanted)))
    found: dict[int, Dispatch | LeftOut] = {}
    for index, page in side_by_side(
        lambda pair: fetch_page(pair[1], reader.web), wanted, AT_ONCE, PAGES_SECONDS
    ):
        dispatch = wanted[index][1]
        found[index] = reader.read(dispatch, page)
        reader.progress.advance(1, one_line(dispatch.title)[:60])
    late = f"its page wasn't read within {PAGES_SECONDS:g} seconds"
    read: list[list[Dispatch | LeftOut]] = [[] for _ in events]
    for index, (number, dispatch) in enumerate(wanted):
        read[number].append(found.get(index) or left_out(dispatch, late))
    return read


def _story(story_id: str, event: Event, articles: Sequence[Dispatch], show: Show) -> Story | None:
    """None where there is nothing to tell that wasn't told before."""
    items = tuple(article.item(spoken_language(article, show)) for article in articles)
    told = [report.item for report in event.told if report.item]
    sentences = number_sentences(story_id, items, told)
    if len(sentences) < (1 if told else LEAST_SENTENCES):
        return None
    lead = items[0]
    return Story(
        id=story_id,
        title=lead.title,
        items=items,
        sentences=sentences,
        topic=topic_of(lead.title, lead.text, lead.language),
        score=event.score,
        told_on=event.told_on,
    )
