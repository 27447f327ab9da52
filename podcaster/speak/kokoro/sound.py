"""From the decoder's samples to a clip: levelled, emphasised, trimmed, faded, silences put in."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from podcaster.contracts import Samples
from podcaster.speak.kokoro.direction import Part
from podcaster.speak.kokoro.score import FRAME, SAMPLE_RATE

SPEECH_LEVEL_DB = -26.0
"""Level of the voiced stretches of a line with energy 0, in dB below full scale: the nominal
speech level of ITU-T G.191. Every line starts from it, so that voices and lines match."""
PEAK = 0.97
"""Louder lines are turned down to this."""
FADE_IN, FADE_OUT, FADE_CUT = 0.005, 0.02, 0.004
"""Seconds."""
QUIETEST = 1e-6


@dataclass(frozen=True, eq=False)
class Sheet:
    """A whole line, directed: what a plan carries to its rendering."""

    parts: tuple[Part, ...]
    gaps: tuple[int, ...]
    """Samples of silence before each part."""
    energy: float
    """Decibels on the line's level."""

    @property
    def samples(self) -> int:
        return sum(self.gaps) + sum(part.samples for part in self.parts)

    @property
    def seconds(self) -> float:
        return self.samples / SAMPLE_RATE


def assemble(sheet: Sheet, decoded: Sequence[Samples]) -> Samples:
    """The clip; as long as the sheet says, to the sample."""
    gain = _gain(sheet, decoded)
    pieces: list[Samples] = []
    for part, gap, samples in zip(sheet.parts, sheet.gaps, decoded, strict=True):
        pieces.append(np.zeros(gap, np.float32))
        pieces.append(_finish(part, samples * gain))
    clip = np.concatenate(pieces)
    peak = float(np.abs(clip).max(initial=0.0))
    return clip if peak <= PEAK else clip * np.float32(PEAK / peak)


def _gain(sheet: Sheet, decoded: Sequence[Samples]) -> np.float32:
    """Brings the voiced stretches to the line's level; emphasis comes on top."""
    loud = [
        samples.reshape(-1, FRAME // 2)[part.score.voiced]
        for part, samples in zip(sheet.parts, decoded, strict=True)
    ]
    power = float(np.mean(np.concatenate(loud, axis=None) ** 2)) if any(map(len, loud)) else 0.0
    level = 10 ** ((SPEECH_LEVEL_DB + sheet.energy) / 20)
    return np.float32(level / max(power**0.5, QUIETEST))


def _finish(part: Part, samples: Samples) -> Samples:
    if part.gain_db.any():
        at = (np.arange(len(part.gain_db)) + 0.5) * (FRAME / 2)
        decibels = np.interp(np.arange(len(samples)), at, part.gain_db)
        samples = samples * (10 ** (decibels / 20)).astype(np.float32)
    first, last = part.first * FRAME, part.last * FRAME
    cuts = [frame * FRAME for frame, _ in part.silences]
    edges = [first, *(min(max(cut, first), last) for cut in cuts), last]
    stretches: list[Samples] = []
    for index, (a, b) in enumerate(itertools.pairwise(edges)):
        opening = FADE_IN if index == 0 else FADE_CUT
        closing = FADE_OUT if index == len(edges) - 2 else FADE_CUT
        stretches.append(_faded(samples[a:b], opening, closing))
        if index < len(part.silences):
            stretches.append(np.zeros(part.silences[index][1], np.float32))
    return np.concatenate(stretches)


def _faded(samples: Samples, opening: float, closing: float) -> Samples:
    faded = samples.copy()
    rise = min(round(opening * SAMPLE_RATE), len(faded))
    fall = min(round(closing * SAMPLE_RATE), len(faded))
    faded[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    faded[len(faded) - fall :] *= np.linspace(1, 0, fall, dtype=np.float32)
    return faded
