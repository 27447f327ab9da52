"""Whose a description is: the names that the parse gives it to."""

from collections.abc import Iterator

from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.stretch import Stretch

_MODIFIERS = ("amod", "nummod", "advmod", "compound", "nmod", "det", "acl", "fixed")
_GIVEN = 3
"""Words after a figure within which it's said whose it is."""
_BELOW = ("appos", "compound", "flat:name", "flat:foreign")


def bearers(reading: Reading, at: int) -> list[Name]:
    """The names of what a superlative at `at` describes; none where the parse has none."""
    grammar = reading.passage.grammar
    if grammar is None:
        return []
    noun = at
    while grammar.deps[noun] in _MODIFIERS and grammar.parts[noun] not in ("NOUN", "PROPN"):
        noun = grammar.heads[noun]
    found = list(_names_at(reading, noun))
    if found:
        return found
    dep, head = grammar.deps[noun], grammar.heads[noun]
    if dep == "appos":
        return list(_names_at(reading, head))
    holders = grammar.hanging(noun, "nsubj") if grammar.hanging(noun, "cop") else []
    if dep in ("attr", "oprd", "dobj", "obj", "xcomp", "obl:arg", "ccomp") and not holders:
        clause = next((clause for clause in reading.clauses if clause.at == head), None)
        holders = grammar.hanging(head, "nsubj") or list(clause.subjects if clause else ())
    found = [name for holder in holders for name in _names_at(reading, holder)]
    return found or list(_beside(reading, noun))


def bearer_after(reading: Reading, place: Stretch) -> Name | None:
    """Whose a figure is that `for` or `pour` gives it: `against eight for Baker`."""
    passage = reading.passage
    giving = passage.lexicon.vocabulary("numbers", "giving")
    last = min(passage.bounds[passage.sentence_of[place.first]][1], place.last + _GIVEN)
    for at in range(place.last, last):
        if passage.words[at].is_mark:
            return None
        if giving.length_at(passage.words, at):
            after = range(at + 1, at + 3)
            return next((name for name in reading.names if name.first in after), None)
    return None


def _beside(reading: Reading, noun: int) -> Iterator[Name]:
    """`Maersk, the largest shipping group`, `la première banque du pays, UBS,`."""
    grammar, passage = reading.passage.grammar, reading.passage
    if grammar is None:
        return
    first, last = passage.bounds[passage.sentence_of[noun]]
    left = noun
    while left > first and grammar.deps[left - 1] in (
        "det",
        "amod",
        "nummod",
        "compound",
        "advmod",
    ):
        left -= 1
    right = noun + 1
    while right < last and not passage.words[right].is_mark and right < noun + 5:
        right += 1
    for name in reading.names:
        before = name.last == left - 1 and passage.words[left - 1].text == ","
        after = (
            name.first == right + 1
            and passage.words[right].text == ","
            and name.last < last
            and passage.words[name.last].is_mark
        )
        linked = name.last == left - 1 and passage.words[left - 1].lemma in ("be", "être")
        if before or after or linked:
            yield name


def _names_at(reading: Reading, at: int) -> Iterator[Name]:
    grammar = reading.passage.grammar
    words = [at]
    if grammar is not None:
        for word in words:
            words += [k for k in grammar.hanging(word, *_BELOW) if k not in words]
    for name in reading.names:
        if any(name.first <= word < name.last for word in words):
            yield name
