"""What a fact speaks of, so that a host can ask about it by its name alone."""

from dataclasses import dataclass

from podcaster.write.offline.attribute import lowered
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import ADJUNCTS, parse_of, pronoun
from podcaster.write.offline.text import capitalised, sentence, words

LONG_TOPIC, LONGEST_PLACE = 5, 6
LEAST_TOLD = 6
"""Words that are told of a thing, for it to be worth asking about."""
NEW_OR_OWNED = frozenset({"Definite=Ind", "Poss=Yes"})
"""What a parser says of a word by which a thing is new to listeners, or somebody's."""


@dataclass(frozen=True)
class Topic:
    """What a fact tells something of, and the fact as it's said once that was asked about."""

    name: str
    """As it stands in a question: "the pound"."""
    answer: str


def topic(text: str, language: Language) -> Topic | None:
    """What the fact tells something of, where one may ask about it by its name alone.

    None where the fact begins with anything else.
    """
    wording = language.asking.wording
    own = parse_of(text, language) if wording is not None else None
    if wording is None or own is None:
        return None
    first, end = own.span(own.subject)
    grammar, subject = own.grammar, own.subject
    below = [at for at in grammar.children[subject] if at < subject]
    called = own.said(0, end)
    if first or end - first > LONG_TOPIC or own.is_mark(end) or grammar.parts[end - 1] == "ADP":
        return None
    if own.words[subject].lemma not in wording.topics or own.is_denied:
        return None
    named = grammar.parts[0] == "PROPN" or any(own.words[at].capital for at in range(1, end))
    if named or len(own.words) - end < LEAST_TOLD:
        return None
    if any(NEW_OR_OWNED & grammar.features[at] for at in below):
        return None
    if any(grammar.parts[at] in ("NUM", "PRON", "ADJ") for at in below):
        return None
    name = lowered(called, language) if subject else called[0].lower() + called[1:]
    features = grammar.features[subject] if own.subject_agrees else frozenset()
    return Topic(name, f"{pronoun(features, language) or called} {own.said(end, len(own.words))}.")


def by_pronoun(text: str, language: Language) -> str:
    """The sentence with a pronoun for its subject, as it answers a question that names that.

    Empty where no parser tells which.
    """
    own = parse_of(text, language)
    if own is None or not own.subject_agrees or own.grammar.parts[own.subject] != "NOUN":
        return ""
    first, end = own.span(own.subject)
    stands_in = pronoun(own.grammar.features[own.subject], language)
    return "" if first or not stands_in else f"{stands_in} {own.said(end, len(own.words))}."


def elsewhere(text: str, language: Language) -> tuple[str, str]:
    """The place or time that the fact begins with, and what's told of it: "in Scotland"."""
    wording = language.asking.wording
    own = parse_of(text, language) if wording is not None else None
    if wording is None or own is None:
        return "", ""
    start, _ = own.span(own.subject)
    for at in own.grammar.hanging(own.root, *ADJUNCTS):
        first, end = own.span(at)
        if first or start - end not in (0, 1) or end > LONGEST_PLACE:
            continue
        said = own.words[0:end]
        known = any(
            word.capital or word.kind == "number" or word.lemma in wording.topics
            for word in said[1:]
        )
        pointing = any(own.grammar.parts[n] == "PRON" for n in range(end))
        rest = own.said(start, len(own.words))
        if not known or pointing or said[0].lower not in wording.places or len(words(rest)) < 4:
            return "", ""
        head = own.said(0, end)
        return head[0].lower() + head[1:], sentence(capitalised(rest))
    return "", ""
