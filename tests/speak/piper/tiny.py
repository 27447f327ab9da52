"""A Piper voice of a few kilobytes, made here: a real one's graph in small, and a hum for sound."""

import json
from pathlib import Path

import numpy as np

SAMPLE_RATE = 22_050
HOP = 256
CHANNELS = 4
SYMBOLS = "_^$ !'(),-.:;?abcdefhijklmnopqrstuvwxyzæçðøŋœɐɑɒɔəɚɛɜɡɪɫɹɾʃʊʌʒʔʲˈˌːθᵻ̩̃"
LONG = "aeiouæɐɑɒɔəɚɛɜɪʊʌːᵻ"


def tiny_voice(folder: Path, name: str = "tiny", speakers: tuple[str, ...] = ()) -> Path:
    """The .onnx, its .onnx.json beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.onnx"
    _save_graph(path, max(1, len(speakers)))
    path.with_name(f"{name}.onnx.json").write_text(
        json.dumps(
            {
                "audio": {"sample_rate": SAMPLE_RATE, "quality": "tiny"},
                "espeak": {"voice": "en-us"},
                "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
                "phoneme_type": "espeak",
                "num_speakers": max(1, len(speakers)),
                "speaker_id_map": {speaker: number for number, speaker in enumerate(speakers)},
                "phoneme_id_map": {symbol: [number] for number, symbol in enumerate(SYMBOLS)},
                "language": {"code": "en_US"},
            }
        ),
        encoding="utf-8",
    )
    return path


def _save_graph(path: Path, speakers: int) -> None:
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    count = len(SYMBOLS)
    turns = np.arange(HOP) / HOP * 2 * np.pi
    waves = np.stack([np.sin(turns * (1 + channel)) for channel in range(CHANNELS)])
    colours = np.random.default_rng(1).uniform(0.2, 0.5, (count, CHANNELS))
    colours[[index for index, symbol in enumerate(SYMBOLS) if not symbol.isalpha()]] = 0.0
    lengths = [[1.6 if symbol in LONG else 0.9 if symbol.isalpha() else 0.4] for symbol in SYMBOLS]
    constants = {
        "colours": colours.astype(np.float32),
        "lengths": np.array(lengths, np.float32),
        "voices": np.linspace(1.0, 0.5, speakers, dtype=np.float32).reshape(-1, 1),
        "wave": (waves[:, np.newaxis] * 0.3).astype(np.float32),
        "little": np.array(0.1, np.float32),
        "one": np.array(1, np.int64),
        "two": np.array(2, np.int64),
        "zero": np.array(0, np.int64),
        "last": np.array([2], np.int64),
        "none": np.array(0.0, np.float32),
        "unit": np.array(1.0, np.float32),
    }
    node = helper.make_node
    nodes = [
        node("Gather", ["colours", "input"], ["rows"]),
        node("Transpose", ["rows"], ["own"], perm=[0, 2, 1]),
        node("Gather", ["voices", "sid" if speakers > 1 else "zero"], ["voice"]),
        node("Mul", ["own", "voice"], ["means"]),
        node("Gather", ["scales", "zero"], ["noise_scale"]),
        node("Gather", ["scales", "one"], ["length_scale"]),
        node("Gather", ["scales", "two"], ["noise_w"]),
        node("Gather", ["lengths", "input"], ["length_rows"]),
        node("Transpose", ["length_rows"], ["logs"], perm=[0, 2, 1]),
        node("Concat", ["logs", "logs"], ["pair"], axis=1),
        node("RandomNormalLike", ["pair"], ["dice"]),
        node("ReduceMean", ["dice"], ["die"], axes=[1], keepdims=1),
        node("Mul", ["die", "noise_w"], ["wide"]),
        node("Mul", ["wide", "little"], ["drawn"]),
        node("Add", ["logs", "drawn"], ["log_lengths"]),
        node("Exp", ["log_lengths"], ["at_rest"]),
        node("Mul", ["at_rest", "length_scale"], ["fractions"]),
        node("Ceil", ["fractions"], ["frames"]),
        node("CumSum", ["frames", "last"], ["ends"]),
        node("Sub", ["ends", "frames"], ["starts"]),
        node("ReduceSum", ["frames"], ["total"], keepdims=0),
        node("Range", ["none", "total", "unit"], ["times"]),
        node("Transpose", ["ends"], ["end_column"], perm=[0, 2, 1]),
        node("Transpose", ["starts"], ["start_column"], perm=[0, 2, 1]),
        node("Less", ["times", "end_column"], ["before"]),
        node("GreaterOrEqual", ["times", "start_column"], ["after"]),
        node("And", ["before", "after"], ["inside"]),
        node("Cast", ["inside"], ["path"], to=TensorProto.FLOAT),
        node("MatMul", ["means", "path"], ["held"]),
        node("RandomNormalLike", ["held"], ["hiss"]),
        node("Mul", ["hiss", "noise_scale"], ["scaled_hiss"]),
        node("Mul", ["scaled_hiss", "little"], ["soft_hiss"]),
        node("Add", ["held", "soft_hiss"], ["latent"]),
        node("Mul", ["latent", "held"], ["gated"]),
        node("ConvTranspose", ["gated", "wave"], ["sound"], strides=[HOP]),
        node("Tanh", ["sound"], ["output"]),
    ]
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, ["batch", "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, ["batch"]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    if speakers > 1:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, ["batch"]))
    graph = helper.make_graph(
        nodes,
        "tiny",
        inputs,
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["batch", 1, "time"])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)
