"""A passage together with everything that stands in it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from podcaster.write.evidence.reading.clauses import Clause, clauses
from podcaster.write.evidence.reading.closeness import closeness
from podcaster.write.evidence.reading.entities import Sort, sorts_of_names
from podcaster.write.evidence.reading.moments import Moment, moments
from podcaster.write.evidence.reading.names import Name, names
from podcaster.write.evidence.reading.quantities import quantities
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.quotations import Quotation, quotations
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.stretch import Stretch


@dataclass(frozen=True)
class Reading:
    """A text as the checks see it; each part is read when it's first asked for."""

    passage: Passage
    spoken_on: dt.date | None
    """The day that `yesterday` and `Thursday` count from."""
    days: Mapping[str, dt.date | None] = field(default_factory=dict)
    """The same for each group of sentences (an article), where the passage holds several."""

    def day_at(self, at: int) -> dt.date | None:
        """The day that the word `at` counts from."""
        if not self.days:
            return self.spoken_on
        return self.days.get(self.passage.groups[self.passage.sentence_of[at]])

    @cached_property
    def sorts(self) -> Mapping[str, Sort]:
        """What sort of thing a name is for, by its last word."""
        return sorts_of_names(self.passage, self.names)

    @cached_property
    def _close(self) -> dict[tuple[int, int], Mapping[int, float]]:
        return {}

    def closeness(self, place: Stretch) -> Mapping[int, float]:
        """How closely each word of the place's sentence belongs to it, up to 1."""
        key = (place.first, place.last)
        if key not in self._close:
            self._close[key] = closeness(self.passage, place)
        return self._close[key]

    @cached_property
    def moments(self) -> list[Moment]:
        return moments(self.passage)

    @cached_property
    def quantities(self) -> list[Quantity]:
        return quantities(self.passage, self.moments)

    @cached_property
    def names(self) -> list[Name]:
        return names(self.passage, self.moments)

    @cached_property
    def quotations(self) -> list[Quotation]:
        return quotations(self.passage.text)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its verbs and nouns of action with their arguments; none without a parse."""
        grammar = self.passage.grammar
        return clauses(self.passage.words, grammar) if grammar else ()

    @cached_property
    def timed(self) -> frozenset[int]:
        """The words that make up dates, times and numbers."""
        found: tuple[Stretch, ...] = (*self.moments, *self.quantities)
        return frozenset(at for item in found for at in range(item.first, item.last))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The words that stand inside quotation marks."""
        return frozenset(
            at
            for at, word in enumerate(self.passage.words)
            if any(q.start <= word.start < q.end for q in self.quotations)
        )
