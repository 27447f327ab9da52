"""From the names of a tone and a style to the numbers that direct a line."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, ValidationError

from podcaster.errors import UsageError
from podcaster.models import Delivery, Value
from podcaster.resources import resource_folder
from podcaster.toml_file import read_toml

TONES, STYLES = "tones.toml", "styles.toml"
PLAIN = Delivery()
BOUNDS: Mapping[str, tuple[float, float]] = {
    "rate": (0.5, 2.0),
    "pitch": (-12, 12),
    "range": (0.0, 3.0),
    "energy": (-12, 12),
    "pauses": (0.3, 3.0),
}
"""What a Delivery accepts; presets that add up to more are held here."""
NEUTRAL: Mapping[str, float] = {"rate": 1, "pitch": 0, "range": 1, "energy": 0, "pauses": 1}
SHIFTS = frozenset({"pitch", "energy"})
"""These add up; the others are factors and multiply."""


class Preset(Value):
    """A tone or a style: numbers on top of what the voice does by itself."""

    use: str
    """One sentence on when to use it."""
    rate: float = Field(default=1.0, ge=0.5, le=2.0)
    pitch: float = Field(default=0.0, ge=-12, le=12)
    range: float = Field(default=1.0, ge=0.0, le=3.0)
    energy: float = Field(default=0.0, ge=-12, le=12)
    pauses: float = Field(default=1.0, ge=0.3, le=3.0)


@dataclass(frozen=True)
class Presets:
    tones: Mapping[str, Preset]
    styles: Mapping[str, Preset]


def load_presets(own: Path | None = None) -> Presets:
    """The project's presets; those in the folder `own` are added, or replace ours by name.

    Raises UsageError naming the file, the preset and what is wrong.
    """
    folders = [resource_folder("voices"), *([own] if own else [])]
    tones: dict[str, Preset] = {}
    styles: dict[str, Preset] = {}
    for folder in folders:
        tones |= _read(folder / TONES)
        styles |= _read(folder / STYLES)
    return Presets(tones, styles)


def resolve(delivery: Delivery, presets: Presets, under: Sequence[Delivery] = ()) -> Delivery:
    """The same delivery with every number set.

    `under` are the deliveries that it stands on, such as the show's and the host's: their numbers
    add to the presets', and their names hold where the line names nothing. A number that the line
    gives itself wins over all. Raises UsageError for a name that no preset has.
    """
    layers = [*under, delivery]
    tone = _named(presets.tones, _last_said(layers, "tone"), "tone")
    style = _named(presets.styles, _last_said(layers, "style"), "style")

    def number(name: str) -> float:
        own = getattr(delivery, name)
        if own is not None:
            return float(own)
        said = [getattr(layer, name) for layer in under]
        values = [getattr(tone, name), getattr(style, name), *(v for v in said if v is not None)]
        combine: Callable[[Sequence[float]], float] = sum if name in SHIFTS else math.prod
        least, most = BOUNDS[name]
        return min(max(combine(values), least), most)

    endings = [layer.ending for layer in layers if layer.ending is not None]
    pauses = [layer.pause_after for layer in layers if layer.pause_after is not None]
    return delivery.model_copy(
        update={
            "tone": _last_said(layers, "tone"),
            "style": _last_said(layers, "style"),
            **{name: number(name) for name in NEUTRAL},
            "ending": endings[-1] if endings else None,
            "pause_after": pauses[-1] if pauses else None,
        }
    )


def _last_said(layers: Sequence[Delivery], name: str) -> str:
    """The innermost name that isn't the default."""
    default = getattr(PLAIN, name)
    said = [getattr(layer, name) for layer in layers if getattr(layer, name) != default]
    return str(said[-1]) if said else str(default)


def _named(presets: Mapping[str, Preset], name: str, kind: str) -> Preset:
    try:
        return presets[name]
    except KeyError as error:
        raise UsageError(
            f"No {kind} is called {name!r}.", f"Known: {', '.join(presets)}."
        ) from error


def _read(path: Path) -> dict[str, Preset]:
    if not path.exists():
        return {}
    presets: dict[str, Preset] = {}
    for name, entry in read_toml(path).items():
        try:
            presets[name] = Preset.model_validate(entry)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join([name, *map(str, first["loc"])])
            raise UsageError(f"{path}: {where}: {first['msg']}.", "Set it right.") from error
    return presets
