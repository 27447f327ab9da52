"""What `coqui:<model>#<speaker>` means: a model by name or by path, a speaker or a recording."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from podcaster.contracts import Voice
from podcaster.errors import SpeakError
from podcaster.speak.coqui.library import INSTALL
from podcaster.speak.coqui.settings import Settings
from podcaster.speak.options import located

AGREED_VARIABLE = "COQUI_TOS_AGREED"
AGREED_NOTE = "tos_agreed.txt"
RECORDING_ENDINGS = (".wav", ".flac", ".mp3", ".ogg", ".m4a")
CPML, UNKNOWN_LICENCE = "CPML", "see its author"
"""The first as Coqui's own list has it of XTTS."""
CHECKPOINTS = ("model_file.pth", "model.pth", "best_model.pth", "checkpoint.pth")
"""What Coqui calls a model's weights; else the newest .pth is taken."""


@dataclass(frozen=True)
class Address:
    """A voice as it was asked for."""

    model: str
    """A name as in Coqui's list, or the path of a folder or of a .pth in it."""
    speaker: str = ""
    recording: Path | None = None

    @property
    def folder(self) -> Path | None:
        """Where a model given by its path lies; None for a name."""
        path = Path(self.model).expanduser()
        if path.suffix == ".pth":
            return path.parent
        named = self.model.split("/")[0] == "tts_models"
        return None if named else path


@dataclass(frozen=True)
class Files:
    """A model on disk."""

    weights: Path
    """A file, or the folder for models that load themselves from one."""
    config: Path
    settings: Mapping[str, Any]
    """What config.json holds."""


def parse(voice: str, settings: Settings, base: Path = Path()) -> Address:
    """Paths that aren't whole ones begin at `base`.

    Raises SpeakError for a recording that isn't there.
    """
    model, _, speaker = voice.partition("#")
    model = _placed(model, base)
    recording = settings.recordings.get(speaker)
    if recording is None and speaker.lower().endswith(RECORDING_ENDINGS):
        recording = Path(speaker)
    if recording is None:
        return Address(model, speaker)
    path = located(recording, base)
    if not path.is_file():
        raise SpeakError(
            f"The recording to speak like isn't there: {path}.",
            "Give a WAV of 6 to 30 seconds of a voice that is yours to use.",
        )
    return Address(model, recording=path)


def _placed(model: str, base: Path) -> str:
    """A model by its path as a whole path; one by its name as it is."""
    return model if Address(model).folder is None else str(located(Path(model), base))


def find_files(address: Address) -> Files | None:
    """The files of a model given by its path; None for one by name. Raises SpeakError."""
    folder = address.folder
    if folder is None:
        return None
    config = folder / "config.json"
    if not config.is_file():
        raise SpeakError(
            f"There is no Coqui model in {folder}: it has no config.json.",
            "Give the folder that holds config.json and the model's .pth, or a name such as "
            "tts_models/en/vctk/vits.",
        )
    try:
        settings = json.loads(config.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SpeakError(f"{config} can't be read: {error}.", "Copy the model again.") from error
    if not isinstance(settings, dict) or not isinstance(settings.get("model"), str):
        raise SpeakError(f"{config} isn't a Coqui model's configuration.", "Copy the model again.")
    if settings["model"] == "xtts":
        return Files(folder, config, settings)
    own = Path(address.model).expanduser()
    return Files(own if own.is_file() else _weights(folder), config, settings)


def _weights(folder: Path) -> Path:
    for name in CHECKPOINTS:
        if (folder / name).is_file():
            return folder / name
    found = [path for path in folder.glob("*.pth") if "speaker" not in path.name]
    if not found:
        raise SpeakError(f"There is no .pth with a model's weights in {folder}.", "Copy it there.")
    return max(found, key=lambda path: path.stat().st_mtime)


def check_licence(
    address: Address, files: Files | None, settings: Settings, *, may_ask: bool = False
) -> None:
    """Raises SpeakError for a model whose terms the user hasn't agreed to.

    With `may_ask` Coqui's own question may come through: it asks before it fetches a model by name.
    """
    if files is not None:
        bound = files.settings["model"] == "xtts"
    else:
        bound = bool(_listed(address.model).get("tos_required"))
    asks = may_ask and files is None
    if bound and not asks and not _agreed(address, files, settings):
        raise SpeakError(
            f"{address.model} is under the Coqui Public Model License (CPML), which forbids "
            "commercial use, and you haven't said that you agree to it.",
            "Read https://tts-hub.github.io/cpml; if you agree, set cpml_agreed = true in "
            f"[engine.coqui], or {AGREED_VARIABLE}=1. tts_models/en/vctk/vits is Apache-2.0.",
        )


def _agreed(address: Address, files: Files | None, settings: Settings) -> bool:
    """In our settings, in the environment, or to Coqui itself, which keeps a note of it."""
    if settings.cpml_agreed or os.environ.get(AGREED_VARIABLE) == "1":
        return True
    if files is not None:
        folder = files.config.parent
    else:
        from trainer.io import get_user_data_dir

        folder = get_user_data_dir("tts") / address.model.replace("/", "--")
    return bool((folder / AGREED_NOTE).is_file())


def listing(settings: Settings, base: Path = Path()) -> Iterator[Voice]:
    """The voices that the settings name."""
    for name in settings.voices:
        if name not in settings.recordings and name.partition("#")[0]:
            yield describe(name, base)


def describe(name: str, base: Path = Path()) -> Voice:
    """A voice as it's listed and credited."""
    address = Address(_placed(name.partition("#")[0], base))
    return Voice(name, language_of(address) or "en", licence=_licence(address))


def language_of(address: Address) -> str:
    """`fr`, or `en-gb`; empty where the model is made for many or doesn't say."""
    if address.folder is None:
        tag = address.model.split("/")[1] if address.model.count("/") >= 3 else ""
        return "" if tag == "multilingual" else tag
    spoken = _configured(address.folder).get("phoneme_language")
    return str(spoken or "").lower().replace("_", "-")


def _configured(folder: Path) -> Mapping[str, Any]:
    """What a model's config.json says; nothing where there is none that can be read."""
    try:
        table = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}


def _licence(address: Address) -> str:
    if address.folder is not None:
        is_xtts = _configured(address.folder).get("model") == "xtts"
        return CPML if is_xtts else UNKNOWN_LICENCE
    try:
        return str(_listed(address.model).get("license", UNKNOWN_LICENCE))
    except SpeakError:
        return UNKNOWN_LICENCE


def _listed(name: str) -> Mapping[str, Any]:
    """A model's entry in Coqui's own list. Raises SpeakError for a name that isn't there."""
    if "/fairseq/" in name:
        return {"license": "CC BY-NC 4.0"}
    models = _models()
    if name not in models:
        close = get_close_matches(name, models, n=3, cutoff=0.5)
        raise SpeakError(
            f"Coqui TTS has no model {name!r}.",
            f"Did you mean {', '.join(close)}?" if close else "Such as tts_models/en/vctk/vits.",
        )
    return models[name]


@cache
def _models() -> Mapping[str, Mapping[str, Any]]:
    spec = find_spec("TTS")
    if spec is None or not spec.submodule_search_locations:
        raise SpeakError("Coqui TTS isn't installed.", INSTALL)
    path = Path(spec.submodule_search_locations[0]) / ".models.json"
    table = json.loads(path.read_text(encoding="utf-8"))["tts_models"]
    return {
        f"tts_models/{language}/{data}/{model}": entry
        for language, sets in table.items()
        for data, models in sets.items()
        for model, entry in models.items()
    }
