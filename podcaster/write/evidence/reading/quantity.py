"""One number of a text."""

from dataclasses import dataclass
from typing import Literal

QuantityKind = Literal["count", "percent", "points", "money", "ordinal", "score", "share"]
Bound = Literal["exact", "approx", "over", "under", "least", "most"]


@dataclass(frozen=True)
class Quantity:
    """One number as a text gives it."""

    first: int
    last: int
    """The words it's made of, unit and currency included: `first` to `last - 1`."""
    kind: QuantityKind
    values: tuple[float, ...]
    """What it may mean; more than one where a scale may be left unsaid (`from 30 million to 110`),
    two sides of a score, or the least and the most of a vague word (`dozens`)."""
    unit: str = ""
    bound: Bound = "exact"
    vague: bool = False
    """Whether `values` are the two ends of what a vague word may mean."""
    marks: bool = False
    """Whether it's written in digits."""
