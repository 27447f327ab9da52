"""RSS and Atom feeds."""

import calendar
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from podcaster.errors import GatherError
from podcaster.gather.cleaning import article_text, one_line
from podcaster.gather.dates import read_date
from podcaster.gather.dispatch import Dispatch, web_address
from podcaster.gather.guard import Origin
from podcaster.gather.language import language_code
from podcaster.gather.markup import markup_paragraphs
from podcaster.models import Source

MOST_ENTRIES = 60
"""Taken from one feed, in its own order: the newest come first."""
FEED_MARKS = (b"<rss", b"<feed", b"<rdf:rdf", b"<?xml")


@dataclass(frozen=True)
class Feed:
    """What a feed holds; `unusable` says what was wrong with the entries left out."""

    title: str
    dispatches: tuple[Dispatch, ...]
    unusable: tuple[tuple[str, str], ...] = ()
    """(title or address, reason)"""


def looks_like_feed(content: bytes, content_type: str) -> bool:
    start = content[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return False
    return any(kind in content_type for kind in ("rss", "atom")) or any(
        mark in start[:600] for mark in FEED_MARKS
    )


def read_feed(
    content: bytes,
    url: str,
    content_type: str,
    source: Source,
    language: str,
    private: frozenset[Origin] = frozenset(),
) -> Feed:
    """The entries of a feed, in its order. `language` is the show's, for feeds that say none.

    Raises GatherError for what is no feed, or one without entries.
    """
    import feedparser

    if b"<!entity" in content.replace(b"\0", b"").lower():
        raise GatherError(
            f"{url}: this feed defines entities of its own, which no news feed needs",
            "Ask its publisher, or leave it out.",
        )
    parsed = feedparser.parse(
        io.BytesIO(content),
        response_headers={"content-type": content_type, "content-location": url},
    )
    entries: Sequence[Mapping[str, Any]] = parsed.get("entries", [])
    channel: Mapping[str, Any] = parsed.get("feed", {})
    if not entries:
        raise GatherError(
            f"{url}: {'this feed has no entries' if parsed.get('version') else 'this is no feed'}",
            "Open the address in a browser to see what it gives.",
        )
    title = one_line(str(channel.get("title", "")))
    spoken = source.language or language_code(channel.get("language"))
    dispatches: list[Dispatch] = []
    unusable: list[tuple[str, str]] = []
    for entry in entries[:MOST_ENTRIES]:
        link = web_address(url, str(entry.get("link") or _permanent_id(entry)))
        publisher = _publisher(entry, source, title, url)
        name = _without_publisher(one_line(str(entry.get("title", ""))), publisher)
        if link is None:
            unusable.append((name or "an entry", "it links to no web page"))
            continue
        texts = [str(part.get("value", "")) for part in entry.get("content", ())]
        texts.append(str(entry.get("summary", "")))
        richest = max((markup_paragraphs(text) for text in texts), key=_size)
        dispatches.append(
            Dispatch(
                source=source,
                publisher=publisher,
                url=link,
                title=name,
                text=article_text(richest, spoken or language, name),
                published=_published(entry),
                language=spoken,
                image_url=_image(entry, link),
                private=private,
            )
        )
    return Feed(title, tuple(dispatches), tuple(unusable))


def _permanent_id(entry: Mapping[str, Any]) -> str:
    identifier = str(entry.get("id", ""))
    return identifier if identifier.startswith(("http://", "https://")) else ""


def _size(paragraphs: Sequence[str]) -> int:
    return sum(map(len, paragraphs))


def _publisher(entry: Mapping[str, Any], source: Source, title: str, url: str) -> str:
    """The entry's own publisher in a feed of several, else the source as the show names it."""
    named = one_line(str(entry.get("source", {}).get("title", "")))
    return named or source.name or title or (urlsplit(url).hostname or "")


def _without_publisher(title: str, publisher: str) -> str:
    """A title without its newspaper's name at the end, as aggregators add it."""
    for mark in (" - ", " | ", " – "):
        bare = title.removesuffix(f"{mark}{publisher}")
        if bare and bare != title:
            return bare
    return title


def _published(entry: Mapping[str, Any]) -> dt.datetime | None:
    # Only keys that are there: feedparser answers others with a kin's value, and warns of it.
    for key in ("published", "updated", "created"):
        if f"{key}_parsed" in entry and (found := _moment(entry[f"{key}_parsed"])):
            return found
        if key in entry and (found := read_date(entry[key])):
            return found
    return None


def _moment(parsed: Any) -> dt.datetime | None:
    """feedparser's time in UTC; None where it's no time that exists."""
    try:
        return read_date(dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC))
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _image(entry: Mapping[str, Any], link: str) -> str | None:
    media = [*entry.get("media_content", ()), *entry.get("media_thumbnail", ())]
    media += [part for part in entry.get("enclosures", ()) if "image" in str(part.get("type", ""))]
    for part in media:
        address = str(part.get("url") or part.get("href") or "")
        kind = str(part.get("medium") or part.get("type") or "image")
        if address and "image" in kind:
            return web_address(link, address)
    return None
