"""What one build came to, in figures: `report.json`."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import groupby

from pydantic import Field

from podcaster.models import (
    Edition,
    Heard,
    Language,
    Line,
    Loudness,
    Master,
    Recording,
    Script,
    Silence,
    Take,
    Value,
)

UNHEARD_LUFS = -60.0
"""Below this a host said too little for a meter."""


class Turn(Value):
    """A stretch in which one host has the floor; seconds from the episode's beginning."""

    host: str
    start: float = Field(ge=0)
    end: float = Field(ge=0)


class HostShare(Value):
    """What one host said."""

    host: str
    seconds: float
    share: float = Field(ge=0, le=1)
    """Of all that is spoken."""
    words: int
    words_per_minute: float
    lufs: float | None
    """The host's own integrated loudness; None where it's too little to be measured."""


class ChapterPace(Value):
    """One chapter: its place in seconds, and how fast it's spoken."""

    title: str
    start: float
    seconds: float
    words_per_minute: float


class Hearing(Value):
    """What a recogniser made of the whole episode."""

    words: int
    wrong: int
    rate: float
    """Share of the words that were heard differently."""
    said_again: tuple[Heard, ...]
    """Lines of which another take than the first is kept."""
    still_wrong: tuple[Heard, ...]
    """Lines of which too many words are heard differently, by whatever means they're said."""


class Report(Value):
    """One episode's figures."""

    show: str
    date: dt.date
    language: Language
    title: str
    audio: str
    """The name of the audio file, which lies beside the report."""
    seconds: float
    spoken_seconds: float
    words: int
    words_per_minute: float
    """While somebody speaks."""
    loudness: Loudness
    silences: tuple[Silence, ...]
    clipped: int
    dc_offset: float
    hosts: tuple[HostShare, ...]
    turns: tuple[Turn, ...]
    chapters: tuple[ChapterPace, ...]
    stories: int
    lines: int
    rendered: int
    cached: int
    render_seconds: float
    rtf: float
    """Seconds of rendering per second of rendered audio; 0 when all was cached."""
    not_honoured: dict[str, tuple[str, ...]]
    """By line id, the controls that an engine couldn't give."""
    hearing: Hearing | None = None
    """None where nobody listened."""
    warnings: tuple[str, ...]


def build_hearing(recording: Recording) -> Hearing | None:
    """The figures of what was heard; None where nobody listened."""
    heard = recording.heard
    if not heard:
        return None
    words, wrong = sum(one.words for one in heard), sum(one.wrong for one in heard)
    return Hearing(
        words=words,
        wrong=wrong,
        rate=round(wrong / words, 4) if words else 0.0,
        said_again=tuple(one for one in heard if one.means),
        still_wrong=tuple(one for one in heard if not one.passed),
    )


def build_report(edition: Edition, script: Script, recording: Recording, master: Master) -> Report:
    """The figures of a finished episode. Takes and starts are in the order of the lines."""
    takes = recording.takes
    spoken = sum(take.seconds for take in takes)
    words = sum(_words(line) for line in script.lines)
    fresh = [take for take in takes if not take.cached]
    rendered = sum(take.seconds for take in fresh)
    sound = master.soundness
    return Report(
        show=script.show,
        date=script.date,
        language=script.language,
        title=script.title,
        audio=master.path.name,
        seconds=round(master.seconds, 3),
        spoken_seconds=round(spoken, 3),
        words=words,
        words_per_minute=_pace(words, spoken),
        loudness=master.loudness,
        silences=sound.silences,
        clipped=sound.clipped,
        dc_offset=sound.dc_offset,
        hosts=tuple(_shares(script, takes, sound.host_lufs)),
        turns=tuple(_turns(script.lines, takes, master.starts)),
        chapters=tuple(_paces(script.lines, takes, master)),
        stories=len({line.story_id for line in script.lines if line.story_id}),
        lines=len(script.lines),
        rendered=len(fresh),
        cached=len(takes) - len(fresh),
        render_seconds=round(recording.render_seconds, 3),
        rtf=round(recording.render_seconds / rendered, 4) if rendered else 0.0,
        not_honoured={take.line_id: take.not_honoured for take in takes if take.not_honoured},
        hearing=build_hearing(recording),
        warnings=(*edition.notes, *script.notes, *recording.notes, *master.notes),
    )


def _shares(
    script: Script, takes: Sequence[Take], host_lufs: Mapping[str, float]
) -> list[HostShare]:
    spoken = sum(take.seconds for take in takes)
    shares: list[HostShare] = []
    for host in script.hosts:
        said = [
            (line, take)
            for line, take in zip(script.lines, takes, strict=True)
            if line.host == host.name
        ]
        seconds = sum(take.seconds for _, take in said)
        words = sum(_words(line) for line, _ in said)
        lufs = host_lufs.get(host.name, UNHEARD_LUFS)
        shares.append(
            HostShare(
                host=host.name,
                seconds=round(seconds, 3),
                share=round(seconds / spoken, 4),
                words=words,
                words_per_minute=_pace(words, seconds),
                lufs=lufs if lufs > UNHEARD_LUFS else None,
            )
        )
    return shares


def _turns(lines: Sequence[Line], takes: Sequence[Take], starts: Sequence[float]) -> list[Turn]:
    placed = zip(lines, takes, starts, strict=True)
    turns: list[Turn] = []
    for host, run in groupby(placed, key=lambda one: one[0].host):
        parts = [(start, start + take.seconds) for _, take, start in run]
        turns.append(Turn(host=host, start=parts[0][0], end=round(parts[-1][1], 3)))
    return turns


def _paces(lines: Sequence[Line], takes: Sequence[Take], master: Master) -> list[ChapterPace]:
    starts = [chapter.start for chapter in master.chapters]
    ends = [*starts[1:], max(master.seconds, starts[-1])] if starts else []
    paces: list[ChapterPace] = []
    for chapter, end in zip(master.chapters, ends, strict=True):
        inside = [
            (line, take)
            for line, take, start in zip(lines, takes, master.starts, strict=True)
            if chapter.start <= start < end
        ]
        words = sum(_words(line) for line, _ in inside)
        paces.append(
            ChapterPace(
                title=chapter.title,
                start=chapter.start,
                seconds=round(end - chapter.start, 3),
                words_per_minute=_pace(words, sum(take.seconds for _, take in inside)),
            )
        )
    return paces


def _words(line: Line) -> int:
    return len(line.text.split())


def _pace(words: int, seconds: float) -> float:
    return round(words * 60 / seconds, 1) if seconds else 0.0
