"""Is a feed what apps and directories ask for? Judges the file, not how it was made."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from podcaster.publish.categories import CATEGORIES
from podcaster.publish.check_files import Level, chapters_faults, sound_faults
from podcaster.publish.namespace import NAMESPACES

MOST_DESCRIPTION_BYTES = 4000
NUMBERING = re.compile(r"\s*((episode|épisode|folge|ep\.?)\s*#?\d+|#\d+|\d{1,4}(:| [-–]) )", re.I)
"""Such as `Episode 12`, `#12` and `12 - `; not `100 days`, nor `3. Liga`."""

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png")
AUDIO_TYPES = frozenset({"audio/mpeg", "audio/x-m4a", "audio/mp4", "audio/ogg"})
SMALLEST_IMAGE, LARGEST_IMAGE = 1400, 3000
SPACES = {
    **NAMESPACES,
    "content": "http://purl.org/rss/1.0/modules/content/",
}


@dataclass(frozen=True)
class Fault:
    """What isn't as it must or should be, and where."""

    level: Level
    place: str
    message: str


FindFile = Callable[[str], Path | None]
"""The local file behind an address, None where it lies elsewhere."""


def check_feed(content: bytes, now: dt.datetime, find: FindFile) -> list[Fault]:
    """All faults, those of the channel first; `now` is timezone-aware.

    Files that `find` knows are looked at too: the audio's length, rate and bitrate, a picture's
    size, chapters and transcripts.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return [Fault("must", "feed", f"isn't well-formed XML: {error}")]
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        return [Fault("must", "feed", "isn't RSS 2.0 with a channel")]
    faults = [*_namespaces(root), *_channel(channel, find)]
    for number, item in enumerate(channel.findall("item"), start=1):
        place = f"item {number} ({(item.findtext('title') or 'no title')[:40]})"
        faults += [Fault(level, place, said) for level, said in _item(item, now, find)]
    return [*faults, *_repeated(channel)]


def local_files(out: Path, base: str) -> FindFile:
    """Finds the files under `out` by their addresses below `base`."""

    def find(url: str) -> Path | None:
        if not url.startswith(f"{base}/"):
            return None
        return out / unquote(url.removeprefix(f"{base}/"))

    return find


def _namespaces(root: Any) -> Iterator[Fault]:
    for prefix in ("itunes", "podcast", "atom", "content"):
        if SPACES[prefix] not in root.nsmap.values():
            yield Fault("must", "feed", f"doesn't declare the namespace {prefix}")


def _channel(channel: Any, find: FindFile) -> Iterator[Fault]:
    for level, said in (*_channel_texts(channel), *_channel_addresses(channel, find)):
        yield Fault(level, "channel", said)


def _channel_texts(channel: Any) -> Iterator[tuple[Level, str]]:
    for name in ("title", "description", "language", "link"):
        if not (channel.findtext(name) or "").strip():
            yield "must", f"has no {name}"
    yield from _description(channel)
    yield from _explicit(channel)
    categories = channel.findall("itunes:category", SPACES)
    if not categories:
        yield "must", "has no itunes:category"
    for category in categories:
        name = category.get("text", "")
        if name not in CATEGORIES:
            yield "must", f"itunes:category {name!r} isn't one of Apple's, letter by letter"
            continue
        for sub in category.findall("itunes:category", SPACES):
            if sub.get("text") not in CATEGORIES[name]:
                yield "must", f"itunes:category {sub.get('text')!r} isn't within {name!r}"
    if channel.findtext("itunes:type", namespaces=SPACES) not in ("episodic", "serial"):
        yield "should", "has no itunes:type, episodic or serial"
    for name in ("itunes:author", "itunes:owner/itunes:email", "podcast:guid", "podcast:locked"):
        if not (channel.findtext(name, namespaces=SPACES) or "").strip():
            advice = "; set the show's email" if name.endswith("email") else ""
            yield "should", f"has no {name}{advice}"
    if not _says_synthetic(channel):
        yield "should", 'has no podcast:txt purpose="ai-content" that says true'


def _channel_addresses(channel: Any, find: FindFile) -> Iterator[tuple[Level, str]]:
    selves = [link for link in channel.findall("atom:link", SPACES) if link.get("rel") == "self"]
    if len(selves) != 1:
        yield "must", f'has {len(selves)} atom:link rel="self" instead of one'
    image = channel.find("itunes:image", SPACES)
    if image is None:
        yield "must", "has no itunes:image"
    else:
        yield from _image(image.get("href", ""), find)
    addresses = [link.get("href", "") for link in selves] + [channel.findtext("link") or ""]
    yield from _not_ascii(addresses)


def _item(item: Any, now: dt.datetime, find: FindFile) -> Iterator[tuple[Level, str]]:
    title = item.findtext("title") or ""
    if not title.strip():
        yield "must", "has no title"
    elif NUMBERING.match(title):
        yield "must", "has a number in its title; it belongs into itunes:episode"
    if not (item.findtext("guid") or "").strip():
        yield "must", "has no guid"
    yield from _enclosure(item.findall("enclosure"), find)
    yield from _description(item)
    yield from _explicit(item, needed=False)
    yield from _published(item.findtext("pubDate"), now)
    if not (item.findtext("itunes:duration", namespaces=SPACES) or "").isdigit():
        yield "should", "has no itunes:duration in seconds"
    if not item.findtext("link"):
        yield "should", "has no link"
    if item.findtext("itunes:episodeType", namespaces=SPACES) not in ("full", "trailer", "bonus"):
        yield "should", "has no itunes:episodeType"
    yield from _transcripts(item, find)
    yield from _chapters(item, find)
    if not _says_synthetic(item):
        yield "should", 'has no podcast:txt purpose="ai-content" that says true'
    image = item.find("itunes:image", SPACES)
    if image is not None:
        yield from _image(image.get("href", ""), find)


def _enclosure(enclosures: Sequence[Any], find: FindFile) -> Iterator[tuple[Level, str]]:
    if len(enclosures) != 1:
        yield "must", f"has {len(enclosures)} enclosures instead of one"
        return
    url, length, kind = (enclosures[0].get(name, "") for name in ("url", "length", "type"))
    if not url.startswith(("http://", "https://")):
        yield "must", f"has an enclosure without a full address: {url!r}"
    yield from _not_ascii([url])
    if kind not in AUDIO_TYPES:
        yield "must", f"has an enclosure of the type {kind!r}, which is no audio that apps know"
    if not length.isdigit() or int(length) == 0:
        yield "must", f"has an enclosure whose length is {length!r} instead of bytes"
        return
    path = find(url)
    if path is None:
        return
    if not path.is_file():
        yield "must", f"names {path}, which isn't there"
    elif path.stat().st_size != int(length):
        yield "must", f"says {length} bytes, and {path.name} has {path.stat().st_size}"
    else:
        yield from sound_faults(path)


def _transcripts(item: Any, find: FindFile) -> Iterator[tuple[Level, str]]:
    transcripts = item.findall("podcast:transcript", SPACES)
    if not transcripts:
        yield "should", "has no podcast:transcript"
    for transcript in transcripts:
        path = find(transcript.get("url", ""))
        if path is not None and not path.is_file():
            yield "should", f"names {path}, which isn't there"


def _chapters(item: Any, find: FindFile) -> Iterator[tuple[Level, str]]:
    chapters = item.find("podcast:chapters", SPACES)
    if chapters is None:
        yield "should", "has no podcast:chapters"
    elif (path := find(chapters.get("url", ""))) is not None:
        yield from chapters_faults(path)


def _published(text: str | None, now: dt.datetime) -> Iterator[tuple[Level, str]]:
    if not text:
        yield "should", "has no pubDate"
        return
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        yield "should", f"has a pubDate that isn't RFC 2822: {text!r}"
        return
    if moment.tzinfo is None:
        yield "should", f"has a pubDate without a zone: {text!r}"
    elif moment > now:
        yield "should", f"has a pubDate in the future: {text!r}"


def _description(node: Any) -> Iterator[tuple[Level, str]]:
    size = len((node.findtext("description") or "").encode())
    if size > MOST_DESCRIPTION_BYTES:
        yield "must", f"has a description of {size} bytes; {MOST_DESCRIPTION_BYTES} are read"


def _explicit(node: Any, needed: bool = True) -> Iterator[tuple[Level, str]]:
    said = node.findtext("itunes:explicit", namespaces=SPACES)
    if (needed or said is not None) and said not in ("true", "false"):
        yield "must", f"itunes:explicit is {said!r} instead of true or false"


def _image(url: str, find: FindFile) -> Iterator[tuple[Level, str]]:
    yield from _not_ascii([url])
    if not url.lower().endswith(IMAGE_SUFFIXES):
        yield "must", f"has artwork that's neither JPEG nor PNG by its name: {url!r}"
        return
    path = find(url)
    if path is None:
        return
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            width, height = picture.size
            kind, mode = picture.format, picture.mode
    except (FileNotFoundError, UnidentifiedImageError):
        yield "must", f"has artwork that isn't there or is no picture: {path}"
        return
    if width != height or not SMALLEST_IMAGE <= width <= LARGEST_IMAGE:
        yield "must", f"has artwork of {width} x {height}, not a square of 1400 to 3000 pixels"
    if mode != "RGB":
        yield "must", f"has artwork in {mode} instead of RGB without alpha"
    if (kind == "PNG") != url.lower().endswith(".png"):
        yield "must", f"has artwork whose name hides that it's a {kind}: {path.name}"


def _repeated(channel: Any) -> Iterator[Fault]:
    found = {
        "guid": [item.findtext("guid") for item in channel.findall("item")],
        "enclosure": [enclosure.get("url") for enclosure in channel.findall("item/enclosure")],
    }
    for name, values in found.items():
        for value in sorted({value for value in values if value and values.count(value) > 1}):
            yield Fault("must", "feed", f"two items share the {name} {value}")


def _not_ascii(addresses: Sequence[str]) -> Iterator[tuple[Level, str]]:
    for address in addresses:
        if not address.isascii():
            yield "must", f"has an address that isn't ASCII: {address!r}"


def _says_synthetic(node: Any) -> bool:
    return any(
        txt.get("purpose") == "ai-content" and (txt.text or "").strip() == "true"
        for txt in node.findall("podcast:txt", SPACES)
    )
