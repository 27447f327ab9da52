"""Direction: up isn't down, and no word may stand for its contrary."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from podcaster.write.evidence.checks.leads import seen_from_the_other
from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.lexicon import Opposites
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, head, owner
from podcaster.write.evidence.people import same_name
from podcaster.write.evidence.polarity import denied, excepts, is_asked, negations
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.trends import Trend, idiom_at, trends

LEAST = 3.5
"""As alike two places must be before one's being the other's contrary counts."""
STRICTLY = 5.0
"""The same for words such as `before`, which stand everywhere."""
MARGIN = 0.8
OF_ONE_THING = 2.5
"""What it adds when both say it of the same thing."""

SURE = 9.0
"""As alike two places must be for one's being the other's contrary to stand alone."""
BY_THE_SAME = 6.5
"""The same, where both say it of the same figure."""
APART = 6.0
"""How much more alike than the likest place of the same side."""
OWN = 4.0
"""How much more alike than the likest place of the same direction."""

BY_AS_MUCH = 4.0
"""What it adds when both say it of the same figure."""


@dataclass(frozen=True)
class Pole:
    """A word that has a contrary, and on which side it stands, negations counted."""

    first: int
    last: int
    plus: bool
    flipped: bool = False
    """Whether a negation has turned it."""


def turned_directions(ground: Ground) -> Iterator[Unsupported]:
    """Words whose contrary stands in that place in the source."""
    taken = set(seen_from_the_other(ground))
    for trend in trends(ground.text):
        other = _turned(ground, trend)
        if other is not None and trend.first not in taken:
            taken.update(range(trend.first, trend.last))
            instead, here = words_of(ground.source, other), words_of(ground.text, trend)
            reason = f"The source says the contrary: {instead!r}, not {here!r}."
            surely: Sign = "refuted" if _is_sure(ground, trend, other) else "contrary"
            yield marked(ground, trend, "direction", surely, reason)
    families = ground.text.passage.lexicon.opposites
    both = zip(families, poles(ground.text), poles(ground.source), strict=True)
    for opposites, said, there in both:
        told = [pole for pole in there if said and ground.carries(pole.first)]
        for pole in said:
            least = STRICTLY if opposites.strict == "head" else LEAST
            contrary = _contrary(
                ground, pole, [t for t in told if _fits(ground, pole, t, opposites)], least
            )
            if contrary and pole.first not in taken:
                taken.add(pole.first)
                instead = words_of(ground.source, contrary)
                here = words_of(ground.text, pole)
                reason = f"The source says the contrary: {instead!r}, not {here!r}."
                own = [other for other in told if other.plus == pole.plus]
                sign: Sign = "refuted" if _is_plain(ground, pole, contrary, own) else "contrary"
                yield marked(ground, pole, opposites.kind, sign, reason)


def _turned(ground: Ground, trend: Trend) -> Trend | None:
    """The source's trend of the same thing, the other way; None where another agrees better."""
    told = [other for other in trends(ground.source) if ground.carries(other.first)]
    against = [other for other in told if other.up != trend.up]
    if not against:
        return None
    best = max(against, key=lambda other: _alike(ground, trend, other))
    score = _alike(ground, trend, best)
    own = max((_alike(ground, trend, other) for other in told if other.up == trend.up), default=0.0)
    if score >= LEAST and score >= own + MARGIN:
        return best
    return next(
        (other for other in against if _is_of_one_thing(ground, trend, other, told, 1)), None
    )


def _is_sure(ground: Ground, trend: Trend, other: Trend) -> bool:
    """Whether both surely tell of one thing: by as much, or in many of the same words."""
    if trend.weak or other.weak:
        return False
    score = _alike(ground, trend, other)
    if _same_figure(trend, other) > 0:
        return score >= BY_THE_SAME
    told = [each for each in trends(ground.source) if ground.carries(each.first)]
    if _is_of_one_thing(ground, trend, other, told):
        return True
    own = max((_alike(ground, trend, each) for each in told if each.up == trend.up), default=0.0)
    words = ground.text.passage.words, ground.source.passage.words
    same = any(
        ground.same(words[0][mine], words[1][theirs]) == 1
        for mine in trend.things
        for theirs in other.things
    )
    return same and score >= max(SURE, own + OWN)


def _is_of_one_thing(
    ground: Ground, trend: Trend, other: Trend, told: Sequence[Trend], least: int = 2
) -> bool:
    """Whether all that the text's trend is of is what the source's is of, in a number of words at
    least, and the source has no trend of any of it the same way."""
    words = ground.text.passage.words, ground.source.passage.words
    things = [at for at in trend.things if ground.text.passage.is_content(at)]

    def shared(each: Trend) -> int:
        stems = {words[1][at].stem for at in each.things}
        return sum(words[0][at].stem in stems for at in things)

    if _same_figure(trend, other) < 0 or len(things) < least or shared(other) < len(things):
        return False
    return not any(shared(each) for each in told if each.up == trend.up)


