"""What isn't so, asked for: "The event wasn't an open race" as "Was the event an open race?"."""

from podcaster.write.offline.inversion import called, tidied
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import Parsed, by_features
from podcaster.write.offline.table import Wording
from podcaster.write.offline.text import capitalised, words

LONGEST_SUBJECT, LEAST, MOST = 4, 1, 9
"""Words of the subject, and of what is denied of it."""


def whether(own: Parsed, wording: Wording, language: Language) -> tuple[str, str]:
    """The question and its short answer; empty where the sentence denies nothing of its subject.

    The "not" stands right after the helping verb, and nothing stands apart.
    """
    grammar = own.grammar
    start, end = own.span(own.subject)
    denials = grammar.hanging(own.root, "neg")
    if len(denials) != 1 or start or end - start > LONGEST_SUBJECT or "," in own.text:
        return "", ""
    denial = denials[0]
    helper = own.words[denial - 1].lower
    rest = own.said(denial + 1, len(own.words))
    framed = grammar.hanging(own.root, "advcl", "conj", "ccomp")
    asks = wording.whether.get(helper)
    unasked = language.pattern(wording.whether_not).search(rest)
    if denial - 1 != end or asks is None or framed or unasked:
        return "", ""
    features = grammar.features[own.subject]
    lemma, part = own.words[own.subject].lemma, grammar.parts[own.subject]
    is_thing = lemma in (*language.rewriting.things, *wording.topics)
    sure = part == "PRON" or (part == "NOUN" and (is_thing or "Number=Plur" in features))
    stands_in = by_features(wording.stand_ins, features) if sure else ""
    if not stands_in or not LEAST <= len(words(rest)) <= MOST or not own.subject_agrees:
        return "", ""
    question = f"{asks} {called(own, language)} {rest}?"
    denied = own.text[own.words[denial - 1].start : own.words[denial].end]
    return tidied(question, wording, language), capitalised(f"{stands_in} {denied}")
