"""Whom or what an argument of a clause means, and whether two arguments mean the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from podcaster.write.evidence.lexicon import Lexicon
from podcaster.write.evidence.people import is_person, is_place, same_tokens
from podcaster.write.evidence.places import aliases
from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.words import Word

Match = Literal["same", "maybe", "unknown", "other"]
"""`maybe`: a pronoun or a role word may mean it. `unknown`: nothing says that it does or doesn't.
`other`: it's somebody else."""

_REACH = 3
"""Sentences that a pronoun looks back."""
_PERSONAL = frozenset("he she him her his hers who whom il elle lui celui-ci celle-ci".split())
_PLURAL = frozenset("they them their theirs ils elles leur leurs eux".split())
_NEUTER = frozenset("it its this that cela ceci ça".split())
_CLITICS = frozenset("l' le la les lui leur en y se s' me m'".split())
_ORDER = {"former": 0, "premier": 0, "première": 0, "latter": 1, "second": 1, "seconde": 1}
"""`le premier`, `the latter`: which of the two named before."""
_POSSESSIVE = frozenset("his her its their son sa ses leur leurs whose dont".split())
_SUBJECTS = ("nsubj", "nsubjpass", "nsubj:pass", "csubj")
_BELOW = ("compound", "amod", "flat:name", "flat:foreign", "nmod", "poss", "nummod")


@dataclass(frozen=True)
class Party:
    """An argument: what it's called, and what else it may be."""

    at: int
    names: tuple[tuple[str, ...], ...]
    """The names it surely goes by: its own and those in apposition."""
    owners: tuple[tuple[str, ...], ...]
    """The names that it belongs to: `Turkey` of `Turkey's parliament`."""
    nouns: tuple[Word, ...]
    """Its common nouns: its head, and those in apposition."""
    likely: tuple[tuple[str, ...], ...] = ()
    """The name that a pronoun or role word most likely means."""
    possible: tuple[tuple[str, ...], ...] = ()
    """Every name that it may mean."""
    pronoun: bool = False
    named: bool = False
    """Whether its head is a name."""
    modifiers: frozenset[str] = frozenset()
    """The stems of what describes its common noun: `riches` of `les pays riches`."""


def match(left: Party, right: Party, lexicon: Lexicon) -> Match:
    """How surely two arguments, of two texts, are one."""
    if left.names and right.names:
        return "same" if _any_same(left.names, right.names) else _if_owned(left, right)
    if left.names or right.names:
        named, other = (left, right) if left.names else (right, left)
        if _any_same(named.names, other.likely):
            return "same" if other.pronoun else "maybe"
        if _any_same(named.names, other.possible) or _any_same(named.names, other.owners):
            return "maybe"
        if other.pronoun:
            return "other" if other.possible else "unknown"
        return _nouns_match(left, right, lexicon)
    if left.pronoun or right.pronoun:
        if _any_same(left.likely, right.likely):
            return "same"
        if _any_same((*left.possible, *left.names), (*right.possible, *right.names)):
            return "maybe"
        return "unknown"
    return _nouns_match(left, right, lexicon)


def _if_owned(left: Party, right: Party) -> Match:
    """Two names differ; `Turkey's parliament` may still stand for Turkey."""
    owned = _any_same(left.names, right.owners) or _any_same(right.names, left.owners)
    return "maybe" if owned else "other"


def _nouns_match(left: Party, right: Party, lexicon: Lexicon) -> Match:
    if not left.nouns or not right.nouns:
        return "unknown"
    if any(a.stem == b.stem for a in left.nouns for b in right.nouns):
        if left.owners and right.owners and not _any_same(left.owners, right.owners):
            return "other"
        if left.modifiers and right.modifiers and not left.modifiers & right.modifiers:
            return "unknown"
        return "same"
    concepts = lexicon.concepts
    for a in left.nouns:
        for b in right.nouns:
            mine = concepts.get(a.lemma, frozenset()) | concepts.get(a.stem, frozenset())
            theirs = concepts.get(b.lemma, frozenset()) | concepts.get(b.stem, frozenset())
            if mine & theirs:
                return "maybe"
    return "unknown"


def _any_same(left: tuple[tuple[str, ...], ...], right: tuple[tuple[str, ...], ...]) -> bool:
    return any(same_tokens(a, b) for a in left for b in right)


