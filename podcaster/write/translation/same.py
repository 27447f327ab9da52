"""What each language has its own name for, so that Londres is London and kilómetros are km."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from podcaster.write.evidence.places import LANGUAGES, aliases, territories
from podcaster.write.evidence.reading.words import Word, fold

TABLE = Path(__file__).parent / "data" / "same.toml"
LONGEST = 4
"""Words of one name."""


def marks_of(words: Sequence[Word]) -> tuple[frozenset[str], ...]:
    """For each word, marks of the places, peoples and organisations that it helps to name; the
    same in every language."""
    found: list[set[str]] = [set() for _ in words]
    for first, last, name in _runs(words):
        for at in range(first, last):
            found[at].update(_marks(name))
    return tuple(frozenset(marks) for marks in found)


def listed(words: Sequence[Word]) -> frozenset[int]:
    """Which of the words make up a name whose forms in other languages are known."""
    known = (_countries(), _cities(), _groups("names"))
    named = [
        range(first, last) for first, last, name in _runs(words) if any(name in k for k in known)
    ]
    return frozenset(at for places in named for at in places)


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    for first in range(len(words)):
        for last in range(first + 1, min(first + LONGEST, len(words)) + 1):
            name = " ".join(word.fold for word in words[first:last])
            yield first, last, name.replace(" - ", "-")


def unit_mark(unit: str) -> str:
    """One name for a unit, whatever language's table it stands in."""
    return _groups("units").get(fold(unit), fold(unit))


@cache
def _marks(name: str) -> tuple[str, ...]:
    place = aliases().of(name)
    found = (_groups("names").get(name), _cities().get(name), None if place is None else str(place))
    return tuple(mark for mark in found if mark)


@cache
def _groups(key: str) -> Mapping[str, str]:
    """From a folded word to the first of its line."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))[key]
    lines = [fold(line).split() for line in table.strip().splitlines()]
    return {word.replace("_", " "): line[0] for line in lines for word in line}


@cache
def _countries() -> frozenset[str]:
    """CLDR's, folded, in all languages."""
    return frozenset(name for code, names in territories() if code.isalpha() for name in names)


@cache
def _cities() -> Mapping[str, str]:
    """From a folded name to the city's time zone in CLDR."""
    from babel import Locale

    marks: dict[str, str] = {}
    for language in LANGUAGES:
        for zone, names in Locale.parse(language).time_zones.items():
            own = zone.rpartition("/")[2].replace("_", " ")
            for name in (own, names.get("city", own)):
                marks.setdefault(fold(name), zone)
    return marks
