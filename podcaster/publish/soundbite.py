"""The day's best stretch of 20 to 60 seconds: what an app plays before anyone subscribes."""

from collections.abc import Sequence
from itertools import groupby

from podcaster.models import Edition
from podcaster.publish.record import Soundbite
from podcaster.publish.spoken import SpokenLine
from podcaster.publish.xml_text import one_line

SHORTEST, LONGEST, IDEAL = 20.0, 60.0, 40.0
"""Seconds."""

TITLE_LENGTH = 128
"""Characters, from the podcast namespace's soundbite page."""

WEIGHTS = {"headline": 1.0, "fact": 1.0, "quote": 1.5, "question": 0.5, "reaction": 0.2}
NOT_A_START = frozenset({"reaction", "bridge", "recap", "close"})
RANK_STEP = 0.5


def choose_soundbite(lines: Sequence[SpokenLine], edition: Edition) -> Soundbite | None:
    """The run of whole lines within one story that tells most; None where none is long enough.

    What speaks for a run: facts and quotes, both hosts heard, a story told early, a length near
    40 seconds. It never starts with a reaction nor ends on a question.
    """
    ranks = {story.id: rank for rank, story in enumerate(edition.stories)}
    titles = {story.id: story.title for story in edition.stories}
    best: tuple[float, Soundbite] | None = None
    for story_id, told in groupby(lines, key=lambda line: line.line.story_id):
        if story_id not in ranks:
            continue
        for run in _runs(list(told)):
            score = _worth(run) - RANK_STEP * ranks[story_id]
            if best is None or score > best[0]:
                length = run[-1].end - run[0].start
                title = one_line(titles[story_id])[:TITLE_LENGTH]
                bite = Soundbite(
                    start=round(run[0].start, 3), seconds=round(length, 3), title=title
                )
                best = (score, bite)
    return best[1] if best else None


def _runs(lines: Sequence[SpokenLine]) -> list[Sequence[SpokenLine]]:
    return [
        lines[first:last]
        for first in range(len(lines))
        for last in range(first + 1, len(lines) + 1)
        if lines[first].line.role not in NOT_A_START
        and lines[last - 1].line.role != "question"
        and SHORTEST <= lines[last - 1].end - lines[first].start <= LONGEST
    ]


def _worth(run: Sequence[SpokenLine]) -> float:
    told = sum(WEIGHTS.get(line.line.role, 0.0) for line in run)
    both = 1.0 if len({line.line.host for line in run}) > 1 else 0.0
    off = abs(run[-1].end - run[0].start - IDEAL) / IDEAL
    return told + both - 2 * off
