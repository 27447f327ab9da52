"""Audio that can't be right is caught without a recogniser: silent, clipped, cut short, noisy."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from podcaster.contracts import Clip, Plan, Samples

SHORTEST_SECONDS = 0.1
SILENCE_DB = -55.0
"""Windows below this, relative to full scale, are silence."""
MOST_SILENCE = 0.7
"""Share of a clip, marked pauses not counted."""
CLIPPED_AT = 0.999
MOST_CLIPPED = 0.001
"""Share of samples at full scale."""
EXACT_SECONDS = 0.025
"""An exact plan is met to a frame."""
ESTIMATE_SHARE = 0.6
"""Otherwise seconds may lie off the plan by this share, and by a second at least."""
NOISE_DB = -40.0
NOISE_AFTER = 0.25
"""Sound louder than this, so many seconds after the last word, isn't speech."""
WINDOW = 0.02


@dataclass(frozen=True)
class Fault:
    """What is wrong with a clip, in words for a report."""

    reason: str
    usable: bool = True
    """Whether there is a sound to keep at all."""


def inspect(clip: Clip, plan: Plan) -> Fault | None:
    """The first fault found, None where the clip may pass."""
    samples, rate = clip.samples, clip.sample_rate
    if not np.isfinite(samples).all():
        return Fault("holds values that are no sound", usable=False)
    if clip.seconds < SHORTEST_SECONDS:
        return Fault(f"lasts {clip.seconds:.2f} s only", usable=clip.seconds > 0)
    off = abs(clip.seconds - plan.seconds)
    allowed = EXACT_SECONDS if plan.exact else max(1.0, ESTIMATE_SHARE * plan.seconds)
    if off > allowed + 1e-6:
        return Fault(f"lasts {clip.seconds:.2f} s where {plan.seconds:.2f} s were planned")
    levels = _levels(samples, max(1, round(WINDOW * rate)))
    spoken = _spoken(clip, len(levels))
    if spoken.any() and float(np.mean(levels[spoken] < SILENCE_DB)) > MOST_SILENCE:
        return Fault("is silent for the most part")
    if float(np.mean(np.abs(samples) >= CLIPPED_AT)) > MOST_CLIPPED:
        return Fault("is clipped")
    if clip.words:
        after = round((clip.words[-1].end + NOISE_AFTER) / WINDOW)
        if len(levels) > after and float(levels[after:].max()) > NOISE_DB:
            return Fault("has noise after its last word")
    return None


def _levels(samples: Samples, size: int) -> NDArray[np.float64]:
    """Level of each whole window in dB below full scale."""
    count = max(1, len(samples) // size)
    windows = samples[: count * size].reshape(count, -1)
    return np.asarray(10 * np.log10(np.mean(windows.astype(np.float64) ** 2, axis=1) + 1e-12))


def _spoken(clip: Clip, count: int) -> NDArray[np.bool_]:
    """The windows inside words; all where no word times are known."""
    inside = np.zeros(count, np.bool_)
    for word in clip.words:
        inside[int(word.start / WINDOW) : int(word.end / WINDOW) + 1] = True
    return inside if clip.words else ~inside
