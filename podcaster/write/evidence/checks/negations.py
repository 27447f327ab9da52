"""Negation: what the source denies the text may not affirm, and the other way round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from podcaster.write.evidence.contraries import Terms, are_opposed, contraries_for, is_prefixed
from podcaster.write.evidence.denials import Denials, Stretched, denials_of
from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.lexicon import Vocabulary
from podcaster.write.evidence.marking import marked
from podcaster.write.evidence.matching import Ground, Place, content
from podcaster.write.evidence.people import same_name
from podcaster.write.evidence.polarity import excepts, is_asked, negations, sums_up
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.sureness import Sureness, Weighed

CARRIED = 0.4
"""The share of a clause that a sentence of the source must carry before it may contradict it."""
OTHERWISE = 0.6
"""The same, where it doesn't use the same word for what it says of the subject."""
ALL = 0.75
"""The share that it must tell the other way round where it says something else of the subject."""
PLAINLY = 0.5
"""The same, where a plain `not` makes the difference."""
AGAINST = 1.1
"""How much more must speak against it than for it."""
ALIGNED = 0.4
"""The share of a sentence that the source must carry before a negation out of nowhere counts."""

_UNTOLD = frozenset("before until till unless if whether avant jusqu'à si s' afin pour".split())
"""What brings a clause that isn't told as a fact."""

_LIGHT = frozenset(
    """be have plan intend expect want hope être avoir pouvoir devoir aller faire prévoir vouloir
    compter entendre souhaiter keep continue start begin manage try seem continuer commencer réussir
    parvenir rester demeurer remain stay""".split()
)
"""Verbs that say little themselves, or only that something is meant to be."""


def unsupported_negations(ground: Ground) -> Iterator[Unsupported]:
    """What is affirmed here and denied there, and negations that nothing there bears out."""
    done: set[int] = set()
    here, there = denials_of(ground.text.passage), denials_of(ground.source.passage)
    if here and there:
        polarity = _Polarity(ground, here, there)
        for clause in here.clauses:
            number = ground.text.passage.sentence_of[clause.head]
            if number in done or is_asked(ground.text, clause.head):
                continue
            turned = polarity.turned(clause)
            if turned is not None:
                done.add(number)
                word = ground.source.passage.words[turned.told].text
                reason = f"The source says the contrary: see {word!r} there."
                place = Place(turned.said, turned.said + 1)
                sign: Sign = "refuted" if turned.sure else "contrary"
                yield marked(ground, place, "negation", sign, reason)
    for cue in (*negations(ground.text), *(_refusals(here) if here else ())):
        number = ground.text.passage.sentence_of[cue]
        if cue in ground.text.quoted or number in done:
            continue
        if _is_aside(ground, cue) or sums_up(ground.text, cue):
            continue
        if _unfounded(ground, number):
            done.add(number)
            reason = "Nothing in the source's sentence is denied."
            yield marked(ground, Place(cue, cue + 1), "negation", "absent", reason)


@dataclass(frozen=True)
class _Turned:
    """The words of text and source at which a clause is told the other way round."""

    said: int
    told: int
    sure: bool
    """Whether little else can be meant."""


