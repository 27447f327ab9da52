"""Numbers, money and percentages: each must be in the source, in the same place."""

from collections.abc import Iterator, Sequence
from functools import partial

from podcaster.write.evidence.arithmetic import follows, is_difference, may_follow
from podcaster.write.evidence.findings import Kind, Sign, Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, Misplaced, counted
from podcaster.write.evidence.numerals import crowns, unit_seconds
from podcaster.write.evidence.rates import period_of
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.zones import belongs_elsewhere, on_other_side

MARGIN = 1.5
_ANOTHER_ORDER = 1000
"""Numbers so many times apart don't count the same sort of thing."""
_LARGE = 1e5
_ROUGHLY = 0.05
"""The share by which a rough number may be rounded."""
_UPPER = frozenset({"over", "least"})
_LOWER = frozenset({"under", "most"})


def unsupported_numbers(ground: Ground) -> Iterator[Unsupported]:
    """Quantities that the evidence doesn't give, gives with another bound, or of something else."""
    said = [q for q in ground.text.quantities if not _is_quoted(ground, q)]
    told = ground.quantities
    missing = set()
    for quantity in said:
        equal = [other for other in told if same_amount(quantity, other)]
        if not equal and follows(ground, quantity):
            continue
        if not equal:
            missing.add(quantity.first)
            yield _missing(ground, quantity, told)
        elif (other := _at_another_rate(ground, quantity, equal)) is not None:
            missing.add(quantity.first)
            reason = f"The source gives it per {period_of(ground.source, other)}."
            yield marked(ground, quantity, kind_of(quantity), "instead", reason)
        elif quantity.kind != "share" and all(_contradicts(quantity, o) for o in equal):
            missing.add(quantity.first)
            yield marked(
                ground,
                quantity,
                kind_of(quantity),
                "limit",
                f"The source doesn't say {words_of(ground.text, quantity)} as this kind of limit.",
            )
    placed = [q for q in said if q.first not in missing and not is_difference(ground, q)]
    comparable = partial(_in_place_of, ground)
    misplaced = ground.misplaced(placed, told, same_amount, comparable, MARGIN)
    moved = {wrong.said.first for wrong in misplaced}
    misplaced += _in_neighbours_place(ground, [q for q in placed if q.first not in moved])
    for wrong in misplaced:
        instead = words_of(ground.source, wrong.instead)
        yield marked(
            ground,
            wrong.said,
            kind_of(wrong.said),
            "elsewhere",
            f"The source gives {words_of(ground.text, wrong.said)} for something else;"
            f" here it has {instead}.",
        )


def _in_neighbours_place(ground: Ground, said: Sequence[Quantity]) -> Iterator[Misplaced[Quantity]]:
    """Numbers given to what the source gives the number beside them."""
    for quantity in said:
        own = [other for other in ground.quantities if same_amount(quantity, other)]
        rivals = [
            other
            for other in ground.quantities
            if _in_place_of(ground, quantity, other)
            and not any(same_amount(mentioned, other) for mentioned in ground.text.quantities)
            and not _counts_else(ground, quantity, own, other)
        ]
        nearest = sorted(own, key=lambda other: -ground.likeness(quantity, other))[:1]
        instead = belongs_elsewhere(ground, quantity, own, rivals) or on_other_side(
            ground, quantity, nearest, rivals
        )
        if instead:
            yield Misplaced(quantity, instead)


def _counts_else(ground: Ground, said: Quantity, own: Sequence[Quantity], rival: Quantity) -> bool:
    """Whether the text counts what the source counts with the same number, and the other number
    counts something else."""
    if said.kind != "count" or (here := counted(ground.text, said)) is None:
        return False
    words = ground.source.passage.words
    noun = ground.text.passage.words[here]
    there = counted(ground.source, rival)
    return (
        there is not None
        and ground.same(noun, words[there]) < 0.85
        and any(
            (place := counted(ground.source, other)) is not None
            and ground.same(noun, words[place]) >= 0.85
            for other in own
        )
    )


def same_amount(said: Quantity, told: Quantity) -> bool:
    """Whether two numbers mean the same, whatever way they're written.

    A number that calls itself rough may be rounded; one that doesn't must be exact.
    """
    if {said.kind, told.kind} <= {"percent", "share"}:
        return _same_share(said, told)
    if said.kind == "points" and told.kind == "percent":
        return False
    kinds = {said.kind, told.kind}
    if kinds == {"money"} and not _may_be_one_currency(said.unit, told.unit):
        return False
    if kinds == {"count", "ordinal"}:
        units = {said.unit, told.unit} - {""}
        return len(units) <= 1 and said.values == told.values
    if len(kinds) > 1 and kinds not in ({"percent", "points"}, {"count", "score"}):
        return kinds == {"count", "money"} and _unsaid_currency(said, told)
    if said.kind == told.kind == "score":
        return said.values == told.values
    if said.kind == "score" or told.kind == "score":
        return bool(set(said.values) & set(told.values))
    if said.vague or told.vague:
        return _fits_vague(said, told)
    if said.kind == "count" and said.unit != told.unit and said.unit and told.unit:
        seconds = unit_seconds()
        factor = seconds.get(said.unit, 0) / (seconds.get(told.unit) or 1)
        return factor > 0 and any(
            _rounds(a * factor, b, said) or _close(a * factor, b, 0.02)
            for a in said.values
            for b in told.values
        )
    return any(
        _rounds(a, b, said) or _rounds_off(a, b, told) for a in said.values for b in told.values
    )


