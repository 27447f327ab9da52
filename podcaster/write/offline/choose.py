"""Which facts of a story are told, and in which order they come and go with the time there is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from podcaster.write.offline.facts import KEY, Fact, Material, Unit, content, did_harm
from podcaster.write.offline.text import COPIED_RUN, YEAR, words

COPIED_SHARE = 0.2
"""At most this share of an episode's facts may take over a longer run of words from the source."""
STORY_SHARE, COUNTED = 0.34, 15
"""The share of a story's: another has fewer. Of a long one only so many facts are counted, as it
isn't told whole."""
COPIED_ANYWAY = 2
"""So many may in any story: its news would otherwise not be told."""
QUOTED_SHARE = 0.22
BEGINNING = 50
"""Letters of a sentence in which a pronoun means something that was said before it."""
SAME_AS_TITLE = 0.6
LATER = 0.6
"""What a unit loses as a lead for each that stands before it: reporters begin with the news."""
GOES_ON, COMPLETES = 0.2, 0.5
"""What a paragraph gains where the sentence before it is told, and a sentence where its own
paragraph is begun."""
IN_ORDER = 5
"""Sentences at an article's beginning that are told as they come: reporters put there what a
listener needs for the rest."""
SCENE = 8
"""Sentences in which an article that begins with a scene comes to its news."""
ANNOUNCED = 2
"""Words of the title by which a sentence tells what that announces."""
PROMISE = 8
"""Words up to which a sentence that opens a paragraph may only announce the next."""
BARE_PROMISE = 5
"""Words up to which it may, though it names somebody or something."""
WEIGHED = 2
"""Sentences at a run's beginning by which it's weighed against others."""


@dataclass(frozen=True)
class Step:
    """The smallest thing that can be added to a story: a sentence, with what takes it back."""

    story: int
    run: int
    nth: int
    """Its place in its run: it's told only after those before it."""
    unit: int
    upto: int
    """How many of the unit's facts are told once the step is taken."""
    place: int
    """Its sentence's place in the story."""
    value: float
    must: bool
    facts: int
    copied: int
    """How many of its facts take over a long run of words."""
    quoted: int
    needs: int | None = None
    """The place of the sentence without which it may not be told."""
    stands: bool = False
    """Whether nothing at its beginning may point at what was said before it."""
    loose: bool = False
    """Whether it may be told without those before it in its run."""

    @property
    def dangles(self) -> bool:
        """Whether it may point at something that isn't told."""
        return self.loose and not self.stands

    def follows(self, other: "Step") -> bool:
        """Whether it may only be told after the other."""
        if self.rests_on(other):
            return True
        bound = not self.loose or self.unit == other.unit
        return self.same_run(other) and other.nth < self.nth and bound

    def rests_on(self, other: "Step") -> bool:
        """Whether something in it points at what the other tells."""
        return self.story == other.story and self.needs == other.place

    def same_run(self, other: "Step") -> bool:
        return (self.story, self.run) == (other.story, other.run)


Told = tuple[tuple[Fact, ...], ...]
"""The facts of one story in the order they're told, those of a unit together."""


def steps(material: Material, story: int) -> list[Step]:
    """All steps of a story: its lead first, then what must be told, then by value.

    Sentences that stand together in the article are told together: cause and effect, goal and
    equaliser come in a paragraph, and a paragraph is told from its beginning.
    """
    if not material.units:
        return []
    every = _with_news([step for run in _runs(material, story) for step in run], material)
    order = _in_order(every, lead(material))
    return _within_share(sorted(order, key=lambda step: step.dangles))


def _with_news(every: Sequence[Step], material: Material) -> list[Step]:
    """The steps, of which the one that tells what the title announces must be told.

    An article that begins with a scene has its news in a sentence after it.
    """
    language = material.people.language
    title = content(material.story.title, language)

    def announced(step: Step) -> int:
        facts = material.units[step.unit].facts[step.upto - step.facts : step.upto]
        return len(title & content(" ".join(fact.text for fact in facts), language))

    early = [step for step in every if step.place < SCENE and not step.quoted]
    if not early or announced(early[0]) >= ANNOUNCED:
        return list(every)
    news = next((step for step in early if announced(step) >= ANNOUNCED), None)
    return [replace(step, must=step.must or step is news) for step in every]


def lead(material: Material) -> int:
    """The unit that opens the story: its first, but for a quotation or what only adds to it."""
    units = material.units

    def rank(number: int) -> tuple[bool, float]:
        fact = units[number].facts[0]
        return bool(fact.speaker or fact.label), LATER * number - fact.value

    return min(range(min(6, len(units))), key=rank)


