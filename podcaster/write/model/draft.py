"""One story as a model told it and as it may be said: turns that hold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from podcaster.models import Role
from podcaster.write.offline.choose import Told
from podcaster.write.offline.facts import Fact
from podcaster.write.offline.telling import Telling
from podcaster.write.offline.text import words


@dataclass(frozen=True)
class Turn:
    """One line of a draft. With a fact it asserts; without one it only leads to the next."""

    host: int
    """The host's place among the show's."""
    role: Role
    text: str
    fact: Fact | None = None

    @property
    def frame(self) -> str:
        """What keeps a model's question from being heard twice in a month."""
        return "" if self.fact else f"model: {self.text.casefold()}"


@dataclass(frozen=True)
class Draft:
    """The first turn asserts, and every turn that doesn't stands before one that does."""

    turns: tuple[Turn, ...]

    @property
    def first(self) -> int:
        return self.turns[0].host

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(turn.fact for turn in self.turns if turn.fact)

    @property
    def told(self) -> Told:
        """Its facts, each a unit of its own."""
        return tuple((fact,) for fact in self.facts)

    @property
    def evidence(self) -> frozenset[str]:
        return frozenset(ref for fact in self.facts for ref in fact.evidence)

    @property
    def words(self) -> int:
        return sum(len(words(turn.text)) for turn in self.turns)

    def say(self, telling: Telling) -> None:
        """The draft's turns, then what the telling holds beyond them, in the offline writer's."""
        opening, *turns = self.turns
        talk, story = telling.talk, telling.story
        if opening.fact:
            telling.introduce(opening.host, opening.fact)
        for place, turn in enumerate(turns):
            if turn.fact:
                text, evidence = telling.named(turn.fact)
                talk.say(turn.host, text, turn.role, story=story, evidence=evidence)
                continue
            following = next((after.fact for after in turns[place:] if after.fact), None)
            weighs = following is not None and (following.must or following.deadly)
            talk.say(turn.host, turn.text, turn.role, story=story, frame=turn.frame, weighs=weighs)
        telling.go_on(telling.told[len(self.facts) :], self.facts[-1])

    def shortened(self) -> "Draft | None":
        """Without the last fact that may go and what led to it; None where none may."""
        for place in range(len(self.turns) - 1, 0, -1):
            fact = self.turns[place].fact
            if fact and not fact.must:
                start = place
                while self.turns[start - 1].fact is None:
                    start -= 1
                return replace(self, turns=(*self.turns[:start], *self.turns[place + 1 :]))
        return None


def without_loose(turns: Sequence[Turn]) -> list[Turn]:
    """Without turns that lead to nothing: at the beginning, at the end, before one another."""
    kept: list[Turn] = []
    for place, turn in enumerate(turns):
        leads = kept and place + 1 < len(turns) and turns[place + 1].fact is not None
        if turn.fact or leads:
            kept.append(turn)
    return kept
