"""Which facts of a story are told, and in which order they come and go with the time there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.write.offline.facts import Fact, Material, Unit, content

COPIED_RUN = 12
COPIED_SHARE = 0.2
"""At most this share of the facts may take over a longer run of words from the source."""
COPIED_ANYWAY = 1
"""So many may in any story: a short one would otherwise not be told."""
QUOTED_SHARE = 0.16
SAME_AS_TITLE = 0.6
LATER = 0.6
"""What a unit loses as a lead for each that stands before it: reporters begin with the news."""


@dataclass(frozen=True)
class Step:
    """The smallest thing that can be added to a story: facts that belong together."""

    story: int
    unit: int
    upto: int
    """How many of the unit's facts are told once the step is taken."""
    value: float
    must: bool
    facts: int
    copied: int
    """How many of its facts take over a long run of words."""
    quoted: int


NEAR_LEAD = 3
BEFORE_GRAVE = 2
"""How many units near the lead are told before what is gravest."""

Told = tuple[tuple[Fact, ...], ...]
"""The facts of one story in the order they're told, those of a unit together."""


def steps(material: Material, story: int) -> list[Step]:
    """All steps of a story: its lead first, then what must be told, then by value."""
    units = material.units
    if not units:
        return []
    first = lead(material)
    context = _context(units)
    found: list[Step] = []
    for number, unit in enumerate(units):
        found += _steps_of(unit, story, number, context)
    order = sorted(
        found,
        key=lambda step: (step.unit != first, not step.must, -step.value, step.unit, step.upto),
    )
    return _within_share(_in_sequence(order))


def lead(material: Material) -> int:
    """The unit that opens the story: its first, but for a quotation or what only adds to it."""
    units = material.units

    def rank(number: int) -> tuple[bool, float]:
        fact = units[number].facts[0]
        return bool(fact.speaker or fact.label), LATER * number - fact.value

    return min(range(min(6, len(units))), key=rank)


def _context(units: Sequence[Unit]) -> frozenset[int]:
    """The places of the sentences that lead, within a paragraph, to one that must be told."""
    facts = [fact for unit in units for fact in unit.facts]
    return frozenset(fact.place - 1 for fact in facts if fact.must and not fact.opens)


def _steps_of(unit: Unit, story: int, number: int, context: frozenset[int]) -> list[Step]:
    """One step a sentence; a sentence that takes back what was said goes with the one before."""
    ends = [
        index + 1
        for index, fact in enumerate(unit.facts)
        if index + 1 == len(unit.facts)
        or (unit.facts[index + 1].place != fact.place and not unit.facts[index + 1].bound)
    ]
    found: list[Step] = []
    start = 0
    for end in ends:
        facts = unit.facts[start:end]
        found.append(
            Step(
                story=story,
                unit=number,
                upto=end,
                value=sum(fact.value for fact in facts) / len(facts),
                must=any(fact.must or fact.place in context for fact in facts),
                facts=len(facts),
                copied=sum(fact.copied > COPIED_RUN for fact in facts),
                quoted=sum(bool(fact.speaker) for fact in facts),
            )
        )
        start = end
    return found


def _in_sequence(order: Sequence[Step]) -> list[Step]:
    """Each step after those that it leans on; they take their place before it."""
    by_unit: dict[int, list[Step]] = {}
    for step in sorted(order, key=lambda step: step.upto):
        by_unit.setdefault(step.unit, []).append(step)
    taken: dict[int, int] = {}
    found: list[Step] = []
    for step in order:
        before = by_unit[step.unit]
        for earlier in before[taken.get(step.unit, 0) : before.index(step) + 1]:
            found.append(earlier)
            taken[step.unit] = before.index(earlier) + 1
    return found


def _within_share(order: Sequence[Step]) -> list[Step]:
    """The order with copied sentences and quotations let in as their share of the whole allows.

    What has to wait for its share comes as soon as it's allowed, with what leans on it behind it.
    """
    kept: list[Step] = []
    waiting: list[Step] = []
    for step in order:
        waits = any(other.unit == step.unit for other in waiting)
        if waits or not (step.must or not kept or _allowed(step, kept)):
            waiting.append(step)
            continue
        kept.append(step)
        while (ready := next((w for w in waiting if _next_of(w, waiting, kept)), None)) is not None:
            waiting.remove(ready)
            kept.append(ready)
    return kept


def _allowed(step: Step, kept: Sequence[Step]) -> bool:
    facts = step.facts + sum(other.facts for other in kept)
    copied = step.copied + sum(other.copied for other in kept)
    quoted = step.quoted + sum(other.quoted for other in kept)
    if step.copied and copied > max(COPIED_ANYWAY, COPIED_SHARE * (facts - quoted)):
        return False
    return not step.quoted or quoted <= 1 + QUOTED_SHARE * facts


def _next_of(step: Step, waiting: Sequence[Step], kept: Sequence[Step]) -> bool:
    """Whether it's the first of its unit to wait, and may come now."""
    first = next(other for other in waiting if other.unit == step.unit)
    return first is step and _allowed(step, kept)


def told(material: Material, taken: Sequence[Step], *, first_story: bool = False) -> Told:
    """The facts of the steps taken, in the order a listener wants them.

    The lead first and one unit more, then what is gravest, then the rest as the source has it.
    """
    upto: dict[int, int] = {}
    for step in taken:
        upto[step.unit] = max(upto.get(step.unit, 0), step.upto)
    if not upto:
        return ()
    first = lead(material)
    rest = sorted(number for number in upto if number != first)
    facts = {number: material.units[number].facts[:count] for number, count in upto.items()}
    worst = [
        number for number in rest if any(f.must and not f.past and f.opens for f in facts[number])
    ]
    with_it = [n for n in rest if n - 1 in worst and any(fact.grave for fact in facts[n])]
    grave = sorted({*worst, *with_it})
    plain = [number for number in rest if number not in grave]
    facts = {n: _unheard(found, material, first_story, n == first) for n, found in facts.items()}
    opening = [first] if first in upto else []
    before = [number for number in plain if abs(number - first) <= NEAR_LEAD][:BEFORE_GRAVE]
    order = [*opening, *before, *grave, *(n for n in plain if n not in before)]
    return tuple(facts[number] for number in order if facts[number])


def _unheard(
    facts: Sequence[Fact], material: Material, first_story: bool, is_lead: bool
) -> tuple[Fact, ...]:
    """Without a first fact that only repeats the headline, where that was heard just before."""
    if not first_story or is_lead or not facts:
        return tuple(facts)
    language = material.people.language
    heading, said = content(material.story.title, language), content(facts[0].text, language)
    again = len(said & heading) >= SAME_AS_TITLE * max(1, len(said))
    return tuple(facts[1:]) if again and not facts[0].must else tuple(facts)
