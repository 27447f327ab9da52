"""The feed, through feedgen: RSS 2.0 as PSP-1, Apple and the podcast namespace ask for it."""

import datetime as dt
from collections.abc import Sequence
from email.utils import format_datetime
from typing import Any

from feedgen.feed import FeedGenerator

from podcaster.models import Chapter
from podcaster.publish import chapters, namespace
from podcaster.publish.about import (
    author,
    cover_address,
    description,
    feed_address,
    page_address,
)
from podcaster.publish.categories import exact_category
from podcaster.publish.clock import clock
from podcaster.publish.record import EpisodeRecord
from podcaster.publish.rhythm import Rhythm, daily, rhythm
from podcaster.publish.site import Site, web_url
from podcaster.publish.words import words
from podcaster.publish.xml_text import one_line
from podcaster.show import Show

GENERATOR = "podcaster"
DAILY = "Daily News"
TIMED = frozenset({"text/vtt", "application/x-subrip"})
"""Transcripts that a player can show as captions."""

TRAILER_TITLE = 128
"""Characters, from the podcast namespace's trailer page."""

EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def feed_xml(show: Show, show_guid: str, episodes: Sequence[EpisodeRecord], site: Site) -> bytes:
    """The same bytes for the same episodes: nothing in it follows the clock.

    `episodes` come latest first. Raises PublishError for a category that Apple's list doesn't
    have.
    """
    feed = FeedGenerator()
    feed.load_extension("podcast")
    namespace.register(feed)
    _describe(feed, show, episodes, site)
    _add_podcast_elements(feed, show, show_guid)
    days = [episode.date for episode in episodes if not episode.is_trailer]
    if often := _rhythm(show, days):
        feed.more.add("podcast:updateFrequency", often.words, rrule=often.rule)
    for trailer in (episode for episode in episodes if episode.is_trailer):
        _add_trailer(feed.more, trailer, site)
    for episode in episodes:
        _add_item(feed, show, episode, site)
    content: bytes = feed.rss_str(pretty=True)
    return content


def _describe(feed: Any, show: Show, episodes: Sequence[EpisodeRecord], site: Site) -> None:
    title = one_line(show.title)
    page = web_url(show.website) or site.url(page_address(show))
    feed.title(title)
    feed.description(description(show))
    feed.language(show.language)
    feed.generator(GENERATOR)
    feed.lastBuildDate(max((episode.updated for episode in episodes), default=EPOCH))
    # feedgen makes the last link added the channel's own, so the page comes after the feed.
    feed.link(href=site.url(feed_address(show)), rel="self", type="application/rss+xml")
    feed.link(href=page, rel="alternate")
    artwork = site.url(cover_address(show))
    feed.image(url=artwork, title=title, link=page)
    category, subcategory = exact_category(show.category, show.subcategory)
    itunes = feed.podcast
    itunes.itunes_category({"cat": category, **({"sub": subcategory} if subcategory else {})})
    itunes.itunes_image(artwork)
    itunes.itunes_author(author(show))
    itunes.itunes_type("episodic")
    if show.email:
        itunes.itunes_owner(name=author(show), email=show.email)


def _add_podcast_elements(feed: Any, show: Show, show_guid: str) -> None:
    more = feed.more
    # feedgen's own setter writes yes or no, which validators refuse.
    more.add("itunes:explicit", str(show.explicit).lower())
    if show.hub:
        more.add("atom:link", href=show.hub, rel="hub")  # feedgen writes no link but its own
    more.add("podcast:guid", show_guid)
    more.add("podcast:medium", "podcast")
    more.add("podcast:locked", "yes", **({"owner": show.email} if show.email else {}))
    more.add("podcast:txt", "true", purpose="ai-content")
    for host in show.hosts:
        _add_person(more, host.name, show)
    if show.license:
        more.add("podcast:license", one_line(show.license))
    if funding := web_url(show.funding):
        more.add("podcast:funding", words(show.language)["funding"], url=funding)


def _rhythm(show: Show, days: Sequence[dt.date]) -> Rhythm | None:
    """As the episodes came; a young show that's filed under daily news is taken at its word."""
    young = daily(show.language) if days and show.subcategory == DAILY else None
    return rhythm(days, show.language) or young


def _add_trailer(more: Any, trailer: EpisodeRecord, site: Site) -> None:
    more.add(
        "podcast:trailer",
        one_line(trailer.title)[:TRAILER_TITLE],
        pubdate=format_datetime(trailer.published),
        url=site.url(trailer.audio),
        length=str(trailer.length),
        type=trailer.mime_type,
    )


def _add_item(feed: Any, show: Show, episode: EpisodeRecord, site: Site) -> None:
    entry = feed.add_entry(order="append")
    entry.title(one_line(episode.title))
    entry.guid(episode.guid, permalink=False)
    entry.link(href=site.url(episode.page))
    entry.description(episode.description)
    entry.content(episode.notes)
    entry.published(episode.published)
    entry.enclosure(site.url(episode.audio), str(episode.length), episode.mime_type)
    itunes = entry.podcast
    itunes.itunes_author(author(show))
    itunes.itunes_duration(str(round(episode.seconds)))
    itunes.itunes_image(site.url(episode.cover))
    itunes.itunes_episode_type("trailer" if episode.is_trailer else "full")
    more = entry.more
    more.add("itunes:explicit", str(show.explicit).lower())
    if not episode.is_trailer:
        itunes.itunes_season(episode.season)
        itunes.itunes_episode(episode.number)
        more.add("podcast:season", str(episode.season))
        more.add("podcast:episode", str(episode.number))
    for transcript in episode.transcripts:
        captions = {"rel": "captions"} if transcript.mime_type in TIMED else {}
        more.add(
            "podcast:transcript",
            url=site.url(transcript.address),
            type=transcript.mime_type,
            language=episode.language,
            **captions,
        )
    more.add("podcast:chapters", url=site.url(episode.chapters_file), type=chapters.MIME_TYPE)
    if bite := episode.soundbite:
        more.add(
            "podcast:soundbite",
            bite.title,
            startTime=f"{bite.start:.3f}",
            duration=f"{bite.seconds:.3f}",
        )
    for host in episode.hosts:
        _add_person(more, host, show)
    if show.license:
        more.add("podcast:license", one_line(show.license))
    more.add("podcast:txt", "true", purpose="ai-content")
    more.add_with(
        "psc:chapters",
        [_psc(episode, chapter, site) for chapter in episode.chapters],
        version="1.2",
    )


def _psc(episode: EpisodeRecord, chapter: Chapter, site: Site) -> Any:
    links = {"href": chapter.url, "image": chapters.picture_url(episode, chapter, site)}
    return namespace.element(
        "psc:chapter",
        start=clock(chapter.start, "."),
        title=chapter.title,
        **{key: value for key, value in links.items() if value},
    )


def _add_person(more: Any, host: str, show: Show) -> None:
    said = words(show.language)["synthetic_voice"]
    more.add("podcast:person", f"{one_line(host)} ({said})", role="host", group="cast")