@dataclass(frozen=True)
class Cast:
    """Everyone and everything that takes part in a text."""

    reading: Reading
    grammar: Grammar

    known: frozenset[str] = frozenset()
    """Folded words that make up names elsewhere, so that a capital at a sentence's start may be
    one."""

    @cached_property
    def names(self) -> list[Name]:
        """Those of the reading, and runs of capitals that only the parser takes for names."""
        found = [self._widened(name) for name in self.reading.names]
        covered = {at for name in found for at in range(name.first, name.last)}
        words = self.reading.passage.words
        at = 0
        while at < len(words):
            end = at
            while end < len(words) and end not in covered and self._is_proper(end):
                end += 1
            if end > at:
                tokens = tuple(word.fold for word in words[at:end])
                found.append(Name(at, end, tokens, True))
            at = max(end, at + 1)
        return sorted(found, key=lambda name: name.first)

    def _widened(self, name: Name) -> Name:
        """With the capitals before it that open the sentence: `South` of `South Africa`."""
        words, first = self.reading.passage.words, name.first
        while (
            first
            and self._is_proper(first - 1)
            and self.grammar.heads[first - 1] in range(first, name.last)
        ):
            first -= 1
        tokens = tuple(word.fold for word in words[first : name.first])
        return Name(first, name.last, (*tokens, *name.tokens), name.sure)

    def _is_proper(self, at: int) -> bool:
        word = self.reading.passage.words[at]
        if word.kind != "word" or not word.capital or at in self.reading.timed:
            return False
        return self.grammar.parts[at] == "PROPN" or (
            word.fold in self.known and not self.reading.passage.lexicon.is_stop(word)
        )

    @cached_property
    def _name_over(self) -> dict[int, Name]:
        return {at: name for name in self.names for at in range(name.first, name.last)}

    @cached_property
    def _known(self) -> dict[int, Party]:
        return {}

    def party(self, at: int) -> Party:
        """Of the argument whose head is the word `at`."""
        if at not in self._known:
            self._known[at] = self._read(at)
        return self._known[at]

    def _read(self, at: int) -> Party:
        word = self.reading.passage.words[at]
        clitic = word.lower in _CLITICS and self.grammar.parts[at] == "PRON"
        if word.lower in _PERSONAL | _PLURAL | _NEUTER or clitic:
            ranked = list(self._antecedents(at))
            return Party(at, (), (), (), tuple(ranked[:1]), tuple(ranked), pronoun=True)
        if word.lower in _ORDER and not self.grammar.hanging(at, "nmod", "prep"):
            two = self._named_before(at)
            if len(two) > 1:
                return Party(at, (two[_ORDER[word.lower]],), (), ())
        heads = [at, *self.grammar.hanging(at, "appos")]
        if self.grammar.deps[at] == "appos":
            heads.append(self.grammar.heads[at])
        names = [self._name_over[head] for head in heads if head in self._name_over]
        if at not in self._name_over:
            # `Prime Minister Sanna Marin`, whichever of its words is the head.
            names += [
                self._name_over[below]
                for below in self.grammar.hanging(at, "compound", "flat:name", "flat:foreign")
                if below in self._name_over and at + 1 <= below
            ]
            names += self._beside(at)
        nouns = tuple(
            self.reading.passage.words[head] for head in heads if head not in self._name_over
        )
        owners = tuple(
            self._name_over[below].tokens
            for head in heads
            for below in self._below(head)
            if below in self._name_over and self._name_over[below] not in names
        ) + tuple(
            (word.fold,)
            for head in heads
            for below in self.grammar.hanging(head, "amod")
            if (word := self.reading.passage.words[below])
            and below not in self._name_over
            and aliases().of(word.fold) is not None
        )
        sure = tuple(name.tokens for name in names)
        if sure:
            return Party(at, sure, owners, nouns, named=at in self._name_over)
        ranked = list(self._described(at, nouns))
        words = self.reading.passage.words
        modifiers = frozenset(
            words[below].stem
            for below in (*self.grammar.hanging(at, "amod", "nmod"), *self._after_of(at))
            if below not in self._name_over
        )
        return Party(at, (), owners, nouns, tuple(ranked[:1]), tuple(ranked), modifiers=modifiers)

    def _after_of(self, at: int) -> list[int]:
        return [
            noun
            for preposition in self.grammar.hanging(at, "prep")
            for noun in self.grammar.hanging(preposition, "pobj")
        ]

    def _beside(self, at: int) -> list[Name]:
        """The names in apposition to a common noun, as position tells: `la compagnie indienne
        IndiGo`, `Nadal, son plus grand rival`, `the minister of finance, Jo Smith,`."""
        words, parts = self.reading.passage.words, self.grammar.parts
        if parts[at] != "NOUN":
            return []
        found = []
        after = at + 1
        while after < len(words) and parts[after] == "ADJ" and after not in self._name_over:
            after += 1
        if after in self._name_over and not words[after - 1].is_mark:
            found.append(self._name_over[after])
        before = at - 1
        while before > 0 and parts[before] in ("DET", "ADJ", "ADV", "NUM"):
            before -= 1
        if before > 0 and words[before].text == "," and before - 1 in self._name_over:
            found.append(self._name_over[before - 1])
        end = max(self._low(at)) + 1
        if end + 1 < len(words) and words[end].text == "," and end + 1 in self._name_over:
            name = self._name_over[end + 1]
            if name.last < len(words) and words[name.last].text in ",.;)":
                found.append(name)
        return found

    def _low(self, at: int) -> list[int]:
        """A noun and what hangs on it without a comma."""
        found = [at]
        for child in self.grammar.children[at]:
            comma = any(self.reading.passage.words[k].text == "," for k in range(at, child))
            if child > at and not comma and self.grammar.deps[child] not in ("conj", "cc"):
                found += self._low(child)
        return found

    def _named_before(self, at: int) -> list[tuple[str, ...]]:
        """The different names of the sentence before a word."""
        sentence_of = self.reading.passage.sentence_of
        found: list[tuple[str, ...]] = []
        for name in self.names:
            here = name.last <= at and sentence_of[name.first] == sentence_of[at]
            if here and not any(same_tokens(name.tokens, other) for other in found):
                found.append(name.tokens)
        return found

    def _below(self, head: int) -> list[int]:
        g = self.grammar
        found = g.hanging(head, *_BELOW)
        for preposition in g.hanging(head, "prep"):
            if self.reading.passage.words[preposition].lower in ("of", "from", "in"):
                found += g.hanging(preposition, "pobj")
        return [*found, *(low for at in found for low in g.hanging(at, "appos"))]

    def _described(self, at: int, nouns: tuple[Word, ...]) -> Iterator[tuple[str, ...]]:
        """The names that a role word may mean: those that the text describes so, then those
        before it."""
        passage = self.reading.passage
        if not nouns:
            return
        for noun in nouns:
            yield from self._descriptions.get(noun.stem, ())
        anaphora = passage.lexicon.vocabulary("anaphora")
        if self._is_definite(at) and any(noun in anaphora for noun in nouns):
            yield from self._antecedents(at)

    def _is_definite(self, at: int) -> bool:
        """`the company`, `ce groupe`: one that was named before."""
        words = self.reading.passage.words
        determined = any(
            words[k].lower in ("the", "this", "that", "its", "le", "la", "l'", "ce", "cet", "cette")
            for k in self.grammar.hanging(at, "det", "poss")
        )
        return determined and "Number=Plur" not in self.grammar.features[at]

    @cached_property
    def _descriptions(self) -> dict[str, list[tuple[str, ...]]]:
        """From a noun's stem to the names in apposition to it, or that `is` or a title joins."""
        passage, g = self.reading.passage, self.grammar
        found: dict[str, list[tuple[str, ...]]] = {}

        def add(noun: int, name: Name) -> None:
            group = found.setdefault(passage.words[noun].stem, [])
            if name.tokens not in group:
                group.append(name.tokens)

        for name in self.names:
            for at in range(name.first, name.last):
                near = [*g.hanging(at, "appos", "compound", "nmod"), g.heads[at]]
                for other in near:
                    if other in self._name_over or g.parts[other] != "NOUN":
                        continue
                    joined = g.deps[other] in ("appos", "compound") or g.deps[at] in (
                        "appos",
                        "flat:name",
                        "compound",
                        "nsubj",
                    )
                    if g.deps[at] == "nmod" and g.hanging(at, "case"):
                        joined = False
                    if g.deps[at] == "nsubj" and not g.hanging(other, "cop"):
                        joined = False
                    if joined:
                        add(other, name)
                if g.deps[at] == "nsubj":
                    for attribute in g.hanging(g.heads[at], "attr"):
                        if g.parts[attribute] == "NOUN":
                            add(attribute, name)
            if name.first and g.parts[name.first - 1] == "NOUN":
                add(name.first - 1, name)
        return found

    def _antecedents(self, at: int) -> Iterator[tuple[str, ...]]:
        """The names that a pronoun may mean, likeliest first: subjects before others, near ones
        before far ones."""
        passage, g = self.reading.passage, self.grammar
        word = passage.words[at].lower
        here = passage.sentence_of[at]
        ranked: list[tuple[float, tuple[str, ...]]] = []
        for name in self.names:
            there = passage.sentence_of[name.first]
            if name.last > at or here - there > _REACH:
                continue
            if passage.groups and passage.groups[there] != passage.groups[here]:
                continue
            if self._impossible(word, name):
                continue
            head = self._head(name)
            subject = g.deps[head] in _SUBJECTS
            owner = g.deps[head] in ("poss", "nmod", "amod", "compound")
            distance = (here - there) * 2.0 - (1.5 if subject else 0.0) + (1.0 if owner else 0.0)
            ranked.append((distance - name.first * 0.001, name.tokens))
        seen: set[tuple[str, ...]] = set()
        for _, tokens in sorted(ranked):
            if tokens not in seen:
                seen.add(tokens)
                yield tokens

    def _head(self, name: Name) -> int:
        for at in range(name.first, name.last):
            if not name.first <= self.grammar.heads[at] < name.last:
                return at
        return name.last - 1

    def _impossible(self, word: str, name: Name) -> bool:
        if word in _NEUTER:
            return is_person(name, self.reading)
        if word in ("he", "she", "him", "her", "his"):
            return is_place(name)
        return False