def _rounds_off(said_value: float, told_value: float, told: Quantity) -> bool:
    """Whether the text rounds what the source calls rough: `two million`, for `about 2.1`."""
    rounded = _digits(said_value) < _digits(told_value)
    return told.bound == "approx" and rounded and _close(said_value, told_value, _ROUGHLY)


def _may_be_one_currency(left: str, right: str) -> bool:
    if left == right or not left or not right:
        return True
    return "crown" in (left, right) and bool({left, right} & crowns())


def _unsaid_currency(said: Quantity, told: Quantity) -> bool:
    """A list of sums may name its currency once: `from 30 million to 110`."""
    plain = said if said.kind == "count" else told
    return not plain.unit and any(_rounds(a, b, said) for a in said.values for b in told.values)


def _same_share(said: Quantity, told: Quantity) -> bool:
    a, b = said.values[0], told.values[0]
    if said.kind == told.kind == "percent":
        return _rounds(a, b, said)
    if said.kind == "percent" and said.bound == "exact":
        return abs(a - b) <= 0.5
    if said.bound in ("over", "least"):
        return a - 3 <= b <= a + 25
    if said.bound in ("under", "most"):
        return a - 25 <= b <= a + 3
    return abs(a - b) <= (3.0 if said.bound == "exact" else 6.0)


def _fits_vague(said: Quantity, told: Quantity) -> bool:
    if said.vague and told.vague:
        return said.values == told.values
    vague, exact = (said, told) if said.vague else (told, said)
    return any(vague.values[0] <= value < vague.values[1] for value in exact.values) and said.vague


def _rounds(said_value: float, told_value: float, said: Quantity) -> bool:
    if _close(said_value, told_value, 1e-9):
        return True
    if said.bound == "exact" or told_value == 0 or _digits(said_value) > _digits(told_value):
        return False
    ratio = said_value / told_value
    if said.bound in ("over", "least"):
        return 0.8 <= ratio <= 1.0
    if said.bound in ("under", "most"):
        return 1.0 <= ratio <= 1.15
    return 0.93 <= ratio <= 1.07


def _digits(value: float) -> int:
    """How many digits a number is exact to: what is rounded has fewer."""
    return len(f"{value:.6g}".partition("e")[0].replace(".", "").strip("0")) or 1


def _close(a: float, b: float, tolerance: float) -> bool:
    return abs(a - b) <= tolerance * max(abs(a), abs(b))


def _contradicts(said: Quantity, told: Quantity) -> bool:
    """Whether a limit is turned round, or put where the source has none."""
    if said.bound in _UPPER:
        exact = _close(said.values[0], told.values[0], 1e-9)
        return told.bound in _LOWER or (exact and told.bound == "exact" and not told.vague)
    if said.bound in _LOWER:
        exact = _close(said.values[0], told.values[0], 1e-9)
        return told.bound in _UPPER or (exact and told.bound == "exact")
    return False


def _comparable(said: Quantity, told: Quantity) -> bool:
    if told.vague or said.vague:
        return False
    return said.kind == told.kind and said.unit == told.unit


def _in_place_of(ground: Ground, said: Quantity, told: Quantity) -> bool:
    """Whether a number of the source's could stand where the text has one; a large one that counts
    nothing may be a sum that leaves its currency unsaid."""
    if (said.kind, told.kind) == ("money", "count") and told.values[0] >= _LARGE:
        passage = ground.source.passage
        bare = told.last >= len(passage.words) or not passage.is_content(told.last)
        return bare and not told.unit and not told.vague
    low, high = sorted((said.values[0], told.values[0]))
    return _comparable(said, told) and high <= _ANOTHER_ORDER * max(low, 1)


def kind_of(quantity: Quantity) -> Kind:
    if quantity.kind == "money":
        return "money"
    return "percentage" if quantity.kind in ("percent", "points") else "number"


def _missing(ground: Ground, quantity: Quantity, told: list[Quantity]) -> Unsupported:
    near = [other for other in told if _comparable(quantity, other)]
    best = max(near, key=lambda other: ground.likeness(quantity, other), default=None)
    words = words_of(ground.text, quantity)
    derived = may_follow(ground, quantity)
    if best is not None and ground.likeness(quantity, best) > MARGIN:
        there = words_of(ground.source, best)
        reason = f"The source doesn't give {words}; here it has {there}."
        worked_out = derived and quantity.kind != "share"
        return marked(
            ground, quantity, kind_of(quantity), "derived" if worked_out else "instead", reason
        )
    # Who rounds has worked it out from something; whether rightly is the reader's to say.
    rounded = quantity.bound == "approx" and quantity.kind in ("count", "share")
    sign: Sign = "derived" if derived or rounded else "absent"
    return marked(ground, quantity, kind_of(quantity), sign, f"The source gives no {words}.")


def _at_another_rate(ground: Ground, said: Quantity, told: Sequence[Quantity]) -> Quantity | None:
    """The source's figure where it's only given for another time: a month's, not a year's."""
    period = period_of(ground.text, said)
    others = [period_of(ground.source, other) for other in told]
    return told[0] if period and all(others) and period not in others else None


def _is_quoted(ground: Ground, quantity: Quantity) -> bool:
    return quantity.first in ground.text.quoted
