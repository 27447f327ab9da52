"""Which earlier sentence a sentence can't be told without: "the search" needs who searches.

Only where a parser reads the sentences; in other languages nothing is known to be needed.
"""

import re
from collections.abc import Collection, Sequence

from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.sentences import Passage, read_sentences
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import RELATIVES
from podcaster.write.offline.people import People
from podcaster.write.offline.pronouns import leaves_out, names_nothing
from podcaster.write.offline.text import unquoted

CLAUSES = (*RELATIVES, "acl", "appos")
QUOTES = '“”«»"'
BARE = frozenset({"det", "amod", "punct", "case", "cc", "conj"})
"""What may hang on a noun that says nothing of which thing it is."""


def antecedents(
    title: str,
    texts: Sequence[str],
    news: int,
    language: Language,
    people: Collection[int] = (),
) -> list[int | None]:
    """For each sentence, the place of the nearest one before it that something in it points at.

    What the title or the first `news` sentences speak of needs no other: listeners hear of it. "The
    company" is that of the sentence right before it.
    In the places `people` a pronoun stands for somebody who will be named.
    """
    passage = read_sentences([title, *texts], language.code)
    grammar = passage.grammar
    found: list[int | None] = [None] * len(texts)
    if grammar is None or len(passage.bounds) != len(texts) + 1:
        return found
    told: list[frozenset[str]] = []
    known: frozenset[str] = frozenset()
    for place, (first, end) in enumerate(passage.bounds, start=-1):
        if place >= news:
            pointing = [at for at in range(first, end) if _points_back(passage, grammar, at)]
            unknown = {passage.words[at].stem for at in pointing} - known
            found[place] = next((n for n in reversed(range(place)) if unknown & told[n]), None)
            called = any(_stands_for(passage, grammar, at, language) for at in range(first, end))
            if called:
                found[place] = place - 1
        if place > 0 and place not in people and _leans(passage, grammar, first, end, language):
            found[place] = place - 1
        said = frozenset(
            passage.words[at].stem
            for at in range(first, end)
            if grammar.parts[at] in ("NOUN", "PROPN", "VERB")
        )
        if place < news:
            known |= said
        if place >= 0:
            told.append(said)
    return found


def _leans(passage: Passage, grammar: Grammar, first: int, end: int, language: Language) -> bool:
    """Whether a pronoun in it means what the sentence before it names; quotations aside."""
    pronouns = frozenset(language.reading.thing_pronouns)
    counting = frozenset(language.reading.counting)
    if any(word.text in QUOTES for word in passage.words[first:end]):
        return False
    return names_nothing(passage, grammar, first, end, pronouns) or leaves_out(
        passage, grammar, first, end, counting
    )


def _stands_for(passage: Passage, grammar: Grammar, at: int, language: Language) -> bool:
    """Whether it's a "the company" whose name isn't said with it."""
    if passage.words[at].lemma not in language.reading.standing_for:
        return False
    wording = language.asking.wording
    below = grammar.children[at]
    owned = {passage.words[n].lower for child in below for n in (child, *grammar.children[child])}
    told = any(
        (grammar.parts[child] == "PROPN" and passage.words[child].capital)
        or grammar.deps[child] in CLAUSES
        for child in below
    )
    definite = grammar.has_below(at, "Definite=Def")
    return definite and not told and not (wording and owned & set(wording.of))


def named_subjects(text: str, language: Language) -> int:
    """How many of the names in a sentence do something in it; 0 where no parser tells."""
    passage = read_sentences([text], language.code)
    grammar = passage.grammar
    if grammar is None:
        return 0
    return sum(
        part == "PROPN" and dep.startswith("nsubj")
        for part, dep in zip(grammar.parts, grammar.deps, strict=True)
    )


def needs(
    title: str,
    texts: Sequence[str],
    news: int,
    everyone: People,
    people: Collection[int] = (),
) -> list[int | None]:
    """For each sentence, the place of the one before it without which it can't be told.

    That's the sentence right before it where it says "this place", sets itself against something
    without naming it, or has somebody say "it" of a thing; else what `antecedents` finds.
    """
    found = antecedents(title, texts, news, everyone.language, people)
    return [
        place - 1 if place and _leans_on_last(unquoted(text), everyone) else found[place]
        for place, text in enumerate(texts)
    ]


def _leans_on_last(text: str, everyone: People) -> bool:
    language, reading = everyone.language, everyone.language.reading
    vague = not re.search(r"\d|[a-zà-ÿ,;:] [A-ZÀ-Ý]", text)
    if vague and language.pattern(reading.contrast).match(text):
        return True
    pointing = (reading.demonstrative, reading.counted)
    if any(language.pattern(written).search(text) for written in pointing):
        return True
    says = language.pattern(rf"\b{reading.speech}\s{reading.of_it}").search(text)
    return bool(says and everyone.in_sentence(text[: says.start()]))


def _points_back(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether it's a noun with "the" and nothing that tells which one is meant."""
    if grammar.parts[at] != "NOUN" or passage.words[at].capital:
        return False
    bare = all(grammar.deps[child] in BARE for child in grammar.children[at])
    return bare and grammar.has_below(at, "Definite=Def")
