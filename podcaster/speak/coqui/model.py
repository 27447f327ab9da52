"""One loaded Coqui model, and the one door through which it speaks."""

import contextlib
import hashlib
import pickle
import shutil
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import SpeakError
from podcaster.speak.coqui.library import coqui_tts
from podcaster.speak.coqui.settings import Settings
from podcaster.speak.coqui.voices import Address, Files, check_licence, find_files

LOADING_FAILS = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    ImportError,
    RuntimeError,
    EOFError,
    AssertionError,
    pickle.UnpicklingError,
)
"""Coqui lets through whatever happens inside it, the network's errors (OSError) included."""
SPEAKING_FAILS = (
    OSError,
    RuntimeError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    NameError,
    AttributeError,
    AssertionError,
    ArithmeticError,
)
"""On a text that leaves it without a token, for one, an UnboundLocalError; on one that is too long
for XTTS an AssertionError."""
PADDING = 10_000
"""Zero samples that Coqui puts after each sentence."""
ESPEAK = ("espeak-ng", "espeak")


@dataclass(frozen=True)
class Reader:
    """Who reads, in which of the model's languages."""

    speaker: str | None = None
    recording: Path | None = None
    language: str | None = None
    """None for a model of one language, which refuses to be told."""


class Model:
    """Raises SpeakError where the model can't be fetched or loaded."""

    def __init__(self, address: Address, settings: Settings, voice_folder: Path) -> None:
        files = find_files(address)
        check_licence(address, files, settings, may_ask=sys.stdin.isatty())
        self.name = address.model
        self._settings = settings
        self._voice_folder = voice_folder / hashlib.sha256(address.model.encode()).hexdigest()[:16]
        """What the model learnt of recordings: of no use to another one."""
        self._tts = _load(address, files, settings)
        self._network = self._tts.synthesizer.tts_model
        self._lock = threading.Lock()
        self.sample_rate = int(self._tts.synthesizer.output_sample_rate)
        self.speakers: tuple[str, ...] = tuple(self._tts.speakers or ())
        self.languages: tuple[str, ...] = tuple(self._tts.languages or ())
        """Empty for a model of one language."""
        self.clones = bool(self._network.config.supports_cloning)
        self._is_xtts = self._network.config.model == "xtts"
        self._scales = hasattr(self._network, "length_scale")
        self._length_scale = self._tune()
        self.digest = _digest(Path(self._tts.synthesizer.tts_config_path).parent)

    @property
    def paces(self) -> bool:
        """Whether the model can be told how fast to speak."""
        return self._scales or self._is_xtts

    def speak(self, text: str, reader: Reader, rate: float, seed: int) -> Samples:
        """float32 mono, with silence at its ends. `rate` is met only by a model that `paces`.

        Pace and chance belong to the model and to torch, not to a call: one at a time.
        Raises SpeakError for a text that the model can't read.
        """
        import torch

        asked: dict[str, Any] = {"split_sentences": False, "language": reader.language}
        if reader.recording is not None:
            asked |= self._cloning(reader.recording)
        elif reader.speaker is not None:
            asked["speaker"] = reader.speaker
        if self._is_xtts:
            asked |= self._sampling() | {"speed": rate}
        with self._lock, torch.random.fork_rng(), torch.inference_mode():
            if self._scales:
                self._network.length_scale = self._length_scale / rate
            torch.manual_seed(seed)
            try:
                sound = self._tts.tts(text, **asked)
            except SPEAKING_FAILS as error:
                raise SpeakError(
                    f"{self.name} can't read {text[:80]!r}: {error or type(error).__name__}.",
                    "Say it in other words, or take another voice.",
                ) from error
        return np.asarray(sound[: max(0, len(sound) - PADDING)], np.float32)

    def _cloning(self, recording: Path) -> dict[str, Any]:
        """What to ask for a voice like a recording's, which is learnt once and kept by its name.

        Given the recording, Coqui learns it anew, whatever it keeps; an XTTS that came without
        speakers of its own can't be asked by name.
        """
        if getattr(self._network, "speaker_manager", None) is None:
            return {"speaker_wav": str(recording)}
        name = _cloned_name(recording)
        asked = {"speaker": name, "voice_dir": str(self._voice_folder)}
        known = (self._voice_folder / f"{name}.pth").is_file()
        return asked if known else asked | {"speaker_wav": str(recording)}

    def _tune(self) -> float:
        """Puts the settings' numbers into the model; its length scale at rate 1."""
        settings, network = self._settings, self._network
        if settings.noise_scale is not None and hasattr(network, "inference_noise_scale"):
            network.inference_noise_scale = settings.noise_scale
        if settings.noise_scale_dp is not None and hasattr(network, "inference_noise_scale_dp"):
            network.inference_noise_scale_dp = settings.noise_scale_dp
        own = float(network.length_scale) if self._scales else 1.0
        return settings.length_scale or own

    def _sampling(self) -> dict[str, Any]:
        names = ("temperature", "top_k", "top_p", "repetition_penalty")
        given = {name: getattr(self._settings, name) for name in names}
        return {name: value for name, value in given.items() if value is not None}


def _load(address: Address, files: Files | None, settings: Settings) -> Any:
    if files is not None:
        _check_espeak(files)
    api = coqui_tts()
    try:
        if files is not None:
            tts = api(
                model_path=str(files.weights), config_path=str(files.config), progress_bar=False
            )
        else:
            tts = api(progress_bar=True)
            if settings.cpml_agreed:
                tts.manager.tos_agreed = lambda *_: True
            # Coqui asks about terms on standard output, where others may read our results.
            with contextlib.redirect_stdout(sys.stderr):
                tts.load_tts_model_by_name(address.model)
        return tts.to(settings.device)
    except LOADING_FAILS as error:
        reason = str(error).strip() or type(error).__name__
        raise SpeakError(
            f"The Coqui model {address.model} can't be had: {reason.splitlines()[0][:200]}.",
            "A model by name is fetched when it's first used: check the network, or give the path "
            "of a folder with config.json and the .pth.",
        ) from error


def _check_espeak(files: Files) -> None:
    """Coqui runs espeak-ng as a program: the library that podcaster brings isn't enough."""
    reads = files.settings.get("use_phonemes") and "espeak" in str(files.settings.get("phonemizer"))
    if reads and not any(shutil.which(name) for name in ESPEAK):
        raise SpeakError(
            f"The Coqui model in {files.config.parent} needs the program espeak-ng.",
            "Install it: apt-get install espeak-ng, or brew install espeak-ng.",
        )


def _cloned_name(recording: Path) -> str:
    """Names what XTTS learns of a recording, so that it's learnt once."""
    return f"clone-{hashlib.sha256(recording.read_bytes()).hexdigest()[:16]}"


def _digest(folder: Path) -> str:
    """Changes when a file of the model does."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    facts = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(repr(facts).encode()).hexdigest()
