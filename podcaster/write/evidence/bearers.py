"""Whose a description is: the names that the parse gives it to."""

from collections.abc import Iterator

from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading

_MODIFIERS = ("amod", "nummod", "advmod", "compound", "nmod", "det", "acl", "fixed")
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
