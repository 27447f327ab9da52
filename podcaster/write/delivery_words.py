"""A delivery in a few words, as a script shows it: `serious newsreader, rate 0.95, pause 0.6`."""

import json
import re
from typing import get_args

from pydantic import ValidationError

from podcaster.models import Delivery, Emphasis, Ending

NUMBERS = {
    "rate": "rate",
    "pitch": "pitch",
    "range": "range",
    "energy": "energy",
    "pauses": "pauses",
    "pause": "pause_after",
}
STRESS = re.compile(r"stress (\d+)(?:-(\d+))?(?: ([\d.e+-]+))?")
PLAIN = re.compile(r"[^\W\d][\w-]*")
PART = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^,"])+')
NAME = re.compile(r'"(?:[^"\\]|\\.)*"|\S+')


def in_words(delivery: Delivery) -> str:
    """Tone, then style where it isn't the usual one, then every number that was set."""
    usual = Delivery()
    names = [delivery.tone] if delivery.style == usual.style else [delivery.tone, delivery.style]
    parts = [" ".join(_written(name) for name in names)]
    for word, field in NUMBERS.items():
        value = getattr(delivery, field)
        if value is not None:
            parts.append(f"{word} {value!r}")
    if delivery.ending:
        parts.append(delivery.ending)
    for stress in delivery.emphasis:
        span = f"{stress.first}" if stress.first == stress.last else f"{stress.first}-{stress.last}"
        parts.append(f"stress {span} {stress.strength!r}")
    return ", ".join(parts)


def from_words(words: str) -> Delivery:
    """Raises ValueError with what's wrong in a sentence."""
    found: dict[str, object] = {}
    stresses: list[Emphasis] = []
    for number, part in enumerate(PART.findall(words)):
        text = part.strip()
        word, _, value = text.partition(" ")
        if word in NUMBERS and value:
            found[NUMBERS[word]] = _number(word, value)
        elif text in get_args(Ending):
            found["ending"] = text
        elif match := STRESS.fullmatch(text):
            first = int(match.group(1))
            stresses.append(
                Emphasis(
                    first=first,
                    last=int(match.group(2) or first),
                    strength=float(match.group(3) or 0.5),
                )
            )
        elif number == 0:
            found |= _names(text)
        else:
            raise ValueError(
                f"{text!r} is no delivery; write a tone and a style first, then"
                f" {', '.join(NUMBERS)} with a number, falling, rising, continuing or stress 2-3"
            )
    if stresses:
        found["emphasis"] = tuple(stresses)
    try:
        return Delivery.model_validate(found)
    except ValidationError as error:
        first_error = error.errors()[0]
        field = ".".join(str(part) for part in first_error["loc"])
        raise ValueError(f"{field}: {first_error['msg']}") from error


def _names(text: str) -> dict[str, object]:
    names = [_read(name) for name in NAME.findall(text)]
    if len(names) > 2:
        raise ValueError(f"{text!r} holds more than a tone and a style; put a comma between parts")
    return dict(zip(("tone", "style"), names, strict=False))


def _number(word: str, value: str) -> float:
    try:
        return float(value)
    except ValueError as error:
        raise ValueError(f"{word} needs a number, not {value!r}") from error


def _written(name: str) -> str:
    plain = PLAIN.fullmatch(name) and name not in NUMBERS and name not in get_args(Ending)
    if plain and name != "stress":
        return name
    return json.dumps(name).replace("[", "\\u005b").replace("]", "\\u005d")


def _read(name: str) -> str:
    return str(json.loads(name)) if name.startswith('"') else name
