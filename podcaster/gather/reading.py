"""Asking one source for what it has: which kind it is, is seen by looking."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class Asked:
    """A source, and whether the user chose it, which then may be on a private network."""

    source: Source
    trusted: bool
    address: str | None = None
    """Where to look, if it isn't the source's own address: the feed that its page names."""

    @property
    def path(self) -> Path | None:
        """Where on this machine the source is; None for one on the web."""
        if self.source.path is not None:
            return self.source.path
        parts = urlsplit(str(self.source.url))
        return Path(unquote(parts.path)) if parts.scheme == "file" else None


def fetch_source(asked: Asked, web: Web | None) -> Page | GatherError | None:
    """What is at a source's address, or why it can't be had; None for one on this machine.

    `web` is None offline.
    """
    if asked.path is not None:
        return None
    if web is None:
        return GatherError(f"{asked.source.location}: not fetched, as this build is offline")
    try:
        return web.get(asked.address or str(asked.source.url), _private(asked))
    except GatherError as error:
        return error


def read_source(asked: Asked, fetched: Page | GatherError | None, language: str) -> Reading | Asked:
    """What a source has, read in the thread that calls: extraction isn't safe in several at once.

    Never raises for a source that can't be read: the reading says why. A page that holds no
    article, but names its site's feed, is to be asked for that feed.
    """
    source = asked.source
    name = source.name or source.location
    if isinstance(fetched, GatherError):
        return Reading(source, name, error=fetched.message)
    try:
        if fetched is not None:
            return _read_web(asked, fetched, language)
        path = asked.path or Path(name)
        folder = read_local(source, path, language)
        return Reading(source, source.name or path.name, folder.dispatches, folder.unusable)
    except GatherError as error:
        return Reading(source, name, error=error.message)


def fetch_page(dispatch: Dispatch, web: Web) -> Page | GatherError | None:
    """The page of an article that a feed announced; None where the feed gave all of it."""
    if dispatch.complete:
        return None
    try:
        return web.get(dispatch.url, dispatch.private, linked=True)
    except GatherError as error:
        return error


def read_page(dispatch: Dispatch, page: Page, language: str) -> Dispatch:
    """The article that a feed announced. Raises GatherError."""
    return dispatch.with_page(
        read_article(page.content, page.url, dispatch.source, language, dispatch.private)
    )


def _private(asked: Asked) -> frozenset[Origin]:
    """Which private addresses the source may lead to. Raises GatherError."""
    import httpx

    address = str(asked.source.url)
    try:
        return frozenset({origin_of(address)}) if asked.trusted else frozenset()
    except httpx.InvalidURL as error:
        raise GatherError(f"{address}: that isn't an http or https address") from error


def _read_web(asked: Asked, page: Page, language: str) -> Reading | Asked:
    source, private = asked.source, _private(asked)
    if asked.address or looks_like_feed(page.content, page.content_type):
        feed = read_feed(page.content, page.url, page.content_type, source, language, private)
        return Reading(source, source.name or feed.title, feed.dispatches, feed.unusable)
    try:
        article = read_article(page.content, page.url, source, language, private)
    except GatherError:
        announced = _announced_feed(page)
        if announced is None:
            raise
        return replace(asked, address=announced)
    return Reading(source, article.publisher, (article,))


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
