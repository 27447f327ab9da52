"""Show notes: what is told, when, from which sources, in whose voices, and that it's synthetic."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from podcaster.models import Chapter, Language
from podcaster.publish.clock import clock
from podcaster.publish.record import SourceLink, VoiceCredit
from podcaster.publish.words import words
from podcaster.publish.xml_text import one_line, xml_text

DESCRIPTION_BYTES = 4000
"""What directories read of a description (PSP-1, Apple)."""

FEWEST_CHAPTERS = 3
"""Apps take timestamps for chapters only from three on."""


@dataclass(frozen=True)
class Notes:
    summary: str
    chapters: Sequence[Chapter]
    sources: Sequence[SourceLink]
    voices: Sequence[VoiceCredit]
    language: Language


def notes_html(notes: Notes) -> str:
    """All of it."""
    return "".join(f"{opened}{''.join(rows)}{closed}" for opened, rows, closed in _blocks(notes))


def description_html(notes: Notes, limit: int = DESCRIPTION_BYTES) -> str:
    """As much of the notes as `limit` bytes hold, cut between rows, each element closed.

    A summary longer than half of that is cut within, between two characters.
    """
    (opened, summary, closed), *others = _blocks(notes)
    kept = f"{opened}{_cut(summary[0], limit // 2)}{closed}"
    for opened, rows, closed in others:
        room = limit - _size(kept) - _size(opened) - _size(closed)
        fitting: list[str] = []
        for row in rows:
            if _size(row) > room:
                break
            fitting.append(row)
            room -= _size(row)
        if fitting:
            kept += f"{opened}{''.join(fitting)}{closed}"
    return kept


def _blocks(notes: Notes) -> list[tuple[str, list[str], str]]:
    """Each block's opening, rows and closing; the notice stands early, so that no cut takes it."""
    said = words(notes.language)
    blocks = [
        ("<p>", [_text(xml_text(notes.summary))], "</p>"),
        ("<p>", [_text(said["notice" if notes.sources else "notice_alone"])], "</p>"),
    ]
    if len(notes.chapters) >= FEWEST_CHAPTERS:
        times = [f"<br />{clock(c.start)} {_text(one_line(c.title))}" for c in notes.chapters]
        blocks.append((f"<p><strong>{_text(said['chapters'])}</strong>", times, "</p>"))
    if notes.sources:
        sources = [f"<li>{_source(source)}</li>" for source in notes.sources]
        blocks.append((f"<p><strong>{_text(said['sources'])}</strong></p><ul>", sources, "</ul>"))
    if notes.voices:
        voices = [f"<li>{_voice(voice)}</li>" for voice in notes.voices]
        blocks.append((f"<p><strong>{_text(said['voices'])}</strong></p><ul>", voices, "</ul>"))
    return blocks


def _source(source: SourceLink) -> str:
    name, title = _text(one_line(source.source)), _text(one_line(source.title))
    licence = f" ({_text(one_line(source.licence))})" if source.licence else ""
    if source.url is None:
        return f"{name}: {title}{licence}"
    return f'{name}: <a href="{escape(source.url)}">{title}</a>{licence}'


def _voice(voice: VoiceCredit) -> str:
    about = ", ".join(part for part in (voice.licence, voice.credit) if part)
    name = f"{voice.host}: {voice.voice}"
    return _text(one_line(f"{name} ({about})" if about else name))


def _cut(escaped: str, limit: int) -> str:
    """At most `limit` bytes, never through a character nor through an entity."""
    if _size(escaped) <= limit:
        return escaped
    cut = escaped.encode()[: limit - len("…".encode())].decode(errors="ignore")
    start = cut.rfind("&")
    if start > cut.rfind(";"):
        cut = cut[:start]
    return f"{cut}…"


def _text(text: str) -> str:
    return escape(text, quote=False)


def _size(text: str) -> int:
    return len(text.encode())
