"""A Piper graph in two parts: one that settles how long each phoneme lasts, one that sounds.

Piper's exports are VITS (Kim, Kong, Son 2021). The durations pass through the graph's only Ceil:
cut there, the second part sounds whatever durations it's given. Both parts draw noise inside;
here it comes in from outside, so that a seed repeats a line exactly.
"""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from podcaster.contracts import Samples
from podcaster.errors import SpeakError

Integers = NDArray[np.int64]
SPEAKER = "sid"
FLOW_CHANNELS = 2
"""Rows of noise that VITS's duration predictor takes."""


@dataclass(frozen=True)
class Noise:
    """How much chance there is in a voice, and how slow it is."""

    scale: float
    length: float
    width: float
    """Of the durations."""


class Network:
    """Raises SpeakError for a file that isn't a Piper voice's graph."""

    def __init__(self, model: Path, threads: int) -> None:
        content = model.read_bytes()
        self.digest = hashlib.sha256(content).hexdigest()
        """SHA-256 of the file."""
        self._cuts = _find_cuts(content, model)
        self.hop = self._cuts.hop
        """Samples in a frame."""
        self._timing = _session(self._cuts.timing, threads)
        self._sounding = _session(self._cuts.sounding, threads)

    def durations(self, ids: Integers, speaker: int | None, noise: Noise, seed: int) -> Integers:
        """[n] frames for each of the n ids."""
        frames, _ = self._timed(ids, speaker, noise, seed)
        return np.asarray(frames.reshape(-1), np.int64)

    def sound(
        self, ids: Integers, speaker: int | None, noise: Noise, frames: Integers, seed: int
    ) -> Samples:
        """`frames.sum() * hop` samples, float32."""
        shape = (1, self._channels, int(frames.sum()))
        given = self._given(ids, speaker, noise)
        given[self._cuts.frames] = frames.astype(np.float32).reshape(1, 1, -1)
        given[self._cuts.sounding_noise] = _drawn(seed, shape)
        (audio,) = self._sounding.run(None, given)
        return np.ascontiguousarray(audio.reshape(-1), np.float32)

    @cached_property
    def _channels(self) -> int:
        """How many rows of noise the sounding part takes: it shows only when the graph runs."""
        _, like = self._timed(np.array([1, 2], np.int64), self._any_speaker, Noise(0, 1, 0), 0)
        return int(like.shape[1])

    @property
    def _any_speaker(self) -> int | None:
        return 0 if SPEAKER in self._cuts.inputs else None

    def _timed(
        self, ids: Integers, speaker: int | None, noise: Noise, seed: int
    ) -> Sequence[NDArray[np.float32]]:
        given = self._given(ids, speaker, noise)
        if self._cuts.timing_noise:
            given[self._cuts.timing_noise] = _drawn(seed, (1, FLOW_CHANNELS, len(ids)))
        outputs: Sequence[NDArray[np.float32]] = self._timing.run(None, given)
        return outputs

    def _given(self, ids: Integers, speaker: int | None, noise: Noise) -> dict[str, Any]:
        given: dict[str, Any] = {
            "input": ids.reshape(1, -1),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": np.array([noise.scale, noise.length, noise.width], np.float32),
        }
        if speaker is not None:
            given[SPEAKER] = np.array([speaker], np.int64)
        return given


@dataclass(frozen=True)
class _Cuts:
    """Both parts as ONNX bytes, and the names of what crosses into them."""

    timing: bytes
    sounding: bytes
    frames: str
    timing_noise: str | None
    """None where the voice's durations aren't drawn."""
    sounding_noise: str
    inputs: tuple[str, ...]
    hop: int


def _find_cuts(content: bytes, path: Path) -> _Cuts:
    import onnx
    from google.protobuf.message import DecodeError
    from onnx.utils import Extractor

    try:
        model = onnx.load_model_from_string(content)
    except DecodeError as error:
        raise _not_piper(path, "it can't be read as ONNX") from error
    graph = model.graph
    inputs = tuple(given.name for given in graph.input)
    roundings = [node for node in graph.node if node.op_type == "Ceil"]
    if not {"input", "input_lengths", "scales"} <= set(inputs) or len(roundings) != 1:
        raise _not_piper(path, "it takes other inputs, or its durations can't be told")
    frames = roundings[0].output[0]
    timed = _sources(graph, frames)
    draws = [node for node in graph.node if node.op_type == "RandomNormalLike"]
    before = [node for node in draws if node.output[0] in timed]
    after = [node for node in draws if node.output[0] not in timed]
    if len(before) > 1 or len(after) != 1:
        raise _not_piper(path, "it draws its noise in other places")
    noise, like = after[0].output[0], after[0].input[0]
    timing_noise = before[0].output[0] if before else None
    crossing = [frames, noise, like, *([timing_noise] if timing_noise else [])]
    known = {value.name for value in graph.value_info}
    for name in set(crossing) - known:
        floats = onnx.TensorProto.FLOAT
        graph.value_info.append(onnx.helper.make_tensor_value_info(name, floats, None))
    extractor = Extractor(model)
    own = [*inputs, *([timing_noise] if timing_noise else [])]
    return _Cuts(
        timing=extractor.extract_model(own, [frames, like]).SerializeToString(),
        sounding=extractor.extract_model(
            [*inputs, frames, noise], [graph.output[0].name]
        ).SerializeToString(),
        frames=frames,
        timing_noise=timing_noise,
        sounding_noise=noise,
        inputs=inputs,
        hop=_hop(graph),
    )


def _sources(graph: Any, name: str) -> set[str]:
    """All tensors that `name` is computed from."""
    maker = {output: node for node in graph.node for output in node.output}
    found: set[str] = set()
    open_names = [name]
    while open_names:
        node = maker.get(open_names.pop())
        if node is not None:
            fresh = [given for given in node.input if given not in found]
            found.update(fresh)
            open_names.extend(fresh)
    return found


def _hop(graph: Any) -> int:
    """Samples in a frame: the decoder's upsampling convolutions multiplied."""
    return math.prod(
        attribute.ints[0]
        for node in graph.node
        if node.op_type == "ConvTranspose"
        for attribute in node.attribute
        if attribute.name == "strides"
    )


def _session(model: bytes, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _drawn(seed: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal(shape, np.float32)


def _not_piper(path: Path, reason: str) -> SpeakError:
    return SpeakError(f"{path} isn't a Piper voice: {reason}.", "Fetch the voice again.")
