"""feedgen's extension for what it doesn't know: the `podcast:` and `psc:` namespaces.

An element is added with `add`; it's written in the order given, after feedgen's own.
"""

from collections.abc import Iterable
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from podcaster.publish.xml_text import xml_text

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "atom": "http://www.w3.org/2005/Atom",
}
NAME = "more"
"""Where feedgen keeps the extension: `feed.more.add(...)`."""


def element(name: str, text: str = "", **attributes: str) -> Any:
    """`name` is `prefix:local`; an attribute's trailing underscore is dropped (`type_`)."""
    prefix, _, local = name.partition(":")
    made = etree.Element(f"{{{NAMESPACES[prefix]}}}{local}", nsmap=NAMESPACES)
    for key, value in attributes.items():
        made.set(key.rstrip("_"), xml_text(value))
    if text:
        made.text = xml_text(text)
    return made


class _Elements:
    """What channel and item extensions share: a list, and how it's written."""

    def __init__(self) -> None:
        self._elements: list[Any] = []

    def add(self, name: str, text: str = "", **attributes: str) -> None:
        self._elements.append(element(name, text, **attributes))

    def add_with(self, name: str, children: Iterable[Any], **attributes: str) -> None:
        parent = element(name, **attributes)
        parent.extend(list(children))
        self._elements.append(parent)


class ChannelElements(_Elements, BaseExtension):  # type: ignore[misc]
    def extend_ns(self) -> dict[str, str]:
        return NAMESPACES

    def extend_rss(self, feed: Any) -> Any:
        feed[0].extend(self._elements)
        return feed


class ItemElements(_Elements, BaseEntryExtension):  # type: ignore[misc]
    def extend_rss(self, feed: Any) -> Any:
        feed.extend(self._elements)
        return feed


def register(feed: Any) -> None:
    """Gives a FeedGenerator and all its entries `more`."""
    feed.register_extension(NAME, ChannelElements, ItemElements, atom=False, rss=True)
