"""How often each word of a text is denied, along its parse."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from podcaster.write.evidence.contraries import Terms, contraries_for
from podcaster.write.evidence.polarity import negations
from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import Passage

APART = frozenset(("relcl", "acl:relcl", "advcl", "parataxis"))
"""Clauses that a denial of what they hang on doesn't reach."""
_DOERS = frozenset(("nsubj", "csubj", "agent", "obl:agent", "expl:subj"))
_NOBODY = frozenset(("nobody", "none", "personne"))
_SAID_OF = frozenset(("acl", "advcl", "oprd", "amod"))
"""What hangs on `nobody` or beside it, as in `left nobody injured`."""
_VERBAL = ("VERB", "AUX")
_OR = frozenset(("or", "nor", "ou", "ni"))


@dataclass(frozen=True)
class Stretched:
    """A clause: its head, and the words that belong to no clause below it."""

    head: int
    words: frozenset[int]


@dataclass(frozen=True)
class Denials:
    """Of one passage with a parse."""

    reading: Reading
    grammar: Grammar

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """For each word, how many denials reach it: an even number affirms."""
        found = [0] * len(self.grammar.heads)
        for at in self.cues:
            if self.reading.passage.words[at].lower in ("ni", "nor"):
                continue
            for reached in self._reach_of_cue(at):
                found[reached] += 1
        for at in self.said:
            # `n'a pas voulu commenter`: what is said below a denied verb is denied with it.
            if self.grammar.deps[at] in ("xcomp", "conj"):
                continue
            found[at] = len(self.grammar.hanging(at, "neg")) + self._denied_in_french(at)
        for at in self.deniers:
            for reached in self._reach_of_denier(at):
                found[reached] += 1
        return tuple(found)

    def _denied_in_french(self, at: int) -> int:
        return sum(cue in self.grammar.hanging(at, "advmod") for cue in self.cues)

    @cached_property
    def cues(self) -> list[int]:
        return negations(self.reading)

    @cached_property
    def deniers(self) -> list[int]:
        passage = self.reading.passage
        vocabulary = contraries_for(passage.lexicon.language).deniers
        found: list[int] = []
        end = 0
        for at in range(len(passage.words)):
            # `stop short of` denies once, though `stop` and `short of` each do.
            if at >= end and (length := self._length(vocabulary, at)):
                found.append(at)
                end = at + length
        return found

    @cached_property
    def said(self) -> frozenset[int]:
        """The verbs of saying."""
        passage = self.reading.passage
        say = passage.lexicon.vocabulary("attribution", "say")
        return frozenset(at for at in range(len(passage.words)) if say.length_at(passage.words, at))

    @cached_property
    def sides(self) -> tuple[frozenset[tuple[int, int]], ...]:
        """For each word, the pairs of contraries it belongs to, and on which side: the longer
        phrase's, where `vote` is on the one and `vote against` on the other."""
        passage = self.reading.passage
        pairs = contraries_for(passage.lexicon.language).pairs
        found: list[frozenset[tuple[int, int]]] = []
        for at in range(len(passage.words)):
            own: set[tuple[int, int]] = set()
            for number, pair in enumerate(pairs):
                left, right = (self._length(terms, at) for terms in pair)
                own |= {(number, 0)} if left and left >= right else set()
                own |= {(number, 1)} if right and right >= left else set()
            found.append(frozenset(own))
        return tuple(found)

    def _is_of(self, terms: Terms, at: int) -> bool:
        return self._length(terms, at) > 0

    def _length(self, terms: Terms, at: int) -> int:
        """How many words make a word, with what follows or with its particle, one of these."""
        words = self.reading.passage.words
        verb = self.grammar.parts[at] in _VERBAL
        if length := terms.vocabulary.length_at(words, at) or (verb and terms.length_at(words, at)):
            return int(length)
        particle = self.grammar.hanging(at, "prt")
        if not particle or terms.length_at((words[at], words[particle[0]]), 0) != 2:
            return 0
        return 2

    @cached_property
    def doubtful(self) -> frozenset[int]:
        passage = self.reading.passage
        vocabulary = contraries_for(passage.lexicon.language).doubtful
        words = passage.words
        return frozenset(
            at
            for at in range(len(words))
            if vocabulary.length_at(words, at) and not self._is_limit(at)
        )

    def _is_limit(self, at: int) -> bool:
        """`moins de deux ans`, `less than ten`: a word that only limits a number."""
        words = self.reading.passage.words
        limits = self.reading.passage.lexicon.vocabulary("numbers", "under")
        length = limits.length_at(words, at)
        return length > 1 and any(q.first == at + length for q in self.reading.quantities)

    def _reach_of_cue(self, at: int) -> set[int]:
        g = self.grammar
        word = self.reading.passage.words[at].lower
        if word == "without":
            return self.below(at)
        head = g.heads[at]
        if word in _NOBODY and at + 1 < len(g.deps) and g.deps[at + 1] in _SAID_OF:
            return self.below(self.clause_over(at)) | self.below(at + 1)
        if word == "sans" or (self._is_loose(at) and not self.is_head(head)):
            return self.below(head)
        return self.below(self.clause_over(at))

    def _is_loose(self, at: int) -> bool:
        """`X, not Y`, `none of them hurt` after a comma, `a vote of no confidence`."""
        g, words = self.grammar, self.reading.passage.words
        before = words[at - 1].lower if at else ""
        head = g.heads[at]
        if g.deps[at] == "det" and g.deps[head] == "pobj":
            return g.parts[g.heads[g.heads[head]]] == "NOUN"
        over = self.clause_over(at)
        if any(words[k].text in ":;" for k in range(at, max(at, over))):
            return True
        whole = self.below(over)
        return before in (",", "but", "and", "mais", "et", "—", "–", "(") and min(whole) < at - 1

    def _reach_of_denier(self, at: int) -> set[int]:
        g = self.grammar
        found: set[int] = set()
        passive = bool(g.hanging(at, "nsubjpass", "nsubj:pass", "auxpass", "aux:pass"))
        for child in g.children[at]:
            if g.deps[child] in _DOERS and not (passive and g.deps[child] == "nsubj"):
                continue
            if g.deps[child] in ("ccomp", "conj") and child < at:
                continue
            purpose = g.deps[child] == "advcl" and "VerbForm=Inf" in g.features[child]
            if purpose or not self._is_apart(child):
                found |= self.below(child)
        if g.deps[at] in ("amod", "acl") and g.heads[at] != at:
            found.add(g.heads[at])
        elif not found and g.deps[at] in ("acomp", "attr", "ROOT", "relcl"):
            above = at if g.deps[at] in ("ROOT", "relcl") else g.heads[at]
            found |= {k for s in g.hanging(above, "nsubj") for k in self.below(s)}
        elif g.deps[at] in ("dobj", "obj", "pobj") and not found:
            found |= {self.clause_over(at)}
        return found - {at}

    def clause_over(self, at: int) -> int:
        """The head of the clause that a word stands in."""
        for above in self.grammar.above(at):
            if self.is_head(above):
                return above
        return at

    def is_elliptical(self, at: int) -> bool:
        """Whether a French sentence denies without a verb (`pas de danger`): a guess."""
        passage = self.reading.passage
        first, last = passage.bounds[passage.sentence_of[at]]
        whole = ("ne", "n'", "sans", "ni")
        french = passage.lexicon.language == "fr"
        return french and any(
            first <= cue < last
            and (passage.words[cue].lower not in whole or cue == first)
            and passage.words[cue].lower != "ne"
            for cue in self.cues
        )

    def clause_of(self, at: int) -> set[int]:
        """All words of the clause that a word stands in."""
        head = at if self.is_head(at) else self.clause_over(at)
        return set(self._own(head))

    def is_head(self, at: int) -> bool:
        g = self.grammar
        if g.heads[at] == at or g.deps[at] in (*APART, "ccomp"):
            return True
        verbal = g.parts[at] in _VERBAL or bool(g.hanging(at, "cop", *_DOERS))
        return g.deps[at] == "conj" and verbal

    def _is_apart(self, at: int) -> bool:
        g = self.grammar
        if g.deps[at] in APART:
            return True
        if g.deps[at] != "conj" or not self.is_head(at):
            return False
        joined = {
            self.reading.passage.words[k].lower
            for k in (*g.hanging(g.heads[at], "cc"), *g.hanging(at, "cc"))
        }
        return not joined & _OR or bool(g.hanging(at, *_DOERS))

    def below(self, at: int) -> set[int]:
        """A word and what hangs on it, without the clauses that stand apart."""
        found = {at}
        for child in self.grammar.children[at]:
            if not self._is_apart(child):
                found |= self.below(child)
        return found

    @cached_property
    def clauses(self) -> list[Stretched]:
        heads = [at for at in range(len(self.grammar.heads)) if self.is_head(at)]
        return [Stretched(at, frozenset((*self._own(at), *self._subjects(at)))) for at in heads]

    def _subjects(self, at: int) -> Iterator[int]:
        """A subject that the clause shares with another, or that its relative pronoun means."""
        for clause in self.reading.clauses:
            if clause.at == at:
                for noun in (*clause.subjects, *clause.objects):
                    yield noun
                    yield from self.grammar.hanging(noun, "compound", "flat:name", "nmod", "poss")

    def _own(self, at: int) -> Iterator[int]:
        yield at
        for child in self.grammar.children[at]:
            if not self.is_head(child):
                yield from self._own(child)


@lru_cache(maxsize=256)
def denials_of(passage: Passage) -> Denials | None:
    """None without a parse."""
    return Denials(Reading(passage, None), passage.grammar) if passage.grammar else None
