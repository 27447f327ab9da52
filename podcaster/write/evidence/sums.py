"""Sums: `more than forty thousand`, where the source has 17,000 and 25,000."""

import itertools

from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.reading.quantity import Quantity

LARGE = 1e5
"""From here on a number that counts nothing may be a sum of money."""


def is_sum(ground: Ground, said: Quantity) -> bool:
    """`more than forty thousand`, where the source has 17,000 here and 25,000 there; exactly so
    much only where the text says `in all`."""
    exact = said.bound == "exact"
    if (exact and not _is_total(ground, said)) or said.kind not in ("count", "money"):
        return False
    passage = ground.source.passage
    alike = [q for q in ground.quantities if _adds_up(said, q)]
    for left, right in itertools.pairwise(alike):
        apart = passage.sentence_of[right.first] - passage.sentence_of[left.first]
        whole = left.values[0] + right.values[0]
        if exact and whole != said.values[0]:
            continue
        if apart <= 1 and said.values[0] and 0.9 <= whole / said.values[0] <= 1.1:
            return (whole >= said.values[0]) or said.bound not in ("over", "least")
    return False


def _is_total(ground: Ground, said: Quantity) -> bool:
    """Whether the text's sentence sums up: `in all`, `à eux deux`."""
    passage = ground.text.passage
    return passage.says(passage.sentence_of[said.first], "numbers", "total")


def _adds_up(said: Quantity, told: Quantity) -> bool:
    """Whether a number may be part of a sum; a large one may leave its currency unsaid."""
    bare = said.kind == "money" and told.kind == "count" and told.values[0] >= LARGE
    return (told.kind == said.kind or bare) and told.unit in (said.unit, "")
