"""What the finished file says in writing, from templates/script/<language>/chapters.toml."""

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


def read_words(language: Language) -> Words:
    """The words of a language, or of its base language, or English ones."""
    folder = resource_folder("templates") / "script"
    names = (language, language.partition("-")[0], FALLBACK)
    path = next(p for name in names if (p := folder / name / "chapters.toml").is_file())
    return Words(**tomllib.loads(path.read_text(encoding="utf-8")))
