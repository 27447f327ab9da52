"""As much news as the time holds: stories and facts by importance, measured, never padded."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from podcaster.contracts import Measure
from podcaster.models import Format, Line
from podcaster.write.offline.blocks import (
    OPENING,
    Block,
    barely,
    cut_short,
    importance,
    rounded,
    singly,
    skipped,
    within_share,
)
from podcaster.write.offline.choose import Step, Told, told
from podcaster.write.offline.facts import Material

CLOSE_ENOUGH = 1.0
"""Seconds off the target that pauses settle unheard."""
OVER = 0.5
"""Seconds above the target that pauses can take back."""
ADDED, SWAPPED = 14, 40
"""How many further steps, and how many exchanges of one for another, are tried."""
CUT_SHORT = 2.0
"""Seconds off the target that are as bad as a run broken off, or a story of one sentence."""
SKIPPED = 0.25
"""Sentences left out between others that are as bad as a run broken off."""
SURE_PAUSES = 0.01
"""The share of an episode that pauses can always give or take."""
LIKELY = 12
"""How many of the exchanges that should fit are looked at more closely at a time."""
SPARED = 8
"""How many of the least important steps may be exchanged."""
SPOKEN, SECONDS_A_STEP = 0.9, 0.5
"""The share of an episode in which somebody speaks, and a step's pause: a guess at what one takes,
to try the likeliest exchange first."""
BRIEF_MINUTES = 2.0


@dataclass(frozen=True)
class Fit:
    chosen: Mapping[int, Told]
    lines: tuple[Line, ...]
    seconds: float
    target: float | None
    complete: bool
    """Whether everything is told that may be."""


@dataclass(frozen=True)
class Draft:
    """A choice of steps, and what comes of it."""

    taken: tuple[Step, ...]
    chosen: Mapping[int, Told]
    lines: Sequence[Line]
    seconds: float


Drafting = Callable[[Sequence[Step]], Draft]


def target_seconds(minutes: float | None, format: Format) -> float | None:
    if minutes is None:
        return None
    return 60.0 * (min(minutes, BRIEF_MINUTES) if format == "brief" else minutes)


def fit(
    materials: Sequence[Material],
    format: Format,
    target: float | None,
    build: Callable[[Mapping[int, Told]], list[Line]],
    measure: Measure,
) -> Fit:
    """The choice whose measured length comes closest to the target.

    What matters most is taken for as long as it fits; then what fits into the rest is added, and
    last the least important steps are exchanged for others that fill it better. What may point at
    something left out is only told where the time can't be filled without it.
    """
    blocks = importance(materials, format, target)
    every = [step for block in blocks for step in block]

    def draft(taken: Sequence[Step]) -> Draft:
        chosen = _chosen(materials, taken)
        lines = build(chosen)
        return Draft(tuple(taken), chosen, lines, measure(lines))

    sound = [block for block in blocks if not any(step.dangles for step in block)]
    if target is None:
        found = draft(within_share([step for block in sound for step in block]))
    else:
        if blocks and draft(blocks[0]).seconds > target + OVER:
            sound = [*((step,) for step in blocks[0]), *sound[1:]]
        found = _prefix(sound, target, draft)
        kept = within_share(found.taken)
        found = found if len(kept) == len(found.taken) else draft(kept)
        if len(found.taken) < len(every):
            found = _filled(found, sound, every, target, draft)
            start = found
            for choice in (rounded(sound), singly(sound), barely(sound), barely(blocks)):
                filled = _filled(start, choice, every, target, draft)
                settled = _exchanged(filled, choice, every, target, draft, materials)
                found = min(found, settled, key=lambda draft: abs(target - draft.seconds))
                if target - found.seconds <= SURE_PAUSES * target:
                    break
            else:
                every, blocks = _freed(every), [tuple(_freed(block)) for block in blocks]
                found = replace(found, taken=tuple(_freed(found.taken)))
                found = _filled(found, barely(blocks), every, target, draft)
                found = _exchanged(found, barely(blocks), every, target, draft, materials, 0.0)
    complete = not any(_fits_in((step,), found.taken, every) for step in every)
    return Fit(found.chosen, tuple(found.lines), found.seconds, target, complete)


def _freed(steps: Sequence[Step]) -> list[Step]:
    """The same, though what they point at isn't told."""
    return [replace(step, needs=None) for step in steps]


def _prefix(blocks: Sequence[Block], target: float, draft: Drafting) -> Draft:
    """The longest beginning of the order that the target holds."""

    def upto(count: int) -> Draft:
        return draft([step for block in blocks[:count] for step in block])

    low, high = 1, len(blocks)
    best = upto(low)
    while low < high:
        middle = (low + high + 1) // 2
        candidate = upto(middle)
        if candidate.seconds <= target + OVER:
            low, best = middle, candidate
        else:
            high = middle - 1
    return best


