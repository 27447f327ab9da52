"""How well a place in the text and a place in the source speak of the same thing.

Nothing here understands a sentence. Two places are alike when the words around them are: the same
word (by its stem), a word for the same concept, a name for the same place. Rare words count more,
near ones more than far ones.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from podcaster.write.evidence.people import stand_ins
from podcaster.write.evidence.places import aliases
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.words import Word

SAME_CONCEPT = 0.6
"""What a word counts that means the same, beside the same word."""
FAR = 0.45
"""What a word in another chunk of the sentence counts, beside one in the same chunk."""
HEAD = 1.2
"""What it adds when the words next to both places are the same."""
NEIGHBOUR = 0.2
"""What a word of the sentence before counts."""


class Placed(Protocol):
    """Anything that lies on the words `first` to `last - 1` of a passage."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


F = TypeVar("F", bound=Placed)


@dataclass(frozen=True)
class Misplaced(Generic[F]):
    """Something the source says as well, but of something else."""

    said: F
    """In the text."""
    instead: F
    """What stands in that place in the source."""
    likeness: float
    """How alike the two places are, above the best place where the source says it too."""


@dataclass(frozen=True)
class Ground:
    """A text, and what it is judged against."""

    text: Reading
    evidence: Reading
    """The sentences that must carry the text."""
    context: Reading
    """The whole article: it says who people are, and nothing else."""
    allowed: frozenset[str] = frozenset()
    """Folded words of names that need no evidence, such as the publisher's."""

    @cached_property
    def weights(self) -> Counter[str]:
        """Each stem's weight: how rare it is among the sentences of the evidence."""
        passage = self.evidence.passage
        counts: Counter[str] = Counter()
        for number in range(len(passage.bounds)):
            counts.update({word.stem for word in passage.sentence(number) if not word.is_mark})
        total = len(passage.bounds)
        weights: Counter[str] = Counter()
        for key, count in counts.items():
            weights[key] = max(0.4, math.log((total + 2) / (count + 0.5)))  # type: ignore[assignment]
        return weights

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Every folded word that may make up a name."""
        return frozenset(word.fold for word in self.context.passage.words)

    @cached_property
    def known_places(self) -> frozenset[int]:
        """The places and organisations that the article names in any form."""
        words = self.context.passage.words
        named = aliases()
        runs = (
            " ".join(word.fold for word in words[at : at + size] if word.text != "-")
            for at in range(len(words))
            for size in (1, 2, 3, 4, 5)
        )
        return frozenset(place for run in runs if (place := named.of(run)) is not None)

    @cached_property
    def stand_ins(self) -> list[Name]:
        """What the evidence's pronouns and role words may stand for."""
        return stand_ins(self.evidence)

    @cached_property
    def _likeness(self) -> dict[tuple[str, str], float]:
        return {}

    def same(self, left: Word, right: Word) -> float:
        """1 for the same word, less for one that means the same, 0 for another."""
        if left.stem == right.stem or left.fold == right.fold:
            return 1.0
        pair = (left.lower, right.lower)
        if pair not in self._likeness:
            self._likeness[pair] = self._alike(left, right)
        return self._likeness[pair]

    def _alike(self, left: Word, right: Word) -> float:
        concepts = self.text.passage.lexicon.concepts
        named = aliases()
        place = named.of(left.fold)
        if place is not None and place == named.of(right.fold):
            return 0.9
        both = _concepts(left, concepts) & _concepts(right, concepts)
        if both:
            return SAME_CONCEPT
        shared = len(_common_prefix(left.stem, right.stem))
        return 0.7 if shared >= 5 and shared >= 0.7 * max(len(left.stem), len(right.stem)) else 0.0

    def likeness(self, said: Placed, told: Placed, ignore: frozenset[int] = frozenset()) -> float:
        """How alike the surroundings of a place in the text and one in the evidence are."""
        text, source = self.text.passage, self.evidence.passage
        sentence = source.sentence_of[told.first]
        near = self._content(self.evidence, sentence, told, frozenset())
        before = self._content(self.evidence, sentence - 1, told, frozenset()) if sentence else []
        total = 0.0
        for at in self._content(self.text, text.sentence_of[said.first], said, ignore):
            close = text.chunk_of[at] == text.chunk_of[said.first]
            total += self._best(text.words[at], close, near, before, told)
        return total + HEAD * self._heads_alike(said, told)

    def _best(
        self, word: Word, close: bool, near: Sequence[int], before: Sequence[int], told: Placed
    ) -> float:
        source = self.evidence.passage
        light = 0.35 if word.lemma in source.lexicon.light else 1.0
        best = 0.0
        for at in near:
            alike = self.same(word, source.words[at])
            if alike:
                both = close and source.chunk_of[at] == source.chunk_of[told.first]
                weight = self.weights[source.words[at].stem]
                best = max(best, alike * weight * (1.0 if both else FAR))
        if not best:
            for at in before:
                alike = self.same(word, source.words[at])
                best = max(best, alike * self.weights[source.words[at].stem] * NEIGHBOUR)
        return best * light

    def _content(
        self, reading: Reading, sentence: int, place: Placed, ignore: frozenset[int]
    ) -> list[int]:
        first, last = reading.passage.bounds[sentence]
        return [
            at
            for at in range(first, last)
            if not place.first <= at < place.last
            and at not in ignore
            and (reading.passage.is_content(at) or reading.passage.words[at].kind == "number")
        ]

    def _heads_alike(self, said: Placed, told: Placed) -> float:
        left, right = head(self.text, said), head(self.evidence, told)
        if left is None or right is None:
            return 0.0
        word = self.evidence.passage.words[right]
        return self.same(self.text.passage.words[left], word) * self.weights[word.stem]

    def misplaced(
        self,
        said: Sequence[F],
        told: Sequence[F],
        same: Callable[[F, F], bool],
        comparable: Callable[[F, F], bool],
        margin: float,
        stand_ins: Sequence[F] = (),
    ) -> list[Misplaced[F]]:
        """What the text puts in a place that the source gives to another.

        `same` says whether the two mean the same, `comparable` whether one could stand in the
        other's place. Where the text names both, they must have changed places. `stand_ins` are
        further mentions in the source, which speak for a place and never against one.
        """
        found = []
        text = self.text.passage
        for item in said:
            own = [other for other in (*told, *stand_ins) if same(item, other)]
            if not own:
                continue
            here = max(self.likeness(item, other) for other in own)
            rivals = [o for o in told if not same(item, o) and comparable(item, o)]
            if not rivals:
                continue
            rival = max(rivals, key=lambda other: self.likeness(item, other))
            gain = self.likeness(item, rival) - here
            beside = [
                other
                for other in said
                if same(other, rival)
                and text.sentence_of[other.first] == text.sentence_of[item.first]
            ]
            if beside:
                gain += max(
                    max(self.likeness(other, o) for o in own)
                    - max(self.likeness(other, o) for o in told if same(other, o))
                    for other in beside
                )
            if gain > margin:
                found.append(Misplaced(item, rival, gain))
        return found


def head(reading: Reading, place: Placed) -> int | None:
    """The content word that follows a place in its chunk, or else the one before it."""
    passage = reading.passage
    chunk = passage.chunk_of[place.first]
    for at in range(place.last, min(place.last + 4, len(passage.words))):
        if passage.sentence_of[at] != passage.sentence_of[place.first]:
            break
        if passage.words[at].is_mark and passage.words[at].text not in "-’'":
            break
        if passage.is_content(at):
            return at
    for at in range(place.first - 1, max(place.first - 4, -1), -1):
        if passage.chunk_of[at] != chunk:
            break
        if passage.is_content(at):
            return at
    return None


def _concepts(word: Word, concepts: object) -> frozenset[str]:
    table: dict[str, frozenset[str]] = concepts  # type: ignore[assignment]
    return table.get(word.lemma, frozenset()) | table.get(word.stem, frozenset())


def _common_prefix(left: str, right: str) -> str:
    size = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        size += 1
    return left[:size]
