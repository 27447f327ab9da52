"""What a text only claims, fears, plans or thinks possible, along its parse."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from podcaster.write.evidence.denials import Denials, denials_of
from podcaster.write.evidence.polarity import is_conditional
from podcaster.write.evidence.reading.sentences import Passage

_CLOSE = 4
"""Words between a noun of intent and the infinitive that says what is intended."""
_MEANT = frozenset(("xcomp", "ccomp", "pcomp", "oprd"))
"""How what is meant hangs on what means it: `plans to sell`, `l'intention de vendre`."""


@dataclass(frozen=True)
class Hedges:
    """Of one passage with a parse."""

    denials: Denials

    @cached_property
    def cues(self) -> list[int]:
        passage = self.denials.reading.passage
        names = ("possible", "alleged", "claim")
        vocabularies = [passage.lexicon.vocabulary("hedges", name) for name in names]
        return [
            at
            for at in range(len(passage.words))
            if any(vocabulary.length_at(passage.words, at) for vocabulary in vocabularies)
            or is_conditional(passage.words[at].lower, passage.lexicon.language)
        ]

    @cached_property
    def planned(self) -> frozenset[int]:
        """The words of what somebody only means to do, or is to happen yet."""
        passage, grammar = self.denials.reading.passage, self.denials.grammar
        expected = passage.lexicon.vocabulary("hedges", "expected")
        future = passage.lexicon.vocabulary("hedges", "future")
        found: set[int] = set()
        for at in range(len(passage.words)):
            if "Tense=Fut" in grammar.features[at]:
                found |= self.denials.below(at)
            elif future.length_at(passage.words, at) and grammar.parts[at] in ("AUX", "VERB"):
                aux = grammar.deps[at] in ("aux", "aux:tense")
                found |= self.denials.below(grammar.heads[at]) if aux else self._meant(at)
            elif expected.length_at(passage.words, at):
                found |= self._meant(at)
        return frozenset(found)

    def _meant(self, at: int) -> set[int]:
        """What a word of intent brings, and not the clauses that stand beside it; an infinitive
        right after a noun is its own, wherever the parser hangs it."""
        grammar = self.denials.grammar
        found: set[int] = set()
        after = range(at + 1, min(at + _CLOSE, len(grammar.parts)))
        near = [k for k in after if grammar.parts[k] in ("VERB", "AUX")][:1]
        own = [k for k in near if "VerbForm=Inf" in grammar.features[k]]
        if grammar.parts[at] != "NOUN":
            own = [k for k in grammar.children[at] if k > at and grammar.deps[k] in _MEANT]
        for child in own:
            found |= self.denials.below(child)
        return found

    @cached_property
    def reached(self) -> frozenset[int]:
        """The words that aren't told outright."""
        found: set[int] = set()
        for at in self.cues:
            found |= self._reach(at)
        return frozenset(found)

    def _reach(self, at: int) -> set[int]:
        g = self.denials.grammar
        if g.deps[at] in ("aux", "aux:tense", "advmod", "cop", "amod", "auxpass", "aux:pass"):
            return self.denials.below(g.heads[at])
        found: set[int] = {at} if g.parts[at] in ("VERB", "AUX") else set()
        passage = self.denials.reading.passage
        word = passage.words[at]
        modal = word.lemma == "pouvoir" or is_conditional(word.lower, passage.lexicon.language)
        for child in g.children[at]:
            told = g.deps[child] in ("ccomp", "nsubjpass", "nsubj:pass") or (
                modal and g.deps[child] in ("nsubj", "csubj")
            )
            if told or not (g.deps[child] in ("nsubj", "csubj", "conj", "cc") or child < at):
                found |= self.denials.below(child)
        if g.deps[at] == "parataxis":
            found |= self.denials.below(g.heads[at])
        return found


@lru_cache(maxsize=256)
def hedges_of(passage: Passage) -> Hedges | None:
    """None without a parse."""
    denials = denials_of(passage)
    return Hedges(denials) if denials else None
