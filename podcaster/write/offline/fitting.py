"""As much news as the time holds: stories and facts by importance, measured, never padded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from podcaster.contracts import Measure
from podcaster.models import Format, Line
from podcaster.write.offline.choose import Step, Told, steps, told
from podcaster.write.offline.facts import Material

SECONDS_A_STORY = 75.0
BASE_STEPS = 3
"""Steps that a story gets before any story gets more."""
CLOSE_ENOUGH = 3.0
"""Seconds under the target that pauses and rate can settle."""
TRIES = 14
MOST_STORIES = 12
BRIEF_MINUTES = 2.0


@dataclass(frozen=True)
class Fit:
    chosen: Mapping[int, Told]
    lines: tuple[Line, ...]
    seconds: float
    target: float | None
    complete: bool
    """Whether everything there is to tell is told."""


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
    """The choice whose measured length comes closest under the target."""
    order = importance(materials, format, target)

    def outcome(taken: Sequence[Step]) -> tuple[Mapping[int, Told], list[Line], float]:
        chosen = _chosen(materials, taken)
        lines = build(chosen)
        return chosen, lines, measure(lines)

    if target is None:
        chosen, lines, seconds = outcome(order)
        return Fit(chosen, tuple(lines), seconds, None, True)
    low, high = _least(order), len(order)
    best = outcome(order[:low])
    while low < high:
        middle = (low + high + 1) // 2
        candidate = outcome(order[:middle])
        if candidate[2] <= target:
            low, best = middle, candidate
        else:
            high = middle - 1
    taken = list(order[:low])
    for step in order[low : low + TRIES]:
        if target - best[2] <= CLOSE_ENOUGH:
            break
        if not _follows(step, taken):
            continue
        candidate = outcome([*taken, step])
        if best[2] < candidate[2] <= target:
            taken.append(step)
            best = candidate
    chosen, lines, seconds = best
    return Fit(chosen, tuple(lines), seconds, target, len(taken) == len(order))


def importance(materials: Sequence[Material], format: Format, target: float | None) -> list[Step]:
    """Every step of every story, what must not be missed first.

    Each story gets its base before any gets more; then the stories the time was made for are
    filled; then further stories come in, one by one.
    """
    every = [steps(material, place) for place, material in enumerate(materials)]
    most = 1 if format == "deep-dive" else MOST_STORIES
    every = [list(found) for found in every][:most]
    planned = len(every) if target is None else max(1, round(target / SECONDS_A_STORY))
    order: list[Step] = []
    main, further = every[:planned], every[planned:]
    for found in main:
        order += _base(found)
    rest = [step for found in main for step in found if step not in order]
    order += sorted(rest, key=lambda step: rest.index(step) if step.must else _rank(step, main))
    for found in further:
        order += found
    return order


def _base(found: Sequence[Step]) -> list[Step]:
    """The first steps of a story, and whatever must be told with them."""
    last = max((n for n, step in enumerate(found) if step.must), default=-1)
    return list(found[: max(BASE_STEPS, last + 1)])


def _rank(step: Step, main: Sequence[Sequence[Step]]) -> float:
    """The story's place and the step's own: earlier ones of earlier stories first."""
    own = main[step.story]
    return 1.0 + own.index(step) + 0.7 * step.story


def _least(order: Sequence[Step]) -> int:
    """The steps of the first story's base: what is told even where the time is short."""
    first = [step for step in order if step.story == order[0].story] if order else []
    return min(len(order), max(1, sum(step.must or index < 1 for index, step in enumerate(first))))


def _follows(step: Step, taken: Sequence[Step]) -> bool:
    """Whether everything that the step leans on is taken, and its story is begun."""
    same = [other for other in taken if other.story == step.story]
    return bool(same)


def _chosen(materials: Sequence[Material], taken: Sequence[Step]) -> dict[int, Told]:
    chosen: dict[int, Told] = {}
    for place, material in enumerate(materials):
        own = [step for step in taken if step.story == place]
        if own and (facts := told(material, own, first_story=not chosen)):
            chosen[place] = facts
    return chosen
