"""How high, how wide and how loud a voice is; pitch by Praat (parselmouth)."""

from dataclasses import dataclass

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import UsageError

FLOORS = {"male": (60.0, 400.0), "female": (75.0, 550.0), "unknown": (60.0, 550.0)}
"""Hz between which pitch is looked for, by the voice's gender."""
STEP = 0.01
WINDOW = 0.02
"""Seconds."""
BELOW_LOUDEST_DB = 30.0
"""Windows that lie lower than this under the loudest one are pauses."""


@dataclass(frozen=True)
class Melody:
    median_hz: float
    span_semitones: float
    """From the 10th to the 90th percentile."""


def melody(samples: Samples, sample_rate: int, gender: str) -> Melody:
    """Raises UsageError where parselmouth isn't installed; zeros where there's no voice."""
    try:
        import parselmouth
    except ImportError as error:
        raise UsageError(
            "Measuring pitch needs parselmouth.", "pip install 'podcaster[verify]'"
        ) from error
    floor, ceiling = FLOORS[gender]
    sound = parselmouth.Sound(samples.astype(np.float64), sample_rate)
    curve = sound.to_pitch(STEP, floor, ceiling).selected_array["frequency"]
    voiced = curve[curve > 0]
    if not len(voiced):
        return Melody(0.0, 0.0)
    notes = 12 * np.log2(voiced)
    low, high = np.percentile(notes, [10, 90])
    return Melody(float(np.median(voiced)), float(high - low))


def speech_level(samples: Samples, sample_rate: int) -> float:
    """Decibels below full scale, over the windows in which something is said."""
    size = round(WINDOW * sample_rate)
    windows = samples[: len(samples) // size * size].reshape(-1, size).astype(np.float64)
    power = np.mean(windows**2, axis=1) + 1e-12
    loud = power > power.max() * 10 ** (-BELOW_LOUDEST_DB / 10)
    return float(10 * np.log10(np.mean(power[loud])))
