"""Rules and reader together: whether a stretch of a text is to be believed.

A logistic regression over what the rules found and how much the reader doubts. Its weights, in
`data/weighing.toml`, were fitted to lines written by hand (`podcaster bench evidence`).
"""

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from podcaster.write.evidence.findings import Kind, Span, Unsupported
from podcaster.write.evidence.lexicon import DATA
from podcaster.write.evidence.reader.doubt import Doubt
from podcaster.write.evidence.reading.sentences import Passage

FIRM = frozenset(
    {
        "date.absent",
        "date.instead",
        "money.absent",
        "money.instead",
        "name.absent",
        "number.absent",
        "number.instead",
        "percentage.absent",
        "percentage.instead",
        "quotation.absent",
    }
)
"""What no belief of the reader's outweighs: names, words and figures that the source doesn't
have. The same holds of all that the source's own figures, days or words refute."""

CORROBORATED = -0.5
"""Above this doubt the reader doesn't believe a line, and what the rules suspect in it stands."""

_WRONG: Mapping[Kind, str] = {
    "number": "with this number",
    "date": "of this day or time",
    "money": "with this sum",
    "percentage": "with this percentage",
    "name": "of this person, place or thing",
    "quotation": "in these words, or not by this speaker",
    "attribution": "by this speaker, or not as a fact",
    "negation": "but the contrary, or not at all",
    "role": "of who did it to whom",
    "direction": "in this direction",
    "superlative": "of it as the most or the first",
}


@dataclass(frozen=True)
class Weights:
    """Of one language; a sum above 0 is a fault."""

    base: float
    doubt: float
    """For each unit of the reader's doubt."""
    strong_doubt: float
    """For each unit above 0, on top of that."""
    several: float
    """Where the rules found more than one thing."""
    signs: Mapping[str, float]
    """For what the rules found, by `kind.sign`, and for what is claimed, by `claim.sort`."""

    def weigh(
        self, found: Sequence[Unsupported], doubt: float, claims: frozenset[str] = frozenset()
    ) -> float:
        signs = signs_of(found)
        if is_firm(signs) or (signs and doubt > CORROBORATED):
            return math.inf
        return (
            self.base
            + self.doubt * doubt
            + self.strong_doubt * max(doubt, 0.0)
            + self.several * (len(found) > 1)
            + sum(self.signs.get(sign, 0.0) for sign in signs | claims)
        )


def is_firm(signs: Iterable[str]) -> bool:
    """Whether one of some signs stands whatever the reader believes."""
    return any(sign in FIRM or sign.endswith(".refuted") for sign in signs)


def signs_of(found: Iterable[Unsupported]) -> set[str]:
    """What the rules found, as `kind.sign`."""
    return {f"{finding.kind}.{finding.sign}" for finding in found}


@cache
def weights_for(language: str) -> Weights:
    """The weights for `en` or `fr`."""
    table = tomllib.loads((DATA / "weighing.toml").read_text(encoding="utf-8"))
    return Weights(**table[language], signs=table["signs"])


def weighed(
    found: Sequence[Unsupported], doubts: Iterable[Doubt], passage: Passage, weights: Weights
) -> Iterator[Unsupported]:
    """The findings that stand, and those that the reader adds, in no order.

    What lies outside the stretches that were read stands as it is.
    """
    read: set[int] = set()
    for doubt in doubts:
        words = passage.words[passage.bounds[doubt.first][0] : passage.bounds[doubt.last - 1][1]]
        place = range(words[0].start, words[-1].end)
        inside = [finding for finding in found if finding.span.start in place]
        read.update(id(finding) for finding in inside)
        if weights.weigh(inside, doubt.strength, doubt.claims) > 0:
            yield from inside or [_doubted(passage.text, place, doubt.kind)]
    yield from (finding for finding in found if id(finding) not in read)


def _doubted(text: str, place: range, kind: Kind) -> Unsupported:
    return Unsupported(
        span=Span(start=place.start, end=place.stop, words=text[place.start : place.stop]),
        kind=kind,
        sign="doubted",
        reason=f"The source doesn't seem to speak {_WRONG[kind]}.",
    )
