"""Sentences cut at their clauses, as a parser sees them, where no pattern finds a cut.

English and French have a parser; in other languages nothing is cut here. Like the patterns' rules,
each of these gives up rather than guess.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.sentences import read
from podcaster.write.evidence.reading.words import Word
from podcaster.write.offline.attribute import reports_speech
from podcaster.write.offline.language import Language
from podcaster.write.offline.piece import Piece
from podcaster.write.offline.text import SLOT, capitalised, words

SUBJECTS = ("nsubj", "nsubjpass", "nsubj:pass")
OBJECTS = ("dobj", "obj")
HELPERS = ("aux", "auxpass", "aux:pass", "aux:tense", "cop")
RELATIVES = ("relcl", "acl:relcl")
ADJUNCTS = ("prep", "npadvmod", "obl", "obl:mod", "obl:arg", "obl:agent")
NUMBERS = frozenset({"Number=Sing", "Number=Plur"})
LEAST = 4
"""Words that each half of a cut sentence keeps."""
LONG = 17
"""Words from which what a subject does besides is a sentence of its own."""
LONG_SUBJECT = 4
"""Words up to which a subject is said again as it stands."""


@dataclass(frozen=True)
class Parsed:
    """One sentence without quotations, and how its words hang together."""

    text: str
    words: tuple[Word, ...]
    grammar: Grammar
    root: int
    subject: int
    """The word that the main verb's subject hangs on."""

    def said(self, first: int, end: int) -> str:
        """The text of `words[first:end]`, without the commas around it."""
        if first >= end:
            return ""
        return self.text[self.words[first].start : self.words[end - 1].end].strip(" ,")

    def span(self, at: int) -> tuple[int, int]:
        """The first word and the end of all that hangs on one."""
        below = self.grammar.subtree(at)
        return below[0], below[-1] + 1

    def is_finite(self, at: int) -> bool:
        own = [at, *self.grammar.hanging(at, *HELPERS)]
        return any("VerbForm=Fin" in self.grammar.features[word] for word in own)

    @property
    def is_denied(self) -> bool:
        """Whether the main verb has a "not"."""
        grammar = self.grammar
        return any(
            grammar.deps[at] == "neg" or "Polarity=Neg" in grammar.features[at]
            for at in grammar.children[self.root]
        )

    @property
    def subject_agrees(self) -> bool:
        """Whether subject and verb are of one number, as far as the parser tells."""
        grammar = self.grammar
        finite = [
            at
            for at in (self.root, *grammar.hanging(self.root, *HELPERS))
            if "VerbForm=Fin" in grammar.features[at]
        ]
        of_verb = {sign for at in finite for sign in grammar.features[at] & NUMBERS}
        of_subject = grammar.features[self.subject] & NUMBERS
        return not of_verb or not of_subject or bool(of_verb & of_subject)

    def is_mark(self, at: int, marks: str = ",") -> bool:
        return 0 <= at < len(self.words) and self.words[at].text in marks


Rule = Callable[[Parsed, Language], list[Piece] | None]


def clauses(text: str, language: Language) -> list[Piece] | None:
    """The sentence in two, the second right after the first; None where nothing is to be cut."""
    return cut_by(RULES, text, language)


def cut_by(rules: Sequence[Rule], text: str, language: Language) -> list[Piece] | None:
    """The sentence as the first of the rules cuts it that can."""
    sentence = parsed(text, language)
    if sentence is None:
        return None
    for rule in rules:
        cut = rule(sentence, language)
        if cut and all(len(words(piece.text)) >= LEAST for piece in cut):
            return cut
    return None


def hangs_on_main_verb(text: str, start: int, language: Language) -> bool:
    """Whether what begins at a letter of the sentence says more of its main verb.

    True where no parser tells; not where another verb before it may be meant.
    """
    own = parsed(text, language)
    if own is None:
        return True
    tail = [at for at, word in enumerate(own.words) if word.start >= start and not word.is_mark]
    if not tail:
        return True
    above = next((at for at in own.grammar.above(tail[0]) if at < tail[0]), own.root)
    if any(own.grammar.deps[at] in ("acl", *RELATIVES) for at in range(own.root, tail[0])):
        return False
    return above == own.root or own.grammar.deps[above] in ("xcomp", "ccomp", "conj", *HELPERS)


