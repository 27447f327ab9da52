"""Which of two figures was there before, and which came after it: `18, up from 15`."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from podcaster.write.evidence.comparatives import STOPS, table_for
from podcaster.write.evidence.lexicon import Vocabulary
from podcaster.write.evidence.measures import Measure, amounts
from podcaster.write.evidence.reading.reading import Reading

_FROM = frozenset({"from", "de", "d'"})
_TO = frozenset({"to", "à", "a"})
_AGAINST = 4
"""Words within which `against` stands between two figures."""
_YEAR = 2
"""Words between a figure and the year that it's of."""
_NEAR = 6
"""Words from a figure within which a word may say that it's of before, or of now."""


@dataclass(frozen=True)
class Change:
    """Words `first` to `last - 1` have both figures."""

    first: int
    last: int
    old: Measure
    new: Measure


def changes(reading: Reading) -> Iterator[Change]:
    """Those between two figures that stand next to each other in a sentence."""
    table = table_for(reading.passage.lexicon.language)
    found = [measure for measure in amounts(reading) if measure.first not in reading.quoted]
    sentence_of = reading.passage.sentence_of
    for one, two in itertools.pairwise(found) if table else ():
        apart = sentence_of[one.first] != sentence_of[two.first]
        if apart or not one.is_comparable(two) or one.low == two.low:
            continue
        later = _linked(reading, table, one, two)
        if later is None:
            later = _dated(reading, one, two)
        if later is None:
            later = _marked(reading, table, one, two)
        if later is not None:
            old, new = (one, two) if later else (two, one)
            yield Change(one.first, two.last, old, new)


def _linked(
    reading: Reading, table: Mapping[str, Vocabulary], one: Measure, two: Measure
) -> bool | None:
    """Whether the words between two figures put the second later; None where they don't say."""
    words = reading.passage.words
    between = range(one.last, two.first)
    before = words[one.first - 1].lower if one.first else ""
    if before in _FROM and words[two.first - 1].lower in _TO:
        return True
    close = [at for at in between if at >= two.first - _AGAINST]
    if any(table["against"].length_at(words, at) for at in close):
        return False
    return None


def _dated(reading: Reading, one: Measure, two: Measure) -> bool | None:
    """Whether the year right after the second figure is later than the one after the first: `2 %
    en 2020 et 6 % en 2026`."""
    years = [
        next((m.year for m in reading.moments if 0 <= m.first - figure.last <= _YEAR and m.year), 0)
        for figure in (one, two)
    ]
    return years[1] > years[0] if all(years) and years[0] != years[1] else None


def _marked(
    reading: Reading, table: Mapping[str, Vocabulary], one: Measure, two: Measure
) -> bool | None:
    """The same, by what stands beside each."""
    signs: set[bool] = set()
    past: set[bool] = set()
    now: set[bool] = set()
    words = reading.passage.words
    for measure, is_second in ((one, False), (two, True)):
        for at in _beside(reading, measure, one, two):
            if table["old"].length_at(words, at):
                signs.add(not is_second)
            elif table["past"].length_at(words, at):
                past.add(not is_second)
            elif table["new"].length_at(words, at):
                now.add(is_second)
    signs |= now if now == past or (signs and now == signs) else set()
    return signs.pop() if len(signs) == 1 else None


def _beside(reading: Reading, measure: Measure, one: Measure, two: Measure) -> Iterator[int]:
    """The words that are nearer to a figure than to the other, and in its clause."""
    words = reading.passage.words
    first, last = reading.passage.bounds[reading.passage.sentence_of[measure.first]]
    middle = next(
        (at for at in range(one.last, two.first) if words[at].text in STOPS),
        (one.last + two.first) // 2,
    )
    own = range(first, middle) if measure is one else range(middle, last)
    near = range(measure.first - _NEAR, measure.last + _NEAR)
    return (at for at in own if at in near)
