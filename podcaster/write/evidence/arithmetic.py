"""Numbers that the source doesn't give and that follow from those it gives."""

import itertools
from collections.abc import Iterator, Sequence

from podcaster.write.evidence.lengths_of_time import is_length, parts
from podcaster.write.evidence.matching import Ground, head
from podcaster.write.evidence.polarity import negations
from podcaster.write.evidence.ratios import is_multiple, is_product, is_ratio
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.sums import LARGE, is_sum
from podcaster.write.evidence.trends import trends

_TELLING = 100
"""From here on a number is no other two's difference by chance."""
LOOSELY = 0.15
"""As much of the text's sentence a sentence must carry for its numbers to be worked with."""
ROUGHLY = 0.06
"""The share by which a rough difference may be off."""
LIMITED = 0.2
"""The share by which a difference may be beyond the round number that limits it."""
SHARED = 8
"""Points by which a share that's no exact one may be off: `almost a third`, of 27 in a hundred."""
LISTED = 0.25
"""As much of the text's sentence a sentence must carry for a list in it or beside it to count."""
_BY = frozenset({"by", "de", "d'", "por", "di", "mit"})
_COUNTED = frozenset({"count", "ordinal", "score"})
_PERCENT = frozenset({"percent", "points"})
_GROWN = 5
"""Words before a number within which a word says what grew by so much."""
SMALL = 12
"""Up to here a number may count a list."""


def follows(ground: Ground, said: Quantity) -> bool:
    """Whether a number sums up what the source has: a difference, a duration, a list's length."""
    return (
        _is_difference(ground, said)
        or is_length(ground, said)
        or is_ratio(ground, said)
        or is_product(ground, said)
        or is_multiple(ground, said)
        or _counts_list(ground, said)
        or _is_shared_percent(ground, said)
        or is_sum(ground, said)
        or _is_pair(ground, said)
        or _is_share(ground, said)
        or _comes_before(ground, said)
        or _comes_second(ground, said)
    )


def may_follow(ground: Ground, said: Quantity) -> bool:
    """Whether a number could have been worked out from what the source's sentence has.

    A difference, a sum, one more or less, or a share, whatever the words around it; so a number
    that is simply wrong fits now and then, too.
    """
    passage, number = ground.source.passage, ground.text.passage.sentence_of[said.first]
    near = [
        told
        for told in ground.quantities
        if not told.vague
        and ground.alignment[number][passage.sentence_of[told.first]] > LOOSELY
        and any({told.kind, said.kind} <= alike for alike in ({said.kind}, _COUNTED, _PERCENT))
    ]
    if said.kind == "share":
        counts = [
            told
            for told in ground.quantities
            if (told.kind in _COUNTED or told.kind == "money")
            and ground.alignment[number][passage.sentence_of[told.first]] > LOOSELY
        ]
        shares = {100 * a / b for a, b in itertools.permutations(_amounts(counts), 2) if b}
        shares |= {100 - q.values[0] for q in ground.quantities if q.kind in ("percent", "share")}
        return any(_fits(said, share) for share in shares)
    if said.kind == "percent" and _is_rest(ground, said):
        near += [q for q in ground.quantities if q.kind == "percent" and q not in near]
        if any(_fits(said, 100 - amount) for amount in _amounts(near)):
            return True
    pairs = list(_beside(ground, near, apart=1 if _compares(ground, said) else 0))
    worked = {abs(a - b) for a, b in pairs}
    if said.kind != "percent":
        worked |= {a + b for a, b in pairs}
    if _is_multiplied(ground, near):
        worked |= {amount * factor for amount in _amounts(near) for factor in (2, 0.5, 3)}
    if said.kind == "count":
        worked |= {amount + one for amount in _amounts(near) for one in (-1, 1)}
    return any(_fits(said, amount) for amount in worked)


def _is_rest(ground: Ground, said: Quantity) -> bool:
    """Whether the text's sentence denies something or speaks of the others: `four percent aren't`,
    where 96 are."""
    passage = ground.text.passage
    number = passage.sentence_of[said.first]
    first, last = passage.bounds[number]
    return passage.says(number, "numbers", "rest") or any(
        first <= at < last for at in negations(ground.text)
    )


def _is_multiplied(ground: Ground, quantities: Sequence[Quantity]) -> bool:
    """Whether a sentence that has some numbers has `twice` or `half` beside them."""
    source = ground.source.passage
    times = source.lexicon.vocabulary("numbers", "multiply")
    sentences = {source.sentence_of[quantity.first] for quantity in quantities}
    return any(
        times.length_at(source.words, at)
        for number in sentences
        for at in range(*source.bounds[number])
    )


