"""Comparisons: what is called more than another thing can't be less by the source's figures."""

from collections.abc import Iterator

from podcaster.write.evidence.comparatives import comparisons
from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.measures import amounts
from podcaster.write.evidence.pairing import refuting


def refuted_comparisons(ground: Ground) -> Iterator[Unsupported]:
    """Comparisons whose two figures stand the other way round in the source."""
    said = amounts(ground.text)
    limits = {measure.first for measure in said}
    told = [measure for measure in amounts(ground.source) if ground.carries(measure.first)]
    for comparison in comparisons(ground.text):
        if comparison.last in limits:
            continue  # `more than 500` is a limit, and not this check's.
        pair = refuting(ground, comparison, told, said)
        if pair is not None:
            one, other = (words_of(ground.source, measure) for measure in pair)
            reason = f"By the source it's the other way round: {one!r} beside {other!r}."
            yield marked(ground, comparison, "direction", "refuted", reason)
