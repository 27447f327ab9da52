"""Lengths of time that a text gives and the source only has by its dates or in other units."""

import itertools

from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.measures import days
from podcaster.write.evidence.numerals import unit_seconds, unit_words
from podcaster.write.evidence.reading.quantity import Quantity

YEARS = frozenset({"year", "an", "año", "anno", "ano", "jahr"})
ALIGNED = 0.2
"""As much of the text's sentence a sentence must carry for its dates to be worked with."""
_DAY = 86400.0
_UNITS = {
    "mois": "month",
    "semaine": "week",
    "jour": "day",
    "month": "month",
    "week": "week",
    "day": "day",
}
_ONE = frozenset("un une a an one".split())


def is_length(ground: Ground, said: Quantity) -> bool:
    """Whether the source has two dates so far apart, or the same length in other words."""
    if said.kind != "count" or said.unit not in unit_seconds():
        return False
    return (
        _is_age(ground, said)
        or _lies_between(ground, said)
        or _lies_between_days(ground, said)
        or _lies_between_hours(ground, said)
        or _is_compound(ground, said)
        or _is_one(ground, said)
        or _is_ago(ground, said)
        or _lies_between_ages(ground, said)
        or _lies_between_weekdays(ground, said)
        or (said.unit in YEARS and is_told_whole(ground, said.values[0]))
    )


def is_told_whole(ground: Ground, years: float) -> bool:
    """Whether the source says `a century` or `une décennie` for so many years."""
    table = ground.source.passage.lexicon.entry("numbers", "multiples") or {}
    return any(
        table.get(word.lemma if word.lower not in table else word.lower) == years
        for at, word in enumerate(ground.source.passage.words)
        if ground.carries(at) and word.lemma in ("siècle", "century", "décennie", "decade")
    )


def is_told_once(ground: Ground, unit: str) -> bool:
    """Whether the source says `a month` or `une semaine` of a `month` or a `week`."""
    passage = ground.source.passage
    periods = passage.lexicon.entry("dates", "periods") or {}
    return any(
        passage.words[at - 1].lower in _ONE and periods.get(word.lemma) == unit
        for at, word in enumerate(passage.words)
        if at and ground.carries(at)
    )


def _is_age(ground: Ground, said: Quantity) -> bool:
    """`ten years`, where the source's year lies so long before the article's."""
    if said.unit not in YEARS:
        return False
    for moment in ground.moments:
        day = ground.source.day_at(moment.first)
        if moment.year and day and moment.month is None:
            years = day.year - moment.year
            rough = (
                said.bound in ("over", "least", "approx") and 0.9 <= years / said.values[0] <= 1.1
            )
            if years not in said.values and not rough:
                continue
            return _is_aligned(ground, said, moment.first)
    return False


def _lies_between(ground: Ground, said: Quantity) -> bool:
    """`ten years before`, where the source has two years that lie so far apart."""
    if said.unit not in YEARS:
        return False
    years = sorted({m.year for m in ground.moments if m.year and m.kind == "calendar"})
    if (day := ground.source.day_at(0)) and said.marks is False and said.values[0] > 2:
        years.append(day.year)
    spare = 0.04 * said.values[0] if said.bound == "approx" else 0.0
    return any(abs(b - a - said.values[0]) <= spare for a, b in itertools.combinations(years, 2))


def _lies_between_days(ground: Ground, said: Quantity) -> bool:
    """`three months`, where the source's dates, or one and the article's, lie so far apart."""
    unit = unit_seconds()[said.unit] / _DAY
    if unit < 1 or (said.unit in YEARS and said.bound == "exact"):
        return False
    known = [day for day in days(ground.source) if day.high - day.low < max(unit, 2)]
    near = [day for day in known if _is_aligned(ground, said, day.first)]
    sentence_of = ground.source.passage.sentence_of
    together = (
        pair
        for pair in itertools.combinations(known, 2)
        if sentence_of[pair[0].first] == sentence_of[pair[1].first]
    )
    pairs = itertools.chain(itertools.product(near, known), together)
    apart = [
        (abs(one.low - other.low), one.high - one.low + other.high - other.low)
        for one, other in pairs
    ]
    for one in near:
        if written := ground.source.day_at(one.first):
            apart.append((abs(written.toordinal() - one.low), one.high - one.low))
    slack = 0.5 if said.bound == "exact" else 1.0
    least = unit * (said.values[0] - slack)
    most = unit * (said.values[0] + slack)
    return (
        any(gap and least < gap + spare / 2 < most for gap, spare in apart)
        if unit > 1
        else any(gap == said.values[0] and not spare for gap, spare in apart)
    )