def _beside(
    ground: Ground, quantities: Sequence[Quantity], apart: int
) -> Iterator[tuple[float, float]]:
    """Every two numbers that stand up to so many sentences apart."""
    sentence_of = ground.source.passage.sentence_of
    for left, right in itertools.combinations(quantities, 2):
        if sentence_of[right.first] - sentence_of[left.first] <= apart:
            yield from itertools.product(left.values, right.values)


def _amounts(quantities: Sequence[Quantity]) -> list[float]:
    return [value for quantity in quantities for value in quantity.values]


def _fits(said: Quantity, amount: float) -> bool:
    value = said.values[0]
    if said.kind == "share":
        near = 3 if said.bound == "exact" else SHARED
        over, under = said.bound in ("over", "least"), said.bound in ("under", "most")
        return (-1 if over else -near) <= amount - value <= (1 if under else near)
    if said.bound == "exact" or not value:
        return abs(amount - value) < 1e-9 * max(value, 1)
    return abs(amount / value - 1) <= 0.1


def is_difference(ground: Ground, said: Quantity) -> bool:
    """Whether the text calls a number a difference, and the source has two that far apart."""
    return _compares(ground, said) and _is_difference(ground, said)


def _is_difference(ground: Ground, said: Quantity) -> bool:
    """`one million more`, where the source goes from 9 to 10 million in one sentence."""
    if _is_margin(ground, said):
        return True
    large = said.kind in ("count", "money") and said.values[0] >= _TELLING
    if not large and not _compares(ground, said):
        return False
    passage = ground.source.passage
    numbers = [q for q in ground.quantities if q.kind in ("count", "money", "percent")]
    for index, left in enumerate(numbers):
        for right in numbers[index + 1 : index + 3]:
            apart = passage.sentence_of[right.first] - passage.sentence_of[left.first]
            if apart > int(_is_told_apart(ground, said)):
                break
            points = left.kind == "percent" and _counts_points(ground, said)
            bare = {left.kind, right.kind} == {"count", "money"} and _are_large(left, right)
            if (left.kind != right.kind and not bare) or (
                not bare and said.kind not in (left.kind, "points") and not points
            ):
                continue
            if large and not _is_told_apart(ground, said) and not _aligned(ground, said, left):
                continue
            gaps = {abs(a - b) for a in left.values for b in right.values}
            if said.unit in ("", left.unit, right.unit) and set(said.values) & gaps:
                return True
            near = 0.5 if left.kind == "percent" else ROUGHLY * said.values[0]
            if said.bound != "exact" and any(abs(gap - said.values[0]) < near for gap in gaps):
                return True
            if large and any(_is_within(said, gap) for gap in gaps):
                return True
    return False


def _is_within(said: Quantity, gap: float) -> bool:
    """Whether a difference keeps to a limit, and is near it: `over a million`, for 1.1 million."""
    over = said.values[0] < gap <= (1 + LIMITED) * said.values[0]
    under = (1 - LIMITED) * said.values[0] <= gap < said.values[0]
    upper = said.bound in ("over", "least")
    return over if upper else under and said.bound in ("under", "most")


def _are_large(left: Quantity, right: Quantity) -> bool:
    """Whether both are so large that one may leave its currency unsaid."""
    return min(left.values[0], right.values[0]) >= LARGE


def _counts_points(ground: Ground, said: Quantity) -> bool:
    words = ground.text.passage.words
    return said.last < len(words) and words[said.last].lemma == "point"


def _is_margin(ground: Ground, said: Quantity) -> bool:
    """`by twenty points`, where the source has a score of 32-12."""
    before = ground.text.passage.words[said.first - 1].lower if said.first else ""
    return (
        said.kind == "count"
        and (before in _BY or parts(ground, said))
        and any(
            score.kind == "score" and abs(score.values[0] - score.values[1]) == said.values[0]
            for score in ground.quantities
        )
    )


def _compares(ground: Ground, said: Quantity) -> bool:
    """Whether the words beside the number say by how much: `more`, `de plus`, `grimpé de`."""
    if _is_told_apart(ground, said) or parts(ground, said):
        return True
    passage = ground.text.passage
    first, _ = passage.bounds[passage.sentence_of[said.first]]
    near = range(max(first, said.first - _GROWN), said.first)
    return any(trend.first in near for trend in trends(ground.text))


def _is_told_apart(ground: Ground, said: Quantity) -> bool:
    """Whether a word right beside a number says that it's a difference."""
    passage = ground.text.passage
    cues = passage.lexicon.vocabulary("numbers", "difference")
    first, last = passage.bounds[passage.sentence_of[said.first]]
    near = range(max(first, said.first - 3), min(last, said.last + 3))
    return any(cues.length_at(passage.words, at) for at in near)


