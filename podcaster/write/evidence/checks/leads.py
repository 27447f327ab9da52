"""Leads: who is so much ahead of another can't be as much behind."""

from collections.abc import Iterator
from dataclasses import dataclass

from podcaster.write.evidence.checks.numbers import same_amount
from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, Place
from podcaster.write.evidence.people import same_name
from podcaster.write.evidence.polarity import denied
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading

ALIGNED = 0.3
"""As much of the text's sentence must the lead's sentence carry for both to be of one thing."""
_NEAR = 4
"""Words from a figure to the word that says whether it's a lead."""
_OVER = 6
"""Words from that word to the name of whom it's over."""


@dataclass(frozen=True)
class Lead:
    """A figure by which one is ahead of another, or behind."""

    figure: Quantity
    place: Place
    """The word that says which."""
    ahead: bool
    whose: Name | None
    over: Name | None


def refuted_leads(ground: Ground) -> Iterator[Unsupported]:
    """`31 points behind Norris`, where the source has the same one 31 points ahead of him."""
    for lead, told in _pairs(ground):
        if all(_is_contrary(lead, other) for other in told):
            words = words_of(ground.source, told[0].place)
            reason = f"The source says {words!r}, not {words_of(ground.text, lead.place)!r}."
            yield marked(ground, lead.place, "direction", "refuted", reason)


def seen_from_the_other(ground: Ground) -> frozenset[int]:
    """The words that say `behind` for the source's `ahead`, with the two in each other's place."""
    return frozenset(
        at
        for lead, told in _pairs(ground)
        if any(lead.ahead != other.ahead and not _is_contrary(lead, other) for other in told)
        for at in range(lead.place.first, lead.place.last)
    )


def _pairs(ground: Ground) -> Iterator[tuple[Lead, list[Lead]]]:
    """The text's leads, with those of the source that are by as much."""
    told = [lead for lead in _leads(ground.source) if ground.carries(lead.figure.first)]
    sentence_of = ground.source.passage.sentence_of
    for lead in _leads(ground.text):
        shares = ground.alignment[ground.text.passage.sentence_of[lead.figure.first]]
        alike = [
            other
            for other in told
            if same_amount(lead.figure, other.figure)
            and shares[sentence_of[other.figure.first]] >= ALIGNED
        ]
        if alike:
            yield lead, alike


def _is_contrary(lead: Lead, other: Lead) -> bool:
    """Whether one and the same is ahead here and behind there, or two have changed places."""
    straight = [_are_one(lead.whose, other.whose), _are_one(lead.over, other.over)]
    crossed = [_are_one(lead.whose, other.over), _are_one(lead.over, other.whose)]
    if True in crossed:
        return lead.ahead == other.ahead and True not in straight
    return lead.ahead != other.ahead and (True in straight or None in straight)


def _are_one(left: Name | None, right: Name | None) -> bool | None:
    """Whether two names are one; None where one is missing."""
    return None if left is None or right is None else same_name(left, right)


def _leads(reading: Reading) -> Iterator[Lead]:
    passage = reading.passage
    ahead, behind = (passage.lexicon.vocabulary("numbers", name) for name in ("lead", "lag"))
    turned = denied(reading)
    for figure in reading.quantities:
        if figure.kind not in ("count", "points", "percent") or figure.first in reading.quoted:
            continue
        last = passage.bounds[passage.sentence_of[figure.first]][1]
        for at in range(figure.last, min(last, figure.last + _NEAR)):
            if passage.words[at].is_mark or at in turned:
                break
            up, down = ahead.length_at(passage.words, at), behind.length_at(passage.words, at)
            if up != down:
                end = at + max(up, down)
                whose, over = _before(reading, figure.first), _after(reading, end, last)
                yield Lead(figure, Place(at, end), up > down, whose, over)
                break


def _before(reading: Reading, at: int) -> Name | None:
    """The first name before a figure in its sentence."""
    first = reading.passage.bounds[reading.passage.sentence_of[at]][0]
    return next((name for name in reading.names if first <= name.first < at), None)


def _after(reading: Reading, at: int, last: int) -> Name | None:
    """The name right after the word that says who is ahead."""
    near = range(at, min(last, at + _OVER))
    marks = (k for k in near if reading.passage.words[k].is_mark)
    stop = next(marks, near.stop)
    return next((name for name in reading.names if at <= name.first < stop), None)