def tells_which(text: str, start: int, language: Language) -> bool:
    """Whether what begins at a letter of the sentence tells which of several a noun means.

    "Its twin in Hanford" isn't the one in Livingston. False where no parser tells.
    """
    own = parsed(text, language)
    if own is None:
        return False
    first = next((at for at, word in enumerate(own.words) if word.start >= start), None)
    noun = None if first is None else own.grammar.heads[first]
    return noun is not None and any(
        {"Definite=Def", "Poss=Yes"} & own.grammar.features[at]
        for at in own.grammar.children[noun]
        if own.grammar.parts[noun] in ("NOUN", "PROPN")
    )


def parsed(text: str, language: Language) -> Parsed | None:
    """The parse of one plain sentence with a finite verb and one subject before it, or None."""
    passage = read(text, language.code)
    grammar = passage.grammar
    if grammar is None or SLOT.search(text) or len(passage.bounds) != 1:
        return None
    roots = [at for at, head in enumerate(grammar.heads) if at == head]
    subjects = grammar.hanging(roots[0], *SUBJECTS) if len(roots) == 1 else []
    if len(subjects) != 1 or subjects[0] > roots[0]:
        return None
    found = Parsed(text, passage.words, grammar, roots[0], subjects[0])
    return found if found.is_finite(found.root) else None


def parse_of(sentence: str, language: Language) -> Parsed | None:
    """The same of a sentence as it's printed, full stop and all."""
    return parsed(sentence.strip().removesuffix("."), language)


def _relative_inside(own: Parsed, language: Language) -> list[Piece] | None:
    """ "X, which does A, does B": what X does besides comes last."""
    first, end = own.span(own.subject)
    if language.pattern(language.rewriting.cleft).match(own.text):
        return None
    relative = _relative(own, own.subject, language)
    if relative is None or first or not own.is_mark(relative.end) or end > relative.end + 1:
        return None
    subject = own.said(0, relative.comma)
    called = again(own, own.subject, subject, language)
    if not called or len(words(subject)) > LONG_SUBJECT + 2:
        return None
    rest = own.said(relative.end, len(own.words))
    return news_first(subject, rest, called, relative.said)


def _relative_last(own: Parsed, language: Language) -> list[Piece] | None:
    """ "... X, which does A", at the end."""
    if language.pattern(language.rewriting.cleft).match(own.text):
        return None
    for at in range(own.root + 1, len(own.words)):
        relative = _relative(own, at, language)
        if relative is None or relative.end != len(own.words) or relative.goes_on:
            continue
        first, _ = own.span(at)
        named = own.grammar.parts[at] == "PROPN" and own.grammar.deps[at] == "pobj"
        if named and own.words[relative.comma + 1].lower not in language.rewriting.relative_person:
            return None
        left = own.said(0, relative.comma)
        called = again(own, at, own.said(first, relative.comma), language)
        if not called or reports_speech(left, language):
            return None
        return [Piece(left), Piece(f"{called} {relative.said}", leans=True)]
    return None


@dataclass(frozen=True)
class _Clause:
    """A relative clause: what it says of the word before, and where it stands."""

    said: str
    comma: int
    end: int
    goes_on: bool
    """Whether a part of it, after a comma and "and", may belong to what stands before it."""


def _relative(own: Parsed, at: int, language: Language) -> _Clause | None:
    """The clause that says right after a noun what it does besides."""
    grammar = own.grammar
    for verb in grammar.hanging(at, *RELATIVES):
        first, end = own.span(verb)
        subjects = grammar.hanging(verb, *SUBJECTS)
        known = own.words[first].lower in language.rewriting.relative_subject
        if not known or subjects != [first] or not own.is_finite(verb):
            continue
        before = first - 1 if own.is_mark(first - 1) else first
        if before == first and not _is_new(own, at):
            continue
        if _belongs(own, before - 1, at):
            return _Clause(own.said(first + 1, end), before, end, goes_on(own, verb, end))
    return None


def goes_on(own: Parsed, first: int, end: int) -> bool:
    """Whether ", and" stands in a clause, after which the sentence may go on without it."""
    return any(own.is_mark(at) and own.grammar.deps[at + 1] == "cc" for at in range(first, end - 1))


def _is_new(own: Parsed, noun: int) -> bool:
    """Whether the noun speaks of something for the first time: "an agreement"."""
    return own.grammar.has_below(noun, "Definite=Ind")


