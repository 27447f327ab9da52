"""Offices that the news calls by where they sit, and years by what they're known for."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from podcaster.write.evidence.lexicon import DATA
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.words import Word, fold, words


@cache
def seats() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """From a seat's folded name to what a source may call who sits there, in folded words."""
    return {
        name: tuple(_cut(entry) for entry in meant.split())
        for names, meant in (*_rows("seats"), *_rows("nicknames"))
        for name in (" ".join(_cut(entry)) for entry in names.split())
    }


def may_mean(passage: Passage, name: Sequence[str]) -> bool:
    """Whether a passage has what a seat, or a short name, may stand for; in folded words."""
    key = " ".join(_bare(token) for token in name)
    return is_named(passage, seats().get(key, ()))


@cache
def eras() -> Mapping[int, tuple[tuple[str, ...], ...]]:
    """From a year to what names it, in folded words."""
    return {
        int(year): tuple(_cut(entry) for entry in names.split())
        for years, names in _rows("eras")
        for year in years.split()
    }


def is_named(passage: Passage, terms: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a passage has one of some terms."""
    found = [_plain(word) for word in passage.words]
    return any(
        tuple(found[at : at + len(term)]) == term
        for term in terms
        for at in range(len(found) - len(term) + 1)
    )


def _plain(word: Word) -> str:
    return _bare(word.fold)


def _bare(folded: str) -> str:
    """Without its plural."""
    return folded.rstrip("s") if len(folded) > 3 else folded


def _cut(entry: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in words(entry.replace("_", " "), "fr"))


def _rows(name: str) -> list[tuple[str, str]]:
    table = tomllib.loads((DATA / "offices.toml").read_text("utf-8"))
    rows = (line.partition("|") for line in str(table[name]).strip().split("\n"))
    return [(fold(left), right) for left, _, right in rows]
