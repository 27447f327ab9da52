"""Order in time: what the source has first the text may not put last."""

from collections.abc import Iterator

from podcaster.write.evidence.comparatives import Comparison, orders
from podcaster.write.evidence.crossing import crossed
from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.measures import days
from podcaster.write.evidence.numerals import unit_words
from podcaster.write.evidence.pairing import refuting

DATED = 1.0
"""How much of both must stand close to their days."""
CLEARLY = 0.3
"""How much better the days must fit that refute it than any that bear it out."""
SPARE = 0.1
"""How much worse each day may fit than the one that fits best."""


def refuted_orders(ground: Ground) -> Iterator[Unsupported]:
    """What is told in the other order, by the source's words or by its days."""
    said = list(orders(ground.text))
    if not said:
        return
    told = [order for order in orders(ground.source) if ground.carries(order.first)]
    here = days(ground.text)
    there = [day for day in days(ground.source) if ground.carries(day.first)]
    for order in said:
        contrary = crossed(ground, order, told)
        if contrary is not None:
            words = words_of(ground.source, contrary.told)
            reason = f"The source has it in the other order: see {words!r} there."
            sign: Sign = "refuted" if contrary.sure else "contrary"
            yield marked(ground, order, "direction", sign, reason)
        elif _tells(ground, order) and (
            pair := refuting(ground, order, there, here, DATED, CLEARLY, SPARE)
        ):
            one, other = (words_of(ground.source, day) for day in pair)
            reason = f"By the source it's the other way round: {one!r} and {other!r}."
            yield marked(ground, order, "direction", "refuted", reason)


def _tells(ground: Ground, order: Comparison) -> bool:
    """Whether something is said to come first or last, and not only how long it takes."""
    passage, timed = ground.text.passage, ground.text.timed
    units = [unit for unit, _ in unit_words(passage.lexicon.language)]
    return any(
        passage.is_content(at)
        and at not in timed
        and not any(unit.length_at(passage.words, at) for unit in units)
        for at in order.other
    )