def _filled(
    found: Draft, blocks: Sequence[Block], every: Sequence[Step], target: float, draft: Drafting
) -> Draft:
    """With further blocks, for as long as one fits into the rest."""
    for block in [block for block in blocks if block[0] not in found.taken][:ADDED]:
        if target - found.seconds <= CLOSE_ENOUGH:
            break
        if not _fits_in(block, found.taken, every):
            continue
        candidate = draft([*found.taken, *block])
        if found.seconds < candidate.seconds <= target + OVER:
            found = candidate
    return found


def _exchanged(
    found: Draft,
    blocks: Sequence[Block],
    every: Sequence[Step],
    target: float,
    draft: Drafting,
    materials: Sequence[Material],
    cut: float = CUT_SHORT,
) -> Draft:
    """With some of the least important steps given for others, for as long as that comes closer.

    `cut` is how many seconds off the target are as bad as a run broken off.
    """
    left = SWAPPED
    tried: set[frozenset[Step]] = set()
    close = max(CLOSE_ENOUGH, SURE_PAUSES * target)

    def missed(taken: Sequence[Step]) -> float:
        return cut * (cut_short(taken, every) + SKIPPED * skipped(taken, every)) if cut else 0.0

    def off(found: Draft) -> float:
        return abs(target - found.seconds) + missed(found.taken)

    best = found
    while left:
        rest = target - found.seconds
        a_word = SPOKEN * found.seconds / sum(len(line.text.split()) for line in found.lines)
        if abs(rest) <= CLOSE_ENOUGH or (abs(rest) <= close and not cut_short(found.taken, every)):
            break
        likely = sorted(
            _exchanges(found.taken, blocks, every),
            key=lambda pair: abs(
                rest - _guess(pair[1], materials, a_word) + _guess(pair[0], materials, a_word)
            ),
        )
        choices = (
            (*(step for step in found.taken if step not in given), *got) for given, got in likely
        )
        untried = islice(
            (c for c in choices if frozenset(c) not in tried and len(within_share(c)) == len(c)),
            LIKELY,
        )
        for taken in sorted(untried, key=missed):
            tried.add(frozenset(taken))
            left -= 1
            candidate = draft(taken)
            if candidate.seconds <= target + close and off(candidate) < off(best):
                best = candidate
            if off(candidate) < off(found):
                found = candidate
                break
            if not left:
                return best
        else:
            return best
    return best


def _exchanges(
    taken: Sequence[Step], blocks: Sequence[Block], every: Sequence[Step]
) -> Iterator[tuple[Block, Block]]:
    """What may be given for what; never how a story begins, nor what another step follows."""
    singles = [block[0] for block in blocks if len(block) == 1]
    kept = frozenset(taken)
    begins = {step.story: step for step in reversed(every)}
    free = [
        step
        for step in reversed(taken)
        if step in singles
        and step != begins[step.story]
        and not step.must
        and not any(other.follows(step) for other in taken)
    ]
    spared = sorted(free, key=lambda step: step.place < OPENING)[:SPARED]
    yield from (((step,), ()) for step in spared)
    for got in blocks:
        if got[0] in kept or not _may_be_added(got, kept, every):
            continue
        yield (), got
        if len(got) > 1:
            yield from ((tuple(spared[:count]), got) for count in range(1, len(spared) + 1))
        for given in spared if len(got) == 1 else ():
            if not given.same_run(got[0]):
                yield (given,), got


def _fits_in(block: Block, taken: Sequence[Step], every: Sequence[Step]) -> bool:
    """Whether it's untold, may be told after what is, and copies no more than may be copied."""
    longer = [*taken, *block]
    return (
        block[0] not in taken
        and _may_be_added(block, frozenset(taken), every)
        and len(within_share(longer)) == len(longer)
    )


def _may_be_added(block: Block, taken: Collection[Step], every: Sequence[Step]) -> bool:
    """Whether its story is begun by it or before it, and all that it follows is taken."""
    first = next(step for step in every if step.story == block[0].story)
    begun = first in taken or first == block[0]
    return begun and all(step in taken for step in every if block[0].follows(step))


def _guess(block: Block, materials: Sequence[Material], a_word: float) -> float:
    """About how many seconds the block takes, at `a_word` seconds a word."""
    seconds = 0.0
    for step in block:
        facts = materials[step.story].units[step.unit].facts[step.upto - step.facts : step.upto]
        said = sum(len(fact.text.split()) for fact in facts)
        seconds += SECONDS_A_STEP + a_word * said
    return seconds


def _chosen(materials: Sequence[Material], taken: Sequence[Step]) -> dict[int, Told]:
    chosen: dict[int, Told] = {}
    for place, material in enumerate(materials):
        own = [step for step in taken if step.story == place]
        if own and (facts := told(material, own, first_story=not chosen)):
            chosen[place] = facts
    return chosen
