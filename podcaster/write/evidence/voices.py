"""Who may have said what a sentence of the source tells."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from podcaster.write.evidence.denials import Denials, denials_of
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.people import is_person, is_place, same_name
from podcaster.write.evidence.places import aliases
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.speakers import Speaker, speakers

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
_STAFF = frozenset(
    """official spokesman spokeswoman spokesperson lawyer prosecutor doctor scientist researcher
    authority adviser aide expert analyst statement report porte-parole responsable avocat
    procureur médecin chercheur autorité conseiller communiqué rapport entourage direction
    member membre leader executive dirigeant estimation estimate chiffre figure étude study sondage
    survey poll calcul donnée data enquête""".split()
)
"""Those who speak for an organisation."""
_SINGULAR = frozenset({"he", "she", "il", "elle"})
_WITHIN = ("appos", "compound", "flat:name", "nmod", "poss", "pobj", "flat:foreign")


@dataclass(frozen=True)
class Voices:
    """Of the source that a text is held against."""

    ground: Ground

    @property
    def source(self) -> Reading:
        return self.ground.source

    @cached_property
    def denials(self) -> Denials | None:
        return denials_of(self.source.passage)

    @cached_property
    def speakers(self) -> list[list[Speaker]]:
        """By sentence."""
        return [
            [each for one in speakers(self.source, s) for each in self._together(one)]
            for s in range(len(self.source.passage.bounds))
        ]

    def _together(self, speaker: Speaker) -> Iterator[Speaker]:
        """A speaker and those who say it with them."""
        yield speaker
        for clause in self.source.clauses:
            if clause.at == speaker.verb and len(clause.subjects) > 1:
                for name in self.source.names:
                    if any(name.first <= at < name.last for at in clause.subjects):
                        yield Speaker(name.first, name.last, speaker.verb, name)

    def heard(self, said: Sequence[int], sentence: int) -> Sequence[Speaker]:
        """The speakers of a source sentence whose words carry most of what is `said`."""
        found = self.speakers[sentence]
        if len(found) < 2 or self.denials is None:
            return found
        shares = [self._share(said, speaker) for speaker in found]
        most = max(shares)
        return [
            one
            for one, share in zip(found, shares, strict=True)
            if share >= 0.5 * most or self._is_alone(one) or self._is_inverted(one)
        ]

    def _is_alone(self, speaker: Speaker) -> bool:
        """Whether hardly anything hangs on the verb: `..., a spokeswoman said`."""
        if self.denials is None:
            return True
        if self.denials.grammar.parts[speaker.verb] in ("NOUN", "ADJ"):
            return False  # `L'opposition reproche`: what is said hangs elsewhere then.
        phrase = self._phrase(speaker.first)
        below = self.denials.below(speaker.verb) - (phrase if speaker.verb not in phrase else set())
        return sum(self.source.passage.is_content(at) for at in below) < 3

    def _is_inverted(self, speaker: Speaker) -> bool:
        """`..., a annoncé le Premier ministre`: whose words stand before the verb and not below."""
        verbal = self.denials is not None and self.denials.grammar.parts[speaker.verb] == "VERB"
        return verbal and speaker.first > speaker.verb

    def _share(self, said: Sequence[int], speaker: Speaker) -> float:
        if self.denials is None:
            return 0.0
        verb = speaker.verb
        if self.denials.grammar.deps[verb] in ("prep", "case", "fixed"):
            verb = self.denials.grammar.heads[verb]
        words = self.source.passage.words
        below = [words[at] for at in self.denials.below(verb) if self.source.passage.is_content(at)]
        text = self.ground.text
        return sum(
            max((self.ground.same(text.passage.words[at], word) for word in below), default=0.0)
            for at in said
        )

    def speaks(self, sentence: int, name: Name | None) -> bool:
        """Whether a sentence names one as a speaker."""
        return name is not None and any(
            speaker.name is not None and same_name(speaker.name, name)
            for speaker in self.speakers[sentence]
        )

    def may_be(self, said: Sequence[int], sentence: int, name: Name | None, at: int) -> bool:
        """Whether the text's speaker, a name or else the noun `at`, may be whom the source's
        sentence gives the words `said` to; a name too where nobody is said to speak, and it
        acts."""
        heard = self.heard(said, sentence)
        if name is None:
            return self._may_be_noun(sentence, at, heard)
        if any(self._is(speaker, name) for speaker in heard):
            return True
        unnamed = all(speaker.name is None and not speaker.pronoun for speaker in heard)
        if unnamed and not self.speaks(sentence, name) and self._acts(sentence, name):
            return True
        if heard:
            return False
        around = [s for s in (sentence - 1, sentence + 1) if 0 <= s < len(self.speakers)]
        return not self._others_act(sentence) and any(
            self._is(speaker, name) for s in around for speaker in self.speakers[s]
        )

    def _is(self, speaker: Speaker, name: Name) -> bool:
        if is_place(name) and self._is_of(speaker, name):
            return True
        if speaker.name is not None:
            return same_name(speaker.name, name) or self._belong_together(speaker.name, name)
        if speaker.pronoun:
            sentence = self.source.passage.sentence_of[speaker.first]
            if (last := self._speaking_on(speaker.first)) is not None:
                return same_name(last, name) or self._belong_together(last, name)
            return self._is_meant(speaker.first, name) or self._acts(sentence, name)
        words = self.source.passage.words
        noun = words[speaker.first]
        below = self._phrase(speaker.first)
        if any(same_name(other, name) for other in self.source.names if other.first in below):
            return True
        if noun.stem in self._described(name):
            return True
        if self._is_meant(speaker.first, name) or self._may_be_lead(speaker.first, name):
            return True
        sentence = self.source.passage.sentence_of[speaker.first]
        return noun.lemma in _STAFF and any(
            same_name(other, name) and not is_person(other, self.source)
            for other in self.source.names
            if sentence - 1 <= self.source.passage.sentence_of[other.first] <= sentence
        )

    def _is_of(self, speaker: Speaker, place: Name) -> bool:
        """Whether who speaks is of a place: `la diplomatie chinoise` for China."""
        named = aliases().of(" ".join(place.tokens))
        words = self.source.passage.words
        phrase = self._phrase(speaker.first) | set(range(speaker.first, speaker.last))
        return any(aliases().of(words[at].fold) == named for at in phrase)

    def _may_be_lead(self, at: int, name: Name) -> bool:
        """Whether a noun in the singular that describes nobody may mean whom the article is on."""
        if self.denials is None or not self.source.names:
            return False
        if "Number=Plur" in self.denials.grammar.features[at]:
            return False
        stem = self.source.passage.words[at].stem
        return same_name(self.source.names[0], name) and not any(
            stem in self._described(other) for other in self.source.names
        )

    def are_anothers(self, sentences: Collection[int], name: Name) -> bool:
        """Whether all that sentences tell is told by a `he` who speaks on, and is another."""
        found = [speaker for number in sentences for speaker in self.speakers[number]]
        others = (self._speaking_on(one.first) if one.pronoun else None for one in found)
        return bool(found) and all(
            other is not None and not same_name(other, name) for other in others
        )

    def _speaking_on(self, at: int) -> Name | None:
        """The person who speaks in the sentence before, alone and by name, and goes on as `he`;
        None where another person is named in between."""
        sentence = self.source.passage.sentence_of[at]
        if not sentence or self.source.passage.words[at].lower not in _SINGULAR:
            return None
        first = self.source.passage.bounds[sentence][0]
        if any(first <= n.first < at and is_person(n, self.source) for n in self.source.names):
            return None
        before = self.speakers[sentence - 1]
        names = [speaker.name for speaker in before if speaker.name is not None]
        alone = len(names) == len(before) > 0 and all(same_name(names[0], n) for n in names)
        return names[0] if alone and is_person(names[0], self.source) else None

    def _is_meant(self, at: int, name: Name) -> bool:
        if any(o.first == at and same_name(o, name) for o in self.ground.antecedents):
            return True
        before = self.source.passage.sentence_of[at] - 1
        first = self.source.passage.bounds[before + 1][0]
        if any(first <= o.first < at and is_person(o, self.source) for o in self.source.names):
            return False
        people = [o for o in self.source.names if o.last <= at and is_person(o, self.source)]
        last = max((self.source.passage.sentence_of[o.first] for o in people), default=before)
        return before - last < 2 and any(
            self.source.passage.sentence_of[other.first] == min(last, before)
            and same_name(other, name)
            for other in self.source.names
        )

    def _phrase(self, at: int) -> frozenset[int]:
        """The words of the noun phrase that a word heads, with what it's in apposition to."""
        if self.denials is None:
            return frozenset((at,))
        grammar = self.denials.grammar
        top = at
        while grammar.deps[top] in _WITHIN:
            above = grammar.heads[top]
            if grammar.deps[top] == "pobj":
                above = grammar.heads[above]
            if grammar.parts[above] not in ("NOUN", "PROPN", "X"):
                break
            top = above
        return frozenset(self.denials.below(top))

    def _mentions(self, name: Name) -> Iterator[Name]:
        return (other for other in self.source.names if same_name(other, name))

    def _described(self, name: Name) -> frozenset[str]:
        """The stems of the words that the source puts beside a name."""
        words = self.source.passage.words
        return frozenset(
            words[at].stem
            for mention in self._mentions(name)
            for at in self._phrase(mention.last - 1)
            if self.source.passage.is_content(at)
        )

    def _belong_together(self, left: Name, right: Name) -> bool:
        """`Bill Nelson, the administrator of NASA`: one speaks for the other."""
        people = [is_person(name, self.source) for name in (left, right)]
        if all(people):
            return False
        return any(
            other.first in self._phrase(mention.last - 1)
            for mention in self._mentions(left)
            for other in self._mentions(right)
        )

    def _acts(self, sentence: int, name: Name) -> bool:
        """Whether a name is the subject of a verb of the sentence."""
        first, last = self.source.passage.bounds[sentence]
        subjects = {
            at
            for clause in self.source.clauses
            if first <= clause.at < last
            for at in clause.subjects
        }
        named = any(
            mention.first <= at < mention.last or mention.first in self._phrase(at)
            for mention in self._mentions(name)
            for at in subjects
        )
        return named or any(self._is_meant(at, name) for at in subjects)

    def _others_act(self, sentence: int) -> bool:
        """Whether a name is the subject of the sentence's verb, and the sentence a thought."""
        first, last = self.source.passage.bounds[sentence]
        if self.denials is None:
            return False
        grammar = self.denials.grammar
        return any(
            grammar.hanging(clause.at, "ccomp") and clause.subjects
            for clause in self.source.clauses
            if first <= clause.at < last
        )

    def _may_be_noun(self, sentence: int, at: int, heard: Sequence[Speaker]) -> bool:
        word = self.ground.text.passage.words[at]
        source = self.source.passage
        generic = word in source.lexicon.vocabulary("anaphora")
        everywhere = [k for k, other in enumerate(source.words) if self.ground.same(word, other)]
        if not everywhere or generic or word.lemma in _STAFF - {"procureur", "prosecutor"}:
            return True
        near = [k for k in everywhere if sentence - 2 <= source.sentence_of[k] <= sentence + 1]
        if not heard:
            return bool(near)
        for speaker in heard:
            if any(
                self.ground.same(word, source.words[k]) for k in range(speaker.first, speaker.last)
            ):
                return True
            if speaker.name and word.stem in self._described(speaker.name):
                return True
            if speaker.pronoun and near:
                return True
        return False
