"""Where a text says that one thing is more than another, or later."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from podcaster.write.evidence.lexicon import DATA, Vocabulary, lexicon_for
from podcaster.write.evidence.polarity import denied, is_asked
from podcaster.write.evidence.reading.reading import Reading

_REACH = 14
"""Words that may stand between `more` and `than`."""
_RESTRICTED = 6
"""Words between `ne` and the `plus que` that it makes an `only`."""
_ADVERBS = 2
"""Words that may stand between `more` and what it's more of."""
STOPS = frozenset(',;:.?!…()"“”«»—–')

Scale = Literal["size", "speed", "time"]


@dataclass(frozen=True)
class Comparison:
    """Words `first` to `last - 1` compare two things."""

    first: int
    last: int
    above: bool
    """Whether the one is said to be more than the other, or later."""
    scale: Scale
    one: tuple[int, ...]
    """The words that tell what is compared."""
    other: tuple[int, ...]
    """The words that tell what it's compared to."""
    both: tuple[int, ...] = ()
    """The words that are about both: what there's more of."""


@cache
def table_for(language: str) -> Mapping[str, Vocabulary]:
    """The lists of `data/comparatives/<language>.toml`; none for a language without."""
    path = DATA / "comparatives" / f"{language}.toml"
    table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    lexicon = lexicon_for(language)
    return {name: lexicon.make_vocabulary(str(row).split()) for name, row in table.items()}


def comparisons(reading: Reading) -> Iterator[Comparison]:
    """Those of a text that name both things, quotations and questions left out."""
    table = table_for(reading.passage.lexicon.language)
    negated = denied(reading) if table else frozenset()
    at = 0
    while table and at < len(reading.passage.words):
        found = _phrase(reading, table, at) or _graded(reading, table, at)
        at = found.last if found else at + 1
        told = found and found.first not in reading.quoted and not is_asked(reading, found.first)
        if (
            found
            and told
            and found.other
            and not _is_excepting(reading, found.first)
            and not _is_restrictive(reading, table, found.first)
            and not set(range(found.first, found.last)) & negated
        ):
            yield found


def _is_excepting(reading: Reading, at: int) -> bool:
    """`Only one is bigger than it`: whether the sentence leaves out others before a word."""
    first = reading.passage.bounds[reading.passage.sentence_of[at]][0]
    only = table_for(reading.passage.lexicon.language)["only"]
    return any(only.length_at(reading.passage.words, k) for k in range(first, at - 1))


def _is_restrictive(reading: Reading, table: Mapping[str, Vocabulary], at: int) -> bool:
    """`Il n'en reste plus qu'une`: a `plus que` that compares nothing and says `only`."""
    words = reading.passage.words
    first = max(reading.passage.bounds[reading.passage.sentence_of[at]][0], at - _RESTRICTED)
    bare = at + 1 < len(words) and table["than"].length_at(words, at + 1) > 0
    return bare and any(table["restrictive"].length_at(words, k) for k in range(first, at))


def _phrase(reading: Reading, table: Mapping[str, Vocabulary], at: int) -> Comparison | None:
    """`above the estimate`, `exceeds what was planned`."""
    words = reading.passage.words
    above, below = (table[name].length_at(words, at) for name in ("above", "below"))
    if above == below:
        return None
    return between(reading, at, at + max(above, below), above > below, "size")


def _graded(reading: Reading, table: Mapping[str, Vocabulary], at: int) -> Comparison | None:
    """`longer than it`, `moins vite que lui`, `davantage encore que lui`."""
    words = reading.passage.words
    last = reading.passage.bounds[reading.passage.sentence_of[at]][1]
    more, less = (bool(table[name].length_at(words, at)) for name in ("more", "less"))
    reach = range(at, min(at + _ADVERBS + 1, last)) if more or less else range(at, at + 1)
    sides = ((step, _side(table, reading, step, more or less)) for step in reach)
    what, side = next(((step, side) for step, side in sides if side), (at, None))
    if side is None and not (more or less):
        return None
    above, scale = side or (True, "size")
    for than in range(what + 1, min(what + _REACH, last)):
        if words[than].text in STOPS:
            break
        if table["than"].length_at(words, than):
            found = between(reading, at, than + 1, above != less, scale)
            counted = tuple(range(what + 1, than))
            if _is_other_noun(reading, than + 1):
                return replace(found, one=tuple(sorted((*found.one, *counted))))
            return replace(found, both=counted)
    return None


