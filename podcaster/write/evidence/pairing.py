"""Which two figures, or days, of the source a comparison of the text is about."""

from collections.abc import Collection, Sequence

from podcaster.write.evidence.affinity import affinity, around, counting
from podcaster.write.evidence.comparatives import Comparison
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.measures import Measure

ONE = 0.3
"""How much of what is compared must stand close to a figure for it to be its figure."""
OTHER = 0.4
"""The same of what it's compared to."""
SAID = 0.5
"""What it adds that the text has the figure itself."""
MARGIN = 0.25
"""How much better the figures must fit that refute it than any that bear it out."""

Fit = tuple[float, Measure, Measure]


def refuting(
    ground: Ground, comparison: Comparison, told: Sequence[Measure], said: Sequence[Measure]
) -> tuple[Measure, Measure] | None:
    """The source's two measures that a comparison is about and that refute it; None where others
    fit about as well that don't."""
    ones = _ranked(ground, comparison, comparison.one, told, said)
    others = _ranked(ground, comparison, comparison.other, told, said)
    fits: dict[bool, Fit] = {}
    for one, mine in ones:
        for other, theirs in others:
            if one.dimension != other.dimension or not (one.is_above(other) or other.is_above(one)):
                continue
            inverse = comparison.scale == "speed" and one.dimension == "duration"
            borne = one.is_above(other) == (comparison.above != inverse)
            close = mine >= ONE and theirs >= OTHER
            if (borne or close) and (borne not in fits or mine + theirs > fits[borne][0]):
                fits[borne] = mine + theirs, one, other
    if False not in fits:
        return None
    score, one, other = fits[False]
    return (one, other) if score >= MARGIN + (fits[True][0] if True in fits else 0.0) else None


def _ranked(
    ground: Ground,
    comparison: Comparison,
    words: Collection[int],
    told: Sequence[Measure],
    said: Sequence[Measure],
) -> list[tuple[Measure, float]]:
    """The source's measures, with how well each fits some words of the text; only those that the
    text has among these words, where it has any."""
    own = [measure for measure in said if measure.first in words]
    figures = {at for measure in own for at in range(measure.first, measure.last)}
    counts = counting(ground.text, [at for at in words if at not in figures], comparison)
    return [
        (measure, affinity(ground, counts, around(ground, measure)) + SAID * bool(own))
        for measure in told
        if not own or any(_same(measure, other) for other in own)
    ]


def _same(left: Measure, right: Measure) -> bool:
    return left.dimension == right.dimension and (left.low, left.high) == (right.low, right.high)
