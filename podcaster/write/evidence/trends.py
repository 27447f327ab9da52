"""Where a text says that something became more or less: by a word, or by two figures."""

import itertools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from podcaster.write.evidence.comparatives import table_for
from podcaster.write.evidence.lexicon import DATA, Lexicon, Vocabulary, lexicon_for
from podcaster.write.evidence.numerals import unit_seconds
from podcaster.write.evidence.polarity import denied, is_asked, negations
from podcaster.write.evidence.reading.clauses import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, Clause
from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.quantities import Quantity
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.words import Word, lemma_and_stem

_FAR = 14
"""Words between `porter` and `à 85 %`."""
_TO = frozenset({"à", "to"})
_LISTS = (
    "up", "down", "maybe_up", "maybe_down", "against", "weak", "none", "up_to", "equal", "since",
)  # fmt: skip
NEAR = 6
"""Words between a doubtful word and the figure that decides it."""


@dataclass(frozen=True)
class Trend:
    """Words `first` to `last - 1`, which say that it's more or that it's less."""

    first: int
    last: int
    up: bool
    things: tuple[int, ...]
    """What becomes more or less, as far as the parse tells: heads of its nouns."""
    figures: tuple[tuple[str, tuple[float, ...]], ...] = ()
    """The kind and values of the figures that say by how much."""
    weak: bool = False
    """Whether the word often names something that has no direction: `cost`, `inflation`."""


def trends(reading: Reading) -> tuple[Trend, ...]:
    """Every trend of a text, quotations and questions left out."""
    return _trends(reading.passage)


@lru_cache(maxsize=256)
def _trends(passage: Passage) -> tuple[Trend, ...]:
    reading = Reading(passage, None)
    found = [*_worded(reading), *_brought(reading), *_unmatched(reading)]
    worded = sorted(found, key=lambda trend: trend.first)
    taken = {at for trend in worded for at in range(trend.first, trend.last)}
    counted = [trend for trend in _counted(reading) if trend.first not in taken]
    return (*_with_figures(reading, worded), *counted)


def _with_figures(reading: Reading, worded: Sequence[Trend]) -> Iterator[Trend]:
    """Each trend with the figures that are nearer to it than to another: those after it, or those
    before it where none stands before them."""
    sentence_of = reading.passage.sentence_of
    figures: dict[int, list[tuple[str, tuple[float, ...]]]] = {}
    for quantity in reading.quantities:
        if quantity.kind == "ordinal":
            continue
        here = [t for t in worded if sentence_of[t.first] == sentence_of[quantity.first]]
        before = [trend for trend in here if trend.first < quantity.first]
        nearest = before[-1] if before else next(iter(here), None)
        if nearest is not None:
            figures.setdefault(nearest.first, []).append((quantity.kind, quantity.values))
    for trend in worded:
        yield replace(trend, figures=tuple(figures.get(trend.first, ())))


@cache
def _words(language: str) -> Mapping[str, "_Known"]:
    path = DATA / "trends" / f"{language}.toml"
    table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    lexicon: Lexicon = lexicon_for(language)
    found = {}
    for name in _LISTS:
        entries = str(table.get(name, "")).split()
        single = (entry for entry in entries if "_" not in entry and entry.isalpha())
        forms = ((entry, *lemma_and_stem(entry, language)) for entry in single)
        stems = frozenset(stem for entry, lemma, stem in forms if lemma == entry)
        found[name] = _Known(lexicon.make_vocabulary(entries), stems)
    return found


def idiom_at(reading: Reading, at: int) -> int:
    """How many words from `at` on look like a direction and say none: `no longer`."""
    return _words(reading.passage.lexicon.language)["none"].length_at(reading.passage.words, at)


@dataclass(frozen=True)
class _Known:
    """A vocabulary that knows its single words by their stems as well."""

    phrases: Vocabulary
    stems: frozenset[str]

    def length_at(self, words: Sequence[Word], at: int) -> int:
        return self.phrases.length_at(words, at) or int(words[at].stem in self.stems)


def _worded(reading: Reading) -> Iterator[Trend]:
    passage = reading.passage
    words = passage.words
    known = _words(passage.lexicon.language)
    turned = denied(reading)
    named = {at for name in reading.names if name.sure for at in range(name.first, name.last)}
    at = 0
    while at < len(words):
        if idiom := idiom_at(reading, at):
            at += idiom
            continue
        up, down = (known[name].length_at(words, at) for name in ("up", "down"))
        if not up and not down and _has_figure(reading, at):
            up, down = (known[name].length_at(words, at) for name in ("maybe_up", "maybe_down"))
        length = max(up, down)
        if length and up != down and at not in reading.quoted | named and not is_asked(reading, at):
            noun = passage.grammar is not None and passage.grammar.parts[at] == "NOUN"
            if noun or at not in turned:
                weak = known["weak"].length_at(words, at) > 0
                yield Trend(at, at + length, up > down, tuple(things(reading, at)), weak=weak)
        at += max(length, 1)


def _brought(reading: Reading) -> Iterator[Trend]:
    """`porter la pension à 85 %`: a verb that says more with what stands further off."""
    passage = reading.passage
    to = _words(passage.lexicon.language)["up_to"]
    grammar = passage.grammar
    for at in range(len(passage.words) if grammar else 0):
        if not to.length_at(passage.words, at) or at in reading.quoted | denied(reading):
            continue
        figure = any(
            at + 1 < quantity.first - 1 <= at + _FAR
            and passage.words[quantity.first - 1].lower in _TO
            and passage.sentence_of[quantity.first] == passage.sentence_of[at]
            for quantity in reading.quantities
        )
        if figure and grammar and grammar.parts[at] == "VERB" and not is_asked(reading, at):
            yield Trend(at, at + 1, True, tuple(things(reading, at)))


