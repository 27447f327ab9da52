"""Numbers that stand side by side and share what only one of them says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.sentences import Passage


def joined(passage: Passage, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Lets `30 to 60 percent` and `from 30 million to 110` share their unit and scale."""
    for number, quantity in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        earlier = found[number - 1] if number else None
        shared = quantity
        if quantity.kind == "count" and not quantity.vague:
            if following and _linked(passage, quantity, following):
                shared = _sharing(quantity, following)
            if shared is quantity and earlier and _linked(passage, earlier, quantity):
                shared = _sharing(quantity, earlier)
            if shared is quantity and not quantity.unit:
                shared = _with_unit_of(passage, quantity, found[max(0, number - 3) : number])
        yield shared


def _with_unit_of(passage: Passage, quantity: Quantity, earlier: Sequence[Quantity]) -> Quantity:
    """Lets `and his rival 28 million`, after `38 million dollars`, or `and 48.1 to remain`,
    after a percentage, keep the unit of the number before it in the sentence."""
    words, at = passage.words, quantity.last
    if not quantity.marks or (at < len(words) and passage.is_content(at)):
        return quantity
    sentence = passage.sentence_of[quantity.first]
    for other in reversed(earlier):
        if passage.sentence_of[other.first] != sentence:
            break
        large = min(*quantity.values, *other.values) >= 1e5
        if other.kind == "money" and large:
            return replace(quantity, kind="money", unit=other.unit)
        share = max(*quantity.values, *other.values) <= 100
        decimal = words[quantity.first].text.strip("0123456789") != ""
        if other.kind == "percent" and share and decimal:
            return replace(quantity, kind="percent")
    return quantity


def _linked(passage: Passage, left: Quantity, right: Quantity) -> bool:
    """Whether only a joining word stands between two numbers."""
    between = [word.lower for word in passage.words[left.last : right.first]]
    joining = {
        "to",
        "and",
        "or",
        "-",
        "–",
        "à",
        "et",
        "ou",
        "a",
        "y",
        "from",
        "contre",
        "against",
    }
    if len(between) == 2 and between[0] == "," and between[1] in ("contre", "against"):
        between = between[1:]
    link = bool(between) and len(between) <= 2 and all(word in joining for word in between)
    counted = ("percent", "money", "count", "points")
    return link and left.kind in counted and right.kind in counted


def _sharing(quantity: Quantity, other: Quantity) -> Quantity:
    """The same number in the other's unit, and in its scale where it could have been left out."""
    if other.kind == "count" and not other.unit and max(other.values) < 1e5:
        return quantity
    values = quantity.values
    scale = 10 ** (3 * ((len(str(int(max(other.values)))) - 1) // 3))
    if scale >= 1e6 and values[0] < 1000:
        values = (*values, values[0] * scale)
    return replace(quantity, kind=other.kind, unit=other.unit or quantity.unit, values=values)
