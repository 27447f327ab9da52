"""A language as the front end knows it: one table of words and patterns in `data/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from podcaster.errors import SpeakError

DATA = Path(__file__).parent / "data"
DEFAULT_REGION = {"en": "en-us"}
"""The region that a bare language code stands for, where the table has regions."""


@dataclass(frozen=True, eq=False)
class Language:
    """The table of one language, its region's own words laid over it.

    Compared by identity: tables are loaded once, so that rules can keep compiled patterns.
    """

    code: str
    """Two letters: `en`."""
    region: str
    """With the region: `en-gb`; the same as `code` where the table knows no region."""
    table: Mapping[str, Any] = field(repr=False)

    def word(self, name: str) -> str:
        """A word that the rules join numbers with, from `[words]`."""
        return str(self.table["words"][name])

    def words(self, name: str) -> Mapping[str, Any]:
        """A whole section; empty where the language has none."""
        section: Mapping[str, Any] = self.table.get(name, {})
        return section

    def names(self, section: str, key: str) -> tuple[str, ...]:
        """A list of words; empty where the language has none."""
        return tuple(self.words(section).get(key, ()))


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a table."""
    return tuple(sorted(path.stem for path in DATA.glob("??.toml")))


@cache
def load_language(tag: str) -> Language:
    """The table for a tag such as `fr` or `en-gb`. Raises SpeakError for an unknown language."""
    code = tag.lower().replace("_", "-").split("-")[0]
    path = DATA / f"{code}.toml"
    if len(code) != 2 or not path.is_file():
        known = ", ".join(languages())
        raise SpeakError(
            f"no rules for reading the language {tag!r} aloud", f"known languages: {known}"
        )
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    regions: Mapping[str, Any] = table.pop("region", {})
    region = tag.lower() if tag.lower() in regions else DEFAULT_REGION.get(code, code)
    return Language(code, region, _laid_over(table, regions.get(region, {})))


def _laid_over(table: Mapping[str, Any], region: Mapping[str, Any]) -> Mapping[str, Any]:
    merged = dict(table)
    for name, section in region.items():
        merged[name] = {**table.get(name, {}), **section} if isinstance(section, dict) else section
    return merged