def _is_compound(ground: Ground, said: Quantity) -> bool:
    """`four and a half hours`, where the source has four hours and 42 minutes."""
    seconds = unit_seconds()
    lasting = [q for q in ground.quantities if q.unit in seconds]
    for left, right in itertools.pairwise(lasting):
        if right.first - left.last > 3:
            continue
        whole = left.values[0] * seconds[left.unit] + right.values[0] * seconds[right.unit]
        ratio = said.values[0] * seconds[said.unit] / whole
        if said.bound in ("over", "least"):
            return 0.8 <= ratio <= 1
        return (
            (0.9 if said.bound != "exact" else 0.995)
            <= ratio
            <= (1.1 if said.bound != "exact" else 1.005)
        )
    return False


def _is_one(ground: Ground, said: Quantity) -> bool:
    """`twelve months`, where the source has a year."""
    seconds = unit_seconds()
    words = ground.source.passage.words
    for vocabulary, name in unit_words(ground.source.passage.lexicon.language):
        ratio = said.values[0] * seconds[said.unit] / seconds[name] if name in seconds else 0.0
        if name == said.unit or abs(ratio - 1) > 0.02:
            continue
        for at in range(1, len(words)):
            if (
                words[at - 1].lower in _ONE
                and ground.carries(at)
                and vocabulary.length_at(words, at)
            ):
                return True
    return False


def _lies_between_hours(ground: Ground, said: Quantity) -> bool:
    """`more than seven hours`, where the source goes from 4:45 p.m. to midnight."""
    length = said.values[0] * unit_seconds()[said.unit] / 60
    if not 1 < length < _DAY / 60:
        return False
    sentence_of = ground.source.passage.sentence_of
    clocks = [moment for moment in ground.moments if moment.kind == "clock"]
    for one, other in itertools.permutations(clocks, 2):
        for a, b in itertools.product(one.clock, other.clock):
            gap = (_minutes(b) - _minutes(a)) % (24 * 60)
            low, high = {"over": (1, 1.3), "least": (1, 1.3), "under": (0.8, 1)}.get(
                said.bound, (0.9, 1.1) if said.bound != "exact" else (1, 1)
            )
            if (
                low * length <= gap <= high * length
                and sentence_of[one.first] == sentence_of[other.first]
            ):
                return True
    return False


def _minutes(clock: str) -> int:
    return 60 * int(clock[:2]) + int(clock[3:])


def _lies_between_weekdays(ground: Ground, said: Quantity) -> bool:
    """`two days`, where the source goes from Friday to Sunday in a sentence."""
    sentence_of = ground.source.passage.sentence_of
    days_named = [moment for moment in ground.moments if moment.weekday is not None]
    return _UNITS.get(said.unit) == "day" and any(
        sentence_of[one.first] == sentence_of[other.first]
        and ((other.weekday or 0) - (one.weekday or 0)) % 7 == said.values[0]
        for one, other in itertools.permutations(days_named, 2)
    )


def _lies_between_ages(ground: Ground, said: Quantity) -> bool:
    """`half a century apart`, where the source has two ages so far apart."""
    ages = [q for q in ground.quantities if _is_persons_age(ground, q)]
    spare = 0.04 * said.values[0] if said.bound == "approx" else 0.0
    apart = parts(ground, said)
    return said.unit in YEARS and any(
        abs(abs(one.values[0] - other.values[0]) - said.values[0]) <= spare
        and (apart or _is_aligned(ground, said, one.first))
        for one, other in itertools.combinations(ages, 2)
    )


def _is_persons_age(ground: Ground, told: Quantity) -> bool:
    """Years, or a bare number between commas after a name: `Osaka, 20, won`."""
    if told.kind != "count" or told.unit in YEARS:
        return told.kind == "count"
    words = ground.source.passage.words
    beside = (told.first - 1, told.last)
    set_off = beside[1] < len(words) and all(words[at].text == "," for at in beside)
    return not told.unit and set_off and any(n.last == told.first - 1 for n in ground.source.names)


def parts(ground: Ground, said: Quantity) -> bool:
    """Whether the text's sentence has a word such as `gap` or `separate`."""
    passage = ground.text.passage
    return passage.says(passage.sentence_of[said.first], "numbers", "gap")


def _is_ago(ground: Ground, said: Quantity) -> bool:
    """`in twenty years`, where the source tells of twenty years ago."""
    return any(
        moment.kind == "ago"
        and -moment.offset == said.values[0]
        and (said.unit in YEARS if moment.unit == "year" else _UNITS.get(said.unit) == moment.unit)
        for moment in ground.moments
    )


def _is_aligned(ground: Ground, said: Quantity, at: int) -> bool:
    """Whether the text's sentence speaks of what the source's does at a word."""
    number = ground.text.passage.sentence_of[said.first]
    return ground.alignment[number][ground.source.passage.sentence_of[at]] > ALIGNED
