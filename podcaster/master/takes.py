"""Recorded sound, brought to the session's rate."""

from math import gcd
from pathlib import Path

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import MasterError
from podcaster.master.session import SAMPLES_PER_MS, SESSION_RATE
from podcaster.models import Take

EDGE_MS = 6
"""How long a take's beginning and end are faded, so that neither clicks."""


def read_take(take: Take) -> Samples:
    """A take as float32 mono at the session's rate, padded to whole milliseconds.

    Raises MasterError where its file is missing, broken, empty or not sound.
    """
    hint = "Build again with --force to render it anew."
    try:
        samples = read_sound(take.path).mean(axis=1)
    except MasterError as error:
        raise MasterError(f"line {take.line_id}: {error.message}", hint) from error
    if not len(samples) or not np.isfinite(samples).all():
        raise MasterError(f"line {take.line_id}: {take.path} holds no usable sound.", hint)
    padding = -len(samples) % SAMPLES_PER_MS
    return np.asarray(np.pad(samples, (0, padding)), dtype=np.float32)


def read_sound(path: Path) -> Samples:
    """A sound file as float32 of shape (samples, channels) at the session's rate.

    Raises MasterError where it can't be read.
    """
    import soundfile

    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, soundfile.SoundFileError) as error:
        raise MasterError(f"{path} can't be read as sound ({error}).") from error
    return resampled(samples, rate)


def resampled(samples: Samples, rate: int) -> Samples:
    """The same sound at the session's rate, by a polyphase filter along the first axis."""
    if rate == SESSION_RATE or not len(samples):
        return samples
    from scipy import signal

    common = gcd(rate, SESSION_RATE)
    return np.asarray(
        signal.resample_poly(samples, SESSION_RATE // common, rate // common, axis=0),
        dtype=np.float32,
    )


def faded(samples: Samples, milliseconds: int = EDGE_MS) -> Samples:
    """A copy whose first and last milliseconds rise and fall along half a cosine."""
    count = min(milliseconds * SAMPLES_PER_MS, len(samples) // 2)
    rise = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, max(2, count)))).astype(np.float32)[:count]
    if samples.ndim > 1:
        rise = rise[:, None]
    shaped = samples.copy()
    shaped[:count] *= rise
    shaped[len(shaped) - count :] *= rise[::-1]
    return shaped
