"""How much the second reader doubts a stretch of a text, and what it takes to be wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from podcaster.write.evidence.findings import Kind
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.reader.claims import claims
from podcaster.write.evidence.reader.network import Floats, Network
from podcaster.write.evidence.reader.wording import in_the_sources_words
from podcaster.write.evidence.reading.sentences import Passage

KINDS: tuple[Kind, ...] = get_args(Kind)
TAUGHT_IN = frozenset({"en", "fr"})
"""The languages that it was taught in."""
PREMISE = 3
"""Sentences of the source that a stretch is read beside: those that carry most of it."""
LONGEST = 130
"""Words of the source that it's read beside at most, where a stretch isn't one sentence's."""
STRETCH = 60
"""Words up to which sentences of a text are read together."""


@dataclass(frozen=True)
class Doubt:
    """What the reader makes of the sentences `first` to `last - 1` of a text."""

    first: int
    last: int
    strength: float
    """The logarithm of the odds that something is wrong; below 0 where the reader believes it."""
    kind: Kind
    """What is wrong, most likely."""
    claims: frozenset[str] = frozenset()
    """What sorts of thing the sentences say."""


def doubt(ground: Ground, network: Network, unread: frozenset[int]) -> Iterator[Doubt]:
    """The reader's doubts, stretch by stretch, without the sentences `unread`."""
    for first, last in stretches(ground, unread):
        logits = network.read(
            premise(ground, range(first, last)), in_the_sources_words(ground, first, last)
        )
        kind = KINDS[int(np.argmax(logits[1:]))]
        bounds = ground.text.passage.bounds
        said = claims(ground.text, bounds[first][0], bounds[last - 1][1])
        yield Doubt(first, last, strength(logits), kind, said)


def strength(logits: Floats) -> float:
    """The logarithm of the odds that something is wrong, from the network's logits."""
    return float(np.logaddexp.reduce(logits[1:]) - logits[0])


def stretches(ground: Ground, unread: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Sentences that stand together, in stretches short enough to be read at once."""
    first = length = 0
    bounds = ground.text.passage.bounds
    for number, (start, end) in enumerate(bounds):
        if number in unread or (length and length + end - start > STRETCH):
            if number > first:
                yield first, number
            first, length = number + (number in unread), 0
        if number not in unread:
            length += end - start
    if len(bounds) > first:
        yield first, len(bounds)


def premise(ground: Ground, stretch: Sequence[int]) -> str:
    """The sentences that carry most of a stretch, in their own order.

    Of a line that cites fewer, the one before them comes too: it says who "he" is.
    """
    shares = [ground.alignment[number] for number in stretch]
    best = (max(ground.sentences, key=lambda other: row[other]) for row in shares)
    rest = sorted(ground.sentences, key=lambda other: -max(row[other] for row in shares))
    chosen = list(dict.fromkeys([*best, *rest]))[:PREMISE]
    if ground.cited is not None and len(chosen) < PREMISE and min(chosen) > 0:
        chosen.append(min(chosen) - 1)
    while len(chosen) > 1 and _length(ground.source.passage, chosen) > LONGEST:
        chosen.pop()
    return " ".join(ground.source.passage.sentence_text(number) for number in sorted(chosen))


def _length(passage: Passage, sentences: Sequence[int]) -> int:
    return sum(last - first for first, last in (passage.bounds[number] for number in sentences))
