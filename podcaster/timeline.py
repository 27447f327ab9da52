"""Where everything lies in an episode: the gaps between lines, the idents, the whole length.

Pure: the writer measures drafts with it before any audio exists, and the mastering stage lays the
clips down by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from podcaster.models import Line

IdentKind = Literal["opening", "between", "closing"]

SAME_HOST_GAP = 0.28
QUICK_ANSWER_GAP = 0.22
TURN_GAP = 0.38
QUOTE_GAP = 0.32
STORY_GAP = 0.9
CLOSING_GAP = 0.7
"""Seconds of silence before a line, by what it follows."""


@dataclass(frozen=True)
class Idents:
    """Seconds that each piece of music holds the floor before speech begins (or the file ends)."""

    opening: float = 0.0
    between: float = 0.0
    closing: float = 0.0


@dataclass(frozen=True)
class Ident:
    kind: IdentKind
    start: float


@dataclass(frozen=True)
class Timeline:
    starts: tuple[float, ...]
    """When each line begins, in seconds from the start of the episode."""
    idents: tuple[Ident, ...]
    seconds: float
    """The whole episode."""


def gap_before(previous: Line, line: Line) -> float:
    """Seconds of silence between two lines, by what the second one is to the first."""
    if previous.delivery.pause_after is not None:
        return previous.delivery.pause_after
    if line.story_id != previous.story_id and line.story_id is not None:
        return STORY_GAP
    if line.role in ("close", "recap") and previous.role not in ("close", "recap"):
        return CLOSING_GAP
    if line.host == previous.host:
        return QUOTE_GAP if line.role == "quote" else SAME_HOST_GAP
    return QUICK_ANSWER_GAP if previous.role == "question" else TURN_GAP


def lay(
    lines: Sequence[Line], seconds: Sequence[float], idents: Idents, stretch: float = 1.0
) -> Timeline:
    """Lays lines of the given lengths one after another.

    `stretch` is a factor on every gap; a target length is met by choosing it.
    """
    starts: list[float] = []
    placed = [Ident("opening", 0.0)] if idents.opening else []
    at = idents.opening
    for index, (line, length) in enumerate(zip(lines, seconds, strict=True)):
        if index:
            at += gap_before(lines[index - 1], line) * stretch
        starts.append(at)
        at += length
    if idents.closing:
        at += CLOSING_GAP
        placed.append(Ident("closing", at))
        at += idents.closing
    return Timeline(tuple(starts), tuple(placed), at)
