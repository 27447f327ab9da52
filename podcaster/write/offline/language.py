"""What the offline writer knows of a language: a table in `templates/script/<language>/`."""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from podcaster.errors import WriteError
from podcaster.models import Value
from podcaster.resources import resource_folder
from podcaster.write.offline.table import (
    Asking,
    Curiosity,
    Days,
    EpisodeWords,
    Ordering,
    Quoting,
    Reading,
    Recasting,
    Rewriting,
)


class Language(Value):
    """One language's table."""

    code: str
    days: Days
    reading: Reading
    rewriting: Rewriting
    ordering: Ordering
    recasting: Recasting | None = None
    asking: Asking
    quoting: Quoting
    episode: EpisodeWords
    questions: dict[str, Curiosity] = Field(default_factory=dict)
    """What listeners wonder, by kind, the most telling first."""

    def pattern(self, text: str) -> re.Pattern[str]:
        """The compiled pattern, its `{weekday}`, `{month}`, `{manner}` and `{full_name}` filled."""
        return _compiled(self._filled(text))

    def is_grave(self, text: str) -> bool:
        """Whether it tells of harm that was done."""
        return self.tells_of(self.reading.grave, text)

    def is_deadly(self, text: str) -> bool:
        return self.tells_of(self.reading.deadly, text)

    def tells_of(self, harm: str, text: str) -> bool:
        """Whether the pattern for a harm is found, and it isn't said that it didn't happen."""
        found = self.pattern(harm).search(text)
        return bool(found) and not self.pattern(self.reading.spared).search(text)

    def _filled(self, text: str) -> str:
        parts = {
            "{manner}": self.reading.manner,
            "{full_name}": self.reading.full_name,
            "{weekday}": "|".join(self.days.weekdays),
            "{month}": "|".join(self.days.months),
        }
        for slot, part in parts.items():
            text = text.replace(slot, part)
        return text


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def folder(code: str) -> Path:
    return resource_folder("templates") / "script" / code


def languages() -> list[str]:
    """The languages that have a table."""
    found = (resource_folder("templates") / "script").glob("*/language.toml")
    return sorted(path.parent.name for path in found)


@cache
def load(code: str) -> Language:
    """Raises WriteError for a language that nobody has written templates for."""
    path = folder(code[:2]) / "language.toml"
    asked = path.with_name("questions.toml")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        if asked.exists():
            table["questions"] = tomllib.loads(asked.read_text(encoding="utf-8"))
        return Language.model_validate(table)
    except FileNotFoundError as error:
        raise WriteError(
            f"there are no dialogue templates for the language {code!r}",
            f"choose one of {', '.join(languages())}, or add a folder: see docs/languages.md",
        ) from error
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise WriteError(f"{path} or {asked.name} can't be used: {error}") from error
