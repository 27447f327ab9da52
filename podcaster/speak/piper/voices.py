"""Piper voices on disk: `<name>.onnx` with its `<name>.onnx.json`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from podcaster.contracts import Voice
from podcaster.errors import SpeakError
from podcaster.speak.options import located

MODEL, CONFIG, CARD = ".onnx", ".onnx.json", "MODEL_CARD"
LICENCE = re.compile(r"^\W*licen[cs]e:\s*(\S.*?)\s*$", re.IGNORECASE | re.MULTILINE)
"""How a card says what its voice was made of may be used for, such as `* License: CC0`."""
UNKNOWN_LICENCE = "see its author"
LONGEST_CARD = 20_000


class _Part(BaseModel):
    """A part of Piper's own file; keys that aren't needed here are let be."""

    model_config = {"extra": "ignore", "frozen": True}


class Audio(_Part):
    sample_rate: int


class Espeak(_Part):
    voice: str


class Inference(_Part):
    noise_scale: float = 0.667
    length_scale: float = 1.0
    noise_w: float = 0.8


class Language(_Part):
    code: str


class Config(_Part):
    """What `<name>.onnx.json` says of a voice."""

    audio: Audio
    espeak: Espeak
    inference: Inference = Inference()
    language: Language | None = None
    num_speakers: int = 1
    speaker_id_map: dict[str, int] = {}
    phoneme_id_map: dict[str, list[int]]
    phoneme_type: str = "espeak"

    @property
    def region(self) -> str:
        """Such as `en-gb`; older files say it only by espeak's voice."""
        code = self.language.code if self.language else self.espeak.voice
        return "-".join(code.lower().replace("_", "-").split("-")[:2])


@dataclass(frozen=True)
class PiperVoice:
    """One voice, of which a multi-speaker model has many."""

    model: Path
    config: Config
    speaker: int | None = None
    """None for a model that knows only one."""


def find_voice(name: str, folder: Path, base: Path = Path()) -> PiperVoice:
    """`name` is a path to an .onnx or a voice's name in `folder`, a speaker after `#`.

    A path that isn't a whole one begins at `base`. Raises SpeakError naming what is missing.
    """
    place, _, speaker = name.partition("#")
    is_path = place.endswith(MODEL)
    model = located(Path(place), base) if is_path else folder / f"{place}{MODEL}"
    if not model.is_file():
        known = ", ".join(path.stem for path in sorted(folder.glob(f"*{MODEL}"))) or "none yet"
        raise SpeakError(
            f"There is no Piper voice {place!r}: {model} isn't there.",
            f"Fetch it with `podcaster voices add piper:{place}`, or give the path of an .onnx"
            f" (in {folder}: {known}).",
        )
    config = _read_config(model)
    return PiperVoice(model, config, _speaker(config, speaker, place))


def installed(folder: Path) -> Sequence[Voice]:
    """The voices in `folder` by name, each speaker of a multi-speaker model apart.

    A file that isn't a voice is passed over: naming it says what is wrong with it.
    """
    voices: list[Voice] = []
    for model in sorted(folder.glob(f"*{MODEL}")):
        try:
            config = _read_config(model)
        except SpeakError:
            continue
        names = [f"{model.stem}#{speaker}" for speaker in config.speaker_id_map] or [model.stem]
        if config.num_speakers == 1:
            names = [model.stem]
        licence = _licence(model)
        voices += [Voice(name, config.region, licence=licence) for name in names]
    return voices


def describe(name: str, voice: PiperVoice) -> Voice:
    """A voice as it's listed and credited."""
    return Voice(name, voice.config.region, licence=_licence(voice.model))


def _licence(model: Path) -> str:
    """What the card beside the model says; the card is fetched with the voice."""
    for card in (model.with_name(f"{model.stem}.{CARD}"), model.with_name(CARD)):
        try:
            text = card.read_text(encoding="utf-8", errors="replace")[:LONGEST_CARD]
        except OSError:
            continue
        found = LICENCE.search(text)
        return found[1] if found else f"see its {CARD}"
    return UNKNOWN_LICENCE


def _speaker(config: Config, wanted: str, place: str) -> int | None:
    if config.num_speakers <= 1:
        if wanted:
            raise SpeakError(
                f"The Piper voice {place!r} has only one speaker, not {wanted!r}.",
                f"Write it as piper:{place}.",
            )
        return None
    if not wanted:
        return 0
    if wanted in config.speaker_id_map:
        return config.speaker_id_map[wanted]
    if wanted.isdecimal() and int(wanted) < config.num_speakers:
        return int(wanted)
    names = list(config.speaker_id_map)
    shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
    raise SpeakError(
        f"The Piper voice {place!r} has no speaker {wanted!r}.",
        f"It has {shown or 'only numbers'}, or 0 to {config.num_speakers - 1}.",
    )


def _read_config(model: Path) -> Config:
    path = model.with_name(model.stem + CONFIG)
    try:
        return Config.model_validate_json(path.read_bytes())
    except OSError as error:
        raise SpeakError(
            f"The Piper voice {model} has no readable {path.name} beside it.",
            "Fetch both files of the voice.",
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise SpeakError(
            f"{path} isn't a Piper voice's description: {where}: {first['msg']}.",
            "Fetch both files of the voice again.",
        ) from error