def _apposed(own: Parsed, language: Language) -> list[Piece] | None:
    """ "... X, a Y with Z", at the end."""
    grammar = own.grammar
    for at in range(own.root + 1, len(own.words)):
        first, end = own.span(at)
        apart = grammar.deps[at] == "appos" and end == len(own.words) and own.is_mark(first - 1)
        if not apart or grammar.parts[first] != "DET":
            continue
        left = own.said(0, first)
        for wanted, form in language.rewriting.apposed.items():
            if wanted in grammar.features[at] and not reports_speech(left, language):
                return [Piece(left), Piece(form.format(what=own.said(first, end)), leans=True)]
    return None


def _belongs(own: Parsed, last: int, noun: int) -> bool:
    """Whether the word before is the noun, or part of its name: no other can be meant."""
    parts, heads = own.grammar.parts, own.grammar.heads
    if last == noun:
        return parts[noun] in ("NOUN", "PROPN")
    return heads[last] == noun and parts[last] in ("ADJ", "PROPN")


def _two_clauses(own: Parsed, language: Language) -> list[Piece] | None:
    """ "A does B and C does D"."""
    for verb in own.grammar.hanging(own.root, "conj"):
        subjects = own.grammar.hanging(verb, *SUBJECTS)
        first, end = own.span(verb)
        if not subjects or subjects[0] > verb:
            continue
        if not own.is_finite(verb) or end != len(own.words):
            continue
        if own.grammar.parts[subjects[0]] in ("NUM", "ADJ"):
            return None
        halves = _halves(own, first, language)
        if halves is None:
            return None
        left, join, right = halves
        kept = join in language.rewriting.kept_joins
        said = f"{capitalised(join)} {right}" if kept else capitalised(right)
        return [Piece(left), Piece(said, leans=True)]
    return None


def _two_verbs(own: Parsed, language: Language) -> list[Piece] | None:
    """ "A does B and does C": the subject is named again, or a pronoun stands for it."""
    grammar = own.grammar
    second = grammar.hanging(own.root, "conj")
    if len(second) != 1 or grammar.hanging(second[0], *SUBJECTS, "conj"):
        return None
    first, end = own.span(second[0])
    if not own.is_finite(second[0]) or end != len(own.words) or first < own.root:
        return None
    if len(words(own.text)) < LONG:
        return None
    halves = _halves(own, first, language)
    called = carried_on(own, language)
    if halves is None or not called:
        return None
    left, join, right = halves
    kept = language.rewriting.kept_joins
    first_word, _, rest = right.partition(" ")
    if first_word in kept:
        join, right = first_word, rest
    named = grammar.parts[own.subject] == "PROPN" and called in own.text.split()
    low = called if named and called[0].isupper() else _low(called)
    start = f"{capitalised(join)} {low}" if join in kept else called
    return [Piece(left), Piece(f"{start} {right}", leans=True)]


def _halves(own: Parsed, first: int, language: Language) -> tuple[str, str, str] | None:
    """What stands before a joining word and after it; None where the first half frames both."""
    joins = [
        at
        for at in range(own.root, len(own.words) - 1)
        if own.grammar.deps[at] == "cc" and at in (first, first - 1)
    ]
    if not joins:
        return None
    join = joins[-1]
    left, right = own.said(0, join), own.said(join + 1, len(own.words))
    framed = reports_speech(left, language) or _is_conditional(own)
    return None if framed else (left, own.words[join].lower, right)


def _is_conditional(own: Parsed) -> bool:
    """Whether a clause stands before the subject, which may hold for both halves."""
    before = own.grammar.hanging(own.root, "advcl")
    return any(at < own.subject for at in before)


def _conceded(own: Parsed, language: Language) -> list[Piece] | None:
    """ "A, though B"."""
    for verb in own.grammar.hanging(own.root, "advcl"):
        first, end = own.span(verb)
        said = _conceding(own, first, end, language)
        left = own.said(0, first)
        if not said or end != len(own.words) or not own.is_mark(first - 1):
            continue
        if reports_speech(left, language):
            return None
        return [Piece(left), Piece(said, leans=True)]
    return None


