"""What a text calls those it names: `the German maker BioNTech`, `Jo Smith, the minister`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import Passage

_REACH = 9
"""Words that a description may have."""
_DESCRIBING = ("NOUN", "ADJ", "PROPN")
_WITHIN = (*_DESCRIBING, "DET", "ADP", "NUM", "CCONJ", "PART")
_OPENING = ("DET", "NOUN", "ADJ")


@dataclass(frozen=True)
class Description:
    """Of one name, where it's mentioned once."""

    name: Name
    stems: frozenset[str]
    """The stems of the words that describe it."""


def descriptions(reading: Reading) -> tuple[Description, ...]:
    """What stands right beside the names of a text, in apposition or before; none without a
    parse."""
    return _descriptions(reading.passage)


@lru_cache(maxsize=256)
def _descriptions(passage: Passage) -> tuple[Description, ...]:
    grammar = passage.grammar
    if grammar is None:
        return ()
    reading = Reading(passage, None)
    found = []
    for name in reading.names:
        named = range(name.first, name.last)
        beside = {*_before(passage, grammar, name), *_after(passage, grammar, name)}
        stems = {
            passage.words[at].stem
            for at in beside
            if at not in named and grammar.parts[at] in _DESCRIBING and passage.is_content(at)
        }
        if stems and name.first not in reading.quoted:
            found.append(Description(name, frozenset(stems)))
    return tuple(found)


def _before(passage: Passage, grammar: Grammar, name: Name) -> Iterator[int]:
    """`the German maker BioNTech`, `the health minister, Jo Smith,`."""
    first = passage.bounds[passage.sentence_of[name.first]][0]
    at = name.first - 1
    while at >= first and grammar.parts[at] in _DESCRIBING and not passage.words[at].is_mark:
        yield at
        at -= 1
    comma = name.first - 1
    closed = name.last < len(passage.words) and passage.words[name.last].is_mark
    if comma <= first or passage.words[comma].text != "," or not closed:
        return
    at = comma - 1
    while at >= first and comma - at <= _REACH and grammar.parts[at] in _WITHIN:
        at -= 1
    whole = range(at + 1, comma)
    opens = next((k for k in whole if grammar.parts[k] == "DET"), None)
    if opens is not None:
        yield from range(opens, comma)


def _after(passage: Passage, grammar: Grammar, name: Name) -> Iterator[int]:
    """`Jo Smith, the health minister,`; nothing where a clause follows the comma."""
    last = passage.bounds[passage.sentence_of[name.first]][1]
    start = name.last + 1
    if start >= last or passage.words[name.last].text != ",":
        return
    if grammar.parts[start] not in _OPENING:
        return
    end = start
    while end < last and end - start < _REACH and grammar.parts[end] in _WITHIN:
        end += 1
    if end == last or passage.words[end].is_mark:
        yield from range(start, end)
