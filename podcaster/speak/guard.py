"""Audio that can't be right is caught without a recogniser: silent, clipped, cut short, noisy.

What is measured: peak, silence share, seconds against plan, how a clip ends, and sound after its
last word.
"""

from dataclasses import dataclass
from statistics import median

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
LEAST_SHARE, MOST_SHARE = 0.4, 2.5
LEAST_EXACT, MOST_EXACT = 0.8, 1.25
"""Outside of these, as shares of what was planned, words are missing or made up."""
PACES_TO_KNOW = 3
"""Clips after which a voice's own pace is known; estimates are made for an ordinary one."""
NOISE_DB = -40.0
NOISE_AFTER = 0.25
"""Sound louder than this, so many seconds after the last word, isn't speech."""
STRAY_GAP = 0.35
LETTERS_A_SECOND = 40.0
"""Where word times are guessed: a last sound after so long a silence, too short for the line's last
word at this pace, is none of its words."""
BREAKS_OFF_DB = -12.0
"""Speech fades: 40 ms before their end, whole lines of Piper's and Coqui's lay 23 dB and more under
their own level, lines cut inside a word 11 dB or less for the most part."""
ACTIVE_DB = 25.0
"""Windows no further than this below the loudest are speech."""
WINDOW = 0.02


@dataclass(frozen=True)
class Fault:
    """What is wrong with a clip, in words for a report."""

    reason: str
    usable: bool = True
    """Whether a listener would still get the line."""


@dataclass(frozen=True)
class Pace:
    """How long one voice's clips last against their estimates."""

    ratios: tuple[float, ...] = ()

    def after(self, clip: Clip, plan: Plan) -> "Pace":
        return self if plan.exact else Pace((*self.ratios, clip.seconds / plan.seconds))

    @property
    def ratio(self) -> float | None:
        """None until some clips are known."""
        return median(self.ratios) if len(self.ratios) >= PACES_TO_KNOW else None


UNKNOWN_PACE = Pace()


def inspect(clip: Clip, plan: Plan, pace: Pace = UNKNOWN_PACE) -> Fault | None:
    """The worst fault found, None where the clip may pass."""
    samples, rate = clip.samples, clip.sample_rate
    if not np.isfinite(samples).all():
        return Fault("holds values that are no sound", usable=False)
    if clip.seconds < SHORTEST_SECONDS:
        return Fault(f"lasts {clip.seconds:.2f} s only", usable=False)
    levels = _levels(samples, max(1, round(WINDOW * rate)))
    spoken = _spoken(clip, len(levels))
    if spoken.any() and float(np.mean(levels[spoken] < SILENCE_DB)) > MOST_SILENCE:
        return Fault("is silent for the most part", usable=False)
    faults = [
        _length(clip, plan, pace),
        Fault("breaks off") if not plan.exact and _breaks_off(levels) else None,
        Fault("is clipped") if _clipped(samples) else None,
        Fault("has noise after its last word") if _noise_after(clip, plan, levels) else None,
    ]
    found = [fault for fault in faults if fault is not None]
    return min(found, key=lambda fault: fault.usable, default=None)


def _length(clip: Clip, plan: Plan, pace: Pace) -> Fault | None:
    """Words cut off or made up show in the seconds."""
    expected = plan.seconds * (1.0 if plan.exact else pace.ratio or 1.0)
    off, share = abs(clip.seconds - expected), clip.seconds / expected
    usable = LEAST_SHARE <= share <= MOST_SHARE
    if plan.exact:
        wrong, usable = off > EXACT_SECONDS + 1e-6, LEAST_EXACT <= share <= MOST_EXACT
    elif pace.ratio is None:
        wrong = not usable and off > 1.0
    else:
        wrong = off > max(1.0, ESTIMATE_SHARE * expected)
    if not wrong:
        return None
    return Fault(f"lasts {clip.seconds:.2f} s where {expected:.2f} s were planned", usable)


def _breaks_off(levels: NDArray[np.float64]) -> bool:
    """Whether the line is as loud as ever until shortly before its end, where engines fade it."""
    powers = 10 ** (levels / 10)
    active = powers[levels > levels.max() - ACTIVE_DB].mean()
    return len(levels) > 3 and powers[-3:-1].mean() > active * 10 ** (BREAKS_OFF_DB / 10)


def _clipped(samples: Samples) -> bool:
    return float(np.mean(np.abs(samples) >= CLIPPED_AT)) > MOST_CLIPPED


def _noise_after(clip: Clip, plan: Plan, levels: NDArray[np.float64]) -> bool:
    if plan.exact and clip.words:
        after = round((clip.words[-1].end + NOISE_AFTER) / WINDOW)
        return len(levels) > after and float(levels[after:].max()) > NOISE_DB
    last = next((word for word in reversed(plan.text.split()) if any(map(str.isalnum, word))), "")
    letters = sum(letter.isalnum() for letter in last)
    begins, ends = _last_sound(levels)
    stray = (ends - begins) * WINDOW < letters / LETTERS_A_SECOND
    return begins > STRAY_GAP / WINDOW and stray


def _last_sound(levels: NDArray[np.float64]) -> tuple[int, int]:
    """The windows between which the last stretch of sound lies that a long silence precedes."""
    sounding = np.flatnonzero(levels > SILENCE_DB)
    if not sounding.size:
        return 0, 0
    breaks = np.flatnonzero(np.diff(sounding) > STRAY_GAP / WINDOW)
    begins = int(sounding[breaks[-1] + 1]) if breaks.size else 0
    return begins, int(sounding[-1]) + 1


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
