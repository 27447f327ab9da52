"""A part of a sentence as it's said: in its own words, in others, or without a part."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

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

    def phrased(self, piece: Piece) -> Piece:
        """The part, as little changed as it takes."""
        told = spoken(piece.text, self.language)
        text = sentence(self.held.restore(told))
        if copied_run(text, self.source) <= COPIED_RUN:
            return replace(piece, text=text)
        less = self._less_copied(self._forms(told))
        if less is None and not self.whole:
            cuts = (cut for cut in trimmed(told, self.language) if not self._names_gone(told, cut))
            less = self._less_copied(form for cut in cuts for form in self.order.orders(cut))
        if less is None:
            less = sentence(self.held.restore(next(self.order.orders(told)).rstrip(".")))
        return replace(piece, text=less)

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
