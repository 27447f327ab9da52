"""A part of a sentence as it's said: in its own words, in others, in two, or without a part."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from podcaster.write.offline.completed import completed
from podcaster.write.offline.language import Language
from podcaster.write.offline.ordering import Order
from podcaster.write.offline.piece import Piece
from podcaster.write.offline.recast import recast
from podcaster.write.offline.spoken import spoken
from podcaster.write.offline.text import COPIED_RUN, Protected, copied_run, sentence, words
from podcaster.write.offline.trimmed import trimmed
from podcaster.write.offline.vary import varied

MOST_RECAST = 2
"""Changes of form that a sentence may go through."""
SHARED = 15
"""Words from which the other host may say what a sentence ends with."""


@dataclass(frozen=True)
class Phrasing:
    """Words the parts of one sentence so that they take over no long run of it."""

    language: Language
    order: Order
    source: str
    held: Protected
    """The sentence with its quotations aside."""
    carries: Callable[[str], bool]
    """Whether the sentence carries a text."""
    names: frozenset[str] = frozenset()
    """Words with a capital in the sentences after it: whom they name must have been named."""
    whole: bool = False
    """Whether none of it may go."""

    def phrased(self, piece: Piece) -> list[Piece]:
        """The part in one piece or two, as little changed as it takes."""
        told = spoken(piece.text, self.language)
        text = sentence(self.held.restore(told))
        if copied_run(text, self.source) <= COPIED_RUN:
            shared = len(words(text)) >= SHARED and not piece.answers
            halves = self._halves(told) if shared else []
            if halves and not self._sums_up(halves[1].text):
                halves = []
            return self._in_two(piece, halves) if halves else [replace(piece, text=text)]
        less = self._less_copied(self._forms(told))
        if less is None and (halves := self._halves(told)) and self._sums_up(halves[1].text):
            return self._in_two(piece, halves)
        if less is None and not self.whole:
            cuts = (cut for cut in trimmed(told, self.language) if not self._names_gone(told, cut))
            less = self._less_copied(form for cut in cuts for form in self.order.orders(cut))
        if less is None:
            less = sentence(self.held.restore(next(self.order.orders(told)).rstrip(".")))
        return [replace(piece, text=less)]

    def _sums_up(self, text: str) -> bool:
        """Whether what completes a sentence says what to make of it: "the biggest step since"."""
        rewriting = self.language.rewriting
        return any(
            self.language.pattern(written).match(text)
            for written in (rewriting.ranking, rewriting.always_added)
        )

    def _in_two(self, piece: Piece, halves: Sequence[Piece]) -> list[Piece]:
        """The halves in the piece's place."""
        first, *rest = halves
        return [replace(first, leans=piece.leans, answers=piece.answers), *rest]

    def _halves(self, told: str) -> list[Piece]:
        """The part in two, where neither half takes over too long a run; else none."""
        halves: list[Piece] = []
        for half in completed(next(self.order.orders(told)), self.language) or ():
            text = self._less_copied(self._forms(half.text))
            if text is None:
                return []
            halves.append(replace(half, text=text))
        return halves

    def _names_gone(self, told: str, cut: str) -> bool:
        """Whether a name goes that comes again."""
        return bool(self.names & set(words(told)) - set(words(cut)))

    def _less_copied(self, forms: Iterable[str]) -> str | None:
        """The first of the forms that takes over no long run, if need be in other words.

        None where there's none that the sentence carries.
        """
        for form in forms:
            other = sentence(self.held.restore(form.rstrip(".")))
            for said in (other, varied(other, self.source, COPIED_RUN, self.language)):
                if copied_run(said, self.source) <= COPIED_RUN and self.carries(said):
                    return said
        return None

    def _forms(self, told: str) -> Iterator[str]:
        """The sentence in other orders and forms, those that differ least from it first."""
        seen: list[str] = []
        forms = list(self.order.orders(told))
        for _ in range(1 + MOST_RECAST):
            fresh = [form for form in dict.fromkeys(forms) if form not in seen]
            yield from fresh
            seen += fresh
            forms = [f for form in fresh for f in recast(form, self.language, self.order.inside)]