def _runs(material: Material, story: int) -> list[list[Step]]:
    """The steps of each run: a paragraph, and those after it that lean on it."""
    runs: list[list[Step]] = []
    places = {fact.place for unit in material.units for fact in unit.facts}
    first = lead(material)
    apart: list[int] = []
    for number, unit in enumerate(material.units):
        needs = None if number == first else unit.facts[0].needs
        if needs is not None and needs not in places:
            places -= {unit.place}
            apart.append(number)
            continue
        if not runs or unit.facts[0].opens:
            runs.append([])
        elif unit.place - 1 not in places and not _stands(unit.facts[0], material):
            continue
        own = _steps_of(material, story, len(runs) - 1, number, len(runs[-1]))
        runs[-1] += [replace(step, needs=needs) for step in own]
    found = [_lead_first(run, first) for run in runs if run]
    for run, number in enumerate(apart, start=len(runs)):
        own = _steps_of(material, story, run, number, 0)
        found.append([replace(step, loose=True, stands=step.must) for step in own])
    return found


def _steps_of(material: Material, story: int, run: int, number: int, nth: int) -> list[Step]:
    """The steps of one unit, from the `nth` place of its run on, as if it needed no other."""
    unit = material.units[number]
    steps: list[Step] = []
    start = 0
    for end in _ends(unit):
        facts = unit.facts[start:end]
        steps.append(
            Step(
                story=story,
                run=run,
                nth=nth + len(steps),
                unit=number,
                upto=end,
                place=facts[0].place,
                value=sum(fact.value for fact in facts) / len(facts),
                must=any(fact.must for fact in facts),
                facts=len(facts),
                copied=sum(fact.copied > COPIED_RUN for fact in facts),
                quoted=sum(bool(fact.speaker) for fact in facts),
                stands=not facts[0].leans and _stands(facts[0], material),
            )
        )
        start = end
    return steps


def _stands(fact: Fact, material: Material) -> bool:
    """Whether nothing at its beginning may point at what was left out."""
    language = material.people.language
    pattern = language.pattern(language.reading.pointing_back)
    return not pattern.search(fact.text[:BEGINNING])


def _lead_first(run: Sequence[Step], first: int) -> list[Step]:
    """The run with the story's lead before a quotation that stands above it."""
    order = sorted(run, key=lambda step: (step.unit != first, step.nth))
    return [replace(step, nth=number) for number, step in enumerate(order)]


def _ends(unit: Unit) -> list[int]:
    """Where its sentences end; one that takes back what was said goes with the one before."""
    return [
        index + 1
        for index, fact in enumerate(unit.facts)
        if index + 1 == len(unit.facts)
        or (unit.facts[index + 1].place != fact.place and not unit.facts[index + 1].bound)
    ]


def _in_order(every: Sequence[Step], first: int) -> list[Step]:
    """Each step after those before it in its run: the lead's, what must be told, the best."""
    left = list(every)
    found: list[Step] = []

    def worth(step: Step) -> tuple[bool, bool, bool, float, int]:
        rest = [other for other in left if other.same_run(step)]
        opening = rest[:WEIGHED] if step.nth == 0 else rest[:1]
        value = sum(other.value for other in opening) / len(opening)
        if step.nth:
            value += COMPLETES
        elif any(other.place == step.place - 1 for other in found):
            value += GOES_ON
        leads = not found and any(other.unit == first for other in rest)
        early = step.place < IN_ORDER
        must = any(other.must for other in rest)
        return leads, must, early, 0.0 if early else value, -step.place

    while left:
        heads = [step for n, step in enumerate(left) if not any(step.same_run(o) for o in left[:n])]
        free = [step for step in heads if not any(step.rests_on(other) for other in left)]
        best = max(free or heads, key=worth)
        left.remove(best)
        found.append(best)
    return found


