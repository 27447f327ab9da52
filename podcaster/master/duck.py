"""Music that steps back while somebody speaks."""

from collections.abc import Sequence

import numpy as np

from podcaster.contracts import Samples
from podcaster.master.session import SESSION_RATE

DUCK_DB = 9.0
ATTACK_SECONDS = 0.35
RELEASE_SECONDS = 0.8
SHORTEST_REST = 1.2
"""Seconds of silence between words in which the music comes back; in less it would pump."""


def ducked(samples: Samples, spoken: Sequence[tuple[float, float]]) -> Samples:
    """The music, 9 dB lower in the stretches that are spoken; shape and times as given.

    `spoken` is (start, end) in seconds from the music's own beginning, in order.
    """
    points: list[tuple[float, float]] = [(0.0, 0.0)]
    for start, end in _joined(spoken):
        points += [(start - ATTACK_SECONDS, 0.0), (start, -DUCK_DB)]
        points += [(end, -DUCK_DB), (end + RELEASE_SECONDS, 0.0)]
    at = np.arange(len(samples)) / SESSION_RATE
    times, levels = zip(*points, strict=True)
    gain = 10 ** (np.interp(at, np.maximum.accumulate(times), levels) / 20)
    return np.asarray(samples * gain[:, None], dtype=np.float32)


def _joined(spoken: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in spoken:
        if joined and start - joined[-1][1] < SHORTEST_REST:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