def _conceding(own: Parsed, first: int, end: int, language: Language) -> str:
    clause = own.said(first, end)
    for word, form in language.rewriting.conceded.items():
        if match := re.match(rf"(?i){word}\s+", clause):
            return form.format(what=clause[match.end() :])
    return ""


def again(own: Parsed, noun: int, named: str, language: Language) -> str:
    """How what a noun stands for is called next; empty where that isn't sure."""
    grammar, named = own.grammar, named.partition(",")[0]
    if noun == own.subject and not own.subject_agrees:
        return ""
    if grammar.parts[noun] == "PRON":
        return capitalised(own.words[noun].text)
    known_by_name = grammar.parts[noun] == "PROPN"
    if known_by_name and len(words(named)) <= LONG_SUBJECT:
        whole = _name(own, noun)
        return capitalised(named[: named.rfind(whole) + len(whole)] if whole in named else whole)
    if grammar.parts[noun] == "PROPN" and not _has_article(own, noun):
        return ""
    if grammar.parts[noun] not in ("NOUN", "PROPN") or _is_part_of_another(own, noun):
        return ""
    for name in grammar.hanging(noun, "appos"):
        if grammar.parts[name] == "PROPN" and len(words(named)) > 1:
            return own.words[name].text
    features = grammar.features[noun]
    called = [own.words[noun].lower] if known_by_name else _compound(own, noun)
    form = by_features(language.rewriting.called_again, features)
    return form.format(noun=" ".join(called))


def by_features(table: Mapping[str, str], features: frozenset[str]) -> str:
    """The first form of a table all of whose signs are among the features; empty without one."""
    return next((form for signs, form in table.items() if set(signs.split()) <= features), "")


def pronoun(features: frozenset[str], language: Language) -> str:
    """The pronoun that stands for a thing as a subject; empty where the parser doesn't tell."""
    rewriting = language.rewriting
    if rewriting.thing_again and "Number=Sing" in features:
        return rewriting.thing_again
    return by_features(rewriting.called_again, features)


def news_first(subject: str, news: str, called: str, besides: str) -> list[Piece]:
    """What a sentence tells of its subject, and then what it says of that besides."""
    return [Piece(f"{subject} {news}"), Piece(f"{called} {besides}", leans=True, besides=True)]


def carried_on(own: Parsed, language: Language) -> str:
    """How the subject of one sentence is called as the subject of the next."""
    grammar, subject = own.grammar, own.subject
    features, rewriting = grammar.features[subject], language.rewriting
    somebody = language.pattern(rewriting.somebody).search(own.words[subject].text)
    named = grammar.parts[subject] == "PROPN" and _has_article(own, subject) and not somebody
    thing = own.words[subject].lemma in rewriting.things and not own.words[subject].capital
    is_it = rewriting.thing_again and own.subject_agrees and (named or thing)
    said = pronoun(features, language) if is_it else ""
    return said or again(own, subject, own.said(*own.span(subject)), language)


def _name(own: Parsed, noun: int) -> str:
    """The whole name that a word of one stands in."""

    def is_name(at: int) -> bool:
        return own.words[at].capital and own.grammar.parts[at] in ("PROPN", "ADJ")

    first, end = noun, noun + 1
    while first and is_name(first - 1):
        first -= 1
    while end < len(own.words) and is_name(end):
        end += 1
    return own.said(first, end)


def _has_article(own: Parsed, noun: int) -> bool:
    return own.grammar.has_below(noun, "Definite=Def")


def _is_part_of_another(own: Parsed, noun: int) -> bool:
    """Whether it tells more of a noun before it, which may be the one that is meant."""
    grammar = own.grammar
    above = next((at for at in grammar.above(noun) if grammar.parts[at] != "ADP"), noun)
    return above < noun and grammar.parts[above] == "NOUN"


def _compound(own: Parsed, noun: int) -> Iterator[str]:
    """The noun with what makes one word with it: "container ship"."""
    for at in (*own.grammar.hanging(noun, "compound"), noun):
        if at <= noun:
            yield own.words[at].text


def _low(text: str) -> str:
    """A pronoun or "The ..." inside a sentence; names keep their capital."""
    return text[:1].lower() + text[1:] if len(text.split()) == 1 or text[:4] == "The " else text


RULES: tuple[Rule, ...] = (
    _two_clauses,
    _conceded,
    _relative_inside,
    _relative_last,
    _apposed,
    _two_verbs,
)