def _is_other_noun(reading: Reading, at: int) -> bool:
    """`fewer deaths than injuries`, `moins de morts que de blessés`: whether what follows `than`
    is counted as well, so that the two nouns are what is compared."""
    passage = reading.passage
    grammar = passage.grammar
    if grammar is None or at >= len(passage.words):
        return False
    if passage.lexicon.language == "fr":
        return passage.words[at].lower in ("de", "d'")
    after = passage.words[at + 1] if at + 1 < len(passage.words) else None
    return grammar.parts[at] == "NOUN" and (after is None or after.text in STOPS)


def _side(
    table: Mapping[str, Vocabulary], reading: Reading, at: int, graded: bool
) -> tuple[bool, Scale] | None:
    """Whether a word is of what is large, and of a size or a speed; without `more`, only where it
    has the form of a comparative."""
    words = reading.passage.words
    if not graded and not words[at].lower.endswith("er"):
        return None
    sides: tuple[tuple[str, bool, Scale], ...] = (
        ("fast", True, "speed"),
        ("slow", False, "speed"),
        ("large", True, "size"),
        ("small", False, "size"),
    )
    return next(
        ((above, scale) for name, above, scale in sides if table[name].length_at(words, at)), None
    )


def orders(reading: Reading) -> Iterator[Comparison]:
    """Where a text says which of two things came first, quotations and questions left out."""
    table = table_for(reading.passage.lexicon.language)
    at = 0
    while table and at < len(reading.passage.words):
        found = _order(reading, table, at)
        at = found.last if found else at + 1
        if found is None or found.first in reading.quoted or is_asked(reading, found.first):
            continue
        if found.one and found.other and not _is_excepting(reading, found.first):
            yield found


def _brings_clause(reading: Reading, at: int) -> bool:
    """Whether a word stands where a clause begins: after a mark, or before who does it."""
    passage = reading.passage
    opens = at == passage.bounds[passage.sentence_of[at]][0] or passage.words[at - 1].text in STOPS
    after = at + 1 if at + 1 < len(passage.words) else at
    doers = ("DET", "PRON", "PROPN")
    return opens or (passage.grammar is not None and passage.grammar.parts[after] in doers)


def _order(reading: Reading, table: Mapping[str, Vocabulary], at: int) -> Comparison | None:
    words = reading.passage.words
    unordered = table["unordered"]
    compared = _comes_before_than(reading, table, at)
    if (at in reading.timed and not compared) or any(
        unordered.length_at(words, k) for k in (max(0, at - 1), at)
    ):
        return None
    if table["clausal"].length_at(words, at) and not _brings_clause(reading, at):
        return None
    names = (("later", True), ("earlier", False), ("then", False), ("preceded", True))
    lengths = [(table[name].length_at(words, at), later) for name, later in names]
    length, later = max(lengths, key=lambda pair: pair[0])
    if not length:
        return None
    found = between(reading, at, at + length, later, "time")
    governed = _governed(reading, at + length - 1)
    other = tuple(sorted({*found.other, *governed}))
    return replace(found, one=tuple(k for k in found.one if k not in governed), other=other)


def _comes_before_than(reading: Reading, table: Mapping[str, Vocabulary], at: int) -> bool:
    """`a day later than`: an order, though the words before `than` look like a time of their
    own."""
    words = reading.passage.words
    than = at + max(table["later"].length_at(words, at), table["earlier"].length_at(words, at)) - 1
    return than > at and table["than"].length_at(words, than) > 0


def _governed(reading: Reading, at: int) -> frozenset[int]:
    """The words after a connective that belong to what it brings, appositions included."""
    grammar = reading.passage.grammar
    if grammar is None:
        return frozenset()
    brings = grammar.deps[at] in ("case", "mark")
    tops = [grammar.heads[at]] if brings else grammar.hanging(at, "pobj", "pcomp")
    return frozenset(k for top in tops for k in grammar.subtree(top) if k > at)


def between(reading: Reading, first: int, last: int, above: bool, scale: Scale) -> Comparison:
    """What stands after the words `first` to `last - 1`, up to a mark, beside the rest of the
    sentence; beside the sentence before where there's none."""
    passage = reading.passage
    number = passage.sentence_of[first]
    start, end = passage.bounds[number]
    stop = last
    while stop < end and passage.words[stop].text not in STOPS:
        stop += 1
    rest = (*range(start, first), *range(stop, end))
    if not any(passage.is_content(at) for at in rest) and number:
        rest = tuple(range(*passage.bounds[number - 1]))
    return Comparison(first, last, above, scale, rest, tuple(range(last, stop)))
