"""How clean speech sounds to a listener, as DNSMOS P.835 estimates it.

Reddy, Gopal, Cutler, "DNSMOS P.835", ICASSP 2022. The network comes with the package `speechmos`;
its own module isn't imported, since it needs librosa for a score that isn't used here.
"""

from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import UsageError
from podcaster.listen.recogniser import RATE
from podcaster.listen.resampling import resampled

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

SECONDS = 9.01
"""What the network hears at once; shorter clips are repeated, longer ones heard by the second."""
OVERALL = np.polynomial.Polynomial([0.04602535, 1.11546468, -0.06766283])
"""From the network's raw overall score to the scale of listeners, 1 to 5."""


class QualityMeter:
    """Loaded when it first listens."""

    def overall(self, samples: Samples, sample_rate: int) -> float:
        """1 (bad) to 5 (excellent)."""
        heard = np.clip(resampled(samples, sample_rate, RATE), -1, 1).astype(np.float32)
        size = int(SECONDS * RATE)
        if not len(heard):
            raise ValueError("an empty clip has no quality")
        heard = np.tile(heard, -(-size // len(heard))) if len(heard) < size else heard
        scores = []
        for second in range((len(heard) - size) // RATE + 1):
            window = heard[second * RATE : second * RATE + size]
            _, _, overall = self._network.run(None, {"input_1": window[None]})[0][0]
            scores.append(float(OVERALL(overall)))
        return float(np.mean(scores))

    @cached_property
    def _network(self) -> "InferenceSession":
        from onnxruntime import InferenceSession

        package = find_spec("speechmos")
        if package is None or package.origin is None:
            raise UsageError(
                "Measuring quality needs speechmos.", "pip install 'podcaster[verify]'"
            )
        model = Path(package.origin).parent / "dnsmos_models" / "sig_bak_ovr.onnx"
        return InferenceSession(model, providers=["CPUExecutionProvider"])
