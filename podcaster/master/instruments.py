"""Soft instruments made of sines: each gives one note, mono, at the session's rate.

Every note starts and ends at zero, so that none clicks wherever it lies.
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from podcaster.master.session import SESSION_RATE

Notes = NDArray[np.float64]
InstrumentName = Literal["mallet", "pluck", "keys", "pad", "bass"]
Instrument = Callable[[float, float], Notes]
"""Takes a frequency in hertz and a length in seconds."""

INAUDIBLE = 10.0
"""Decay times after which a partial, 87 dB down, is left out."""
RELEASE = 0.06
"""Seconds over which a note that's let go dies away."""


def mallet(hertz: float, seconds: float) -> Notes:
    """A wooden bar, tuned 1:4:10 as a marimba's is, struck softly."""
    ring = 1.1 * (440 / hertz) ** 0.35
    partials = ((1.0, 1.0, ring), (3.99, 0.16, ring / 5), (9.9, 0.03, ring / 14))
    return _struck(hertz, seconds, partials, attack=0.004)


def pluck(hertz: float, seconds: float) -> Notes:
    """A string plucked at a quarter of its length; high harmonics die first."""
    partials = []
    for harmonic in range(1, 13):
        level = abs(np.sin(np.pi * harmonic * 0.27)) / harmonic**1.45
        stiffness = np.sqrt(1 + 0.00025 * harmonic**2)
        partials.append((harmonic * stiffness, level, 0.9 / (1 + 0.55 * harmonic)))
    return _struck(hertz, seconds, tuple(partials), attack=0.003)


def keys(hertz: float, seconds: float) -> Notes:
    """An electric piano by frequency modulation (Chowning 1973), its tine very quiet."""
    at = _times(seconds)
    phase = 2 * np.pi * hertz * at
    index = 1.1 * np.exp(-at / 0.35)
    body = np.sin(phase + index * np.sin(phase)) * np.exp(-at / 1.5)
    tine = 0.03 * np.sin(7 * phase) * np.exp(-at / 0.09)
    return _shaped(body + tine, attack=0.006)


def pad(hertz: float, seconds: float) -> Notes:
    """Slow voices a few cents apart, breathing in and out."""
    at = _times(seconds)
    sound = np.zeros_like(at)
    for cents in (-5.0, 0.0, 4.0):
        turning = np.exp(2j * np.pi * hertz * 2 ** (cents / 1200) * at)
        harmonics = turning * np.exp(1j * cents)
        for harmonic in range(1, 6):
            sound += harmonics.imag / harmonic**2.1
            harmonics *= turning
    return _shaped(sound / 3, attack=min(0.7, seconds / 3), release=min(0.9, seconds / 3))


def bass(hertz: float, seconds: float) -> Notes:
    """A round bass with a little of its octave."""
    partials = ((1.0, 1.0, 1.1), (2.0, 0.28, 0.6), (3.0, 0.07, 0.3))
    return _struck(hertz, seconds, partials, attack=0.012)


INSTRUMENTS: dict[InstrumentName, Instrument] = {
    "mallet": mallet,
    "pluck": pluck,
    "keys": keys,
    "pad": pad,
    "bass": bass,
}


def _times(seconds: float) -> Notes:
    return np.arange(max(1, round(seconds * SESSION_RATE))) / SESSION_RATE


def _struck(
    hertz: float, seconds: float, partials: tuple[tuple[float, float, float], ...], attack: float
) -> Notes:
    """Sums (ratio, level, decay in seconds) partials that lie below half the rate."""
    at = _times(seconds)
    sound = np.zeros_like(at)
    for ratio, level, decay in partials:
        if hertz * ratio < SESSION_RATE / 2.2:
            heard = at[: round(decay * INAUDIBLE * SESSION_RATE)]
            swing = np.sin(2 * np.pi * hertz * ratio * heard)
            sound[: len(heard)] += level * swing * np.exp(-heard / decay)
    return _shaped(sound, attack)


def _shaped(sound: Notes, attack: float, release: float = RELEASE) -> Notes:
    rise = _ramp(attack)[: len(sound)]
    fall = _ramp(release)[: len(sound)][::-1]
    sound[: len(rise)] *= rise
    sound[len(sound) - len(fall) :] *= fall
    return sound


def _ramp(seconds: float) -> Notes:
    """From 0 to 1 along half a cosine."""
    count = max(2, round(seconds * SESSION_RATE))
    return 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, count))
