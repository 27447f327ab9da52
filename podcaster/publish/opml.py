"""All shows in one file that an app can import (OPML 2.0)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from podcaster.publish.folder import published_addresses
from podcaster.publish.site import Site

LARGEST_FEED = 20 * 1024 * 1024
"""Bytes; ours hold some 10 kB an episode."""


@dataclass(frozen=True)
class PublishedShow:
    """What a show's own feed says of it."""

    name: str
    title: str
    description: str
    language: str
    episodes: int
    latest: str
    """Title of the latest episode; empty where there is none."""


def published_shows(out: Path) -> tuple[PublishedShow, ...]:
    """Every show under `out` that has a feed, in order of title."""
    found = [_read(feed) for feed in sorted(out.glob("*/feed.xml")) if _is_published(out, feed)]
    return tuple(sorted((show for show in found if show), key=lambda show: show.title.casefold()))


def opml(shows: Sequence[PublishedShow], site: Site) -> bytes:
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Podcasts"
    body = etree.SubElement(root, "body")
    for show in shows:
        etree.SubElement(
            body,
            "outline",
            type="rss",
            text=show.title,
            title=show.title,
            description=show.description,
            language=show.language,
            xmlUrl=site.url(f"{show.name}/feed.xml"),
            htmlUrl=site.url(f"{show.name}/index.html"),
        )
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return content


def _is_published(out: Path, feed: Path) -> bool:
    show = feed.parent.name
    return f"{show}/feed.xml" in published_addresses(out, show)


def _read(feed: Path) -> PublishedShow | None:
    if feed.stat().st_size > LARGEST_FEED:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        channel = etree.parse(feed, parser).find("channel")
    except (OSError, etree.XMLSyntaxError):
        return None
    if channel is None:
        return None
    return PublishedShow(
        feed.parent.name,
        channel.findtext("title") or feed.parent.name,
        channel.findtext("description") or "",
        channel.findtext("language") or "",
        len(channel.findall("item")),
        channel.findtext("item/title") or "",
    )
