"""What tones and styles must do, held against what was measured of them."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

SEMITONE, RATE_SHARE, LEVEL_DB = 1.0, 0.05, 1.5
"""A listener's just-noticeable differences: two tones differ by more in one measure at least."""
PITCH_OFF, RATE_OFF, LEVEL_OFF = 0.5, 0.03, 0.5
"""How far what is heard may lie off what was asked for: semitones, a share, decibels."""
MOST_DNSMOS = 0.1
"""What a tone or a style may cost of how clean the voice sounds."""


@dataclass(frozen=True)
class Asked:
    """What a preset asks for."""

    rate: float
    pitch: float
    energy: float


@dataclass(frozen=True)
class Measured:
    """One voice in one tone or style, over its language's lines."""

    voice: str
    kind: str
    """`tone` or `style`."""
    name: str
    asked: Asked
    median_hz: float
    semitones: float
    """From the voice in neutral."""
    span: float
    """Semitones between the 10th and the 90th percentile of its pitch."""
    rate: float
    """Factor on neutral's pace inside words, pauses left out."""
    level_db: float
    """From neutral."""
    dnsmos: float
    misheard: int
    words: int


@dataclass(frozen=True)
class Shortfall:
    """Something that a tone or a style should do and doesn't."""

    voice: str
    kind: str
    """`direction`, `alike`, `missed` or `costs`."""
    presets: tuple[str, ...]
    reason: str


Directions = Mapping[str, tuple[tuple[str, Callable[[Measured, Measured], bool]], ...]]
DIRECTIONS: Directions = {
    "excited": (
        ("faster", lambda one, base: one.rate > base.rate),
        ("higher", lambda one, base: one.semitones > base.semitones),
        ("wider", lambda one, base: one.span > base.span),
    ),
    "sombre": (
        ("slower", lambda one, base: one.rate < base.rate),
        ("lower", lambda one, base: one.semitones < base.semitones),
        ("narrower", lambda one, base: one.span < base.span),
    ),
    "hushed": (("quieter", lambda one, base: one.level_db < base.level_db),),
}
"""What these are for, against neutral."""


def shortfalls(rows: Sequence[Measured]) -> list[Shortfall]:
    """All of one voice's, the first row being neutral."""
    base = rows[0]
    found = [fall for row in rows for fall in (*_directions(row, base), *_missed(row))]
    found += [fall for row in rows[1:] for fall in _costs(row, base)]
    for kind in dict.fromkeys(row.kind for row in rows):
        alike = [row for row in rows if row.kind == kind]
        found += [
            Shortfall(one.voice, "alike", (one.name, other.name), _nearness(one, other))
            for one, other in itertools.combinations(alike, 2)
            if not can_be_told_apart(one, other)
        ]
    return found


def can_be_told_apart(one: Measured, other: Measured) -> bool:
    """By a listener, in pitch, pace or level."""
    return (
        abs(one.semitones - other.semitones) > SEMITONE
        or max(one.rate, other.rate) / min(one.rate, other.rate) > 1 + RATE_SHARE
        or abs(one.level_db - other.level_db) > LEVEL_DB
    )


def _nearness(one: Measured, other: Measured) -> str:
    return (
        f"{abs(one.semitones - other.semitones):.2f} semitones, "
        f"{max(one.rate, other.rate) / min(one.rate, other.rate) - 1:.1%} of pace and "
        f"{abs(one.level_db - other.level_db):.1f} dB apart"
    )


def _directions(row: Measured, base: Measured) -> Iterator[Shortfall]:
    for word, holds in DIRECTIONS.get(row.name, ()):
        if not holds(row, base):
            yield Shortfall(row.voice, "direction", (row.name,), f"isn't {word} than neutral")


def _missed(row: Measured) -> Iterator[Shortfall]:
    for what, asked, met, off in (
        ("pitch", row.asked.pitch, row.semitones, abs(row.semitones - row.asked.pitch) / PITCH_OFF),
        ("rate", row.asked.rate, row.rate, abs(row.rate / row.asked.rate - 1) / RATE_OFF),
        (
            "energy",
            row.asked.energy,
            row.level_db,
            abs(row.level_db - row.asked.energy) / LEVEL_OFF,
        ),
    ):
        if off > 1:
            reason = f"asks for {what} {asked:g} and gets {met:g}"
            yield Shortfall(row.voice, "missed", (row.name,), reason)


def _costs(row: Measured, base: Measured) -> Iterator[Shortfall]:
    if (cost := round(base.dnsmos - row.dnsmos, 3)) > MOST_DNSMOS:
        reason = f"costs {cost:.2f} DNSMOS"
        yield Shortfall(row.voice, "costs", (row.name,), reason)
    if row.misheard > base.misheard:
        reason = f"costs {row.misheard - base.misheard} of {row.words} words"
        yield Shortfall(row.voice, "costs", (row.name,), reason)