def _is_share(ground: Ground, said: Quantity) -> bool:
    """`more than half`, where the source has 50 of 90 in one sentence."""
    if said.kind != "share":
        return False
    passage = ground.source.passage
    kinds = ("count", "money", "percent")
    counts = [q for q in ground.quantities if q.kind in kinds and not q.vague]
    for left, right in itertools.permutations(counts, 2):
        if passage.sentence_of[left.first] != passage.sentence_of[right.first]:
            continue
        if (left.kind, left.unit) != (right.kind, right.unit):
            continue
        if left.values[0] >= right.values[0]:
            continue
        if not _aligned(ground, said, left):
            continue
        gap = 100 * left.values[0] / right.values[0] - said.values[0]
        if said.bound in ("over", "least"):
            fits = 0 <= gap <= 20
        elif said.bound in ("under", "most"):
            fits = -20 <= gap <= 0
        else:
            fits = abs(gap) <= (1 if said.bound == "exact" else 4)
        if fits:
            return True
    return False


def _comes_second(ground: Ground, said: Quantity) -> bool:
    """Whether the source has somebody win `ahead of` another, who is the text's second."""
    closest = ground.closest(ground.text.passage.sentence_of[said.first])
    if said.kind != "ordinal" or said.values != (2,) or closest is None:
        return False
    return ground.source.passage.says(closest, "numbers", "ahead")


def _comes_before(ground: Ground, said: Quantity) -> bool:
    """`five before her`, where the source calls her the sixth."""
    passage = ground.text.passage
    first, last = passage.bounds[passage.sentence_of[said.first]]
    before = passage.lexicon.vocabulary("numbers", "before")
    if said.kind != "count" or not any(w in before for w in passage.words[first:last]):
        return False
    return any(
        told.kind == "ordinal"
        and told.values[0] == said.values[0] + 1
        and _aligned(ground, said, told)
        for told in ground.quantities
    )


def _aligned(ground: Ground, said: Quantity, told: Quantity) -> bool:
    """Whether the text's sentence speaks of what the source's does."""
    number = ground.text.passage.sentence_of[said.first]
    return ground.alignment[number][ground.source.passage.sentence_of[told.first]] > 0.2


def _counts_list(ground: Ground, said: Quantity) -> bool:
    """`three other countries`, where the source's sentence names three in a row."""
    if said.kind != "count" or said.unit or said.marks or not 2 <= said.values[0] <= SMALL:
        return False
    number = ground.text.passage.sentence_of[said.first]
    rows = _rows(ground.source, ground.names)
    if any(len(row) == said.values[0] for row in _rows(ground.text, ground.text.names)):
        return True
    return any(
        len(row) == said.values[0]
        and _is_near(ground, number, ground.source.passage.sentence_of[row[0].first])
        for row in rows
    )


def _is_near(ground: Ground, number: int, sentence: int) -> bool:
    """Whether a sentence of the source, or one beside it, carries some of the text's."""
    shares = ground.alignment[number]
    return any(share > LISTED for share in shares[max(0, sentence - 1) : sentence + 2])


def _rows(reading: Reading, names: Sequence[Name]) -> Iterator[list[Name]]:
    """Names that only commas, `and` and articles separate."""
    words = reading.passage.words
    row: list[Name] = []
    for name in names:
        if row:
            between = words[row[-1].last : name.first]
            joined = 0 < len(between) <= 4 and all(
                word.lower in (",", "and", "et", "the", "le", "la", "les", "l'", "y", "e", "und")
                for word in between
            )
            if not joined:
                yield row
                row = []
        row.append(name)
    if row:
        yield row


def _is_shared_percent(ground: Ground, said: Quantity) -> bool:
    """`eight percent, and Spirit's eleven`: a bare number after a percentage."""
    passage = ground.text.passage
    if said.kind != "count" or said.unit:
        return False
    after = passage.words[said.last] if said.last < len(passage.words) else None
    if after is not None and not after.is_mark:
        return False
    sentence = passage.sentence_of[said.first]
    beside = any(
        q.kind == "percent" and passage.sentence_of[q.first] == sentence and q.first < said.first
        for q in ground.text.quantities
    )
    return beside and any(
        q.kind == "percent"
        and said.values[0] in (q.values[0], int(q.values[0]), round(q.values[0]))
        for q in ground.quantities
    )


def _is_pair(ground: Ground, said: Quantity) -> bool:
    """`the two sides`: a paraphrase may count to two, unless the source counts the same thing."""
    if said.kind != "count" or said.unit or said.marks or said.values[0] != 2:
        return False
    left = head(ground.text, said)
    if left is None:
        return False
    word = ground.text.passage.words[left]
    for other in ground.quantities:
        right = head(ground.source, other) if other.kind == "count" else None
        if right is not None and ground.same(word, ground.source.passage.words[right]) >= 0.6:
            return False
    return True
