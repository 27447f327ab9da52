"""Roles: who did it, and to whom."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.frames import Event, events
from podcaster.write.evidence.marking import marked
from podcaster.write.evidence.matching import Ground, Place
from podcaster.write.evidence.parties import Cast, Match, Party, match
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import Passage

MARGIN = 1.0
"""How much more alike the surroundings of a contrary event must be than those of one that agrees."""
CLOSE = 2.5
"""As alike the surroundings must be before one party's changed role counts by itself."""
_VALUES: dict[Match, float] = {"same": 2.0, "maybe": 1.0, "unknown": 0.0, "other": -1.0}
_GOOD = ("same", "maybe")


def turned_roles(ground: Ground) -> Iterator[Unsupported]:
    """Deeds that the source tells of the same two, the other way round."""
    scene = _scene(ground)
    if scene is None:
        return
    found: set[int] = set()
    for event in scene.said:
        sentence = ground.text.passage.sentence_of[event.at]
        if sentence in found or event.at in ground.text.quoted:
            continue
        other = scene.contrary(event)
        if other is not None:
            found.add(sentence)
            there = ground.source.passage
            words = there.sentence_text(there.sentence_of[other.at])
            reason = f"In the source it's the other way round: see {words!r}."
            yield marked(ground, Place(event.at, event.at + 1), "role", reason)


@lru_cache(maxsize=32)
def _cast(passage: Passage) -> Cast | None:
    return Cast(Reading(passage, None), passage.grammar) if passage.grammar else None


@lru_cache(maxsize=32)
def _events(passage: Passage) -> tuple[Event, ...]:
    reading = Reading(passage, None)
    return tuple(event for clause in reading.clauses for event in events(reading, clause))


def _scene(ground: Ground) -> "_Scene | None":
    grammar = ground.text.passage.grammar
    theirs = _cast(ground.source.passage)
    if grammar is None or theirs is None:
        return None
    tokens = frozenset(token for name in theirs.names for token in name.tokens)
    return _Scene(
        ground,
        Cast(ground.text, grammar, tokens),
        theirs,
        _events(ground.text.passage),
        [
            event
            for event in _events(ground.source.passage)
            if ground.carries(event.at) and event.at not in ground.source.quoted
        ],
    )


@dataclass(frozen=True)
class _Scene:
    """Both texts' events, with who takes part in them."""

    ground: Ground
    mine: Cast
    theirs: Cast
    said: Sequence[Event]
    told: Sequence[Event]

    def contrary(self, event: Event) -> Event | None:
        """The source's event in which two have changed places; None where another agrees."""
        same = [other for other in self.told if self._same_deed(event, other)]
        roles = sorted({role for role, _ in event.roles})
        for one, two in itertools.combinations(roles, 2):
            agreeing: list[Event] = []
            crossing: list[Event] = []
            for other in same:
                verdict = self._compare(event, other, one, two)
                if verdict == "straight":
                    agreeing.append(other)
                elif verdict == "crossed":
                    crossing.append(other)
            if crossing:
                best = max(crossing, key=lambda other: self._alike(event, other))
                rival = max((self._alike(event, other) for other in agreeing), default=-MARGIN)
                if self._alike(event, best) >= rival + MARGIN:
                    return best
        return None

    def _compare(self, event: Event, other: Event, one: str, two: str) -> str:
        found = {
            (mine, theirs): self._best(event, mine, other, theirs)
            for mine in (one, two)
            for theirs in (one, two)
        }
        straight = _VALUES[found[one, one]] + _VALUES[found[two, two]]
        crossed = _VALUES[found[one, two]] + _VALUES[found[two, one]]
        if found[one, one] in _GOOD and found[two, two] in _GOOD and straight >= crossed:
            return "straight"
        both = (found[one, two], found[two, one])
        if both[0] in _GOOD and both[1] in _GOOD and "same" in both and crossed > straight:
            return "crossed"
        return ""

    def _best(self, event: Event, mine: str, other: Event, theirs: str) -> Match:
        lexicon = self.ground.text.passage.lexicon
        matches = [
            match(a, b, lexicon)
            for a in self._parties(self.mine, event, mine)
            for b in self._parties(self.theirs, other, theirs)
        ]
        return max(matches, key=lambda found: _VALUES[found], default="unknown")

    def _parties(self, cast: Cast, event: Event, role: str) -> list[Party]:
        return [cast.party(at) for at in event.players(role)]

    def _same_deed(self, event: Event, other: Event) -> bool:
        if event.frame == other.frame:
            return True
        words = self.ground.text.passage.words, self.ground.source.passage.words
        return (
            not (event.framed or other.framed)
            and self.ground.same(words[0][event.at], words[1][other.at]) >= 0.6
        )

    def _alike(self, event: Event, other: Event) -> float:
        return self.ground.likeness(
            Place(event.at, event.at + 1), Place(other.at, other.at + 1)
        )
