"""`No takeover has been larger`: a rank that a text claims by denying any other."""

from collections.abc import Iterator
from dataclasses import dataclass

from podcaster.write.evidence.graded import graded_at
from podcaster.write.evidence.lexicon import Vocabulary
from podcaster.write.evidence.polarity import negations
from podcaster.write.evidence.reading.reading import Reading


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
            if (graded := graded_at(reading, at)) is not None:
                yield Unsurpassed(at, at + graded[0], graded[1])
                break
