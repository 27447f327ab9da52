"""A fact in two voices: one host asks for what it says last, the other answers with just that.

"The spire was built in the 19th century" becomes "When was the spire built?" and "In the 19th
century." Only where a parser reads the sentence, and only its own words are used.
"""

from dataclasses import dataclass
from functools import lru_cache

from podcaster.write.evidence.reading.moments import Moment, moments
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.offline.attribute import lowered
from podcaster.write.offline.language import Language, Wording, load
from podcaster.write.offline.parsed import HELPERS, Parsed, parsed
from podcaster.write.offline.text import capitalised, sentence, words

ADJUNCTS = ("prep", "npadvmod", "obl", "obl:mod", "obl:arg", "obl:agent")
BEFORE = frozenset({"advcl", "conj", "mark", "ccomp", "parataxis", "cop"})
"""What keeps a sentence from being asked in two."""
COMPLEMENTS = ("ccomp",)
LONGEST = 26
"""Words of a sentence that may be asked for."""
SHORTEST_ANSWER, LONG_SUBJECT = 3, 6
LONG_TOPIC, LONGEST_PLACE = 5, 6
NEW_OR_OWNED = frozenset({"Definite=Ind", "Poss=Yes"})
"""What a parser says of a word by which a thing is new to listeners, or somebody's."""


@dataclass(frozen=True)
class Asked:
    """A question and its answer, which together say what the fact says."""

    question: str
    answer: str
    subject: str
    """What is asked about; listeners must know it."""


def topic(text: str, language: Language) -> str:
    """What the fact tells something of, where one may ask about it by its name alone: "the pound".

    Empty where the fact begins with anything else.
    """
    wording = language.asking.wording
    own = parsed(text.strip().removesuffix("."), language) if wording is not None else None
    if wording is None or own is None:
        return ""
    first, end = own.span(own.subject)
    grammar, subject = own.grammar, own.subject
    below = [at for at in grammar.children[subject] if at < subject]
    named = own.said(0, end)
    if first or end - first > LONG_TOPIC or own.is_mark(end) or grammar.parts[end - 1] == "ADP":
        return ""
    if own.words[subject].lemma not in wording.topics or own.is_denied:
        return ""
    if any(own.words[at].capital for at in range(1, end)):
        return ""
    if any(NEW_OR_OWNED & grammar.features[at] for at in below):
        return ""
    if any(grammar.parts[at] in ("NUM", "PRON", "ADJ") for at in below):
        return ""
    return lowered(named, language) if subject else named[0].lower() + named[1:]


def elsewhere(text: str, language: Language) -> tuple[str, str]:
    """The place or time that the fact begins with, and what's told of it: "in Scotland"."""
    wording = language.asking.wording
    own = parsed(text.strip().removesuffix("."), language) if wording is not None else None
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


def asked(text: str, language: Language) -> Asked | None:
    """The fact as a question and its answer; None where it can't be put so."""
    return _asked(text, language.code)


@lru_cache(maxsize=4096)
def _asked(text: str, code: str) -> Asked | None:
    language = load(code)
    wording = language.asking.wording
    if wording is None or len(words(text)) > LONGEST:
        return None
    own = parsed(text.strip().removesuffix("."), language)
    if own is None or not own.text[-1:].isalnum() or own.is_denied:
        return None
    first, end = own.span(own.subject)
    if first and own.words[0].capital and own.words[0].kind != "word":
        return None
    subject = own.said(first, end)
    if len(words(subject)) > LONG_SUBJECT:
        return None
    return _when(own, subject, wording, language) or _what(own, subject, wording, language)


def _when(own: Parsed, subject: str, wording: Wording, language: Language) -> Asked | None:
    """The time, and with it whatever else stands around the verb and what it acts on."""
    grammar, root = own.grammar, own.root
    start, end = own.span(own.subject)
    if any(grammar.deps[at] in BEFORE for at in grammar.children[root]):
        return None
    around = [own.span(at) for at in grammar.hanging(root, *ADJUNCTS)]
    fronted = [span for span in around if span[1] <= start]
    after = [span for span in around if span[0] > root]
    dates = _dates(own, language)
    times = [
        span
        for span in (*fronted, *after)
        if any(span[0] <= date.first and date.last <= span[1] for date in dates)
    ]
    covered = {at for span in (*fronted, *after) for at in range(*span)}
    core_end = min((first for first, _ in after), default=len(own.words))
    rest = [*range(start), *range(core_end, len(own.words))]
    if len(times) != 1 or any(at not in covered and not own.words[at].is_mark for at in rest):
        return None
    core = own.said(root + 1, core_end)
    is_being = own.words[root].lower in wording.be
    if (is_being and not core) or core.casefold().split(" ")[0] in wording.indefinite:
        return None
    told = [times[0], *(span for span in after if span != times[0])]
    if fronted not in ([], times):
        return None
    answer = ", ".join(own.said(*span) for span in told)
    return _checked(
        _question(wording.when, own, end, subject, core, wording, language), answer, subject
    )


def _what(own: Parsed, subject: str, wording: Wording, language: Language) -> Asked | None:
    """What somebody found, expects or warns of."""
    grammar, root = own.grammar, own.root
    said = grammar.hanging(root, *COMPLEMENTS)
    if len(said) != 1 or own.words[root].lemma not in wording.findings:
        return None
    first, last = own.span(said[0])
    begins = first == root + 1 and own.words[first].lower.rstrip("'") in wording.that
    framed = grammar.hanging(root, "advcl", "conj")
    start, end = own.span(own.subject)
    if not begins or last != len(own.words) or framed or start:
        return None
    question = _question(wording.what, own, end, subject, "", wording, language)
    return _checked(question, own.said(first, last), subject)


def _question(
    form: str,
    own: Parsed,
    end: int,
    subject: str,
    core: str,
    wording: Wording,
    language: Language,
) -> str:
    """The question that `form` makes; empty where the verb isn't understood.

    `end` is where the subject ends.
    """
    grammar, root = own.grammar, own.root
    helpers = [at for at in grammar.hanging(root, *HELPERS) if end <= at < root]
    values = {"subject": lowered(subject, language), "core": core, "helper": ""}
    if not wording.helpers:
        values["verb"] = own.said(end, root + 1)
    elif helpers:
        values["helper"] = own.words[helpers[0]].lower
        values["verb"] = own.said(helpers[0] + 1, root + 1)
    elif own.words[root].lower in wording.be:
        values |= {"helper": own.words[root].lower, "verb": ""}
    else:
        features = grammar.features[root]
        signs = (sign for sign in wording.helpers if set(sign.split()) <= features)
        values["helper"] = wording.helpers.get(next(signs, ""), "")
        said = own.words[root]
        plain = wording.irregular.get(said.lower, said.lemma)
        values["verb"] = f"{own.said(end, root)} {plain}"
        if not values["helper"]:
            return ""
    question = form.format(**values)
    for written, joint in wording.joints.items():
        question = language.pattern(written).sub(joint, question)
    return question


def _checked(question: str, answer: str, subject: str) -> Asked | None:
    if not question or len(words(answer)) < SHORTEST_ANSWER:
        return None
    return Asked(capitalised(question), sentence(capitalised(answer)), subject)


def _dates(own: Parsed, language: Language) -> list[Moment]:
    """Its dates, months and years; neither weekdays nor hours."""
    passage = Passage(own.text, language.code, own.words, ((0, len(own.words)),))
    return [moment for moment in moments(passage) if moment.year or moment.month]
