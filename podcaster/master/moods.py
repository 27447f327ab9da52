"""The moods that the project's own music comes in."""

from dataclasses import dataclass

from podcaster.errors import UsageError
from podcaster.master.instruments import InstrumentName

MAJOR = (0, 2, 4, 5, 7, 9, 11)
LYDIAN = (0, 2, 4, 6, 7, 9, 11)
MIXOLYDIAN = (0, 2, 4, 5, 7, 9, 10)
DORIAN = (0, 2, 3, 5, 7, 9, 10)
"""Semitones above the tonic."""
MAJOR_FIVE = (0, 1, 2, 4, 5)
MINOR_FIVE = (0, 2, 3, 4, 6)
"""Degrees of a scale that sound well together in any order."""


@dataclass(frozen=True)
class Harmony:
    """A chord: its root's scale degree (0 is the tonic) and the beat on which it comes."""

    beat: float
    root: int


@dataclass(frozen=True)
class Mood:
    """How a set of idents is made. Lengths and places are in beats."""

    tempo: float
    """Beats a minute."""
    scale: tuple[int, ...]
    """Semitones above the tonic."""
    melody: tuple[int, ...]
    """The degrees, from 0, that the tune keeps to."""
    lead: InstrumentName
    accompaniment: InstrumentName
    pattern: tuple[float, ...]
    """Where within each two beats the accompaniment plays."""
    rhythm: tuple[float, ...]
    """Where the opening's tune has its notes; the last one rests on the last chord."""
    opening: tuple[Harmony, ...]
    closing: tuple[Harmony, ...]
    opening_beats: float
    """How long the opening holds the floor; it rings on under the first words."""
    between_beats: float
    closing_beats: float
    """The whole of the closing, to silence."""
    pad: float
    """Level of the pad below the rest, as a factor."""
    octave: int = 0
    """Where the tune lies, in octaves from the middle one."""


MOODS: dict[str, Mood] = {
    "morning": Mood(
        tempo=96,
        scale=MAJOR,
        melody=MAJOR_FIVE,
        lead="mallet",
        accompaniment="pluck",
        pattern=(0.0, 0.5, 1.0, 1.5),
        rhythm=(0.0, 0.5, 1.5, 2.0, 2.5, 3.5, 4.0),
        opening=(Harmony(0, 0), Harmony(2, 3), Harmony(4, 0)),
        closing=(Harmony(0, 3), Harmony(1.5, 4), Harmony(3, 0)),
        opening_beats=6,
        between_beats=2.5,
        closing_beats=7.5,
        pad=0.5,
    ),
    "calm": Mood(
        tempo=76,
        scale=LYDIAN,
        melody=MAJOR_FIVE,
        lead="keys",
        accompaniment="keys",
        pattern=(0.0, 1.0),
        rhythm=(0.0, 1.0, 1.5, 2.0, 3.0),
        opening=(Harmony(0, 0), Harmony(1.5, 1), Harmony(3, 0)),
        closing=(Harmony(0, 5), Harmony(1.5, 1), Harmony(3, 0)),
        opening_beats=4.75,
        between_beats=2,
        closing_beats=6,
        pad=0.8,
    ),
    "pulse": Mood(
        tempo=116,
        scale=MIXOLYDIAN,
        melody=MAJOR_FIVE,
        lead="pluck",
        accompaniment="pluck",
        pattern=(0.0, 0.25, 0.5, 1.0, 1.25, 1.5),
        rhythm=(0.0, 0.75, 1.5, 2.0, 3.0, 3.5, 4.5, 6.0),
        opening=(Harmony(0, 0), Harmony(2, 6), Harmony(4, 3), Harmony(6, 0)),
        closing=(Harmony(0, 3), Harmony(2, 6), Harmony(4, 0)),
        opening_beats=8,
        between_beats=3,
        closing_beats=9,
        pad=0.35,
        octave=1,
    ),
    "news": Mood(
        tempo=108,
        scale=DORIAN,
        melody=MINOR_FIVE,
        lead="mallet",
        accompaniment="mallet",
        pattern=(0.0, 0.25, 0.5, 1.0, 1.5),
        rhythm=(0.0, 0.25, 0.5, 1.5, 2.0, 2.25, 2.5, 3.5, 4.0),
        opening=(Harmony(0, 0), Harmony(2, 5), Harmony(3, 4), Harmony(4, 0)),
        closing=(Harmony(0, 3), Harmony(2, 4), Harmony(4, 0)),
        opening_beats=6.5,
        between_beats=2.75,
        closing_beats=8.5,
        pad=0.55,
    ),
}


def find_mood(name: str) -> Mood:
    """Raises UsageError for a mood that isn't there."""
    try:
        return MOODS[name]
    except KeyError:
        raise UsageError(
            f"no music is called {name!r}.", f"Choose {', '.join(MOODS)} or none."
        ) from None
