"""The project's own music: one key and one tune a seed, from which every ident is made."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from podcaster.contracts import Samples
from podcaster.master.instruments import INSTRUMENTS, InstrumentName
from podcaster.master.moods import Harmony, Mood
from podcaster.master.session import SESSION_RATE
from podcaster.timeline import IdentKind

TONICS = (62, 65, 60, 67, 63, 58)
"""MIDI numbers that the seed chooses from: D, F, C, G, E flat, B flat."""
ROOM_SECONDS = 1.5
"""How long the room takes to fall by 60 dB."""
ROOM_LEVEL = 0.24
RING_SECONDS = 1.8
"""How long an ident rings on after the words have begun."""
FADE_SECONDS = 0.9
PEAK = 0.35
BED_FADE_SECONDS = 2.0

Stereo = NDArray[np.float64]


@dataclass(frozen=True)
class Note:
    """One note of the score: beats from its beginning, a scale degree, a level."""

    beat: float
    degree: int
    beats: float
    level: float
    instrument: InstrumentName


def holds(mood: Mood, kind: IdentKind) -> float:
    """Seconds that an ident keeps the floor, known without making it."""
    beats = {
        "opening": mood.opening_beats,
        "between": mood.between_beats,
        "closing": mood.closing_beats,
    }
    return round(beats[kind] * 60 / mood.tempo, 3)


def compose(mood: Mood, seed: int, kind: IdentKind) -> Samples:
    """An ident as float32 of shape (samples, 2), peak 0.35; longer than it holds the floor."""
    scores: dict[IdentKind, Callable[[Mood, Sequence[int]], Iterator[Note]]] = {
        "opening": _opening,
        "between": _between,
        "closing": _closing,
    }
    score = list(scores[kind](mood, tune(mood, seed)))
    seconds = holds(mood, kind) + (0.0 if kind == "closing" else RING_SECONDS)
    return _finished(_played(score, mood, seed, seconds), FADE_SECONDS)


def compose_bed(mood: Mood, seed: int, seconds: float) -> Samples:
    """Quiet chords without a tune, to lie under speech; shape (samples, 2)."""
    beats = seconds * mood.tempo / 60
    score: list[Note] = []
    beat, turn = 0.0, 0
    roots = (0, 3, 5, 3)
    while beat < beats:
        root = roots[turn % len(roots)]
        score += _chord(mood, Harmony(beat, root), 4.2)
        score += [Note(beat + step, root + 7, 2, 0.16, mood.accompaniment) for step in (0.0, 2.0)]
        beat, turn = beat + 4, turn + 1
    return _finished(_played(score, mood, seed, seconds), BED_FADE_SECONDS)


def tune(mood: Mood, seed: int) -> tuple[int, ...]:
    """The scale degrees of the opening's tune: steps and small leaps, at rest on its chords.

    It keeps to five tones of the scale, of which no two are a semitone apart, so that notes may
    ring into each other.
    """
    chance = np.random.default_rng([seed, len(mood.rhythm)])
    ladder = [tone + octave for octave in (0, 7) for tone in mood.melody]
    rung = int(chance.integers(2, 6))
    degrees: list[int] = []
    for beat in mood.rhythm:
        if degrees:
            rung += int(chance.choice([-2, -1, -1, 1, 1, 2]))
            rung = min(len(ladder) - 3, max(0, rung))
        if beat % 1 == 0:
            harmony = _harmony_at(mood.opening, beat)
            rung = min(range(len(ladder)), key=lambda at: _distance(ladder[at], at - rung, harmony))
        degrees.append(ladder[rung])
    return tuple(degrees)


def _opening(mood: Mood, degrees: Sequence[int]) -> Iterator[Note]:
    length = mood.opening_beats + 4
    yield from _backing(mood, mood.opening, mood.opening[-1].beat + 0.01, length)
    for beat, degree in zip(mood.rhythm, degrees, strict=True):
        level = 0.62 if beat % 1 == 0 else 0.5
        yield Note(beat, degree + 7 * mood.octave, 5, level, mood.lead)
    last = mood.rhythm[-1]
    yield Note(last, degrees[-1] + 7 * (mood.octave + 1), 5, 0.16, mood.lead)


def _between(mood: Mood, degrees: Sequence[int]) -> Iterator[Note]:
    """The tune's last turn, alone over its chord."""
    yield from _chord(mood, Harmony(0, 0), mood.between_beats + 2)
    for step, degree in enumerate(degrees[-3:]):
        yield Note(step * 0.5, degree + 7 * mood.octave, 4, 0.5 + 0.06 * step, mood.lead)


