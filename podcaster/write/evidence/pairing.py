"""Which two figures, or days, of the source a comparison of the text is about."""

from collections.abc import Collection, Mapping, Sequence

from podcaster.write.evidence.affinity import affinity, around, counting
from podcaster.write.evidence.bearers import bearer_after
from podcaster.write.evidence.checks.dates import same_moment
from podcaster.write.evidence.comparatives import Comparison, table_for
from podcaster.write.evidence.matching import Ground, owner
from podcaster.write.evidence.measures import Measure
from podcaster.write.evidence.people import same_name

ONE = 0.15
"""How much of what is compared must stand close to a figure for it to be its figure."""
OTHER = 0.3
"""The same of what it's compared to."""
ALSO = 0.4
"""What a word counts for what it's compared to that is only said of what is compared."""
BESIDE = 0.25
"""How much better two figures of one sentence must fit, which have most words in common."""
OWNED = 0.15
"""What it adds that a figure belongs to whom the text names, and takes that it doesn't."""
DATED = 0.2
"""The same of the day that stands nearest to a figure."""
FAR = 200
"""How many times as much as another a figure may be and still be compared with it."""
_GAP = 2
"""Words between by how much the one is more and the word that says so."""
_AMONG = 3
"""Words between `among` and the number of all there are."""
SMALL = 12
"""Up to here a number that counts something may only count the things compared."""
SAID = 0.5
"""What it adds that the text has the figure itself."""

Fit = tuple[float, Measure, Measure]


def refuting(
    ground: Ground,
    comparison: Comparison,
    told: Sequence[Measure],
    said: Sequence[Measure],
    least: float,
    margin: float,
    spare: float = 1.0,
) -> tuple[Measure, Measure] | None:
    """The source's two measures that a comparison is about and that refute it.

    `least` is how well both must fit, added up; `margin`, how much better than any two that bear
    it out; `spare`, how much worse each may fit than the one that fits best.
    """
    ones = _ranked(ground, comparison, comparison.one, told, said)
    others = _ranked(ground, comparison, comparison.other, told, said)
    best = [max((fit for _, fit in ranked), default=0.0) for ranked in (ones, others)]
    fits: dict[bool, Fit] = {}
    for one, mine in ones:
        for other, theirs in others:
            if not _may_be_compared(one, other):
                continue
            inverse = comparison.scale == "speed" and one.dimension == "duration"
            borne = one.is_above(other) == (comparison.above != inverse)
            close = (
                mine >= max(ONE, best[0] - spare)
                and theirs >= max(OTHER, best[1] - spare)
                and mine + theirs >= least
            )
            if (borne or close) and (borne not in fits or mine + theirs > fits[borne][0]):
                fits[borne] = mine + theirs, one, other
    if False not in fits:
        return None
    score, one, other = fits[False]
    sentence_of = ground.source.passage.sentence_of
    if sentence_of[one.first] == sentence_of[other.first] and not _names_both(ground, comparison):
        margin = max(margin, BESIDE)
    return (one, other) if score >= margin + (fits[True][0] if True in fits else 0.0) else None


def _names_both(ground: Ground, comparison: Comparison) -> bool:
    """Whether the text names each of the two, so that the figures of one sentence can be told
    apart by whose they are."""
    sides = (comparison.one, comparison.other)
    return all(any(name.first in side for name in ground.text.names) for side in sides)


def has_gap(comparison: Comparison, said: Sequence[Measure]) -> bool:
    """Whether the text has by how much the one is more: `80,000 less than`."""
    return any(0 <= comparison.first - measure.last <= _GAP for measure in said)


def _may_be_compared(one: Measure, other: Measure) -> bool:
    """Whether two measures differ, and not so much that they can't be of the same sort."""
    if not one.is_comparable(other) or not (one.is_above(other) or other.is_above(one)):
        return False
    low, high = sorted((abs(one.low), abs(other.low)))
    return high <= FAR * max(low, 1e-9)


def _ranked(
    ground: Ground,
    comparison: Comparison,
    words: Collection[int],
    told: Sequence[Measure],
    said: Sequence[Measure],
) -> list[tuple[Measure, float]]:
    """The source's measures, with how well each fits some words of the text; only those that the
    text has among these words, where it has any."""
    passage = ground.text.passage
    own = [
        measure
        for measure in said
        if measure.first in words and not _is_small(measure) and not _is_whole(ground, measure)
    ]
    nouns = {passage.words[at].stem for at in comparison.both if passage.is_content(at)}
    told = [m for m in told if not nouns or not m.counted or m.counted in nouns]
    counts = _counts(ground, comparison, words, own)
    return [
        (
            measure,
            affinity(ground, counts, around(ground, measure))
            + SAID * bool(own)
            + _owned(ground, words, measure)
            + _dated(ground, comparison, words, measure),
        )
        for measure in told
        if not own or any(_same(measure, other) for other in own)
    ]


def _owned(ground: Ground, words: Collection[int], measure: Measure) -> float:
    """What it adds that the source gives a measure to whom the text names, and takes that it gives
    it to another."""
    whose = bearer_after(ground.source, measure) or owner(ground.source, measure)
    named = [name for name in ground.text.names if name.first in words]
    if whose is None or not named:
        return 0.0
    return OWNED if any(same_name(name, whose) for name in named) else -OWNED


def _dated(
    ground: Ground, comparison: Comparison, words: Collection[int], measure: Measure
) -> float:
    """What it adds that the source gives a figure the day that the text has on this side of the
    comparison, and takes that it gives it another's: `more on Monday than on Friday`."""
    beside = comparison.both if words is comparison.one else ()
    here = [m for m in ground.text.moments if m.first in words or m.first in beside]
    sentence_of = ground.source.passage.sentence_of
    there = [m for m in ground.moments if sentence_of[m.first] == sentence_of[measure.first]]
    if len(here) != 1 or not there or measure.dimension == "moment":
        return 0.0
    chunk_of = ground.source.passage.chunk_of
    nearest = min(
        there,
        key=lambda moment: (
            chunk_of[moment.first] != chunk_of[measure.first],
            abs(moment.first - measure.first),
        ),
    )
    return DATED if same_moment(ground)(here[0], nearest) else -DATED


def _counts(
    ground: Ground, comparison: Comparison, words: Collection[int], own: Sequence[Measure]
) -> Mapping[int, float]:
    """The words that tell what one of the two is; what only one is said to do may be meant of the
    other, too."""
    figures = {at for measure in own for at in range(measure.first, measure.last)}
    told = [at for at in (*words, *comparison.both) if at not in figures]
    found = dict(counting(ground.text, told, comparison))
    if words is comparison.other:
        named = {at for name in ground.text.names for at in range(name.first, name.last)}
        also = [at for at in comparison.one if at not in named | ground.text.timed]
        for at, counts in counting(ground.text, also, comparison).items():
            found[at] = ALSO * counts
    return found


def _is_whole(ground: Ground, measure: Measure) -> bool:
    """`Of the 39 cases, fewer ...`: whether a figure is the whole that both things are parts of."""
    passage = ground.text.passage
    among = table_for(passage.lexicon.language)["among"]
    first = passage.bounds[passage.sentence_of[measure.first]][0]
    return any(
        among.length_at(passage.words, at)
        for at in range(first, measure.first)
        if at >= measure.first - _AMONG
    )


def _is_small(measure: Measure) -> bool:
    return not measure.dimension and measure.low <= SMALL


def _same(left: Measure, right: Measure) -> bool:
    return left.is_comparable(right) and (left.low, left.high) == (right.low, right.high)
