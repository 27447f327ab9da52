"""Level, ends and edges of speech that an engine gave as it liked."""

import numpy as np
from numpy.typing import NDArray

from podcaster.contracts import Samples
from podcaster.speak.kokoro.sound import PEAK, SPEECH_LEVEL_DB

WINDOW = 0.0125
"""Seconds over which a level is taken."""
ACTIVE_DB = 25.0
"""Windows no further than this below the loudest are speech, after the idea of ITU-T P.56."""
SILENT_DB = 45.0
"""Windows further than this below the loudest are silence when ends are cut."""
KEPT = 0.03
"""Seconds kept before the first and after the last sound."""
QUIETEST = 1e-10


def levelled(samples: Samples, sample_rate: int, energy: float) -> Samples:
    """Speech at the level that all engines' lines start from, plus `energy` decibels.

    Turned down further where its peaks would clip.
    """
    powers = _powers(samples, max(1, round(WINDOW * sample_rate)))
    active = powers[powers >= powers.max(initial=0.0) * 10 ** (-ACTIVE_DB / 10)]
    power = float(active.mean()) if active.size else 0.0
    if power < QUIETEST:
        return samples
    out = samples * np.float32(10 ** ((SPEECH_LEVEL_DB + energy) / 20) / power**0.5)
    peak = float(np.abs(out).max())
    return out if peak <= PEAK else out * np.float32(PEAK / peak)


def trimmed(samples: Samples, sample_rate: int) -> Samples:
    """Without the silence, or the padding, at its ends."""
    size = max(1, round(WINDOW * sample_rate))
    powers = _powers(samples, size)
    loud = np.flatnonzero(powers > max(powers.max(initial=0.0) * 10 ** (-SILENT_DB / 10), QUIETEST))
    if not loud.size:
        return samples[:0]
    kept = round(KEPT * sample_rate)
    return samples[max(0, loud[0] * size - kept) : (loud[-1] + 1) * size + kept]


def faded(samples: Samples, sample_rate: int, opening: float, closing: float) -> Samples:
    """Risen over `opening` seconds and fallen over `closing`."""
    out = samples.copy()
    rise = min(round(opening * sample_rate), len(out))
    fall = min(round(closing * sample_rate), len(out))
    out[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    out[len(out) - fall :] *= np.linspace(1, 0, fall, dtype=np.float32)
    return out


def _powers(samples: Samples, size: int) -> NDArray[np.float64]:
    """Mean square of each window, the last one as long as it is."""
    if not len(samples):
        return np.zeros(0)
    squares = samples.astype(np.float64) ** 2
    starts = np.arange(0, len(squares), size)
    lengths = np.diff(np.append(starts, len(squares)))
    return np.asarray(np.add.reduceat(squares, starts) / lengths)
