"""Days that the source gives by counting from another: `the day before`, `two months after it`."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.measures import days
from podcaster.write.evidence.numerals import unit_seconds
from podcaster.write.evidence.reading.moments import Moment
from podcaster.write.evidence.reading.words import Word
from podcaster.write.evidence.spans_of_time import Days, days_meant

ALIGNED = 0.2
"""As much of the text's sentence a sentence must carry for its days to be counted from."""
_DAY = 86400
_MONTHS = {"month": 1, "mois": 1, "year": 12, "an": 12}
_QUARTERS = frozenset({"quarter", "trimestre"})
_FIRST = frozenset({"first", "premier"})
_SECOND = frozenset({"second", "deuxième", "last"})


@dataclass(frozen=True)
class Step:
    """So far from a day that is given: days, or months where `months` isn't 0."""

    days: int
    months: int
    place: Moment | None = None
    """The source's words that say so, where they stand for a day by themselves."""


def is_reckoned(ground: Ground, moment: Moment) -> bool:
    """Whether some words of the source lead to a day of the text by counting."""
    meant = days_meant(moment, ground.text.spoken_on)
    if _is_in_quarter(ground, moment):
        return True
    if _step_to(ground, moment) is not None:
        return True
    written = ground.source.day_at(0)
    if not moment.year or moment.month or not written:
        return False
    terms = (_moved(written, 0, 12 * years) for years in _terms(ground, moment))
    return any(later and days.holds(later) for later in terms for days in meant)


def reckoned_from(ground: Ground, moment: Moment) -> Moment | None:
    """The source's words for a day of the text, such as `the day before`; not `two months after
    it`, which depends on what `it` is."""
    step = _step_to(ground, moment)
    return step.place if step else None


def _step_to(ground: Ground, moment: Moment) -> Step | None:
    meant = days_meant(moment, ground.text.spoken_on)
    anchors = [dt.date.fromordinal(int(day.low)) for day in days(ground.source)]
    written = ground.source.day_at(0)
    anchors += [written] if written else []
    for step in _steps(ground, ground.text.passage.sentence_of[moment.first]):
        for anchor in anchors:
            moved = _moved(anchor, step.days, step.months)
            if moved and any(each.holds(moved) for each in meant):
                return step
    return None


def _terms(ground: Ground, moment: Moment) -> Iterator[int]:
    """The lengths in years that stand in the sentences that carry the text's: a contract's, say."""
    shares = ground.alignment[ground.text.passage.sentence_of[moment.first]]
    for quantity in ground.quantities:
        sentence = ground.source.passage.sentence_of[quantity.first]
        if _MONTHS.get(quantity.unit) == 12 and shares[sentence] > ALIGNED:
            yield int(quantity.values[0])


def _steps(ground: Ground, number: int) -> Iterator[Step]:
    """What the sentences count that carry one of the text."""
    shares, source = ground.alignment[number], ground.source
    for moment in ground.moments:
        if moment.kind == "shift" and shares[source.passage.sentence_of[moment.first]] > ALIGNED:
            if moment.unit == "day":
                yield Step(moment.offset, 0, moment)
            else:
                yield Step(0, moment.offset * (12 if moment.unit == "year" else 1), moment)
    counts = source.passage.lexicon.vocabulary("dates", "counted")
    words = source.passage.words
    for quantity in ground.quantities:
        ends = [at for at in (quantity.last, quantity.last + 1) if at < len(words)]
        beside = any(counts.length_at(words, at) for at in ends)
        if not beside or shares[source.passage.sentence_of[quantity.first]] <= ALIGNED:
            continue
        for value in (int(quantity.values[0]), -int(quantity.values[0])):
            if quantity.unit in _MONTHS:
                yield Step(0, value * _MONTHS[quantity.unit])
            elif unit_seconds().get(quantity.unit, 0) >= _DAY:
                yield Step(value * int(unit_seconds()[quantity.unit]) // _DAY, 0)


def _moved(anchor: dt.date, days: int, months: int) -> Days | None:
    try:
        if not months:
            day = anchor + dt.timedelta(days=days)
            return Days(day, day)
        number = anchor.year * 12 + anchor.month - 1 + months
        first = dt.date(number // 12, number % 12 + 1, 1)
        following = dt.date((number + 1) // 12, (number + 1) % 12 + 1, 1)
        return Days(first, following - dt.timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def _is_in_quarter(ground: Ground, moment: Moment) -> bool:
    """`between October and December`, where the source has the fourth quarter."""
    if moment.kind != "calendar" or moment.month is None or moment.day is not None:
        return False
    words = ground.source.passage.words
    ranks = {quantity.last: quantity.values for quantity in ground.quantities}
    for at in range(1, len(words)):
        if words[at].lemma in _QUARTERS and ground.carries(at):
            rank = 1.0 if words[at - 1].lemma in _FIRST else ranks.get(at, (0.0,))[0]
            if rank * 3 - 2 <= moment.month <= rank * 3:
                return True
        if _is_half(words, at) and ground.carries(at):
            late = words[at - 1].lemma in _SECOND
            if (moment.month > 6) == late:
                return True
    return False


def _is_half(words: Sequence[Word], at: int) -> bool:
    """`the first half of this year`, `le second semestre`."""
    if not at or words[at - 1].lemma not in _FIRST | _SECOND:
        return False
    year = any(word.lemma == "year" for word in words[at + 1 : at + 5])
    return words[at].lemma == "semestre" or (words[at].lemma == "half" and year)
