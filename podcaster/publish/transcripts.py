"""The transcript in the formats that apps read: WebVTT, SRT, JSON and HTML."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape

from podcaster.models import Language, Word
from podcaster.publish.captions import Cue, cues
from podcaster.publish.clock import clock
from podcaster.publish.spoken import SpokenLine

VTT_WIDTH, VTT_ROWS = 65, 1
SRT_WIDTH, SRT_ROWS = 32, 2
"""Characters a row and rows a cue, from the podcast namespace's transcript page."""


def webvtt(lines: Sequence[SpokenLine], language: Language) -> str:
    """WebVTT with a voice tag in each cue (W3C, WebVTT 4.2.2)."""
    blocks = [f"WEBVTT\nLanguage: {language}"]
    for cue in cues(lines, VTT_WIDTH, VTT_ROWS):
        rows = "\n".join(_vtt_text(row) for row in cue.rows)
        voice = _vtt_text(cue.host).replace("\n", " ")
        blocks.append(f"{_span(cue, '.')}\n<v {voice}>{rows}")
    return "\n\n".join(blocks) + "\n"


def subrip(lines: Sequence[SpokenLine], _: Language) -> str:
    """SRT, each turn opening with its host's name and a colon."""
    blocks = []
    for number, cue in enumerate(cues(_named(lines), SRT_WIDTH, SRT_ROWS), start=1):
        rows = "\n".join(cue.rows)
        blocks.append(f"{number}\n{_span(cue, ',')}\n{rows}")
    return "\n\n".join(blocks) + "\n"


def segments(lines: Sequence[SpokenLine], _: Language) -> str:
    """The podcast namespace's JSON, with each segment's words besides."""
    found = [
        {
            "speaker": cue.host,
            "startTime": round(cue.start, 3),
            "endTime": round(cue.end, 3),
            "body": cue.text,
            "words": [
                {
                    "word": word.word,
                    "startTime": round(word.start, 3),
                    "endTime": round(word.end, 3),
                }
                for word in cue.words
            ],
        }
        for cue in cues(lines, VTT_WIDTH, VTT_ROWS)
    ]
    return json.dumps({"version": "1.0.0", "segments": found}, ensure_ascii=False, indent=1) + "\n"


def html(lines: Sequence[SpokenLine], language: Language) -> str:
    """The podcast namespace's HTML: speaker, time and paragraph, and nothing else."""
    turns = "".join(
        f"<cite>{escape(line.line.host)}:</cite>\n<time>{clock(line.start)}</time>\n"
        f"<p>{escape(line.line.text)}</p>\n"
        for line in lines
    )
    head = f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"></head><body>\n'
    return f"{head}{turns}</body></html>\n"


def _named(lines: Sequence[SpokenLine]) -> list[SpokenLine]:
    """The lines with the host's name as the first words wherever another host takes over."""
    named: list[SpokenLine] = []
    for line in lines:
        words = line.words
        if words and (not named or named[-1].line.host != line.line.host):
            label = [
                Word(word=part, start=line.start, end=line.start)
                for part in f"{line.line.host}:".split()
            ]
            words = (*label, *words)
        named.append(replace(line, words=words))
    return named


def _span(cue: Cue, mark: str) -> str:
    return f"{clock(cue.start, mark)} --> {clock(cue.end, mark)}"


def _vtt_text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


Format = Callable[[Sequence[SpokenLine], Language], str]

FORMATS: Mapping[str, tuple[str, Format]] = {
    "transcript.vtt": ("text/vtt", webvtt),
    "transcript.srt": ("application/x-subrip", subrip),
    "transcript.json": ("application/json", segments),
    "transcript.html": ("text/html", html),
}
"""By file name: the MIME type, and what writes it."""
