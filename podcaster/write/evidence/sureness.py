"""How surely a clause is told the other way round, so that it stands whatever a reader believes."""

from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.write.evidence.denials import Denials
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.reading.words import Word

SURELY = 0.7
"""The share of a clause that a sentence must carry, and of that the share that it must tell the
other way round, before the contrary stands alone."""
SEVERAL = 4
"""How many words a clause must have for its contrary to stand alone where the verb is another."""
_DEPENDENT = frozenset(("xcomp", "acl", "advcl", "pcomp", "obl:arg", "obl:mod"))
"""What an infinitive is that isn't told as a fact."""


@dataclass(frozen=True)
class Weighed:
    """A clause of the text beside one sentence of the source."""

    sentence: int
    carried: float
    """The share of the clause that the sentence carries, whatever it says of it."""
    contrary: float
    """The share that it carries and tells the other way round."""
    head: tuple[float, int] | None
    """What is said of the subject: above 0 where both say it, below where one denies it; and the
    word that says it in the source."""
    reached: tuple[int, ...]


@dataclass(frozen=True)
class Sureness:
    """Of the denials of a text beside those of a source."""

    ground: Ground
    here: Denials
    there: Denials

    def is_sure(self, words: Sequence[int], head: int, best: Weighed) -> bool:
        """Whether the same verb, or its contrary, is told of the same, and a plain `not` makes the
        difference, or none at all."""
        word = self.ground.text.passage.words[head]
        graded = self.here.grammar.parts[head] == "ADJ" and word.lower.endswith(("er", "est"))
        told = self.here.grammar.parts[head] in ("VERB", "ADJ") and not graded
        if told and best.head and head in self.here.deniers:
            told = self._is_said_of_one(head, best.head[1])
        if best.head is None or not told:
            return False
        text, source = self.ground.text.passage, self.ground.source.passage
        first, last = text.bounds[text.sentence_of[head]]
        if any(text.words[at].text in ":;" for at in range(first, last)):
            return False
        if self._is_apart(first, last, best.sentence):
            return False
        here = self._has_cue(text.words[first:last])
        there = self._has_cue(source.words[slice(*source.bounds[best.sentence])])
        said, told_at = (self.here, head), (self.there, best.head[1])
        if best.head[0] == -1.0 and not _is_denied_itself(*(said if here else told_at)):
            return False
        if best.head[0] == -1.0:
            if _is_infinitive(*told_at) != _is_infinitive(*said):
                return False
            most = best.contrary >= SURELY * best.carried
            return here != there and best.carried >= SURELY and most
        start, end = source.bounds[best.sentence]
        denied = any(first <= at < last for at in self.here.cues) or any(
            start <= at < end for at in self.there.cues
        )
        enough = len(words) >= SEVERAL and best.contrary >= SURELY
        return best.head[0] <= -0.9 and enough and not denied

    def _is_said_of_one(self, at: int, other: int) -> bool:
        """Whether two verbs have the same for their subject, by one of its words at least."""
        mine, theirs = (
            {
                denials.reading.passage.words[k].stem
                for clause in denials.reading.clauses
                if clause.at == verb
                for subject in clause.subjects
                for k in denials.below(subject)
                if denials.reading.passage.is_content(k)
            }
            for denials, verb in ((self.here, at), (self.there, other))
        )
        return bool(mine & theirs)

    def _is_apart(self, first: int, last: int, sentence: int) -> bool:
        """Whether the text has a number that the source's sentence hasn't, compares what it
        denies (`no smaller one`), or either says `not only`."""
        text, source = self.ground.text.passage, self.ground.source.passage
        start, end = source.bounds[sentence]
        figures = {q.values for q in self.ground.source.quantities if start <= q.first < end}
        here = (q for q in self.ground.text.quantities if first <= q.first < last)
        double = text.lexicon.vocabulary("negation", "double")
        cues = text.lexicon.vocabulary("negation", "cues")
        doubled = any(double.length_at(text.words, at) for at in range(first, last)) or any(
            double.length_at(source.words, at) for at in range(start, end)
        )
        compared = any(
            text.words[at] in cues and text.words[at + 1].lower.endswith("er")
            for at in range(first, last - 1)
        )
        return doubled or compared or any(q.values not in figures for q in here)

    def _has_cue(self, words: Sequence[Word]) -> bool:
        """Whether a sentence has a word of denial, whatever it reaches."""
        cues = self.ground.text.passage.lexicon.vocabulary("negation", "cues")
        return any(word in cues for word in words)


def _is_infinitive(denials: Denials, at: int) -> bool:
    """Whether a French verb is one; in English what follows `will` is no different."""
    french = denials.reading.passage.lexicon.language == "fr"
    return french and "VerbForm=Inf" in denials.grammar.features[at]


def _is_denied_itself(denials: Denials, at: int) -> bool:
    """Whether a negation hangs on a finite verb, or on what it's said of, and not further off."""
    grammar = denials.grammar
    if "VerbForm=Inf" in grammar.features[at] and grammar.deps[at] in _DEPENDENT:
        return False
    above = (grammar.heads[cue] for cue in denials.cues)
    return any(at in (head, grammar.heads[head]) for head in above)
