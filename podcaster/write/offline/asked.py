"""A fact in two voices: one host asks for what it says last, the other answers with just that.

"The spire was built in the 19th century" becomes "When was the spire built?" and "In the 19th
century." Only where a parser reads the sentence, and only its own words are used.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from podcaster.write.evidence.reading.moments import Moment, moments
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.offline.amounts import NOTHING, amount, crowd
from podcaster.write.offline.inversion import called, inverted, tidied
from podcaster.write.offline.language import Language, load
from podcaster.write.offline.parsed import ADJUNCTS, Parsed, parse_of
from podcaster.write.offline.table import Wording
from podcaster.write.offline.text import capitalised, sentence, words
from podcaster.write.offline.whether import whether

BEFORE = frozenset({"advcl", "conj", "mark", "ccomp", "parataxis", "cop"})
"""What keeps a sentence from being asked in two."""
COMPLEMENTS = ("ccomp",)
AGENTS = ("agent", "obl:agent")
LONGEST = 26
"""Words of a sentence that may be asked for."""
SHORTEST_ANSWER, LONG_SUBJECT = 2, 6


@dataclass(frozen=True)
class Asked:
    """A question and its answer, which together say what the fact says."""

    kind: str
    """What is asked for: `when`, `what`, `what_is`, `who_by`, `how_many`, `how_much`, `measure`,
    `how_many_did`, `whether`."""
    question: str
    answer: str
    subject: str
    """What is asked about; listeners must know it."""
    presumed: str = ""
    """What the question takes for granted; listeners must have heard of that too."""


KNOWN = frozenset({"Definite=Def", "Poss=Yes"})
"""What a parser says of a word by which listeners know the thing."""
PRESUMING = ("how_many", "how_much")
"""Kinds of question that say that something was done."""

Rule = Callable[[Parsed, Wording, Language], tuple[str, str, str]]
"""The kind, the question and the answer that a sentence is put into; empty where it can't be."""


def asked(text: str, language: Language) -> Asked | None:
    """The fact as a question and its answer; None where it can't be put so."""
    return _asked(text, language.code)


@lru_cache(maxsize=4096)
def _asked(text: str, code: str) -> Asked | None:
    language = load(code)
    wording = language.asking.wording
    if wording is None or len(words(text)) > LONGEST:
        return None
    own = parse_of(text, language)
    if own is None or not own.text[-1:].isalnum():
        return None
    if own.is_denied:
        question, answer = whether(own, wording, language)
        subject = own.said(*own.span(own.subject))
        return Asked("whether", question, sentence(answer), subject) if question else None
    first, end = own.span(own.subject)
    if first and own.words[0].capital and own.words[0].kind != "word":
        return None
    subject = own.said(first, end)
    rules: tuple[Rule, ...] = (crowd,) if len(words(subject)) > LONG_SUBJECT else RULES
    for rule in rules:
        kind, question, answer = rule(own, wording, language)
        if question and len(words(answer)) >= SHORTEST_ANSWER:
            presumed = own.words[own.root].text if kind in PRESUMING else ""
            about = "" if rule is crowd else subject
            return Asked(kind, question, sentence(capitalised(answer)), about, presumed)
    return None


def _when(own: Parsed, wording: Wording, language: Language) -> tuple[str, str, str]:
    """The time, and with it whatever else stands around the verb and what it acts on."""
    grammar, root = own.grammar, own.root
    start, _ = own.span(own.subject)
    if any(grammar.deps[at] in BEFORE for at in grammar.children[root]):
        return NOTHING
    if language.pattern(wording.never_when).search(own.text):
        return NOTHING
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
    if (
        len(dates) != 1
        or len(times) != 1
        or any(at not in covered and not own.words[at].is_mark for at in rest)
    ):
        return NOTHING
    core = own.said(root + 1, core_end)
    is_being = own.words[root].lower in wording.be
    if (is_being and not core) or core.casefold().split(" ")[0] in wording.indefinite:
        return NOTHING
    others = [span for span in after if span not in times]
    opening = {own.words[first].lower for first, _ in others}
    placed = all(grammar.parts[first] == "ADP" for first, _ in others)
    counted = any(own.words[at].kind == "number" for at in range(root + 1, core_end))
    if fronted not in ([], times) or not placed or counted or opening & set(wording.bound):
        return NOTHING
    if own.words[times[0][0]].lower in wording.since:
        return NOTHING
    answer = ", ".join(own.said(*span) for span in (times[0], *others))
    return "when", inverted(wording.when, own, wording, language, core=core), answer


