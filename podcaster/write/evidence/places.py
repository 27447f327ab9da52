"""Names that differ in form and mean the same: places and their people, organisations' initials."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from podcaster.write.evidence.lexicon import DATA
from podcaster.write.evidence.reading.words import fold

LANGUAGES = ("en", "fr", "es", "it", "pt", "de", "nl")


@dataclass(frozen=True)
class Aliases:
    """From a folded name, its words separated by spaces, to the number of what it names."""

    groups: Mapping[str, int]

    def of(self, folded: str) -> int | None:
        """Plurals and feminines count as their own form."""
        for form in _forms(folded):
            if form in self.groups:
                return self.groups[form]
        return None


@cache
def aliases() -> Aliases:
    table = tomllib.loads((DATA / "places.toml").read_text("utf-8"))
    lines = [*table["places"].split("\n"), *table["acronyms"].split("\n")]
    groups: dict[str, int] = {}
    for number, line in enumerate(lines):
        for name in line.split():
            groups.setdefault(fold(name).replace("_", " "), number)
    for offset, (_, names) in enumerate(territories()):
        number = next((groups[name] for name in names if name in groups), len(lines) + offset)
        for name in names:
            groups.setdefault(name, number)
    return Aliases(groups)


def territories() -> Iterator[tuple[str, tuple[str, ...]]]:
    """From CLDR: the code of every country and continent, which is a number for a continent, and
    its names, folded, in each language that the gate reads."""
    from babel import Locale

    tables = [Locale.parse(language).territories for language in LANGUAGES]
    for code in tables[0]:
        yield (
            str(code),
            tuple(dict.fromkeys(fold(table[code]) for table in tables if code in table)),
        )


@cache
def capitals() -> Mapping[str, int]:
    """From a capital, folded, to the number of the country that it may stand for."""
    table = tomllib.loads((DATA / "places.toml").read_text("utf-8"))
    found: dict[str, int] = {}
    for line in table["capitals"].strip().split("\n"):
        country, *cities = line.split()
        number = aliases().of(fold(country).replace("_", " "))
        if number is not None:
            found.update({fold(city): number for city in cities})
    return found


@cache
def first_names() -> frozenset[str]:
    table = tomllib.loads((DATA / "first_names.toml").read_text("utf-8"))
    return frozenset(table["names"].split())


def _forms(folded: str) -> tuple[str, ...]:
    """The name as it stands, then without endings of number and gender in French and English."""
    forms = [folded]
    for ending, instead in (
        ("s", ""),
        ("es", ""),
        ("e", ""),
        ("ne", ""),
        ("nes", ""),
        ("ques", "c"),
        ("que", "c"),
        ("ienne", "ien"),
        ("iennes", "ien"),
        ("aise", "ais"),
        ("aises", "ais"),
        ("a", "o"),
        ("as", "o"),
    ):
        if folded.endswith(ending) and len(folded) > len(ending) + 2:
            forms.append(folded[: -len(ending)] + instead)
    return tuple(forms)
