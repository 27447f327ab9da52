"""`No takeover has been larger`, `nobody had won it before`: a rank that a text claims by denying
any other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from podcaster.write.evidence.graded import graded_at
from podcaster.write.evidence.matching import Place
from podcaster.write.evidence.polarity import is_asked, negations
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.superlatives import superlatives


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
    for cue in negations(reading):
        number = passage.sentence_of[cue]
        _, last = passage.bounds[number]
        excepted = passage.says(number, "superlatives", "excepting")
        if cue in reading.quoted or excepted:
            continue
        for at in range(cue + 1, last):
            if (graded := graded_at(reading, at)) is not None:
                yield Unsurpassed(at, at + graded[0], graded[1])
                break


def unequalled(reading: Reading) -> Iterator[Place]:
    """Where a text says of nobody, or of no time, that it was as much or had been before."""
    passage = reading.passage
    vocabulary = passage.lexicon.vocabulary
    nobody, equal, idle = (vocabulary("superlatives", name) for name in ("nobody", "equal", "idle"))
    for first, last in passage.bounds:
        cues = (at for at in range(first, last) if nobody.length_at(passage.words, at))
        cue = next((at for at in cues if at not in reading.quoted), None)
        if cue is None or is_asked(reading, cue):
            continue
        if any(idle.length_at(passage.words, at) for at in range(max(first, cue - 1), last)):
            continue
        for at in range(cue + 1, last):
            graded = graded_at(reading, at)
            if length := graded[0] if graded else equal.length_at(passage.words, at):
                yield Place(cue, at + length)
                break


def is_of_least(reading: Reading, within: Iterable[int]) -> bool:
    """`so few`, `aussi peu`, `le plus court`: whether some words speak of what is less."""
    words = reading.passage.words
    fewest = reading.passage.lexicon.vocabulary("superlatives", "fewest")
    return any(fewest.length_at(words, at) for at in within if at < len(words))


def ranks(reading: Reading, sentence: int) -> bool:
    """Whether a sentence ranks or compares something, denies it or counts it since some day: all
    that may be told by denying any other."""
    passage = reading.passage
    first, last = passage.bounds[sentence]
    within = range(first, last)
    ranking = passage.lexicon.vocabulary("superlatives", "ranking")
    return (
        any(item.first in within for item in superlatives(reading))
        or any(at in within for at in negations(reading))
        or any(q.kind == "ordinal" and q.first in within for q in reading.quantities)
        or any(ranking.length_at(passage.words, at) or graded_at(reading, at) for at in within)
    )
