"""How much and how many: a fact's number, asked for and answered with it."""

from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read
from podcaster.write.offline.inversion import inverted, tidied
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import Parsed
from podcaster.write.offline.table import Wording

NOTHING = ("", "", "")
LONG_DEED = 4
"""Words of what many did, up to which a question can hold it."""
MORE = ("conj", "advcl", "parataxis")
COMPLETED = ("oprd", "acomp", "xcomp", "ccomp")
"""What a verb has besides a subject and an object, which an answer would have to take along."""


def amount(own: Parsed, wording: Wording, language: Language) -> tuple[str, str, str]:
    """The kind, the question for the number that follows the verb, and the answer.

    Empty where there's none, or where it's told of something that the question would have to name.
    """
    grammar, root, subject = own.grammar, own.root, own.subject
    start, end = own.span(subject)
    counted = _counted(own, wording, language)
    if counted is None or start or ";" in own.text or grammar.hanging(root, *MORE):
        return NOTHING
    if any(own.is_mark(at) for at in range(end)) or grammar.parts[subject] == "NUM":
        return NOTHING
    if wording.nouns_only and grammar.parts[subject] == "PRON":
        return NOTHING
    if form := _measuring(own, counted, wording):
        return "measure", inverted(form, own, wording, language), _size(own, counted, wording)
    verb, after = own.words[root], own.words[counted.last : counted.last + 1]
    if verb.lower in wording.be or verb.lemma in wording.owning:
        return NOTHING
    if counted.kind == "money" and not (
        grammar.hanging(root, *COMPLETED) or (after and after[0].lower in wording.of)
    ):
        question = inverted(wording.how_much, own, wording, language)
        return "how_much", question, own.said(root + 1, len(own.words))
    return _how_many(own, counted, wording, language) if counted.kind == "count" else NOTHING


def crowd(own: Parsed, wording: Wording, language: Language) -> tuple[str, str, str]:
    """How many did what the sentence tells, where its subject is a number of them."""
    start, end = own.span(own.subject)
    counted = _number(own, 0, wording, language)
    if counted is None or counted.kind != "count" or start or not wording.crowd:
        return NOTHING
    noun = _noun(own, counted.last)
    if noun != own.subject or own.words[noun].lemma in wording.units or ";" in own.text:
        return NOTHING
    beside = own.text[own.words[noun].end : own.words[end - 1].end]
    if (beside and not beside.startswith(",")) or own.grammar.hanging(own.root, *MORE):
        return NOTHING
    done = own.said(end, len(own.words))
    question = wording.crowd.format(noun=own.said(counted.last, noun + 1), done=done)
    if any(own.grammar.parts[at] == "PRON" for at in range(end, len(own.words))):
        return NOTHING
    if not done or "," in done or len(done.split()) > LONG_DEED:
        return NOTHING
    number = own.said(0, counted.last)
    return "how_many_did", tidied(question, wording, language), f"{number}{beside}".rstrip(", ")


def _how_many(
    own: Parsed, counted: Quantity, wording: Wording, language: Language
) -> tuple[str, str, str]:
    noun = _noun(own, counted.last)
    if noun is None or own.words[noun].lemma in wording.units:
        return NOTHING
    after = own.words[noun + 1 : noun + 2]
    if after and after[0].lower in wording.of:
        return NOTHING
    if after and not after[0].is_mark and own.grammar.parts[noun + 1] != "ADP":
        return NOTHING
    said, verb = own.said(counted.last, noun + 1), _agreeing(own, noun, wording)
    question = inverted(wording.how_many, own, wording, language, verb=verb, noun=said)
    number = own.said(own.root + 1, counted.last)
    return "how_many", question, number + own.text[own.words[noun].end :]


def _counted(own: Parsed, wording: Wording, language: Language) -> Quantity | None:
    """The number that stands right after the main verb."""
    at = own.root + 1
    is_being = own.words[own.root].lower in wording.be
    if is_being and at < len(own.words) and own.words[at].lower in wording.measured:
        at += 1
    return _number(own, at, wording, language)


def _number(own: Parsed, at: int, wording: Wording, language: Language) -> Quantity | None:
    """The exact or rough number that begins at a word."""
    ahead = " ".join(word.lower for word in own.words[at : at + 4])
    rough = [said for said in wording.roughly if ahead.startswith(f"{said} ")]
    at += max((len(said.split()) for said in rough), default=0)
    found = Reading(read(own.text, language.code), None).quantities
    return next((quantity for quantity in found if quantity.first == at), None)


def _measuring(own: Parsed, counted: Quantity, wording: Wording) -> str:
    """The form that asks for a size, a weight, a price; empty where none is said."""
    verb = own.words[own.root]
    if verb.lower not in wording.be:
        return wording.measured.get(verb.lemma, "")
    beside = [own.words[own.root + 1], *own.words[counted.last + 1 : counted.last + 2]]
    forms = (wording.measured.get(word.lower, "") for word in beside)
    return next((form for form in forms if form), "")


def _size(own: Parsed, counted: Quantity, wording: Wording) -> str:
    """The answer without what the question has said: "400 metres" of "is 400 metres long"."""
    first, last = own.root + 1, len(own.words)
    if own.words[own.root].lower not in wording.be:
        return own.said(first, last)
    if own.words[first].lower in wording.measured:
        return own.said(first + 1, last)
    rest = own.text[own.words[counted.last + 1].end :]
    return own.said(first, counted.last + 1) + rest


def _noun(own: Parsed, at: int) -> int | None:
    """The noun that is counted, with what stands between it and the number; None without one."""
    for step in range(at, min(at + 3, len(own.words))):
        if own.words[step].capital:
            return None
        if own.grammar.parts[step] == "NOUN":
            return step
        if own.grammar.parts[step] != "ADJ":
            return None
    return None


def _agreeing(own: Parsed, noun: int, wording: Wording) -> str:
    """The participle as it's written after what is counted; empty where nothing changes."""
    helped = own.words[own.root - 1].lower in wording.having
    features = own.grammar.features[noun]
    done = own.words[own.root].text
    for wanted, ending in wording.agreement.items():
        if helped and wanted in features:
            return done + (ending if not done.endswith("s") else ending.removesuffix("s"))
    return ""