def _what(own: Parsed, wording: Wording, language: Language) -> tuple[str, str, str]:
    """What somebody said, found, expects or warns of."""
    grammar, root = own.grammar, own.root
    said = grammar.hanging(root, *COMPLEMENTS)
    if len(said) != 1 or own.words[root].lemma not in wording.findings:
        return NOTHING
    first, last = own.span(said[0])
    marked = own.words[first].lower.rstrip("'") in wording.that
    begins = first == root + 1 and (marked or wording.that_unsaid)
    framed = grammar.hanging(root, "advcl", "conj")
    start, _ = own.span(own.subject)
    if not begins or last != len(own.words) or framed or start:
        return NOTHING
    if not marked and not own.is_finite(said[0]):
        return NOTHING
    answer = own.said(first, last)
    answer = answer if marked else f"{wording.that[0]} {answer}"
    return "what", inverted(wording.what, own, wording, language), answer


def _what_is(own: Parsed, wording: Wording, language: Language) -> tuple[str, str, str]:
    """What something is, where a sentence says nothing else: "The panel is a plug that ..."."""
    grammar, root = own.grammar, own.root
    start, end = own.span(own.subject)
    being = [root, *grammar.hanging(root, "cop")]
    verb = next((at for at in being if own.words[at].lower in wording.is_now), None)
    if verb is None or start or verb != end or not wording.what_is:
        return NOTHING
    rest = [at for at in grammar.children[root] if at > verb and not own.words[at].is_mark]
    said = grammar.hanging(root, "attr") if verb == root else [root]
    if len(said) != 1 or (verb == root and rest != said):
        return NOTHING
    articles = [at for at in grammar.children[said[0]] if at == verb + 1]
    new = any("Definite=Ind" in grammar.features[at] for at in articles)
    known = grammar.parts[own.subject] == "NOUN" and not own.words[own.subject].capital
    definite = grammar.has_below(own.subject, "Definite=Def")
    if not (new and known and definite) or grammar.hanging(root, "conj", "advcl", "parataxis"):
        return NOTHING
    subject = called(own, language)
    question = wording.what_is.format(subject=subject, be=own.words[verb].lower)
    return "what_is", tidied(question, wording, language), own.said(verb + 1, len(own.words))


def _who_by(own: Parsed, wording: Wording, language: Language) -> tuple[str, str, str]:
    """Who did what was done, where that comes last."""
    grammar, root = own.grammar, own.root
    start, end = own.span(own.subject)
    agents = grammar.hanging(root, *AGENTS)
    helpers = [own.words[at].lower for at in range(end, root)]
    done = own.words[root].lower
    active = wording.done.get(" ".join(helpers))
    below = [own.subject, *grammar.children[own.subject]]
    known = grammar.parts[own.subject] == "PROPN" or any(
        KNOWN & grammar.features[at] for at in below
    )
    apt = done.endswith(wording.as_done) and known
    if active is None or len(agents) != 1 or not apt or start:
        return NOTHING
    first, last = own.span(agents[0])
    if first != root + 1 or last != len(own.words) or not own.subject_agrees:
        return NOTHING
    subject = called(own, language)
    question = wording.who_by.format(done=f"{active} {done}", subject=subject)
    return "who_by", tidied(question, wording, language), own.said(first + 1, last)


def _dates(own: Parsed, language: Language) -> list[Moment]:
    """Its dates, months and years; neither weekdays nor hours."""
    passage = Passage(own.text, language.code, own.words, ((0, len(own.words)),))
    return [moment for moment in moments(passage) if moment.year or moment.month]


RULES: tuple[Rule, ...] = (_when, _what, _what_is, _who_by, amount, crowd)
