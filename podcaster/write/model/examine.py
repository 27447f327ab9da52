"""Judging a model's lines before any of them comes near a script.

The gate knows what an asserting line says that its sentences don't. A model has more ways to go
wrong: sentences that no source comes near, words that sell, and questions that tell. Those are
looked for here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from podcaster.models import ASSERTING_ROLES, Edition, Line
from podcaster.write.evidence import judge
from podcaster.write.model.answer import DraftLine
from podcaster.write.model.brief import Brief
from podcaster.write.model.hidden import speaks_to_a_machine
from podcaster.write.model.words import address_patterns, one_apostrophe, words_of
from podcaster.write.offline.facts import content
from podcaster.write.offline.language import Language, folder
from podcaster.write.offline.text import unquoted, words

LONGEST_LINE = 40
LONGEST_QUESTION = 18
LONGEST_TURN = 8
"""Words, of a line, a question, and a reaction or bridge."""
NEAR_CITED = 0.3
NEAR_STORY = 0.5
"""The share of each sentence's words of meaning that its evidence, and the story, must hold."""
STEM = 5
OWN_FRAMES = ("ask_*.jinja", "turn_*.jinja", "quote.jinja")
UNSAYABLE = re.compile(r"https?:|www\.|\w@\w|[#*_<>{}\[\]|\\^~`⟦⟧\x00-\x1f]|\w/\w+/")
ADDRESS = re.compile(
    r"\b[\w-]+\.(?:com|org|net|io|fr|es|de|co|uk|shop|store|info|biz|ai|app)\b", re.I
)
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)\s]+")


@dataclass(frozen=True)
class Examined:
    """A line as the model wrote it, and why it can't stand; empty where it can."""

    said: DraftLine
    reasons: tuple[str, ...] = ()

    @property
    def asserts(self) -> bool:
        return self.said.role in ASSERTING_ROLES

    @property
    def good(self) -> bool:
        return not self.reasons


def examine(lines: Sequence[DraftLine], brief: Brief, banned: Sequence[str]) -> list[Examined]:
    """Every line with all that's wrong with it, in words for the model."""
    found: list[Examined] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        reasons = [*_form(line, brief), *_phrases(line, brief, banned)]
        if not reasons and line.role in ASSERTING_ROLES:
            reasons += _unsupported(line, brief)
        elif not reasons:
            reasons += _telling(line, following, brief)
        found.append(Examined(line, tuple(reasons)))
    return found


def as_line(said: DraftLine, evidence: Sequence[str]) -> Line:
    """The line as the gate takes it, whatever its role: as a fact."""
    return Line(id="m", host=said.host, text=said.text, role="fact", evidence=tuple(evidence))


def _form(line: DraftLine, brief: Brief) -> Iterator[str]:
    if line.host not in {host.name for host in brief.hosts}:
        yield f"No host is called {line.host!r}."
    count = len(words(line.text))
    if not 1 <= count <= LONGEST_LINE:
        yield f"It has {count} words; at most {LONGEST_LINE} can be said in one breath."
    if UNSAYABLE.search(line.text):
        yield "It holds an address or signs that nobody can say."
    if any(host.name.casefold() in words(line.text.casefold()) for host in brief.hosts) and not any(
        host.name in sentence.text for host in brief.hosts for sentence in brief.shown
    ):
        yield "The hosts don't use each other's names."


def _phrases(line: DraftLine, brief: Brief, banned: Sequence[str]) -> Iterator[str]:
    said = one_apostrophe(unquoted(line.text)).casefold()
    for phrase in (*words_of(brief.show.language).banned, *banned):
        plain = one_apostrophe(phrase).casefold()
        if re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", said):
            yield f"{phrase!r} is never said here."
    if speaks_to_a_machine(line.text):
        yield "It gives orders."
    cited = one_apostrophe(" ".join(_texts(line, brief))).casefold()
    for pattern in address_patterns(brief.show.language):
        for match in pattern.finditer(said):
            if not re.search(rf"(?<!\w){re.escape(match.group(0))}(?!\w)", cited):
                yield f"It speaks to the listener, or sells: {match.group(0)!r}."
                break
    for match in ADDRESS.finditer(line.text):
        if match.group(0).casefold() not in cited:
            yield f"{match.group(0)!r} isn't in the sentences it names."


def _unsupported(line: DraftLine, brief: Brief) -> Iterator[str]:
    """What the gate says, and what it can't: that a sentence of the line has no source at all."""
    if not line.evidence:
        yield "It names no sentence that it rests on."
        return
    if strange := [ref for ref in line.evidence if ref not in brief.ids]:
        yield f"There is no sentence {', '.join(strange)}."
        return
    if line.text.rstrip('"”» ').endswith("?") and line.role == "fact":
        yield "It asks, and is called a fact."
        return
    yield from _gate(as_line(line, line.evidence), brief.edition)
    cited = content(" ".join(_texts(line, brief)), brief.language)
    story = content(" ".join(s.text for s in brief.shown), brief.language) | _sources(brief)
    for sentence in SENTENCE_END.split(line.text):
        said = content(sentence, brief.language)
        near, anywhere = len(said & cited), len(said & story)
        if near < NEAR_CITED * len(said) or anywhere < NEAR_STORY * len(said):
            yield f"The sentences named don't say this: {sentence}"


def _telling(line: DraftLine, following: DraftLine | None, brief: Brief) -> Iterator[str]:
    """Why a question or a turn says more than it may: it has no evidence, so it may say nothing."""
    asks = line.role == "question"
    if asks != line.text.endswith("?"):
        yield "A question, and only a question, ends with a question mark."
    most = LONGEST_QUESTION if asks else LONGEST_TURN
    if len(words(line.text)) > most:
        yield f"It may have at most {most} words."
    if re.search(r"\d|[\"“”«»]", line.text):
        yield "It tells a figure or a quotation."
    if following is None or following.role not in ASSERTING_ROLES:
        yield "The next line tells nothing that it could lead to."
        return
    if asks and following.host == line.host:
        yield "The one who asks also answers."
    if strange := _strange(line.text, brief):
        yield f"It brings in what the story doesn't have: {', '.join(strange)}."
    elif set(following.evidence) <= set(brief.ids) and following.evidence:
        yield from _gate(as_line(line, following.evidence), brief.edition)


def _strange(text: str, brief: Brief) -> list[str]:
    known = _own_words(brief.language) | {
        _stem(word) for sentence in brief.shown for word in words(one_apostrophe(sentence.text))
    }
    return [word for word in words(one_apostrophe(text)) if _stem(word) not in known]


@cache
def _own_words_of(code: str) -> frozenset[str]:
    frames = [
        path.read_text(encoding="utf-8")
        for pattern in OWN_FRAMES
        for path in folder(code[:2]).glob(pattern)
    ]
    text = one_apostrophe(" ".join([*frames, *words_of(code).talk.split()]))
    return frozenset(_stem(word) for word in words(text))


def _own_words(language: Language) -> frozenset[str]:
    return _own_words_of(language.code)


def _stem(word: str) -> str:
    return word.casefold().removesuffix("’s")[:STEM]


def _gate(line: Line, edition: Edition) -> list[str]:
    return [finding.reason for finding in judge(line, edition)]


def _texts(line: DraftLine, brief: Brief) -> list[str]:
    return [sentence.text for sentence in brief.shown if sentence.id in line.evidence]


def _sources(brief: Brief) -> frozenset[str]:
    return content(" ".join(item.source for item in brief.story.items), brief.language)
