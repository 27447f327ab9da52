"""Where everything lies in an episode: the gaps between lines, the idents, the whole length.

Pure: the writer measures drafts with it before any audio exists, and the mastering stage lays the
clips down by it. The natural gaps follow what is known of conversation: a turn follows its
predecessor after a quarter of a second or so, an answer sooner, and a short reaction may come in on
the last syllable (Stivers et al., "Universals and cultural variation in turn-taking", 2009).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from podcaster.models import Line, Role

IdentKind = Literal["opening", "between", "closing"]

SAME_HOST_GAP = 0.28
QUICK_ANSWER_GAP = 0.2
QUESTION_GAP = 0.3
TURN_GAP = 0.38
QUOTE_GAP = 0.32
HEADLINE_GAP = 0.42
BRIDGE_GAP = 0.5
STORY_GAP = 0.9
CLOSING_GAP = 0.7
"""Seconds of silence before a line, by what it follows."""

REACTION_OVERLAP = 0.06
"""Seconds by which a reaction comes in on the last syllable of the line it answers."""
GRAVE_BEAT = 0.18
"""Seconds added before the tone turns grave, so that the turn is heard."""
BREATH = 0.4
"""Seconds of silence before an ident between stories."""
TAIL = 0.4
"""Seconds of silence after the last line of an episode that ends without music."""

VARIATION = 0.12
"""How far a gap strays, as a share of itself, so that no two are alike."""
LEAST_STRETCH = 0.7
MOST_STRETCH = 1.4
"""The factors on gaps between which a conversation still sounds like one."""

GRAVE_TONES: frozenset[str] = frozenset({"serious", "sombre"})
HURRIED_TONES: frozenset[str] = frozenset({"urgent", "excited"})
HURRY = 0.85
"""Factor on the gap before a line in a hurried tone."""
ENDING_ROLES: frozenset[Role] = frozenset({"recap", "close"})
UNTOLD_ROLES: frozenset[Role] = frozenset({"open", "headline", "recap", "close"})
"""The roles of lines that name a story without telling it."""


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
    """In the order of their starts; one `between` before each story but where there's no music."""
    seconds: float
    """The whole episode."""

    def rounded(self) -> "Timeline":
        """The same in whole milliseconds, as clips are laid down."""
        return Timeline(
            tuple(round(start, 3) for start in self.starts),
            tuple(Ident(ident.kind, round(ident.start, 3)) for ident in self.idents),
            round(self.seconds, 3),
        )


def begins_story(lines: Sequence[Line]) -> tuple[bool, ...]:
    """For each line, whether the telling of a story begins with it."""
    told: str | None = None
    begins: list[bool] = []
    for line in lines:
        new = line.story_id is not None and line.role not in UNTOLD_ROLES and line.story_id != told
        begins.append(new)
        told = line.story_id if new else told
    return tuple(begins)


def gap_before(previous: Line, line: Line) -> float:
    """Seconds of silence between two lines; negative where the second overlaps the first.

    The previous line's `pause_after` stands as it is. Otherwise what the second line is to the
    first decides, and a variation that follows from the line alone keeps gaps from being alike.
    """
    if previous.delivery.pause_after is not None:
        return previous.delivery.pause_after
    gap = _usual_gap(previous, line)
    tones = (previous.delivery.tone, line.delivery.tone)
    if tones[1] in GRAVE_TONES and tones[0] not in GRAVE_TONES:
        gap += GRAVE_BEAT
    elif tones[1] in HURRIED_TONES and gap > 0:
        gap *= HURRY
    return gap * _variation(line)


def lay(
    lines: Sequence[Line], seconds: Sequence[float], idents: Idents, stretch: float = 1.0
) -> Timeline:
    """Lays lines of the given lengths one after another, music before, between and after.

    `stretch` is a factor on every gap but overlaps and the pauses that a line asks for.
    """
    starts: list[float] = []
    placed = [Ident("opening", 0.0)] if idents.opening else []
    at = idents.opening
    begins = begins_story(lines)
    for index, (line, length) in enumerate(zip(lines, seconds, strict=True)):
        if index:
            previous = lines[index - 1]
            if begins[index] and idents.between:
                at += _stretched(previous, BREATH * _variation(line), stretch)
                placed.append(Ident("between", at))
                at += idents.between
            else:
                gap = _stretched(previous, gap_before(previous, line), stretch)
                at += max(gap, -seconds[index - 1] / 3)
        starts.append(at)
        at += length
    if idents.closing:
        at += CLOSING_GAP * stretch
        placed.append(Ident("closing", at))
        at += idents.closing
    else:
        at += TAIL
    return Timeline(tuple(starts), tuple(placed), at)


def fit(lines: Sequence[Line], seconds: Sequence[float], idents: Idents, target: float) -> Timeline:
    """Lays the lines so that the episode lasts `target` seconds, by its gaps alone.

    Exact where gaps between 0.7 and 1.4 of their natural length can do it; otherwise as near as
    they come.
    """
    least = lay(lines, seconds, idents, LEAST_STRETCH)
    most = lay(lines, seconds, idents, MOST_STRETCH)
    reach = most.seconds - least.seconds
    share = (target - least.seconds) / reach if reach > 0 else 0.0
    share = min(1.0, max(0.0, share))
    return lay(lines, seconds, idents, LEAST_STRETCH + share * (MOST_STRETCH - LEAST_STRETCH))


def _usual_gap(previous: Line, line: Line) -> float:
    same_host = line.host == previous.host
    if line.role == "reaction" and not same_host:
        return -REACTION_OVERLAP
    if line.role == "headline":
        return HEADLINE_GAP
    if line.role in ENDING_ROLES:
        if previous.role not in ENDING_ROLES:
            return CLOSING_GAP
        return SAME_HOST_GAP if same_host else TURN_GAP
    if line.story_id != previous.story_id and line.story_id is not None:
        return STORY_GAP
    if line.role == "bridge":
        return BRIDGE_GAP
    if same_host:
        return QUOTE_GAP if line.role == "quote" else SAME_HOST_GAP
    if previous.role == "question":
        return QUICK_ANSWER_GAP
    return QUESTION_GAP if line.role == "question" else TURN_GAP


def _variation(line: Line) -> float:
    """A factor near 1 that is always the same for the same line."""
    digest = hashlib.blake2b(f"{line.id}\n{line.text}".encode(), digest_size=4).digest()
    return 1 + VARIATION * (int.from_bytes(digest, "big") / 2**31 - 1)


def _stretched(previous: Line, gap: float, stretch: float) -> float:
    asked = previous.delivery.pause_after
    if asked is not None:
        return asked
    return gap * stretch if gap > 0 else gap
