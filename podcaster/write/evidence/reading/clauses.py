"""Who does what to whom: every verb and noun of action of a text, with its arguments.

Passives, relative clauses, participles, shared subjects and the subjects of infinitives are read
through, so that `X, which was bought by Y` and `Y bought X` come out alike.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.words import Word

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "nsubj:pass", "csubjpass", "csubj:pass")
OBJECTS = ("dobj", "obj")
INDIRECT = ("dative", "iobj")
RELATIVES = ("relcl", "acl:relcl")
PASSIVE_MARKS = ("auxpass", "aux:pass")
_OBLIQUES = ("obl:arg", "obl:mod", "obl", "nmod")
_RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "qui", "que", "qu'", "lequel"})

_COMPOUND = {"face": "face_à", "auprès": "auprès_de", "grâce": "grâce_à"}
"""What a French preposition is of whose words the parser hangs side by side."""


@dataclass(frozen=True)
class Clause:
    """A verb or a noun of action, by the numbers of the words."""

    at: int
    lemma: str
    """With its particle: `take_over`."""
    subjects: tuple[int, ...] = ()
    """Who does it, conjuncts included; a passive's agent."""
    objects: tuple[int, ...] = ()
    """To whom it's done."""
    links: tuple[tuple[str, int], ...] = ()
    """Other arguments: the preposition, and the noun that it brings."""
    noun: bool = False
    passive: bool = False


def clauses(words: Sequence[Word], grammar: Grammar) -> tuple[Clause, ...]:
    """In the order of the text."""
    found = _Reader(words, grammar)
    return tuple(found.clause(at) for at in range(len(words)) if found.is_predicate(at))


