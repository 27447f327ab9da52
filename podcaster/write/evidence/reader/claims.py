"""What sorts of thing a stretch of a text says that the reader often believes too easily."""

from podcaster.write.evidence.comparatives import STOPS, comparisons, table_for
from podcaster.write.evidence.polarity import negations
from podcaster.write.evidence.reading.reading import Reading

_APART = 5
"""Words that may stand between `better` and `than`."""
COMPARISON = "claim.comparison"
"""That one thing is more than another."""
DENIAL = "claim.denial"
"""That something isn't so."""


def claims(reading: Reading, first: int, last: int) -> frozenset[str]:
    """The sorts of claim in the words `first` to `last - 1`, by their names in `weighing.toml`."""
    compares = any(first <= found.first < last for found in comparisons(reading)) or any(
        _judges(reading, at, last) for at in range(first, last)
    )
    denies = any(first <= at < last and at not in reading.quoted for at in negations(reading))
    return frozenset([COMPARISON] * compares + [DENIAL] * denies)


def _judges(reading: Reading, at: int, last: int) -> bool:
    """`better than`, `mieux au Nord qu'au Sud`: a comparison of what has no size."""
    words = reading.passage.words
    table = table_for(reading.passage.lexicon.language)
    if not table or not table["judged"].length_at(words, at):
        return False
    for than in range(at + 1, min(at + _APART, last)):
        if words[than].text in STOPS:
            return False
        if table["than"].length_at(words, than):
            return True
    return False