def _unmatched(reading: Reading) -> Iterator[Trend]:
    """`It hadn't been so high since June`: what is denied of all that time says it's at its
    highest."""
    passage = reading.passage
    words = passage.words
    known, sizes = _words(passage.lexicon.language), table_for(passage.lexicon.language)
    cues = negations(reading) if sizes else []
    for at in range(1, len(words) - 1):
        if not known["equal"].length_at(words, at) or at in reading.quoted:
            continue
        large, small = (sizes[name].length_at(words, at + 1) > 0 for name in ("large", "small"))
        first, last = passage.bounds[passage.sentence_of[at]]
        denied_before = any(max(first, at - NEAR) <= cue < at for cue in cues)
        since = range(at + 2, min(at + NEAR, last))
        dated = any(known["since"].length_at(words, k) for k in since)
        if large != small and denied_before and dated:
            yield Trend(at, at + 2, large, tuple(things(reading, at + 1)))


def _has_figure(reading: Reading, at: int) -> bool:
    """Whether a figure follows closely: `gained 3 percent`, `perdu 48 hectares`."""
    sentence_of = reading.passage.sentence_of
    return any(
        at < quantity.first <= at + NEAR
        and sentence_of[quantity.first] == sentence_of[at]
        and (quantity.kind in ("percent", "money") or _is_extent(quantity))
        for quantity in reading.quantities
    )


def _is_extent(quantity: Quantity) -> bool:
    """Whether a figure has a unit, and not one of time: `won by three seconds` is no growth."""
    return bool(quantity.unit) and quantity.unit not in unit_seconds()


def _counted(reading: Reading) -> Iterator[Trend]:
    """`from 40 to 43`, `de 66 à 75 %`, `64, contre 43`."""
    passage = reading.passage
    words = passage.words
    against = _words(passage.lexicon.language)["against"]
    numbers = [q for q in reading.quantities if q.kind != "ordinal" and q.values]
    for left, right in itertools.pairwise(numbers):
        if passage.sentence_of[left.first] != passage.sentence_of[right.first]:
            continue
        between = words[left.last : right.first]
        if not _comparable(left, right) or left.first in reading.quoted:
            continue
        before = words[left.first - 1].lower if left.first else ""
        link = [word.lower for word in between]
        if before in ("from", "de", "d'") and link in (["to"], ["à"]):
            sign = max(right.values) - max(left.values)
        elif (
            len(between) <= 6
            and any(
                against.length_at(words, at)
                for at in range(left.last, min(left.last + 3, right.first))
            )
            and link[:1] != ["to"]
        ):
            sign = max(left.values) - max(right.values)
        elif (first := _year_after(reading, left)) and (second := _year_after(reading, right)):
            # `2 % en 2020 et 6 % en 2026`: the later figure is held against the earlier one.
            sign = (max(right.values) - max(left.values)) * (second - first)
        else:
            continue
        if sign:
            found = tuple(things(reading, left.first))
            yield Trend(left.first, right.last, sign > 0, found)


def _year_after(reading: Reading, quantity: Quantity) -> int:
    """The year that follows a figure closely; 0 for none."""
    words = reading.passage.words
    for word in words[quantity.last : quantity.last + 2]:
        if word.kind == "number" and len(word.text) == 4 and word.text[:2] in ("19", "20"):
            return int(word.text)
    return 0


def _comparable(left: Quantity, right: Quantity) -> bool:
    kinds = {left.kind, right.kind}
    alike = len(kinds) == 1 or kinds == {"count", "money"}
    return alike and (left.unit == right.unit or not left.unit or not right.unit)


def things(reading: Reading, at: int) -> list[int]:
    """What a word of change is about: what it hangs on or what hangs on it, one clause up."""
    grammar = reading.passage.grammar
    if grammar is None:
        return []
    clauses = {clause.at: clause for clause in reading.clauses}
    found: list[int] = []
    step = at
    for _ in range(4):
        clause = clauses.get(step)
        if clause is not None:
            found += _of(clause, own=step == at)
        elif grammar.hanging(step, *SUBJECTS, *PASSIVE_SUBJECTS, *OBJECTS):
            found += grammar.hanging(step, *SUBJECTS, *PASSIVE_SUBJECTS, *OBJECTS)
        if grammar.parts[step] in ("VERB", "AUX") and (found or step != at):
            break
        if grammar.deps[step] == "amod":
            found.append(grammar.heads[step])
        if grammar.heads[step] == step:
            break
        step = grammar.heads[step]
    numbers = {k for quantity in reading.quantities for k in range(quantity.first, quantity.last)}
    for thing in list(found):
        found += _owners(grammar, thing)
    return [k for k in dict.fromkeys(found) if k != at and k not in numbers]


def _owners(grammar: Grammar, thing: int) -> list[int]:
    """What a thing is of: `Finland` and `border` of `the length of Finland's border`."""
    below = grammar.hanging(thing, "poss", "nmod", "compound")
    for preposition in grammar.hanging(thing, "prep"):
        below += grammar.hanging(preposition, "pobj")
    return [*below, *(low for at in below for low in grammar.hanging(at, "poss", "nmod"))]


def _of(clause: Clause, own: bool) -> list[int]:
    links = [
        at
        for link, at in clause.links
        if link in ("of", "in", "poss", "de", "du", "des", "d'", "on") or not own
    ]
    return [*clause.subjects, *clause.objects, *links]
