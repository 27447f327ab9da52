"""Steps that come together, what must not be missed first, and how they may be taken apart."""

from collections import Counter
from collections.abc import Sequence

from podcaster.models import Format
from podcaster.write.offline.choose import COPIED_SHARE, Step, steps
from podcaster.write.offline.facts import Material

SECONDS_A_STORY, SECONDS_AROUND = 85.0, 30.0
"""What a story takes that leaves no question open, and what greeting and goodbye take."""
SECONDS_FOR_TWO = 90.0
"""From here on there's more than one story, if need be in a few words."""
BASE_STEPS = 4
"""Steps that a story gets before any story gets more."""
TOGETHER = 3
"""Sentences of a run that come at once, as long as the time isn't short."""

OPENING = 3
"""Sentences at a story's beginning that say what it's about."""
THIN = 3
"""Runs broken off that are as bad as a story that gets less than its base."""

Block = tuple[Step, ...]
"""Steps that come together: those that a story begins with, neighbours, or a single one."""


def importance(materials: Sequence[Material], format: Format, target: float | None) -> list[Block]:
    """Every step of every story, what must not be missed first.

    Each story gets its base before any gets more; then the stories the time was made for are
    filled; then further stories come in, one by one.
    """
    every = [list(steps(material, place)) for place, material in enumerate(materials)]
    every = [found for found in every if found][: 1 if format == "deep-dive" else None]
    planned = len(every) if target is None else _planned(target)
    main, further = every[:planned], every[planned:]
    blocks: list[Block] = []
    rest: list[tuple[float, Block]] = []
    for number, found in enumerate(main):
        base = _base(found, least=1 if number == 0 else BASE_STEPS)
        blocks += [base, *_together(found[len(base) : BASE_STEPS])]
        later = _together(found[max(len(base), BASE_STEPS) :])
        rest += [(_rank(block[0], found), block) for block in later]
    blocks += [block for _, block in sorted(rest, key=lambda ranked: ranked[0])]
    for found in further:
        base = _base(found, least=BASE_STEPS)
        blocks += [base, *_together(found[len(base) :])]
    return blocks


def _planned(target: float) -> int:
    """How many stories are told for as long as there's time; others only in what is left."""
    least = 2 if target >= SECONDS_FOR_TWO else 1
    return max(least, round((target - SECONDS_AROUND) / SECONDS_A_STORY))


def _together(found: Sequence[Step]) -> list[Block]:
    """Neighbours of a run in one block, so that a story doesn't break off where it turns."""
    blocks: list[Block] = []
    for step in found:
        last = blocks[-1] if blocks else ()
        if last and len(last) < TOGETHER and step.follows(last[-1]):
            blocks[-1] = (*last, step)
        else:
            blocks.append((step,))
    return blocks


def _base(found: Sequence[Step], least: int) -> Block:
    """The first steps of a story, and whatever must be told with them."""
    last = max((n for n, step in enumerate(found) if step.must), default=-1)
    return tuple(found[: max(least, last + 1)])


def _rank(step: Step, own: Sequence[Step]) -> float:
    """The story's place and the step's own: earlier ones of earlier stories first."""
    return own.index(step) + 0.7 * step.story


def rounded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, and by themselves the steps that open a run or end it.

    A story that breaks off in between is missed the most.
    """
    every = [step for block in blocks for step in block]
    last = {(step.story, step.run): step for step in sorted(every, key=lambda step: step.nth)}
    outer = [step for step in every if step.nth == 0 or step in last.values()]
    return [block for block in singly(blocks) if len(block) > 1 or block[0] in outer]


def singly(blocks: Sequence[Block]) -> list[Block]:
    """Each step by itself, but for those that a story begins with."""
    found: list[Block] = []
    begun: set[int] = set()
    for block in blocks:
        found += [(step,) for step in block] if block[0].story in begun else [block]
        begun.add(block[0].story)
    return found


def barely(blocks: Sequence[Block]) -> list[Block]:
    """Every step by itself: a story may be told in its lead alone, where that hides nothing."""
    return [
        kept
        for block in blocks
        for kept in (
            [block] if any(step.must for step in block[1:]) else [(step,) for step in block]
        )
    ]


def cut_short(taken: Sequence[Step], every: Sequence[Step]) -> int:
    """How many stories get less than their base, and runs are left between second and last."""
    told, whole = (Counter(step.story for step in steps) for steps in (taken, every))
    thin = sum(told[story] < min(BASE_STEPS, whole[story]) for story in told)
    return _broken_off(taken, every) + THIN * thin


def skipped(taken: Sequence[Step], every: Sequence[Step]) -> int:
    """How many steps are left out before one of their story that is told."""
    kept = set(taken)
    last = {step.story: max(s.place for s in taken if s.story == step.story) for step in taken}
    return sum(
        step not in kept and not step.dangles and step.place < last.get(step.story, 0)
        for step in every
    )


def _broken_off(taken: Sequence[Step], every: Sequence[Step]) -> int:
    kept = set(taken)
    ends = {(step.story, step.run): step for step in sorted(taken, key=lambda step: step.nth)}
    broken: set[Step] = set()
    for step in every:
        end = ends.get((step.story, step.run))
        if (
            end is not None
            and end.nth
            and step.same_run(end)
            and step.follows(end)
            and step not in kept
        ):
            broken.add(end)
    return len(broken)


def _falls_with(step: Step, given: Step) -> bool:
    """Whether it can't be told once the other isn't."""
    return step.rests_on(given) or (step.follows(given) and not step.stands)


def _leaning(step: Step, kept: Sequence[Step]) -> int:
    """How many of those kept can't be told without it."""
    return sum(_falls_with(other, step) for other in kept)


def within_share(taken: Sequence[Step]) -> list[Step]:
    """Without the last that take over a long run of words, where they're more than their share.

    What leans on them goes with them, so those go first on which nothing leans. How a story begins
    and what must be told stays, and what follows that goes after all others.
    """
    kept = list(taken)
    begins = {step.story: step for step in reversed(kept)}
    while True:
        facts = sum(step.facts - step.quoted for step in kept)
        if sum(step.copied for step in kept) <= max(len(begins), int(COPIED_SHARE * facts)):
            return kept
        spare = [s for s in reversed(kept) if s.copied and not s.must and s is not begins[s.story]]
        given = min(
            spare, key=lambda step: (step.place < OPENING, _leaning(step, kept)), default=None
        )
        if given is None:
            return kept
        kept = [s for s in kept if s is not given and (s.must or not _falls_with(s, given))]
