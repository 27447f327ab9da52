"""Asking one source for what it has: which kind it is, is seen by looking."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from podcaster.errors import GatherError
from podcaster.gather.article import read_article
from podcaster.gather.dispatch import Dispatch, web_address
from podcaster.gather.feed import looks_like_feed, read_feed
from podcaster.gather.guard import Origin, origin_of
from podcaster.gather.local import read_local
from podcaster.gather.web import Page, Web
from podcaster.models import Source


@dataclass(frozen=True)
class Reading:
    """What came of asking one source."""

    source: Source
    name: str
    dispatches: tuple[Dispatch, ...] = ()
    unusable: tuple[tuple[str, str], ...] = ()
    """(title or file, reason)"""
    error: str | None = None


def read_source(source: Source, web: Web | None, language: str, trusted: bool) -> Reading:
    """Never raises for a source that can't be read: the reading says why.

    `web` is None offline; `trusted` says whether the user chose the source, which then may be on
    a private network.
    """
    try:
        path = _local_path(source)
        if path is not None:
            folder = read_local(source, path, language)
            return Reading(source, source.name or path.name, folder.dispatches, folder.unusable)
        if web is None:
            raise GatherError(f"{source.location}: not fetched, as this build is offline")
        return _read_web(source, str(source.url), web, language, trusted)
    except GatherError as error:
        return Reading(source, source.name or source.location, error=error.message)


def read_page(dispatch: Dispatch, web: Web, language: str) -> Dispatch:
    """The article that a feed announced. Raises GatherError."""
    page = web.get(dispatch.url, dispatch.private, linked=True)
    return dispatch.with_page(
        read_article(page.content, page.url, dispatch.source, language, dispatch.private)
    )


def _local_path(source: Source) -> Path | None:
    if source.path is not None:
        return source.path
    parts = urlsplit(str(source.url))
    return Path(unquote(parts.path)) if parts.scheme == "file" else None


def _read_web(source: Source, url: str, web: Web, language: str, trusted: bool) -> Reading:
    import httpx

    try:
        private = frozenset({origin_of(url)}) if trusted else frozenset[Origin]()
    except httpx.InvalidURL as error:
        raise GatherError(f"{url}: that isn't an http or https address") from error
    page = web.get(url, private)
    if looks_like_feed(page.content, page.content_type):
        return _as_feed(source, page, language, private)
    try:
        article = read_article(page.content, page.url, source, language, private)
    except GatherError as no_article:
        announced = _announced_feed(page)
        if announced is None:
            raise no_article
        return _as_feed(source, web.get(announced, private), language, private)
    return Reading(source, article.publisher, (article,))


def _as_feed(source: Source, page: Page, language: str, private: frozenset[Origin]) -> Reading:
    feed = read_feed(page.content, page.url, page.content_type, source, language, private)
    return Reading(source, source.name or feed.title, feed.dispatches, feed.unusable)


def _announced_feed(page: Page) -> str | None:
    """The feed that a site's own page names in its head."""
    from lxml import etree, html

    try:
        root = html.fromstring(page.content)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    for link in root.iter("link"):
        attributes: Mapping[str, str] = link.attrib
        kind = attributes.get("type", "").lower()
        if "alternate" in attributes.get("rel", "").lower() and ("rss" in kind or "atom" in kind):
            return web_address(page.url, attributes.get("href", ""))
    return None
