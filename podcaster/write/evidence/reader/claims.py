"""What sorts of thing a stretch of a text says that the reader often believes too easily."""

from podcaster.write.evidence.comparatives import comparisons
from podcaster.write.evidence.polarity import negations
from podcaster.write.evidence.reading.reading import Reading

COMPARISON = "claim.comparison"
"""That one thing is more than another."""
DENIAL = "claim.denial"
"""That something isn't so."""


def claims(reading: Reading, first: int, last: int) -> frozenset[str]:
    """The sorts of claim in the words `first` to `last - 1`, by their names in `weighing.toml`."""
    compares = any(first <= found.first < last for found in comparisons(reading))
    denies = any(first <= at < last and at not in reading.quoted for at in negations(reading))
    return frozenset([COMPARISON] * compares + [DENIAL] * denies)
