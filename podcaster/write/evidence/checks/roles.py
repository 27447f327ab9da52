"""Roles: who did it, and to whom."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.frames import Event, are_known, events
from podcaster.write.evidence.marking import marked
from podcaster.write.evidence.matching import Ground, Place
from podcaster.write.evidence.parties import Cast, Match, Party, match
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import Passage

MARGIN = 1.0
"""How much more alike a contrary event's surroundings must be than those of one that agrees."""
CLOSE = 2.5
"""As alike the surroundings must be before one party's changed role counts by itself."""
_VALUES: dict[Match, float] = {"same": 2.0, "maybe": 1.0, "unknown": 0.0, "other": -1.0}
_GIVING = "#give"
_GOOD = ("same", "maybe")


def turned_roles(ground: Ground) -> Iterator[Unsupported]:
    """Deeds that the source tells of the same two, the other way round."""
    scene = scene_for(ground)
    if scene is None:
        return
    found: set[int] = set()
    # `Finished behind` and `finished ahead of` share a verb; only their frame tells who won.
    borne = {
        (event.at, other.at)
        for event in scene.said
        if event.framed
        for other in scene.agreeing(event)
    }
    for event in scene.said:
        sentence = ground.text.passage.sentence_of[event.at]
        if sentence in found or event.at in ground.text.quoted:
            continue
        other = scene.contrary(event)
        if other is not None and not event.framed and (event.at, other.at) in borne:
            continue
        if other is not None:
            found.add(sentence)
            there = ground.source.passage
            words = there.sentence_text(there.sentence_of[other.at])
            reason = f"In the source it's the other way round: see {words!r}."
            sign: Sign = "refuted" if scene.is_crossed(event, other) else "contrary"
            yield marked(ground, Place(event.at, event.at + 1), "role", sign, reason)


def _is_saying(ground: Ground, event: Event) -> bool:
    """Who says something is another check's."""
    passage = ground.text.passage
    say = passage.lexicon.vocabulary("attribution", "say")
    return not event.framed and say.length_at(passage.words, event.at) > 0


@lru_cache(maxsize=256)
def _cast(passage: Passage) -> Cast | None:
    return Cast(Reading(passage, None), passage.grammar) if passage.grammar else None


@lru_cache(maxsize=256)
def _events(passage: Passage) -> tuple[Event, ...]:
    reading = Reading(passage, None)
    return tuple(event for clause in reading.clauses for event in events(reading, clause))


def scene_for(ground: Ground) -> "Scene | None":
    """What both texts tell of, and who takes part; None without a parse."""
    grammar = ground.text.passage.grammar
    theirs = _cast(ground.source.passage)
    if grammar is None or theirs is None:
        return None
    tokens = frozenset(token for name in theirs.names for token in name.tokens)
    return Scene(
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
class Scene:
    """Both texts' events, with who takes part in them."""

    ground: Ground
    mine: Cast
    theirs: Cast
    said: Sequence[Event]
    told: Sequence[Event]

    def contrary(self, event: Event) -> Event | None:
        """The source's event in which two have changed places; None where another agrees."""
        same = [other for other in self.told if self._same_deed(event, other)]
        for one, two in _pairs(event):
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
        return None if _is_saying(self.ground, event) else self._misplaced(event, same)

    def agreeing(self, event: Event) -> Iterator[Event]:
        """The source's events that have two of the same in the same roles."""
        for other in self.told:
            if self._same_deed(event, other) and any(
                self._compare(event, other, one, two) == "straight" for one, two in _pairs(event)
            ):
                yield other

    def are_one(self, event: Event, other: Event) -> bool:
        """Whether two events surely have two of the same in the same roles."""
        return any(
            self._best(event, one, other, one) == "same"
            and self._best(event, two, other, two) == "same"
            for one, two in _pairs(event)
        )

    def is_crossed(self, event: Event, other: Event) -> bool:
        """Whether two parties, both surely the same, have changed places."""
        words = self.ground.text.passage.words, self.ground.source.passage.words
        same = words[0][event.at].stem == words[1][other.at].stem
        if event.frame == _GIVING and not same and not self._is_same_thing(event, other):
            return False
        return any(
            self._compare(event, other, one, two) == "crossed"
            and self._best(event, one, other, two) == "same"
            and self._best(event, two, other, one) == "same"
            for one, two in _pairs(event)
        )

    def _is_same_thing(self, event: Event, other: Event) -> bool:
        """Whether the same is given in both: who pays a baker gets bread from him."""
        return self._best(event, "thing", other, "thing") in _GOOD

    def _misplaced(self, event: Event, same: Sequence[Event]) -> Event | None:
        """The source's event in which one party plays another role, or another party its role."""
        if not same:
            return None
        best = max(same, key=lambda other: self._alike(event, other))
        if self._alike(event, best) < CLOSE:
            return None
        for role in sorted({role for role, _ in event.roles}):
            if role not in _core(event):
                continue
            if any(self._best(event, role, other, role) in _GOOD for other in same):
                continue
            if self._is_moved(event, best, role) or self._is_replaced(event, best, role):
                return best
        return None

    def _is_moved(self, event: Event, best: Event, role: str) -> bool:
        """Whether who plays the role here plays another there, and that role is another's here."""
        parties = self._parties(self.mine, event, role)
        shared = any(self._best(event, other, best, other) == "same" for other in _core(event))
        if not (best.players(role) or shared or (event.framed and best.framed)):
            return False
        if not any(event.framed or party.named for party in parties):
            return False
        if sum(self._best(event, role, best, other) == "same" for other in _core(best)) > 1:
            return False
        return any(
            self._best(event, role, best, other) == "same"
            and self._best(event, other, best, other) not in _GOOD
            for other in _core(best)
            if other != role
        )

    def _is_replaced(self, event: Event, best: Event, role: str) -> bool:
        """Whether somebody else plays the role there, and all the rest is the same."""
        rest = [other for other in _core(event) if other != role and best.players(other)]
        return (
            self._best(event, role, best, role) == "other"
            and bool(rest)
            and all(self._best(event, other, best, other) == "same" for other in rest)
        )

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
        here, there = (
            self.ground.text.passage.words[event.at],
            self.ground.source.passage.words[other.at],
        )
        language = self.ground.text.passage.lexicon.language
        if here.stem != there.stem and are_known(language, here.stem, there.stem):
            return False
        return not (event.framed or other.framed) and self.ground.same(here, there) >= 0.6

    def _alike(self, event: Event, other: Event) -> float:
        return self.ground.likeness(Place(event.at, event.at + 1), Place(other.at, other.at + 1))


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """The roles whose players may have changed places."""
    roles = sorted({role for role, _ in event.roles})
    for one, two in itertools.combinations(roles, 2):
        if "within" not in (one, two) or "subject" in (one, two):
            yield one, two


def _core(event: Event) -> list[str]:
    """The roles that make the event what it is: all of a frame's, subject and object otherwise."""
    roles = dict.fromkeys(role for role, _ in event.roles)
    return [role for role in roles if event.framed or role in ("subject", "object")]
