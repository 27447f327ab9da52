"""From the sounds of a line's passages to one clip: cut, shifted, levelled, silences between."""

from collections.abc import Sequence

import numpy as np

from podcaster.contracts import Clip, Samples
from podcaster.models import Delivery
from podcaster.speak.estimate import spread_words
from podcaster.speak.level import faded, levelled, trimmed
from podcaster.speak.passages import Reading
from podcaster.speak.stretch import stretch
from podcaster.speak.text import Spoken

FADE_IN, FADE_OUT = 0.005, 0.02
"""Seconds."""


def join(
    reading: Reading,
    sounds: Sequence[Samples],
    sample_rate: int,
    words: Sequence[Spoken],
    delivery: Delivery,
    rate: float = 1.0,
) -> Clip:
    """`sounds` has one entry per passage, with whatever silence at its ends.

    `rate` is what the engine left undone of the delivery's rate; its pitch and energy are put in
    here. Word times are an estimate between exact edges of passages.
    """
    pitch, energy = delivery.pitch or 0.0, delivery.energy or 0.0
    cut = [
        stretch(trimmed(sound, sample_rate), sample_rate, semitones=pitch, rate=rate)
        for sound in sounds
    ]
    level = levelled(np.concatenate(cut), sample_rate, energy)
    pieces: list[Samples] = []
    at = 0
    for passage, sound in zip(reading.passages, cut, strict=True):
        pieces.append(np.zeros(round(passage.gap * sample_rate), np.float32))
        pieces.append(faded(level[at : at + len(sound)], sample_rate, FADE_IN, FADE_OUT))
        at += len(sound)
    pieces.append(np.zeros(round(reading.closing * sample_rate), np.float32))
    lengths = [len(sound) / sample_rate for sound in cut]
    return Clip(np.concatenate(pieces), sample_rate, spread_words(reading, lengths, words))
