"""Pitch and pace changed after the fact, by Signalsmith Stretch (python-stretch, MIT).

A spectral stretcher moves formants with the pitch, so that a large shift is heard as another
speaker; within a tone's two or three semitones it isn't. It's what engines get whose model can't
be directed from inside.
"""

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import SpeakError

SEED = 1
"""The stretcher's phases are drawn; the same line sounds the same every time."""
UNHEARD_SEMITONES, UNHEARD_FACTOR = 0.01, 0.001
TONALITY_HZ = 8000.0
"""Above this the spectrum is moved less: hiss stays hiss."""


def stretch(
    samples: Samples, sample_rate: int, *, semitones: float = 0.0, rate: float = 1.0
) -> Samples:
    """float32 mono, shifted by `semitones` and `rate` times as fast, so 1 / `rate` as long.

    Comes back untouched where neither asks for anything. Raises SpeakError where the library
    isn't installed.
    """
    if abs(semitones) < UNHEARD_SEMITONES and abs(rate - 1) < UNHEARD_FACTOR:
        return samples
    try:
        from python_stretch import Signalsmith
    except ImportError as error:
        raise SpeakError(
            "Changing the pitch or the pace of this voice takes a library that isn't installed.",
            "pip install python-stretch, or give the line no tone, pitch and rate.",
        ) from error
    stretcher = Signalsmith.Stretch(SEED)
    stretcher.preset(1, float(sample_rate))
    stretcher.setTransposeSemitones(semitones, min(0.5, TONALITY_HZ / sample_rate))
    stretcher.setTimeFactor(rate)
    out = np.asarray(stretcher.process(samples[np.newaxis]), np.float32)[0]
    length = len(samples) if rate == 1 else round(len(samples) / rate)
    return np.pad(out[:length], (0, max(0, length - len(out))))