def _within_share(order: Sequence[Step]) -> list[Step]:
    """The order with copied sentences and quotations let in as their share of the whole allows.

    What has to wait for its share comes as soon as it's allowed, with what follows it in its run,
    or with what must be told. Where it never is, those after it come last that may do without it.
    """
    kept: list[Step] = []
    waiting: list[Step] = []
    facts = sum(step.facts - step.quoted for step in order)
    copies = max(COPIED_ANYWAY, round(STORY_SHARE * min(facts, COUNTED)))
    for step in order:
        before = [other for other in waiting if other.same_run(step) or step.rests_on(other)]
        if step.must:
            kept += [*before, step]
            waiting = [other for other in waiting if other not in before]
            continue
        if before or (kept and not _allowed(step, kept, copies)):
            waiting.append(step)
            continue
        kept.append(step)
        while (
            ready := next((w for w in waiting if _next_of(w, waiting, kept, copies)), None)
        ) is not None:
            waiting.remove(ready)
            kept.append(ready)
    for step in waiting:
        part = any(other.unit == step.unit and other.nth < step.nth for other in waiting)
        if part or step.copied or not _allowed(step, kept, copies):
            continue
        stands = step.stands and not any(step.rests_on(other) for other in waiting)
        kept.append(replace(step, loose=True, stands=stands))
    return sorted(kept, key=lambda step: step.dangles)


def _allowed(step: Step, kept: Sequence[Step], copies: int) -> bool:
    if step.copied and step.copied + sum(other.copied for other in kept) > copies:
        return False
    facts = step.facts + sum(other.facts for other in kept)
    quoted = step.quoted + sum(other.quoted for other in kept)
    return not step.quoted or quoted <= 1 + QUOTED_SHARE * facts


def _next_of(step: Step, waiting: Sequence[Step], kept: Sequence[Step], copies: int) -> bool:
    """Whether it's the first of its run to wait, and may come now."""
    first = next(other for other in waiting if other.same_run(step))
    free = first is step and not any(step.rests_on(other) for other in waiting)
    return free and _allowed(step, kept, copies)


def told(material: Material, taken: Sequence[Step], *, first_story: bool = False) -> Told:
    """The facts of the steps taken, in the order a listener wants them.

    The lead first with its run and what stands before that in the article, then the run of what is
    gravest, but for harm of another year, then the rest in its order. A lead that is all of its
    run, as a title is, has the article's own beginning after it.
    """
    upto: dict[int, int] = {}
    runs: dict[int, int] = {}
    for step in taken:
        upto[step.unit] = max(upto.get(step.unit, 0), step.upto)
        runs[step.unit] = step.run
    first = lead(material)
    facts = {number: material.units[number].facts[:count] for number, count in upto.items()}
    language, title = material.people.language, material.story.title
    own_harm = did_harm(title, material.units[first].text, language)
    grave = {
        runs[number]
        for number, own in facts.items()
        if any(fact.must and (own_harm or not YEAR.search(fact.text)) for fact in own)
    }
    units = {fact.place: number for number, own in facts.items() for fact in own}
    needed = {number: units[own[0].needs] for number, own in facts.items() if own[0].needs in units}
    grave |= {runs[needed[number]] for number in needed if runs[number] in grave}
    opening = {runs.get(first)}
    news = [
        n
        for n in upto
        if n != first and material.units[n].place < KEY and not material.units[n].facts[0].speaker
    ]
    if news and all(runs[n] not in opening for n in news):
        opening.add(runs[min(news)])
    last = max(n for n in upto if runs[n] in opening)

    def rank(number: int) -> tuple[int, int]:
        if number == first:
            return 0, number
        if facts[number][0].speaker and needed.get(number, first) != first:
            return rank(needed[number])[0], number
        if runs[number] in opening:
            return 1, number
        return (2 if number < last else 3 if runs[number] in grave else 4), number

    order = sorted(upto, key=rank)
    heard = [_unheard(facts[n], material, first_story, n == first) for n in order]
    kept = _without_promises([fact for own in heard for fact in own])
    return tuple(own for unit in heard if (own := tuple(fact for fact in unit if fact in kept)))


def _without_promises(facts: Sequence[Fact]) -> list[Fact]:
    """Without what only announces a sentence that isn't told: "Few had expected it."."""
    follows = [*(fact.place for fact in facts[1:]), None]
    return [
        fact
        for number, (fact, after) in enumerate(zip(facts, follows, strict=True))
        if not number or after in (fact.place, fact.place + 1) or not _announces(fact)
    ]


def _announces(fact: Fact) -> bool:
    """Whether it says so little that the sentence after it must tell what it means."""
    bare = not (fact.speaker or fact.leans or fact.must or fact.needs is not None)
    count = len(words(fact.text))
    named = re.search(r" [A-ZÀ-Ý]", fact.text) and count > BARE_PROMISE
    small = count <= PROMISE and not named and not re.search(r"\d", fact.text)
    return bare and fact.opens and small


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
