"""Comparisons and orders that the source has the other way round, in words and not by figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.write.evidence.affinity import affinity, counting
from podcaster.write.evidence.comparatives import Comparison
from podcaster.write.evidence.matching import Ground

LEAST = 0.35
"""How much of each of the two things must stand in the other's place in the source."""
ALONE = 0.25
"""The same, where hardly anything of it stands in its own place."""
HARDLY = 0.05
"""As little of the two may stand in their own places for `ALONE` to be enough."""
MARGIN = 0.15
"""How much better the order must fit that refutes it than any that bears it out."""


@dataclass(frozen=True)
class Crossed:
    """The source's comparison in which the two have changed places."""

    told: Comparison
    sure: bool
    """Whether much of both stands in the other's place."""


def crossed(ground: Ground, said: Comparison, told: Sequence[Comparison]) -> Crossed | None:
    """Where the two have changed places in the source; None where another comparison fits
    better."""
    mine = [counting(ground.text, words, said) for words in _in_order(said)]
    best: Comparison | None = None
    most = borne = 0.0
    for order in told:
        theirs = [counting(ground.source, words, order) for words in _in_order(order)]
        fits = [[affinity(ground, here, there) for there in theirs] for here in mine]
        straight, turned = min(fits[0][0], fits[1][1]), min(fits[0][1], fits[1][0])
        borne = max(borne, straight)
        if turned > most:
            most, best = turned, order
    least = ALONE if borne <= HARDLY else LEAST
    if best is None or most < max(least, borne + MARGIN):
        return None
    return Crossed(best, most >= LEAST)


def _in_order(order: Comparison) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The words of what is less, or comes first, and of what is more, or comes then."""
    one = (*order.one, *order.both)
    return (order.other, one) if order.above else (one, order.other)
