"""`No takeover has been larger`: a rank that a text claims by denying any other."""

from collections.abc import Iterator
from dataclasses import dataclass

from podcaster.write.evidence.lexicon import Vocabulary
from podcaster.write.evidence.polarity import negations
from podcaster.write.evidence.reading.reading import Reading

_MORE = frozenset({"more", "plus", "aussi", "si"})
_SHORTEST = 5
"""Letters that an English comparative has at least."""


@dataclass(frozen=True)
class Unsurpassed:
    """The words `first` to `last - 1`, which say in what nothing is more."""

    first: int
    last: int
    base: str
    """The adjective's stem."""


def unsurpassed(reading: Reading) -> Iterator[Unsurpassed]:
    """What a text calls the most by denying that anything is more, with no exception made."""
    passage = reading.passage
    excepting: Vocabulary = passage.lexicon.vocabulary("superlatives", "excepting")
    for cue in negations(reading):
        first, last = passage.bounds[passage.sentence_of[cue]]
        excepted = any(excepting.length_at(passage.words, at) for at in range(first, last))
        if cue in reading.quoted or excepted:
            continue
        for at in range(cue + 1, last):
            if (found := _compared(reading, at, last)) is not None:
                yield found
                break


def _compared(reading: Reading, at: int, last: int) -> Unsurpassed | None:
    """`larger`, `more expensive`, `plus grand`; not `more than ten`."""
    passage, grammar = reading.passage, reading.passage.grammar
    word = passage.words[at]
    if word.lower in _MORE and at + 1 < last and grammar and grammar.parts[at + 1] == "ADJ":
        return Unsurpassed(at, at + 2, passage.words[at + 1].stem)
    english = passage.lexicon.language == "en"
    graded = word.lower.endswith("er") and len(word.lower) >= _SHORTEST
    if english and graded and grammar and grammar.parts[at] in ("ADJ", "ADV"):
        return Unsurpassed(at, at + 1, base_of(word.lower))
    return None


def base_of(form: str) -> str:
    """`large` of `larger` and `largest`: what both have in common."""
    for ending in ("est", "er"):
        if form.endswith(ending):
            return form.removesuffix(ending)
    return form
