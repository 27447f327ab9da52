"""How well a place in the text and a place in the source speak of the same thing.

Nothing here understands a sentence. Two places are alike when the words around them are: the same
word (by its stem), a word for the same concept, a name for the same place, the same figure. Rare
words count more, near ones more than far ones, and whose figure it is counts both ways.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from podcaster.write.evidence.people import antecedents, same_name, stand_ins
from podcaster.write.evidence.places import aliases
from podcaster.write.evidence.reading.moments import Moment
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.words import Word

SAME_CONCEPT = 0.6
"""What a word counts that means the same, beside the same word."""
HEAD = 0.9
"""What it adds when the words next to both places are the same."""
NEIGHBOUR = 0.2
"""What a word of the sentence before counts."""
LIGHT = 0.35
"""What a word counts that stands in every other sentence of the news."""
TOGETHER = 0.5
"""What a rival must be more alike by when it stands in the same sentence of the source."""
OWNER = 1.5
"""What it adds when both places belong to the same name, and takes when they don't."""


class Placed(Protocol):
    """Anything that lies on the words `first` to `last - 1` of a passage."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


@dataclass(frozen=True)
class Place:
    """The words `first` to `last - 1` of a passage."""

    first: int
    last: int


F = TypeVar("F", bound=Placed)


@dataclass(frozen=True)
class Misplaced(Generic[F]):
    """Something the source says as well, but of something else."""

    said: F
    """In the text."""
    instead: F
    """What stands in that place in the source."""


@dataclass(frozen=True)
class Ground:
    """A text, and what it is judged against."""

    text: Reading
    source: Reading
    """The whole article: it says who people are."""
    cited: frozenset[int] | None = None
    """The sentences of it that must carry the text; all where None."""
    allowed: frozenset[str] = frozenset()
    """Folded words of names that need no evidence, such as the publisher's."""
    titles: tuple[str, ...] = ()
    """What the articles are called: words of the source's own, too."""

    def carries(self, at: int) -> bool:
        """Whether the source's word `at` stands in a sentence that must carry the text."""
        return self.cited is None or self.source.passage.sentence_of[at] in self.cited

    @cached_property
    def sentences(self) -> Sequence[int]:
        """The numbers of the sentences that must carry the text."""
        everything = range(len(self.source.passage.bounds))
        return everything if self.cited is None else sorted(self.cited)

    @cached_property
    def quantities(self) -> list[Quantity]:
        return [item for item in self.source.quantities if self.carries(item.first)]

    @cached_property
    def moments(self) -> list[Moment]:
        return [item for item in self.source.moments if self.carries(item.first)]

    @cached_property
    def names(self) -> list[Name]:
        return [item for item in self.source.names if self.carries(item.first)]

    @cached_property
    def antecedents(self) -> list[Name]:
        """What the pronouns and role words of the evidence most likely mean."""
        return [item for item in antecedents(self.source) if self.carries(item.first)]

    @cached_property
    def stand_ins(self) -> list[Name]:
        """What the pronouns and role words of the evidence may stand for."""
        return [item for item in stand_ins(self.source) if self.carries(item.first)]

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Every folded word that may make up a name: those of the evidence, and the other parts of
        the names that it shortens or stands in for."""
        words = self.source.passage.words
        known = {word.fold for at, word in enumerate(words) if self.carries(at)}
        known |= {
            part for word in known if "-" in word for part in word.split("-") if len(part) > 2
        }
        if self.cited is not None:
            here = [*self.names, *self.stand_ins]
            known |= {
                token
                for name in self.source.names
                if any(same_name(name, other) for other in here)
                for token in name.tokens
            }
        return frozenset(known)

    @cached_property
    def known_places(self) -> frozenset[int]:
        """The places and organisations that the evidence names in any form."""
        words = self.source.passage.words
        named = aliases()
        runs = (
            " ".join(word.fold for word in words[at : at + size])
            for at in range(len(words))
            if self.carries(at)
            for size in (1, 2, 3, 4, 5)
        )
        found = {place for run in runs if (place := named.of(run)) is not None}
        return frozenset(found | {p for t in self.known_words if (p := named.of(t)) is not None})

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Each stem's weight: how rare it is among the sentences of the source."""
        passage = self.source.passage
        counts: dict[str, int] = {}
        for number in range(len(passage.bounds)):
            for key in {word.stem for word in passage.sentence(number) if not word.is_mark}:
                counts[key] = counts.get(key, 0) + 1
        total = max(len(passage.bounds), 12)
        return {key: max(0.4, math.log((total + 2) / (n + 0.5))) for key, n in counts.items()}

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], float]:
        return {}

    def same(self, left: Word, right: Word) -> float:
        """1 for the same word, less for one that means the same, 0 for another."""
        if left.stem == right.stem or left.fold == right.fold:
            return 1.0
        pair = (left.lower, right.lower)
        if pair not in self._pairs:
            self._pairs[pair] = self._alike(left, right)
        return self._pairs[pair]

    def _alike(self, left: Word, right: Word) -> float:
        place = aliases().of(left.fold)
        if place is not None and place == aliases().of(right.fold):
            return 0.9
        concepts = self.text.passage.lexicon.concepts
        if _concepts(left, concepts) & _concepts(right, concepts):
            return SAME_CONCEPT
        shared = _common_prefix(left.stem, right.stem)
        long_enough = shared >= 5 and shared >= 0.7 * max(len(left.stem), len(right.stem))
        return 0.7 if long_enough else 0.0

    def likeness(self, said: Placed, told: Placed) -> float:
        """How alike the surroundings of a place in the text and one in the source are."""
        key = (said.first, said.last, told.first, told.last)
        if key not in self._likenesses:
            self._likenesses[key] = self._likeness(said, told)
        return self._likenesses[key]

    @cached_property
    def _likenesses(self) -> dict[tuple[int, int, int, int], float]:
        return {}

    def _likeness(self, said: Placed, told: Placed) -> float:
        return (
            self._surroundings_alike(said, told)
            + self._meant(said, self.source.passage.sentence_of[told.first])
            + HEAD * self._heads_alike(said, told)
            + self._figures_alike(said, told)
            + OWNER * self._owners_alike(said, told)
        )

    def _surroundings_alike(self, said: Placed, told: Placed) -> float:
        """What the words of both sentences add, near ones more than far ones.

        A word that stands in both is compared with itself alone: what merely resembles it, such as
        its contrary, doesn't count beside it.
        """
        text, source = self.text.passage, self.source.passage
        sentence = source.sentence_of[told.first]
        here, there = self.text.closeness(said), self.source.closeness(told)
        pairs = {
            at: self._alike_in(at, sentence, told)
            for at in content(self.text, text.sentence_of[said.first], said)
        }
        taken = {other for found in pairs.values() for other, alike in found.items() if alike == 1}
        total = 0.0
        for at, found in pairs.items():
            word = text.words[at]
            same = {other: alike for other, alike in found.items() if alike == 1}
            rest = {other: alike for other, alike in found.items() if other not in taken}
            best = max(
                (a * self._weight(o) * there.get(o, 0.0) for o, a in (same or rest).items()),
                default=0.0,
            )
            if not best:
                earlier = self._alike_in(at, sentence - 1, told) if sentence else {}
                best = NEIGHBOUR * max(
                    (a * self._weight(o) for o, a in earlier.items()), default=0.0
                )
            light = LIGHT if word.lemma in source.lexicon.light else 1.0
            total += light * here.get(at, 0.0) * best
        return total

    def _alike_in(self, at: int, sentence: int, place: Placed) -> dict[int, float]:
        """The words of the source's sentence, without those of a place, that are like one of the
        text's, and how much."""
        found = self._alike_words.get((at, sentence))
        if found is None:
            word, words = self.text.passage.words[at], self.source.passage.words
            pairs = ((o, self.same(word, words[o])) for o in content(self.source, sentence))
            found = self._alike_words[at, sentence] = {o: alike for o, alike in pairs if alike}
        return {o: alike for o, alike in found.items() if not place.first <= o < place.last}

    @cached_property
    def _alike_words(self) -> dict[tuple[int, int], dict[int, float]]:
        return {}

    def _weight(self, at: int) -> float:
        return self.weights[self.source.passage.words[at].stem]

    def _meant(self, said: Placed, sentence: int) -> float:
        """What the names of the text's sentence add that a pronoun in the source's may mean."""
        passage = self.text.passage
        here = passage.sentence_of[said.first]
        total = 0.0
        for name in self.text.names:
            if passage.sentence_of[name.first] != here or name.first == said.first:
                continue
            meant = self._standing_in.get(sentence, ())
            if any(same_name(name, other) for other in meant) and not any(
                same_name(name, other) for other in self._named_in.get(sentence, ())
            ):
                total += 1.0
        return total

    @cached_property
    def _standing_in(self) -> dict[int, list[Name]]:
        found: dict[int, list[Name]] = {}
        for item in self.antecedents:
            found.setdefault(self.source.passage.sentence_of[item.first], []).append(item)
        return found

    @cached_property
    def _named_in(self) -> dict[int, list[Name]]:
        found: dict[int, list[Name]] = {}
        for name in self.source.names:
            found.setdefault(self.source.passage.sentence_of[name.first], []).append(name)
        return found

    def _heads_alike(self, said: Placed, told: Placed) -> float:
        left, right = head(self.text, said), head(self.source, told)
        if left is None or right is None:
            return 0.0
        word = self.source.passage.words[right]
        return self.same(self.text.passage.words[left], word) * self.weights[word.stem]

    @cached_property
    def _equal_figures(self) -> list[tuple[Quantity, Quantity]]:
        return [
            (said, told)
            for said in self.text.quantities
            for told in self.source.quantities
            if said.kind == told.kind
            and said.unit == told.unit
            and set(said.values) & set(told.values)
        ]

    def _figures_alike(self, said: Placed, told: Placed) -> float:
        """What the figures beside both places add."""
        here = self.text.passage.sentence_of[said.first]
        there = self.source.passage.sentence_of[told.first]
        return 1.6 * sum(
            1
            for left, right in self._equal_figures
            if left.first != said.first
            and right.first != told.first
            and self.text.passage.sentence_of[left.first] == here
            and self.source.passage.sentence_of[right.first] == there
        )

    def _owners_alike(self, said: Placed, told: Placed) -> float:
        left, right = owner(self.text, said), owner(self.source, told)
        if left is None or right is None:
            return 0.0
        if same_name(left, right):
            return 1.0
        there = self.source.passage.sentence_of[told.first]
        if any(
            same_name(left, name)
            and self.source.passage.sentence_of[name.first] == there
            and self.source.passage.chunk_of[name.first] == self.source.passage.chunk_of[told.first]
            for name in (*self.source.names, *self.antecedents)
        ):
            return 0.5
        known = any(same_name(left, name) for name in self.source.names)
        return -0.6 if known else 0.0

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
            rivals = [o for o in told if not same(item, o) and comparable(item, o)]
            if not own or not rivals:
                continue
            here = max(self.likeness(item, other) for other in own)
            rival = max(rivals, key=lambda other: self.likeness(item, other))
            gain = self.likeness(item, rival) - here
            if any(self._together(rival, other) for other in own):
                gain -= TOGETHER
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
                found.append(Misplaced(item, rival))
        return found

    def _together(self, left: Placed, right: Placed) -> bool:
        sentence_of = self.source.passage.sentence_of
        return sentence_of[left.first] == sentence_of[right.first]

    @cached_property
    def alignment(self) -> tuple[tuple[float, ...], ...]:
        """For each sentence of the text, what share of its weight each source sentence carries."""
        return tuple(
            tuple(self.carried(number, other) for other in range(len(self.source.passage.bounds)))
            for number in range(len(self.text.passage.bounds))
        )

    def carried(self, number: int, other: int, without: frozenset[int] = frozenset()) -> float:
        """What share of a sentence of the text, some words left out, the source's one carries."""
        text, source = self.text.passage, self.source.passage
        words = [at for at in content(self.text, number) if at not in without]
        if not words:
            return 0.0
        there = content(self.source, other)
        whole = carried = 0.0
        for at in words:
            word = text.words[at]
            light = LIGHT if word.lemma in text.lexicon.light else 1.0
            best = (
                max(
                    (self.same(word, source.words[k]) * self.weights[source.words[k].stem], k)
                    for k in there
                )
                if there
                else (0.0, 0)
            )
            whole += light * max(best[0], self.weights.get(word.stem, 1.5))
            carried += light * best[0]
        return carried / whole if whole else 0.0

    def closest(self, number: int) -> int | None:
        """The evidence's sentence that carries most of a sentence of the text."""
        shares = self.alignment[number]
        return max(self.sentences, key=lambda other: shares[other], default=None)