@dataclass(frozen=True)
class _Polarity:
    ground: Ground
    here: Denials
    there: Denials

    @cached_property
    def _sureness(self) -> Sureness:
        return Sureness(self.ground, self.here, self.there)

    def turned(self, clause: Stretched) -> _Turned | None:
        """Where a clause is told the other way round; None where it isn't."""
        ground = self.ground
        head = self._says(clause)
        if not self._is_told(clause.head):
            return None
        words = [
            at
            for at in sorted(clause.words)
            if self._counts(at, head) and (at == head or not self._denies(at, clause))
        ]
        if len(words) < 2:
            sentence = ground.text.passage.sentence_of[head]
            words += [
                at for at in content(ground.text, sentence) if at != head and self._counts(at, head)
            ]
        if len(words) < 2 or head not in words or head in ground.text.quoted:
            return None
        if any(self.here.counts[at] % 2 for at in words) and sums_up(ground.text, clause.head):
            return None
        weighed = [self._weigh(words, head, sentence) for sentence in ground.sentences]
        against = [item for item in weighed if item.head and item.head[0] < 0]
        best = max(against, key=_strength, default=None)
        borne = max((self._bears(i) for i in weighed if i.head and i.head[0] > 0), default=0.0)
        if best and best.head and _strength(best) > AGAINST * borne:
            light = ground.text.passage.words[head].lemma in ground.text.passage.lexicon.light
            same = best.head[0] == -1.0 and head not in self.here.said and not light
            least = CARRIED if same else OTHERWISE if best.head[0] <= -0.9 else ALL
            least = max(least, ALL) if len(words) < 3 else least
            if best.carried < least or (
                not same and len(words) < 3 and (best.carried < 0.9 or self.here.counts[head] % 2)
            ):
                return None
            if self._is_doubtful(words, best):
                return None
            return _Turned(head, best.head[1], self._sureness.is_sure(words, head, best))
        return self._lone(words, head, weighed, borne)

    def _lone(
        self, words: list[int], head: int, weighed: list[Weighed], borne: float
    ) -> _Turned | None:
        """Where a sentence has much of a clause the other way round, and not what it says."""
        lone = max(weighed, key=lambda item: item.contrary, default=None)
        if lone is None or lone.head or len(words) < 3 or borne >= 0.5:
            return None
        least = ALL if self._is_soft(words, lone) or len(words) < 4 else PLAINLY
        if lone.contrary < max(least, 0.6 * lone.carried) or self._is_doubtful(words, lone):
            return None
        return _Turned(head, lone.reached[0], sure=False)

    def _denies(self, at: int, clause: Stretched) -> bool:
        """Whether a clause's verb only denies what it governs, which says the rest."""
        return at == clause.head and at in self.here.deniers

    def _bears(self, item: Weighed) -> float:
        """How much a sentence speaks for the clause; less where it only tells of a plan."""
        grammar = self.there.grammar
        if item.head is None:
            return 0.0
        at = item.head[1]
        infinitive = "VerbForm=Inf" in grammar.features[at] and grammar.deps[at] in ("acl", "advcl")
        return _strength(item) * (0.6 if infinitive else 1.0)

    def _is_soft(self, words: list[int], item: Weighed) -> bool:
        """Whether a word that comes to a `not` makes the difference, and no plain one."""
        text, source = self.ground.text.passage, self.ground.source.passage
        first, last = text.bounds[text.sentence_of[words[0]]]
        here = any(first <= at < last for at in self.here.cues)
        first, last = source.bounds[item.sentence]
        there = any(first <= at < last for at in self.there.cues)
        return here == there or any(first <= at < last for at in self.there.deniers)

    def _says(self, clause: Stretched) -> int:
        """The word that says most of what the clause says of its subject."""
        grammar = self.here.grammar
        at = clause.head
        while True:
            below = grammar.hanging(at, "xcomp", "acomp", "attr", "oprd")
            light = grammar.parts[at] == "AUX" or self._is_light(at)
            if light and not below:
                below = [k for k in grammar.hanging(at, "dobj", "obj") if self._is_noun(k)]
            if at in self.here.deniers and at == clause.head:
                light = True
                below += grammar.hanging(at, "dobj", "obj") or self._indirectly(at)
            if not below and not self.ground.text.passage.is_content(at):
                light, below = True, grammar.hanging(at, "fixed")[-1:]
            if not below and self._is_hollow(at):
                light, below = True, self._filling(at)
            if below and light:
                at = below[0]
            else:
                return at

    def _indirectly(self, at: int) -> list[int]:
        """What a verb governs through a preposition: `renoncer à un défilé`, `back out of it`."""
        grammar = self.here.grammar
        below = [k for p in grammar.hanging(at, "prep") for k in grammar.hanging(p, "pobj")]
        return [k for k in (*grammar.hanging(at, "obl:arg"), *below) if self._is_noun(k)][:1]

    def _is_hollow(self, at: int) -> bool:
        """`any form of`, `toute idée de`: a noun that says nothing without what it's of."""
        hollow = self.ground.text.passage.lexicon.vocabulary("negation", "hollow")
        return self._is_noun(at) and hollow.length_at(self.ground.text.passage.words, at) > 0

    def _filling(self, at: int) -> list[int]:
        grammar = self.here.grammar
        below = [k for p in grammar.hanging(at, "prep") for k in grammar.hanging(p, "pobj")]
        return [k for k in (*grammar.hanging(at, "nmod"), *below) if k > at and self._is_noun(k)]

    def _is_told(self, at: int) -> bool:
        """Whether a clause has a verb, and asserts something."""
        grammar, words = self.here.grammar, self.ground.text.passage.words
        marks = {words[k].lower for k in (*grammar.hanging(at, "mark", "advmod", "cc", "prep"),)}
        if (
            grammar.deps[at] in ("relcl", "acl:relcl")
            and words[grammar.subtree(at)[0] - 1].text != ","
        ):
            return False
        if marks & _UNTOLD or self.here.is_elliptical(at):
            return False
        return grammar.parts[at] in ("VERB", "AUX") or bool(grammar.hanging(at, "cop", "nsubj"))

    def _is_noun(self, at: int) -> bool:
        return self.here.grammar.parts[at] == "NOUN"

    def _is_light(self, at: int) -> bool:
        if self.here.sides[at] and not self.here.grammar.hanging(at, "xcomp", "acomp", "oprd"):
            return False
        word = self.ground.text.passage.words[at]
        return word.lemma in _LIGHT

    def _counts(self, at: int, head: int) -> bool:
        passage = self.ground.text.passage
        word = passage.words[at]
        if at == head:
            return not self._is_light(at) and at not in self.here.cues
        if at in self.here.cues or word.lemma in passage.lexicon.light:
            return False
        if self.here.grammar.parts[at] in ("ADV", "ADP", "SCONJ", "CCONJ", "DET", "PRON"):
            return False
        return (passage.is_content(at) or word.kind == "number") and at not in self.here.doubtful

    def _weight(self, at: int) -> float:
        weight = self.ground.weights.get(self.ground.text.passage.words[at].stem, 2.0)
        return weight * (0.5 if self.ground.text.passage.words[at].capital else 1.0)

    def _weigh(self, words: list[int], head: int, sentence: int) -> Weighed:
        source = self.ground.source
        whole = carried = contrary = 0.0
        says: tuple[float, int] | None = None
        reached: list[int] = []
        candidates = content(source, sentence)
        for at in sorted(words, key=lambda at: at == head):
            weight = self._weight(at)
            found = [(self._alike(at, other), other) for other in candidates]
            most = max((abs(alike) for alike, _ in found), default=0.0)
            if not most:
                whole += 0.0 if self._is_meant(at, sentence) else weight
                continue
            whole += weight
            close = [(a, o) for a, o in found if abs(a) >= 0.95 * most]
            if at == head and len(close) > 1:
                close = self._closest(close, reached)
            alike, other = max(close)
            reached.append(other)
            carried += abs(alike) * weight
            contrary -= min(alike, 0.0) * weight
            if at == head:
                says = alike, other
        whole = whole or 1.0
        return Weighed(sentence, carried / whole, contrary / whole, says, tuple(reached))

    def _closest(
        self, found: Sequence[tuple[float, int]], reached: Sequence[int]
    ) -> list[tuple[float, int]]:
        """Those that share a clause with most of what else is alike."""
        shared = [len(self.there.clause_of(other) & set(reached)) for _, other in found]
        return [pair for pair, count in zip(found, shared, strict=True) if count >= max(shared) - 1]

    def _is_meant(self, at: int, sentence: int) -> bool:
        """Whether a name of the text is one that a pronoun of the source's sentence may mean."""
        name = next((n for n in self.ground.text.names if n.first <= at < n.last), None)
        return name is not None and any(
            same_name(name, other)
            for other in self.ground.antecedents
            if self.ground.source.passage.sentence_of[other.first] == sentence
        )

    def _alike(self, at: int, other: int) -> float:
        """How alike two words are, below 0 where one is denied and the other isn't."""
        word, told = self.ground.text.passage.words[at], self.ground.source.passage.words[other]
        even = (self.here.counts[at] + self.there.counts[other]) % 2 == 0
        mine, theirs = self.here.sides[at], self.there.sides[other]
        if word.stem == told.stem or word.fold == told.fold:
            parts = {self.here.grammar.parts[at], self.there.grammar.parts[other]}
            alike = 0.8 if parts == {"VERB", "NOUN"} else 1.0
            return alike if even != are_opposed(mine, theirs) else -alike
        if told.stem in self._stems or not self._are_alike(at, other):
            return 0.0
        if are_opposed(mine, theirs) or is_prefixed(word, told):
            return -0.9 if even else 0.9
        alike = self.ground.same(word, told)
        if alike < 0.9 and self.here.grammar.parts[at] != self.there.grammar.parts[other]:
            alike = 0.0 if not even else alike
        unsaid = self.there.counts[other] % 2 == 1
        both = (unsaid and at in self.here.said and other in self.there.said) or (
            at in self.here.deniers and other in self.there.deniers
        )
        alike = max(alike, 0.9 if mine & theirs else 0.0, 0.6 if both else 0.0)
        return alike if even else -alike

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.ground.text.passage.words)

    def _are_alike(self, at: int, other: int) -> bool:
        """Whether both could be in each other's place: `close` and `opening` can't."""
        parts = (self.here.grammar.parts[at], self.there.grammar.parts[other])
        if "ADJ" in parts and "VERB" in parts:
            verb = self.ground.text.passage.words[at]
            if parts[1] == "VERB":
                verb = self.ground.source.passage.words[other]
            return not verb.lower.endswith(("ing", "ant"))
        return True

    def _is_doubtful(self, words: list[int], item: Weighed) -> bool:
        """Whether the side that isn't denied holds a word that may deny, and the other doesn't."""
        here = any(self.here.counts[at] % 2 for at in words)
        there = any(self.there.counts[at] % 2 for at in item.reached)
        number = self.ground.text.passage.sentence_of[words[0]]
        if not here and not there and excepts(self.ground.text, number):
            return True
        if here and not there and self._disputes(words[0], item.sentence):
            return True
        text, source = self.ground.text.passage, self.ground.source.passage
        if here and not there:
            told = item.head[1] if item.head else item.reached[0]
            own = {word.stem for word in text.sentence(text.sentence_of[words[0]])}
            unsure = self.there.clause_of(told) & self.there.doubtful - {told}
            return any(source.words[at].stem not in own for at in unsure)
        if there and not here:
            own = {word.stem for word in source.sentence(item.sentence)}
            unsure = self.here.clause_of(words[0]) & self.here.doubtful
            return any(text.words[at].stem not in own for at in unsure)
        return False

    def _disputes(self, at: int, sentence: int) -> bool:
        """Whether both sentences deny what somebody else says: `rejected the accusation`, where
        the source has it made and denied."""
        text, source = self.ground.text.passage, self.ground.source.passage
        deny = text.lexicon.vocabulary("attribution", "deny")
        here = range(*text.bounds[text.sentence_of[at]])
        there = range(*source.bounds[sentence])
        return any(deny.length_at(text.words, k) for k in here) and any(
            deny.length_at(source.words, k) for k in there
        )


