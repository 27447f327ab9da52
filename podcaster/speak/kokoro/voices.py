"""Kokoro's voices: the table of all 54, those at hand, and blends of them."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import AliasChoices, Field, ValidationError, field_validator

from podcaster.contracts import Voice
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Value
from podcaster.resources import resource_folder

ROWS, WIDTH = 510, 256
HALF = 128
"""Columns before this are timbre, the rest is prosody."""
LICENCE = "Apache-2.0"
SIWIS = "Trained on the SIWIS French Speech Synthesis Database (Yamagishi et al., 2017), CC BY 4.0."
BLENDS = "blends.toml"
BLEND_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")

Floats = NDArray[np.float32]


class Listing(Value):
    """One of the 54 voices, as `voices/kokoro/voices.toml` lists it."""

    language: str
    gender: Literal["female", "male"]
    grade: str
    sha256: str
    """Of the float32 file as it's published."""


class Blend(Value):
    """A voice made of others, by weight; weights are brought to a sum of 1."""

    language: str = ""
    """That of its heaviest part when empty; the gender likewise."""
    gender: Literal["female", "male", "unknown"] = "unknown"
    timbre: dict[str, float] = Field(min_length=1, validation_alias=AliasChoices("blend", "timbre"))
    """Whom it sounds like. Settings may call it `blend`."""
    prosody: dict[str, float] = Field(default_factory=dict)
    """Whose melody and timing it has; the timbre's when empty."""
    note: str = ""

    @field_validator("timbre", "prosody")
    @classmethod
    def _weights_are_positive(cls, value: dict[str, float]) -> dict[str, float]:
        if any(not 0 < weight <= 100 for weight in value.values()):
            raise ValueError("weights lie above 0 and up to 100")
        return value

    @property
    def heaviest(self) -> str:
        return max(self.timbre, key=lambda part: self.timbre[part])


@dataclass(frozen=True, eq=False)
class Style:
    """A voice's rows, [510, 128] each; the row to use goes by the number of phonemes."""

    timbre: Floats
    prosody: Floats

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.timbre.tobytes() + self.prosody.tobytes()).hexdigest()


class VoiceBook:
    """The voices that ship, those that the user fetched, and blends of both."""

    def __init__(self, own: Path, made: Mapping[str, Blend] | None = None) -> None:
        """`own` is the user's folder for fetched voices and blends; it may not exist.

        `made` are blends that the settings name.
        """
        self.own = own
        self.made = made or {}
        self._shipped = resource_folder("voices") / "kokoro"

    @cached_property
    def listings(self) -> Mapping[str, Listing]:
        table = tomllib.loads((self._shipped / "voices.toml").read_text(encoding="utf-8"))
        return {name: Listing.model_validate(entry) for name, entry in table.items()}

    @cached_property
    def blends(self) -> Mapping[str, Blend]:
        """The project's own, then the user's, then the settings'; a later one replaces."""
        ours = read_blends(self._shipped / BLENDS) | read_blends(self.own / BLENDS)
        return ours | dict(self.made)

    def at_hand(self, name: str) -> bool:
        """Whether the voice's data is on this machine."""
        if name in self.blends:
            blend = self.blends[name]
            return all(self._file(part) for part in [*blend.timbre, *blend.prosody])
        return self._file(name) is not None

    def voices(self) -> list[Voice]:
        """Those that can speak now: listed ones first, then blends."""
        listed = [self.describe(name) for name in self.listings if self.at_hand(name)]
        return listed + [self.describe(name) for name in self.blends if self.at_hand(name)]

    def describe(self, name: str) -> Voice:
        if blend := self.blends.get(name):
            parts = sorted({*blend.timbre, *blend.prosody})
            credit = SIWIS if "ff_siwis" in parts else ""
            first = self._listing(blend.heaviest)
            return Voice(
                name,
                blend.language or first.language,
                first.gender if blend.gender == "unknown" else blend.gender,
                f"blend of {' + '.join(parts)}",
                LICENCE,
                credit,
            )
        entry = self._listing(name)
        credit = SIWIS if name == "ff_siwis" else ""
        return Voice(name, entry.language, entry.gender, entry.grade, LICENCE, credit)

    def style(self, name: str) -> Style:
        """Raises SpeakError for a voice that isn't known, or isn't on this machine."""
        if blend := self.blends.get(name):
            timbre = self._mixed(blend.timbre)
            prosody = self._mixed(blend.prosody or blend.timbre)
        else:
            timbre = prosody = self._rows(name)
        return Style(
            np.ascontiguousarray(timbre[:, :HALF]), np.ascontiguousarray(prosody[:, HALF:])
        )

    def _mixed(self, weights: Mapping[str, float]) -> Floats:
        total = sum(weights.values())
        rows = np.zeros((ROWS, WIDTH), np.float32)
        for name, weight in weights.items():
            rows += self._rows(name) * np.float32(weight / total)
        return rows

    def _rows(self, name: str) -> Floats:
        self._listing(name)
        path = self._file(name)
        if path is None:
            raise SpeakError(
                f"The voice kokoro:{name} isn't on this machine.",
                f"Fetch it: podcaster voices add {name}. At hand: {self._known()}.",
            )
        rows = np.load(path, allow_pickle=False)
        if rows.shape != (ROWS, WIDTH):
            raise SpeakError(f"{path} isn't a voice.", f"Delete it; podcaster voices add {name}.")
        return np.asarray(rows, np.float32)

    def _listing(self, name: str) -> Listing:
        try:
            return self.listings[name]
        except KeyError as error:
            raise SpeakError(
                f"Kokoro has no voice called {name!r}.", f"At hand: {self._known()}."
            ) from error

    def _file(self, name: str) -> Path | None:
        for folder in (self._shipped, self.own):
            if (path := folder / f"{name}.npy").exists():
                return path
        return None

    def _known(self) -> str:
        return ", ".join(voice.name for voice in self.voices())


def read_blends(path: Path) -> dict[str, Blend]:
    """Empty where there is no such file. Raises UsageError naming what is wrong in it."""
    if not path.exists():
        return {}
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: Blend.model_validate(entry) for name, entry in table.items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        raise UsageError(f"{path} can't be read: {error}", "Mend it, or delete it.") from error
