"""What stands between the two halves: the line as notes, before it's sound."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 24_000
FRAME = 600
"""Samples in a frame, 25 ms: durations count frames."""
VOICED_HZ = 50.0
"""Predicted pitch above this is voice; below it the curve only slides to or from silence."""

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Score:
    """One pass of the prosody half over n tokens that last F frames in all."""

    tokens: Integers
    """[n], with the boundary token 0 at both ends."""
    durations: Integers
    """[n] frames."""
    pitch: Floats
    """[2F] in Hz; unvoiced is near 0 or below."""
    energy: Floats
    """[2F], natural logarithm of the spectrum's norm, about -10 (silence) to 9."""
    features: Floats
    """[512, n] text features, each held for its token's duration."""
    style: Floats
    """[256]: timbre, then prosody."""

    @property
    def frames(self) -> int:
        return int(self.durations.sum())

    @property
    def starts(self) -> Integers:
        """[n] the frame at which each token begins."""
        return np.cumsum(self.durations) - self.durations

    @property
    def voiced(self) -> NDArray[np.bool_]:
        """[2F] where the curve is voice."""
        return self.pitch > VOICED_HZ