@dataclass(frozen=True)
class _Reader:
    words: Sequence[Word]
    grammar: Grammar

    def is_predicate(self, at: int) -> bool:
        g = self.grammar
        if g.parts[at] in ("VERB", "NOUN"):
            return g.deps[at] not in ("aux", "auxpass", "aux:tense", "aux:pass", "cop", "compound")
        if g.parts[at] == "ADJ":
            return bool(g.hanging(at, "cop", "aux:tense", *SUBJECTS, *PASSIVE_SUBJECTS)) or (
                self.is_participle(at)
            )
        return g.parts[at] == "AUX" and bool(g.hanging(at, *SUBJECTS)) and g.deps[at] != "cop"

    def is_participle(self, at: int) -> bool:
        """Of the past; the French parser takes many for adjectives."""
        if "VerbForm=Part" in self.grammar.features[at]:
            return "Tense=Pres" not in self.grammar.features[at]
        word = self.words[at]
        lemma = word.lemma
        return (
            self.grammar.parts[at] == "ADJ"
            and lemma.endswith(("er", "ir", "re", "oir"))
            and lemma != word.lower
        )

    def clause(self, at: int) -> Clause:
        clause = self._noun(at) if self.grammar.parts[at] == "NOUN" else self._verb(at)
        return replace(
            clause,
            subjects=self._spread(clause.subjects),
            objects=self._spread(clause.objects),
            links=tuple(
                (link, noun) for link, first in clause.links for noun in self._spread((first,))
            ),
        )

    def _spread(self, nouns: Sequence[int]) -> tuple[int, ...]:
        """With all that `and` joins to them; relative pronouns give way to what they mean."""
        found: list[int] = []
        for noun in nouns:
            noun = self._meant(noun)
            if noun not in found:
                found.append(noun)
            found += [other for other in self._conjuncts(noun) if other not in found]
        return tuple(found)

    def _conjuncts(self, noun: int) -> Iterator[int]:
        nominal = ("NOUN", "PROPN", "PRON", "X", "NUM")
        for other in self.grammar.hanging(noun, "conj"):
            if self.grammar.parts[other] in nominal:
                yield other
                yield from self._conjuncts(other)

    def _meant(self, noun: int) -> int:
        """The noun that a relative pronoun stands for."""
        if self.words[noun].lower not in _RELATIVE_PRONOUNS:
            return noun
        for above in self.grammar.above(noun):
            if self.grammar.deps[above] in RELATIVES:
                head = self.grammar.heads[above]
                return head if head < noun else noun
        for before in range(noun - 1, max(noun - 4, -1), -1):
            if self.grammar.parts[before] in ("NOUN", "PROPN"):
                return before
        return noun

    def _verb(self, at: int) -> Clause:
        g = self.grammar
        subjects = g.hanging(at, *SUBJECTS)
        passive_subjects = g.hanging(at, *PASSIVE_SUBJECTS)
        participle = self.is_participle(at)
        bare = participle and not g.hanging(at, "aux", "aux:tense", *SUBJECTS)
        passive = bool(
            passive_subjects
            or g.hanging(at, *PASSIVE_MARKS)
            or (participle and g.hanging(at, "cop"))
            or (bare and g.deps[at] in ("acl", "amod", "advcl", "conj", "acl:relcl", "ROOT", "dep"))
        )
        if (
            g.deps[at] == "conj"
            and not subjects
            and not g.hanging(at, "aux", "aux:tense", *OBJECTS)
        ):
            head = g.heads[at]
            form = participle or self.words[at].lower.endswith("ed")
            if form and g.parts[head] in ("VERB", "ADJ", "AUX"):
                passive = self._verb(head).passive
        objects = [
            *g.hanging(at, *OBJECTS),
            *(other for other in g.hanging(at, "attr", "oprd") if g.parts[other] != "ADJ"),
        ]
        objects += self._bare(at)
        if not passive and len(subjects) > 1 and min(subjects) < at < max(subjects):
            # `qui a battu Dupont`: with a subject before the verb, what follows is its object.
            objects += [noun for noun in subjects if noun > at]
            subjects = [noun for noun in subjects if noun < at]
        links = list(self._links(at, passive))
        doers = [noun for link, noun in links if link == "@agent"]
        links = [link for link in links if link[0] != "@agent"]
        links += [
            ("indirect", other) for other in g.hanging(at, *INDIRECT) if g.parts[other] != "ADP"
        ]
        links += self._hands(at)
        if passive:
            undergoers = (
                [*passive_subjects, *subjects]
                or self._shared(at, passive=True)
                or self._just_before(at)
            )
            if passive_subjects and objects:
                # `X was granted a loan`: the subject is who gets it.
                links += [("indirect", noun) for noun in undergoers]
                undergoers = []
            return Clause(
                at,
                self._name(at),
                tuple(doers),
                (*undergoers, *objects),
                tuple(links),
                passive=True,
            )
        subjects = subjects or self._shared(at, passive=False) or self._just_before(at)
        if g.deps[at] in RELATIVES and not objects and not self._has_relative(at):
            objects = [g.heads[at]]
        return Clause(at, self._name(at), tuple(subjects), tuple(objects), tuple(links))

    def _bare(self, at: int) -> list[int]:
        """A noun right after a French verb that the parser takes for something but its object."""
        return [
            child
            for child in self.grammar.hanging(at, "xcomp", "obl:arg", "obl:mod", "advmod", "dep")
            if self.grammar.parts[child] in ("PROPN", "X", "NOUN")
            and at < child <= at + 3
            and self.words[child].capital
            and not self._case(child)
        ]

    def _just_before(self, at: int) -> list[int]:
        """The name that stands before a finite verb which the parser gives no subject."""
        g = self.grammar
        step = at - 1
        while step >= 0 and (
            g.parts[step] in ("AUX", "ADV", "PART")
            or (g.heads[step] == at and g.parts[step] == "PRON")
            or (g.parts[step] == "VERB" and g.heads[at] == step and g.deps[at] == "xcomp")
        ):
            step -= 1
        if step < 0 or g.parts[step] not in ("PROPN", "X") or not self.words[step].capital:
            return []
        first = step
        while first > 0 and self.words[first - 1].capital:
            first -= 1
        lone = first == 0 or g.parts[first - 1] in ("PUNCT", "CCONJ")
        return [step] if lone else []

    def _has_relative(self, at: int) -> bool:
        return any(
            self.words[below].lower in _RELATIVE_PRONOUNS or self.words[below].lower == "whose"
            for below in self.grammar.subtree(at)
            if below < at
        )

    def _name(self, at: int) -> str:
        particles = self.grammar.hanging(at, "prt")
        return "_".join([self.words[at].lemma, *(self.words[k].lower for k in particles[:1])])

    def _links(self, at: int, passive: bool) -> Iterator[tuple[str, int]]:
        g = self.grammar
        for child in g.children[at]:
            if g.deps[child] in ("prep", "agent", "dative") and g.parts[child] == "ADP":
                yield from self._after(child, "@agent" if g.deps[child] == "agent" else "")
            elif g.deps[child] in ("advmod", "prt", "acomp") and child > at:
                for below in g.hanging(child, "prep"):
                    link = f"{self.words[child].lower}_{self.words[below].lower}"
                    yield from self._after(below, link)
            elif g.deps[child] in (*_OBLIQUES, "obl:agent"):
                case = self._case(child)
                agent = g.deps[child] == "obl:agent" or (passive and case == "par")
                yield ("@agent" if agent else case), child
                if passive and not agent:
                    yield from self._agents_below(child)
            elif passive and g.deps[child] in OBJECTS:
                yield from self._agents_below(child)

    def _hands(self, at: int) -> Iterator[tuple[str, int]]:
        """`from the hands of X`, `des mains de X`, wherever the parser hangs it."""
        for k in range(at + 1, min(at + 14, len(self.words) - 2)):
            if self.words[k].lower in ("mains", "hands") and k + 1 < len(self.words):
                for noun in range(k + 2, min(k + 8, len(self.words))):
                    if self.grammar.parts[noun] == "PROPN" or self.words[noun].capital:
                        yield "hands", noun
                        return

    def _agents_below(self, at: int) -> Iterator[tuple[str, int]]:
        """`par X` hung too low by the parser, as it often is in French."""
        for below in self.grammar.hanging(at, "nmod", "obl:mod", "obl:agent"):
            if self._case(below) == "par":
                yield "@agent", below
        for below in self.grammar.hanging(at, "prep"):
            if self.words[below].lower == "by":
                yield from self._after(below, "@agent")

    def _after(self, preposition: int, link: str) -> Iterator[tuple[str, int]]:
        link = link or self.words[preposition].lower
        for noun in self.grammar.hanging(preposition, "pobj"):
            yield link, noun
        for below in self.grammar.hanging(preposition, "prep"):
            yield from self._after(below, f"{link}_{self.words[below].lower}")

    def _case(self, noun: int) -> str:
        marks = self.grammar.hanging(noun, "case")
        first = self.words[marks[0]].lower if marks else ""
        return _COMPOUND.get(first, first)

    def _shared(self, at: int, passive: bool) -> list[int]:
        """The subject of a verb that has none of its own."""
        g = self.grammar
        head, dep = g.heads[at], g.deps[at]
        if head == at:
            return []
        if dep in RELATIVES or dep == "acl":
            before = dep in RELATIVES and self._has_relative(at)
            infinitive = "VerbForm=Inf" in g.features[at]
            if infinitive:
                return self._predicated(head)
            return [head] if passive or not before else []
        if dep == "amod":
            return [head] if passive else []
        if dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "parataxis"):
            above = head
            if dep == "pcomp" or g.parts[head] == "ADP":
                above = g.heads[head]
            if g.parts[above] not in ("VERB", "AUX", "ADJ"):
                return []
            if dep == "ccomp" and "VerbForm=Fin" in g.features[at]:
                return []
            governing = self._verb(above)
            if dep == "conj":
                return list(governing.objects if governing.passive else governing.subjects)
            # `accused X of doing it`, but `won by doing it`.
            own = dep == "pcomp" and self.words[head].lower not in ("of", "from", "into")
            handed = dep in ("xcomp", "ccomp", "pcomp") and not own
            if governing.passive or (governing.objects and handed):
                return list(governing.objects)
            if dep == "xcomp" and (told := self._told(above)):
                return told
            return list(governing.subjects)
        return []

    def _predicated(self, noun: int) -> list[int]:
        """Who is it that was `one of the first to do so`, `l'un des premiers à le faire`."""
        g = self.grammar
        for at in (noun, *g.above(noun)):
            if g.hanging(at, "cop"):
                return g.hanging(at, *SUBJECTS)
            if g.deps[at] == "attr":
                return g.hanging(g.heads[at], *SUBJECTS)
            if g.deps[at] not in ("nmod", "pobj", "prep"):
                break
        return []

    def _told(self, verb: int) -> list[int]:
        """Whom a French verb lets or makes do something: `permettre à X de faire`."""
        if self.words[verb].lemma in ("promettre", "aller", "commencer"):
            return []
        return [
            noun
            for noun in self.grammar.hanging(verb, "obl:arg", "iobj")
            if self._case(noun) in ("à", "au", "aux", "")
        ]

    def _noun(self, at: int) -> Clause:
        """`the purchase of X by Y`, `Y's purchase of X`, `le rachat de X par Y`."""
        g = self.grammar
        subjects: list[int] = []
        links: list[tuple[str, int]] = [("poss", k) for k in g.hanging(at, "poss")]
        for child in g.children[at]:
            if g.deps[child] in ("prep", "agent"):
                for link, noun in self._after(child, ""):
                    links.append((link, noun))
                    links += self._links_below(noun)
            elif g.deps[child] in ("nmod", *_OBLIQUES):
                links.append((self._case(child), child))
                links += self._links_below(child)
            elif g.deps[child] in ("amod", "compound") and self.words[child].capital:
                links.append(("poss", child))
        head, dep = g.heads[at], g.deps[at]
        if dep in (*OBJECTS, "attr") and head != at:
            verb = head
            if g.parts[verb] in ("VERB", "AUX"):
                clause = self._verb(verb)
                subjects = list(clause.subjects)
                links += [link for link in clause.links if link[1] != at and link not in links]
        elif g.hanging(at, "cop"):
            subjects = g.hanging(at, *SUBJECTS)
        elif dep == "appos":
            subjects = [head]
        return Clause(at, self.words[at].lemma, tuple(subjects), (), tuple(links), noun=True)

    def _links_below(self, noun: int) -> Iterator[tuple[str, int]]:
        """`by Y` of `the purchase of X by Y`, hung on X."""
        g = self.grammar
        for child in g.hanging(noun, "prep", "nmod"):
            if g.deps[child] == "prep" and self.words[child].lower in ("by", "from", "over"):
                yield from self._after(child, "")
            elif g.deps[child] == "nmod" and self._case(child) in ("par", "sur", "contre"):
                yield self._case(child), child
