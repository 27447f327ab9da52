"""A delivery in words, for a model that takes instructions: `voices/instructions.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from podcaster.models import Delivery
from podcaster.resources import resource_folder


def instruct(delivery: Delivery, words: Sequence[str]) -> str:
    """One paragraph. `words` are the line's, which emphasis points at."""
    table = _table()
    stressed = [
        word.strip(".,;:!?…\"'()“”«»")
        for span in delivery.emphasis
        for word in words[span.first : span.last + 1]
    ]
    said = [
        _named(table, "style", delivery.style),
        _named(table, "tone", delivery.tone),
        table["ending"][delivery.ending] if delivery.ending else "",
        table["emphasis"]["words"].format(words=", ".join(stressed)) if stressed else "",
    ]
    return " ".join(sentence for sentence in said if sentence)


def _named(table: Mapping[str, Any], kind: str, name: str) -> str:
    """A user's own preset has no sentence: its name is said."""
    sentences: Mapping[str, str] = table[kind]
    return sentences[name] if name in sentences else str(table["other"][kind]).format(name=name)


@cache
def _table() -> Mapping[str, Any]:
    path = resource_folder("voices") / "instructions.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
