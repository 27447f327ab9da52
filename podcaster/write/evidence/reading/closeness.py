"""How closely the words of a sentence belong to a place in it: along the parse, or by chunks."""

from collections.abc import Mapping

from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.stretch import Stretch

FAR = 0.55
"""Without a parse: what a word in another chunk of the sentence counts, beside one in the same."""
STEP = 0.8
"""With one: what a word counts that hangs one step further off."""
LEAST = 0.15
"""What a word counts at any distance."""
_CLAUSE = 2.0
_LINK = 0.4
_CLAUSES = frozenset("relcl acl acl:relcl advcl ccomp conj parataxis csubj appos".split())
"""Where another clause, or another member of a list, begins."""
_LINKS = frozenset("prep case aux det auxpass aux:pass aux:tense cop pobj nummod compound".split())
"""Steps within one phrase."""


def closeness(passage: Passage, place: Stretch) -> Mapping[int, float]:
    """For each word of the place's sentence, from `LEAST` to 1."""
    sentence = passage.sentence_of[place.first]
    first, last = passage.bounds[sentence]
    grammar = passage.grammar
    if grammar is None:
        chunk = passage.chunk_of[place.first]
        return {at: 1.0 if passage.chunk_of[at] == chunk else FAR for at in range(first, last)}
    steps = _steps(grammar, range(place.first, place.last), range(first, last))
    return {at: LEAST + (1 - LEAST) * STEP ** max(0.0, far - 1) for at, far in steps.items()}


def _steps(grammar: Grammar, start: range, sentence: range) -> dict[int, float]:
    """How many steps along the parse each word of the sentence lies from the nearest of `start`."""
    found = dict.fromkeys(start, 0.0)
    waiting = list(start)
    while waiting:
        at = waiting.pop()
        for other in (*grammar.children[at], grammar.heads[at]):
            lower = at if other == grammar.heads[at] else other
            dep = grammar.deps[lower]
            step = found[at] + (_CLAUSE if dep in _CLAUSES else _LINK if dep in _LINKS else 1.0)
            if other in sentence and step < found.get(other, float("inf")):
                found[other] = step
                waiting.append(other)
    return found
