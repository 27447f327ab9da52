"""Comparisons: what is called more than another thing can't be less by the source's figures."""

from collections.abc import Collection, Iterator

from podcaster.write.evidence.comparatives import Comparison, comparisons
from podcaster.write.evidence.crossing import crossed
from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.measures import amounts
from podcaster.write.evidence.numerals import unit_words
from podcaster.write.evidence.pairing import has_gap, refuting

LEAST = 0.6
"""How much of what is compared must stand close to the two figures, both added up."""
FAR = 12
"""Sentences between two figures that may be of two things, after all."""
MARGIN = 0.12
"""How much better the figures must fit that refute it than any that bear it out."""


def refuted_comparisons(ground: Ground) -> Iterator[Unsupported]:
    """Comparisons that the source has the other way round, by its figures or in words."""
    said = amounts(ground.text)
    limits = {measure.first for measure in said}
    told = [measure for measure in amounts(ground.source) if ground.carries(measure.first)]
    worded = [other for other in comparisons(ground.source) if ground.carries(other.first)]
    for comparison in comparisons(ground.text):
        if _is_limit(ground, comparison, limits) or has_gap(comparison, said):
            continue
        pair = refuting(ground, comparison, told, said, LEAST, MARGIN)
        if pair is not None:
            one, other = (words_of(ground.source, measure) for measure in pair)
            reason = f"By the source it's the other way round: {one!r} beside {other!r}."
            sentences = [ground.source.passage.sentence_of[measure.first] for measure in pair]
            sign: Sign = "contrary" if max(sentences) - min(sentences) > FAR else "refuted"
            yield marked(ground, comparison, "direction", sign, reason)
            continue
        alike = [other for other in worded if other.scale == comparison.scale]
        contrary = crossed(ground, comparison, alike)
        if contrary is not None and contrary.sure:
            words = words_of(ground.source, contrary.told)
            reason = f"The source has it the other way round: see {words!r} there."
            yield marked(ground, comparison, "direction", "contrary", reason)


def _is_limit(ground: Ground, comparison: Comparison, figures: Collection[int]) -> bool:
    """Whether it's compared with a number or a unit: `more than 500`, `above, on Friday, 6 metres`.

    That's a limit, and another check's.
    """
    passage = ground.text.passage
    units = unit_words(passage.lexicon.language)
    for at in comparison.other:
        if at in figures:
            return True
        if passage.is_content(at) and at not in ground.text.timed:
            return any(unit.length_at(passage.words, at) for unit, _ in units)
    return False