def _closing(mood: Mood, degrees: Sequence[int]) -> Iterator[Note]:
    """The tune's beginning, brought home to the tonic."""
    home = mood.closing[-1].beat
    yield from _backing(mood, mood.closing, home + 0.01, mood.closing_beats)
    beats = [beat for beat in mood.rhythm if beat < home]
    for beat, degree in zip(beats, degrees, strict=False):
        yield Note(beat, degree + 7 * mood.octave, 4, 0.5, mood.lead)
    for step, degree in enumerate((4, 7)):
        yield Note(home + step * 0.5, degree + 7 * mood.octave, 6, 0.5 - 0.08 * step, mood.lead)


def _backing(
    mood: Mood, harmonies: Sequence[Harmony], moving: float, length: float
) -> Iterator[Note]:
    """Chords, bass, and a broken accompaniment up to the beat `moving`."""
    for number, harmony in enumerate(harmonies):
        following = harmonies[number + 1 :]
        end = following[0].beat if following else length
        yield from _chord(mood, harmony, end - harmony.beat + 0.4)
        tones = (0, 4, 7, 9, 7, 4)
        beat, turn = harmony.beat, 0
        while beat < min(end, moving):
            for place in mood.pattern:
                at = beat + place
                if at < min(end, moving):
                    tone = harmony.root + tones[turn % len(tones)]
                    yield Note(at, tone, 2.5, 0.2 - 0.03 * (turn % 2), mood.accompaniment)
                    turn += 1
            beat += 2


def _chord(mood: Mood, harmony: Harmony, beats: float) -> Iterator[Note]:
    """An open voicing with an added ninth on the pad, and its root in the bass."""
    low = harmony.root if harmony.root < 4 else harmony.root - 7
    yield Note(harmony.beat, low - 14, beats, 0.42, "bass")
    for tone, level in ((0, 0.16), (4, 0.13), (8, 0.06), (9, 0.11)):
        yield Note(harmony.beat, low + tone - 7, beats, level * mood.pad * 2, "pad")


def _harmony_at(harmonies: Sequence[Harmony], beat: float) -> Harmony:
    return [harmony for harmony in harmonies if harmony.beat <= beat][-1]


def _distance(degree: int, steps: int, harmony: Harmony) -> tuple[bool, int, int]:
    """Orders tones by whether they belong to the chord, then by how far off they lie."""
    return ((degree - harmony.root) % 7 not in (0, 2, 4), abs(steps), steps)


def _played(score: Sequence[Note], mood: Mood, seed: int, seconds: float) -> Stereo:
    tonic = TONICS[seed % len(TONICS)]
    beat = 60 / mood.tempo
    length = round(seconds * SESSION_RATE)
    dry = np.zeros((length, 2))
    for note in score:
        octave, step = divmod(note.degree, len(mood.scale))
        hertz = 440 * 2 ** ((tonic + 12 * octave + mood.scale[step] - 69) / 12)
        start = round(note.beat * beat * SESSION_RATE)
        lasts = min(note.beats * beat, seconds - note.beat * beat)
        sound = INSTRUMENTS[note.instrument](hertz, lasts) * note.level
        sound = sound[: max(0, length - start)]
        side = 0.0 if note.instrument == "bass" else 0.3 * np.sin(note.degree * 2.4)
        angle = (side + 1) * np.pi / 4
        dry[start : start + len(sound)] += np.outer(sound, (np.cos(angle), np.sin(angle)))
    return dry + ROOM_LEVEL * _room(dry, seed)


def _room(dry: Stereo, seed: int) -> Stereo:
    """Reverberation by exponentially decaying noise (Moorer 1979), different in each ear."""
    from scipy import signal

    count = round(ROOM_SECONDS * SESSION_RATE)
    decay = np.exp(-6.91 * np.arange(count) / count)
    noise = np.random.default_rng([seed, 7]).standard_normal((count, 2)) * decay[:, None]
    band = signal.butter(2, (250, 5000), "bandpass", fs=SESSION_RATE, output="sos")
    noise = signal.sosfilt(band, noise, axis=0)
    noise /= np.sqrt((noise**2).sum(axis=0))
    late = np.vstack([np.zeros((round(0.018 * SESSION_RATE), 2)), noise])
    wet = signal.fftconvolve(dry, late, axes=0)[: len(dry)]
    return np.asarray(wet)


def _finished(sound: Stereo, fade: float) -> Samples:
    """Without rumble and offset, its end faded to nothing, at its peak level."""
    from scipy import signal

    cut = signal.butter(2, 38, "highpass", fs=SESSION_RATE, output="sos")
    clean = signal.sosfilt(cut, sound, axis=0)
    count = min(len(clean), round(fade * SESSION_RATE))
    clean[len(clean) - count :] *= (0.5 + 0.5 * np.cos(np.linspace(0, np.pi, count)))[:, None]
    peak = np.abs(clean).max()
    return np.asarray(clean * (PEAK / peak), dtype=np.float32)
