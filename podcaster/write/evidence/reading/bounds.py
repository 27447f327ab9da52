"""Whether a number is exact, rough, or a limit: `about 30`, `at least 30`, `30 or more`."""

from dataclasses import replace

from podcaster.write.evidence.reading.quantity import Bound, Quantity
from podcaster.write.evidence.reading.sentences import Passage

_BOUNDS: tuple[Bound, ...] = ("least", "most", "over", "under", "approx")
_ARTICLES = frozenset({"a", "the", "les", "de", "d'", "des", "some"})


def bounded(passage: Passage, quantity: Quantity) -> Quantity:
    """The number with the bound that the words beside it give it."""
    rough = quantity.bound == "approx"
    if not (rough or quantity.bound == "exact") or quantity.kind in ("ordinal", "score"):
        return quantity
    words, first = passage.words, quantity.first

    def lower(at: int) -> str:
        return words[at].lower if 0 <= at < len(words) else ""

    for bound in _BOUNDS:
        vocabulary = passage.lexicon.vocabulary("numbers", bound)
        before = vocabulary.ends_at(words, first) or (
            vocabulary.ends_at(words, first - 1) if lower(first - 1) in _ARTICLES else 0
        )
        after = vocabulary.length_at(words, quantity.last) if quantity.last < len(words) else 0
        start = first - before - 1
        if before and bound == "over" and lower(start) in ("the", "these", "this"):
            continue
        if before or (after and lower(quantity.last) in ("or", "ou", "at", "au")):
            return replace(quantity, bound=bound)
    return quantity
