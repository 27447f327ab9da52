"""Telling an article's own words from what stands around them on its page."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from podcaster.gather.words import desk_words

HEADING_WORDS = 12
"""A paragraph of at most this many words that doesn't end like a sentence is a heading."""

_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,500}>")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(\s*»)?$")
_INITIALS_ONLY = re.compile(r"^(?:\W*[A-ZÀ-Þ]\W*){1,4}$")
_PIPES = re.compile(r"\S\s+[|•·]\s+\S")


def one_line(text: str) -> str:
    """A title or a name without markup, control characters and doubled spaces."""
    from html import unescape

    plain = _TAG.sub(" ", unescape(_TAG.sub(" ", unescape(text))))
    return " ".join(_without_controls(plain).split())


def _without_controls(text: str) -> str:
    """Composed characters; those that show nothing go, the ends of lines stay."""
    return "".join(
        character
        for character in unicodedata.normalize("NFC", text)
        if unicodedata.category(character)[0] != "C" or character in "\n\r\t"
    )


def plain_text(text: str) -> str:
    """Text without control characters; its lines are kept."""
    return _without_controls(text).replace("\r\n", "\n").replace("\r", "\n")


def article_text(paragraphs: Iterable[str], language: str, title: str = "") -> str:
    """The paragraphs that tell something, separated by empty lines.

    Goes: headings, bylines, captions, calls to read on, to subscribe or to share, notices of
    rights, the title repeated, paragraphs that come twice, the dateline at the beginning.
    """
    kept: list[str] = []
    for paragraph in paragraphs:
        text = without_dateline(one_line(paragraph), language)
        if text and text != title and text not in kept and is_prose(text, language):
            kept.append(text)
    return "\n\n".join(kept)


def is_prose(paragraph: str, language: str) -> bool:
    """Whether a paragraph is a part of the article's running text."""
    if _INITIALS_ONLY.match(paragraph) or desk_words(language).cleaning.junk.search(paragraph):
        return False
    if not any(character.isalpha() for character in paragraph):
        return False
    if _SENTENCE_END.search(paragraph):
        return not (paragraph.endswith("...") and len(paragraph.split()) <= 4)
    return len(paragraph.split()) > HEADING_WORDS and not _PIPES.search(paragraph)


def without_dateline(paragraph: str, language: str) -> str:
    return desk_words(language).cleaning.dateline.sub("", paragraph, count=1)


def paragraphs_of(text: str) -> Sequence[str]:
    """The paragraphs of a plain text file, whose lines may be wrapped or whole paragraphs.

    Lines are joined only where the file separates paragraphs by empty lines and the lines are as
    long as wrapped ones are; otherwise every line is a paragraph.
    """
    blocks = [block for block in re.split(r"\n\s*\n", plain_text(text)) if block.strip()]
    paragraphs: list[str] = []
    for block in blocks:
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if len(blocks) > 1 and _is_wrapped(lines):
            paragraphs.append(" ".join(lines))
        else:
            paragraphs.extend(lines)
    return paragraphs


def _is_wrapped(lines: Sequence[str]) -> bool:
    body = lines[:-1]
    longest = max(map(len, lines))
    return bool(body) and 40 <= longest <= 120 and min(map(len, body)) >= longest * 0.6