def content(reading: Reading, sentence: int, place: Placed | None = None) -> list[int]:
    """The content words and numbers of a sentence, without those of `place`."""
    first, last = reading.passage.bounds[sentence]
    return [
        at
        for at in range(first, last)
        if not (place and place.first <= at < place.last)
        and (reading.passage.is_content(at) or reading.passage.words[at].kind == "number")
    ]


def counted(reading: Reading, place: Placed) -> int | None:
    """The content word that follows a place, before any mark."""
    passage = reading.passage
    for at in range(place.last, min(place.last + 4, len(passage.words))):
        if passage.sentence_of[at] != passage.sentence_of[place.first]:
            break
        if passage.words[at].is_mark and passage.words[at].text not in "-’'":
            break
        if passage.is_content(at):
            return at
    return None


def head(reading: Reading, place: Placed) -> int | None:
    """The content word that follows a place, or else the one before it in its chunk."""
    if (following := counted(reading, place)) is not None:
        return following
    passage = reading.passage
    chunk = passage.chunk_of[place.first]
    for at in range(place.first - 1, max(place.first - 4, -1), -1):
        if passage.chunk_of[at] != chunk:
            break
        if passage.is_content(at):
            return at
    return None


def owner(reading: Reading, place: Placed) -> Name | None:
    """The name that a place belongs to: the last before it, or the first after, in its chunk."""
    passage = reading.passage
    chunk = passage.chunk_of[place.first]
    here = [
        name
        for name in reading.names
        if passage.chunk_of[name.first] == chunk
        and not (name.first < place.last and place.first < name.last)
    ]
    before = [name for name in here if name.last <= place.first]
    if here:
        return before[-1] if before else here[0]
    sentence = passage.sentence_of[place.first]
    earlier = [
        name
        for name in reading.names
        if name.last <= place.first and passage.sentence_of[name.first] == sentence
    ]
    return earlier[-1] if earlier else None


def _concepts(word: Word, table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return table.get(word.lemma, frozenset()) | table.get(word.stem, frozenset())


def _common_prefix(left: str, right: str) -> int:
    size = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        size += 1
    return size
