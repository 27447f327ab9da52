"""What is denied without a `not`: deniers, and words that are each other's contrary."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from podcaster.write.evidence.lexicon import DATA, Vocabulary, lexicon_for
from podcaster.write.evidence.reading.words import Word, lemma_and_stem

Sides = frozenset[tuple[int, int]]
"""Which pairs of contraries a word belongs to, and on which side."""

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "dés", "des", "mé", "me", "mal")


@dataclass(frozen=True)
class Terms:
    """Words and phrases; a word stands for all that has its stem."""

    vocabulary: Vocabulary
    stems: frozenset[str]

    def length_at(self, words: Sequence[Word], at: int) -> int:
        """How many words, from `at` on, make one of them; 0 for none."""
        return self.vocabulary.length_at(words, at) or int(words[at].stem in self.stems)


@dataclass(frozen=True)
class Contraries:
    """From `data/contraries/<language>.toml`; empty for a language without one."""

    deniers: Terms
    """Words that deny what they govern: `refuse to open`."""
    doubtful: Terms
    """Words beside which it can't be told whether something is denied."""
    pairs: tuple[tuple[Terms, Terms], ...]
    """The two sides of one thing."""


@cache
def contraries_for(language: str) -> Contraries:
    path = DATA / "contraries" / f"{language}.toml"
    table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    sides = (row.partition("|") for row in table.get("contraries", ()))
    return Contraries(
        _terms(str(table.get("deniers", "")), language),
        _terms(str(table.get("doubtful", "")), language),
        tuple((_terms(left, language), _terms(right, language)) for left, _, right in sides),
    )


def _terms(entries: str, language: str) -> Terms:
    single = [entry for entry in entries.split() if "_" not in entry and "'" not in entry]
    return Terms(
        lexicon_for(language).make_vocabulary(entries.split()),
        frozenset(lemma_and_stem(entry, language)[1] for entry in single),
    )


def are_opposed(mine: Sides, theirs: Sides) -> bool:
    """Whether two words stand on the two sides of one thing, and on the same side of none."""
    return not mine & theirs and any((number, 1 - side) in theirs for number, side in mine)


def is_prefixed(left: Word, right: Word) -> bool:
    """`fair` and `unfair`, `possible` and `impossible`, `accord` and `désaccords`."""
    pairs = ((left.lower, right.lower), (left.stem, right.stem))
    return any(_has_prefix(*sorted(pair, key=len)) for pair in pairs)


def _has_prefix(shorter: str, longer: str) -> bool:
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in _PREFIXES)