def _strength(item: Weighed) -> float:
    return item.carried * abs(item.head[0]) if item.head else 0.0


def _refusals(here: Denials) -> Iterator[int]:
    """The verbs of the text that deny what they govern."""
    for at in here.deniers:
        if here.grammar.parts[at] == "VERB" and here.is_head(at):
            yield at


def _is_aside(ground: Ground, cue: int) -> bool:
    """`and not to her`, `pas davantage`: a negation without a verb of its own."""
    passage = ground.text.passage
    before = passage.words[cue - 1].lower if cue else ""
    chunk = [at for at, number in enumerate(passage.chunk_of) if number == passage.chunk_of[cue]]
    lone = sum(passage.is_content(at) for at in chunk) < 2
    return lone or before in ("and", "et", "but", "mais", "or", "ou", ",")


def _unfounded(ground: Ground, number: int) -> bool:
    """Whether the sentence that carries most of this one has no negative word at all."""
    closest = ground.closest(number)
    if closest is None or ground.alignment[number][closest] < ALIGNED:
        return False
    near = (closest - 1, closest, closest + 1)
    last = len(ground.source.passage.bounds)
    return not any(_is_negative(ground.source, other) for other in near if 0 <= other < last)


def _is_negative(reading: Reading, sentence: int) -> bool:
    passage = reading.passage
    first, last = passage.bounds[sentence]
    lexicon = passage.lexicon
    contraries = contraries_for(lexicon.language)
    vocabularies: list[Vocabulary | Terms] = [
        *(lexicon.vocabulary("negation", name) for name in ("cues", "negative", "soft", "weak")),
        contraries.deniers,
        *(opposites.minus for opposites in lexicon.opposites if opposites.kind == "negation"),
    ]
    return any(
        vocabulary.length_at(passage.words, at)
        for at in range(first, last)
        for vocabulary in vocabularies
    )
