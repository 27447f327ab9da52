"""What finished file and report say in writing: templates/script/<language>/chapters.toml."""

import tomllib
from dataclasses import dataclass

from podcaster.models import Language
from podcaster.resources import resource_folder

FALLBACK = "en"


@dataclass(frozen=True)
class Words:
    opening: str
    """The first chapter's title."""
    closing: str
    """The last chapter's title."""
    synthetic: str
    """The note that no human voice is heard."""
    chapters: str
    hosts: str
    pace: str
    """What a number of words a minute is followed by."""
    loudness: str
    """What the curve in the report's picture shows."""
    range: str
    told: str
    """With {stories} and {lines}: how much is told."""


def read_words(language: Language) -> Words:
    """The words of a language or of its base language; English for what they don't have."""
    folder = resource_folder("templates") / "script"
    found: dict[str, str] = {}
    for name in (FALLBACK, language.partition("-")[0], language):
        path = folder / name / "chapters.toml"
        if path.is_file():
            found |= tomllib.loads(path.read_text(encoding="utf-8"))
    return Words(**found)