def _alike(ground: Ground, trend: Trend, other: Trend) -> float:
    words = ground.text.passage.words, ground.source.passage.words
    pairs = [(words[0][mine], words[1][theirs]) for mine in trend.things for theirs in other.things]
    same = max((ground.same(*pair) for pair in pairs), default=0.0)
    named = [pair for pair in pairs if pair[0].capital and pair[1].capital]
    apart = bool(pairs) and not same
    others = bool(named) and not any(ground.same(*pair) for pair in named)
    figure = _same_figure(trend, other)
    return ground.likeness(trend, other) + OF_ONE_THING * same - 2.0 * apart - 1.5 * others + figure


def _same_figure(trend: Trend, other: Trend) -> float:
    """What it adds that both say by how much, and takes when they differ."""
    pairs = [
        bool(set(values) & set(other_values))
        for kind, values in trend.figures
        for other_kind, other_values in other.figures
        if kind == other_kind
    ]
    return (BY_AS_MUCH if any(pairs) else -BY_AS_MUCH / 2) if pairs else 0.0


def _fits(ground: Ground, pole: Pole, other: Pole, opposites: Opposites) -> bool:
    """Whether the two may be compared: some words turn their sense with what follows, others with
    whose deed it is."""
    if opposites.strict == "head":
        left, right = head(ground.text, pole), head(ground.source, other)
        if left is None or right is None:
            return False
        words = ground.text.passage.words[left], ground.source.passage.words[right]
        return ground.same(*words) >= 1
    if opposites.strict == "owner":
        mine, theirs = owner(ground.text, pole), owner(ground.source, other)
        return mine is not None and theirs is not None and same_name(mine, theirs)
    return True


def _contrary(ground: Ground, pole: Pole, told: list[Pole], least: float) -> Pole | None:
    own = [ground.likeness(pole, other) for other in told if other.plus == pole.plus]
    against = [other for other in told if other.plus != pole.plus]
    if not against:
        return None
    best = max(against, key=lambda other: ground.likeness(pole, other))
    score = ground.likeness(pole, best)
    if score < least or score < max(own, default=0.0) + MARGIN:
        return None
    return best


def _is_plain(ground: Ground, pole: Pole, contrary: Pole, own: Sequence[Pole]) -> bool:
    """Whether both words stand for themselves, in places that are much alike."""
    score = ground.likeness(pole, contrary)
    rival = max((ground.likeness(pole, other) for other in own), default=0.0)
    denying = _denies(ground.text, pole) or _denies(ground.source, contrary)
    return not denying and score >= max(SURE, rival + APART)


def _denies(reading: Reading, pole: Pole) -> bool:
    """Whether the sentence has a negation, whatever it reaches."""
    first, last = reading.passage.bounds[reading.passage.sentence_of[pole.first]]
    return any(first <= at < last for at in negations(reading))


def poles(reading: Reading) -> tuple[tuple[Pole, ...], ...]:
    """The words of either side of each of the language's opposites in a text, quotations left
    out."""
    return _poles(reading.passage)


@lru_cache(maxsize=256)
def _poles(passage: Passage) -> tuple[tuple[Pole, ...], ...]:
    reading = Reading(passage, None)
    negated = denied(reading)
    idioms = {
        at + step for at in range(len(passage.words)) for step in range(idiom_at(reading, at))
    }
    plain = frozenset(
        at
        for at in range(len(passage.words))
        if not is_asked(reading, at) and at not in reading.quoted and at not in idioms
    )
    whole = plain - _excepting(reading)
    return tuple(
        tuple(
            _poles_of(reading, opposites, negated, whole if opposites.kind == "negation" else plain)
        )
        for opposites in passage.lexicon.opposites
    )


def _excepting(reading: Reading) -> frozenset[int]:
    """The words of sentences that leave somebody out: `all voted for it except one`."""
    return frozenset(
        at
        for number, bounds in enumerate(reading.passage.bounds)
        if excepts(reading, number)
        for at in range(*bounds)
    )


def _poles_of(
    reading: Reading, opposites: Opposites, negated: frozenset[int], plain: frozenset[int]
) -> Iterator[Pole]:
    words = reading.passage.words
    at = 0
    while at < len(words):
        plus, minus = opposites.plus.length_at(words, at), opposites.minus.length_at(words, at)
        length = max(plus, minus)
        flipped = at in negated
        told = length and at in plain and plus != minus
        # What didn't win hasn't lost, but what wasn't approved is as good as rejected.
        if told and not (flipped and opposites.kind == "direction"):
            yield Pole(at, at + length, (plus > minus) != flipped, flipped)
        at += max(length, 1)
