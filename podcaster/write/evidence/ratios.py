"""How many times as much: `four times the estimate`, where the source has 400 million and 100."""

import itertools
from collections.abc import Sequence

from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.sentences import Passage

ALIGNED = 0.15
"""As much of the text's sentence a sentence must carry for its figures to be worked with."""
_MANY = 12
"""How many may have as much each."""
_EXACTLY, _ROUGHLY, _OVER = 0.04, 0.12, 0.3
"""By how much a ratio may be off: an exact one, a rough one, and one that is a limit."""


def is_ratio(ground: Ground, said: Quantity) -> bool:
    """Whether a number counts times, and the source has two figures of which one is as many times
    the other."""
    passage = ground.text.passage
    times = passage.lexicon.vocabulary("numbers", "times")
    if said.kind != "count" or said.last >= len(passage.words) or said.values[0] < 2:
        return False
    after = said.last + (passage.words[said.last].text == "-")
    if after >= len(passage.words) or not times.length_at(passage.words, after):
        return False
    number = passage.sentence_of[said.first]
    kinds = ("money", "percent", "share", "count")
    told = [q for q in ground.quantities if q.kind in kinds and not q.vague]
    sentence_of = ground.source.passage.sentence_of
    for left, right in itertools.permutations(told, 2):
        shares_both = {left.kind, right.kind} <= {"percent", "share"}
        if left.kind != right.kind and not shares_both:
            continue
        if left.unit != right.unit or not right.values[0]:
            continue
        shares = (ground.alignment[number][sentence_of[q.first]] for q in (left, right))
        if max(shares) > ALIGNED and _fits(said, left.values[0] / right.values[0]):
            return True
    return False


def is_multiple(ground: Ground, said: Quantity) -> bool:
    """Whether the source has a figure beside how many times another it is: `fifty thousand`, for
    half a million, `ten times as much as they had asked for`."""
    source = ground.source.passage
    times = source.lexicon.vocabulary("numbers", "times")
    shares = ground.alignment[ground.text.passage.sentence_of[said.first]]
    told = [q for q in ground.quantities if shares[source.sentence_of[q.first]] > ALIGNED]
    factors = [
        q for q in told if q.last < len(source.words) and times.length_at(source.words, q.last)
    ]
    return any(
        source.sentence_of[q.first] == source.sentence_of[factor.first]
        and q.kind == said.kind
        and q.unit in (said.unit, "")
        and any(
            said.values[0] == worked or (said.bound != "exact" and _fits(said, worked))
            for worked in (q.values[0] * factor.values[0], q.values[0] / factor.values[0])
        )
        for factor in factors
        for q in told
        if factor.values[0] >= 2
    ) or _is_part(said, told, source)


def _is_part(said: Quantity, told: Sequence[Quantity], source: Passage) -> bool:
    """`$1.65 million`, where the source has $3.3 million and, in its sentence, half of that."""
    return said.kind == "money" and any(
        share.kind == "share"
        and source.sentence_of[share.first] == source.sentence_of[whole.first]
        and said.values[0] * 100 == whole.values[0] * share.values[0]
        for share in told
        for whole in told
        if whole.kind == "money" and whole.unit == said.unit and whole.first < share.first
    )


def _fits(said: Quantity, ratio: float) -> bool:
    gap = ratio / said.values[0] - 1
    if said.bound in ("over", "least"):
        return 0 <= gap <= _OVER
    if said.bound in ("under", "most"):
        return -_OVER <= gap <= 0
    return abs(gap) <= (_EXACTLY if said.bound == "exact" else _ROUGHLY)


def is_product(ground: Ground, said: Quantity) -> bool:
    """Whether the source gives so many to each of several: `15,000`, for three with 5,000 each."""
    source = ground.source.passage
    for told in ground.quantities:
        times = said.values[0] / told.values[0] if told.values[0] else 0.0
        if told.kind != said.kind or not 2 <= times <= _MANY or times != int(times):
            continue
        if source.says(source.sentence_of[told.first], "numbers", "each"):
            return True
    return False
