"""The two halves of the network as two functions over arrays."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from podcaster.contracts import Samples
from podcaster.speak.kokoro.score import Score
from podcaster.speak.kokoro.weights import DURATIONS, ENERGY, FEATURES, PITCH, Halves

if TYPE_CHECKING:
    from pathlib import Path

    from onnxruntime import InferenceSession

MOST_THREADS = 4
"""More than this gains nothing on clips of a few seconds."""

Floats = NDArray[np.float32]


class Network:
    """Loads each half when it's first needed: planning alone never loads the decoder."""

    def __init__(self, halves: Halves, threads: int) -> None:
        self._halves = halves
        self._threads = max(1, min(threads, MOST_THREADS))

    def prosody(self, tokens: NDArray[np.int64], timbre: Floats, prosody: Floats) -> Score:
        """`tokens` [n] with a zero at both ends, `timbre` and `prosody` [128]."""
        style = np.concatenate([timbre, prosody])[None]
        frames, pitch, energy, features = self._prosody.run(
            [DURATIONS, PITCH, ENERGY, FEATURES],
            {"tokens": tokens[None], "style": style, "speed": np.ones(1, np.float32)},
        )
        durations = frames[0].astype(np.int64)
        starts = np.cumsum(durations) - durations
        return Score(
            tokens=tokens,
            durations=durations,
            pitch=pitch[0],
            energy=energy[0],
            features=np.ascontiguousarray(features[0][:, starts]),
            style=style[0],
        )

    def decode(self, score: Score) -> Samples:
        """Mono samples at 24 kHz, 600 a frame."""
        aligned = np.repeat(score.features, score.durations, axis=1)
        (audio,) = self._decoder.run(
            ["audio"],
            {
                PITCH: score.pitch[None].astype(np.float32),
                ENERGY: score.energy[None].astype(np.float32),
                FEATURES: aligned[None],
                "style": score.style[None],
            },
        )
        return cast(Samples, audio.reshape(-1))

    @cached_property
    def _prosody(self) -> "InferenceSession":
        return self._session(self._halves.prosody)

    @cached_property
    def _decoder(self) -> "InferenceSession":
        return self._session(self._halves.decoder)

    def _session(self, path: "Path") -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
