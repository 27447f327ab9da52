"""Judging a model's lines before any of them comes near a script.

The gate knows what an asserting line says that its sentences don't. A model has more ways to go
wrong: sentences that no source comes near, words that sell, and questions that tell. Those are
looked for here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from podcaster.models import ASSERTING_ROLES, Line, Script
from podcaster.write.evidence import judge
from podcaster.write.listener import faults
from podcaster.write.model.answer import DraftLine
from podcaster.write.model.brief import Brief
from podcaster.write.model.hidden import speaks_to_a_machine
from podcaster.write.model.seats import seats
from podcaster.write.model.words import (
    address_patterns,
    asking_pattern,
    heavy_pattern,
    one_apostrophe,
    words_of,
)
from podcaster.write.offline.facts import content
from podcaster.write.offline.language import folder
from podcaster.write.offline.text import balanced, unquoted, words

LONGEST_LINE = 40
LONGEST_QUESTION = 18
LONGEST_TURN = 8
"""Words, of a line, a question, and a reaction or bridge."""
NEAR_CITED = 0.3
NEAR_STORY = 0.5
"""The share of each sentence's words of meaning that its evidence, and the story, must hold."""
SAID_BEFORE = 0.8
"""The share of a line's words of meaning with which it only repeats an earlier one."""
STEM = 5
QUESTIONS, TURNS = "ask_*.jinja", "turn_*.jinja"
"""The offline writer's own, whose words are always allowed."""
HEARD_AS = ("question", "pronoun", "copied")
"""The listener's faults that are looked for."""
UNSAYABLE = re.compile(r"https?:|www\.|\w@\w|[#*_<>{}()\[\]|\\^~`⟦⟧\x00-\x1f]|\w/\w+/|:$")
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
    def good(self) -> bool:
        return not self.reasons


def examine(
    lines: Sequence[DraftLine], brief: Brief, banned: Sequence[str], heard: frozenset[str]
) -> list[Examined]:
    """Every line with all that's wrong with it, in words for the model.

    `heard` holds what hosts have asked lately, in small letters.
    """
    found: list[Examined] = []
    for place, line in enumerate(lines):
        reasons = [*_form(line, brief), *_phrases(line, brief, banned)]
        if not reasons:
            checked = _unsupported(line, brief) if line.asserts else _telling(lines, place, brief)
            reasons += [*checked, *_repeated(lines, place, brief, heard)]
        found.append(Examined(line, tuple(dict.fromkeys(reasons))))
    return _listened(found, brief)


def asserting(text: str, host: str, evidence: Sequence[str]) -> Line:
    """A line as the gate takes it, whatever its role: as a fact."""
    return Line(id="m", host=host, text=text, role="fact", evidence=tuple(evidence))


def _form(line: DraftLine, brief: Brief) -> Iterator[str]:
    count = len(words(line.text))
    if not 1 <= count <= LONGEST_LINE:
        yield f"It has {count} words; at most {LONGEST_LINE} can be said in one breath."
    if UNSAYABLE.search(line.text) or not balanced(line.text):
        yield "It holds an address or signs that nobody can say."
    said = words(line.text.casefold())
    told = words(" ".join(sentence.text.casefold() for sentence in brief.shown))
    for host in brief.hosts:
        if host.name.casefold() in said and host.name.casefold() not in told:
            yield "The hosts don't use each other's names."


def _phrases(line: DraftLine, brief: Brief, banned: Sequence[str]) -> Iterator[str]:
    said = one_apostrophe(unquoted(line.text)).casefold()
    for phrase in (*words_of(brief.show.language).banned, *banned):
        plain = one_apostrophe(phrase).casefold()
        if re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", said):
            yield f"{phrase!r} is never said here."
    if speaks_to_a_machine(line.text):
        yield "It gives orders."
    cited = one_apostrophe(brief.texts(line.evidence)).casefold()
    for pattern in address_patterns(brief.show.language):
        for match in pattern.finditer(said):
            if not re.search(rf"(?<!\w){re.escape(match.group(0))}(?!\w)", cited):
                yield f"It speaks to the listener, or sells: {match.group(0)!r}."
                break
    stems = _stems(cited)
    for match in heavy_pattern(brief.show.language).finditer(said):
        if line.asserts and _stem(match.group(0)) not in stems:
            yield f"{match.group(0)!r} isn't in the sentences it names."
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
    judged = asserting(line.text, brief.hosts[0].name, line.evidence)
    yield from (finding.reason for finding in judge(judged, brief.edition))
    language = brief.language
    cited = content(brief.texts(line.evidence), language)
    publishers = " ".join(item.source for item in brief.material.story.items)
    story = content(f"{brief.texts(brief.ids)} {publishers}", language)
    for sentence in SENTENCE_END.split(line.text):
        said = content(sentence, language)
        near, anywhere = len(said & cited), len(said & story)
        if near < NEAR_CITED * len(said) or anywhere < NEAR_STORY * len(said):
            yield f"The sentences named don't say this: {sentence}"


def _telling(lines: Sequence[DraftLine], place: int, brief: Brief) -> Iterator[str]:
    """Why a question or a turn says more than it may: it has no evidence, so it may say nothing."""
    line = lines[place]
    asks = line.role == "question"
    following = lines[place + 1] if place + 1 < len(lines) else None
    if len(brief.hosts) == 1:
        yield "One host alone asks nothing and answers nobody."
    if asks != line.text.endswith("?"):
        yield "A question, and only a question, ends with a question mark."
    most = LONGEST_QUESTION if asks else LONGEST_TURN
    if len(words(line.text)) > most:
        yield f"It may have at most {most} words."
    if re.search(r"\d|[\"“”«»]", line.text):
        yield "It tells a figure or a quotation."
    if following is None or not following.asserts:
        yield "The next line tells nothing that it could lead to."
        return
    near = [line.evidence for line in lines[max(0, place - 1) : place + 2] if line.asserts]
    evidence = [ref for refs in near for ref in refs if ref in brief.ids]
    open_question = asks and asking_pattern(brief.show.language).search(line.text.casefold())
    known = _own_words(brief.language.code, QUESTIONS if asks else TURNS)
    if open_question:
        small = (word for word in words(brief.texts(brief.ids)) if word[0].islower())
        known |= _stems(brief.texts(evidence)) | _stems(" ".join(small))
    if strange := [word for word in words(one_apostrophe(line.text)) if _stem(word) not in known]:
        yield f"It brings in what isn't told: {', '.join(strange)}."
    elif evidence:
        judged = asserting(line.text, brief.hosts[0].name, evidence)
        for finding in judge(judged, brief.edition):
            if finding.span.words != line.text:
                yield finding.reason


def _repeated(
    lines: Sequence[DraftLine], place: int, brief: Brief, heard: frozenset[str]
) -> Iterator[str]:
    line, before = lines[place], lines[:place]
    if not line.asserts:
        if line.text.casefold() in heard | {other.text.casefold() for other in before}:
            yield "It has been said before."
        return
    said = content(line.text, brief.language)
    for other in before:
        again = said & content(other.text, brief.language)
        alike = said and len(again) >= SAID_BEFORE * len(said)
        if other.asserts and alike and set(line.evidence) <= set(other.evidence):
            yield f"It says again: {other.text}"
            return


def _listened(found: Sequence[Examined], brief: Brief) -> list[Examined]:
    """The same with what a listener would mind in the lines that nothing else is wrong with."""
    places = [place for place, examined in enumerate(found) if examined.good]
    if not places:
        return list(found)
    said = [found[place].said for place in places]
    seated = seats(said, brief.hosts, brief.show.format)
    lines = tuple(
        Line.model_validate(
            {
                "id": f"m{place}",
                "host": brief.hosts[seat].name,
                "text": line.text,
                "role": line.role,
                "story_id": brief.story_id,
                "evidence": line.evidence if line.role in ASSERTING_ROLES else (),
            }
        )
        for place, line, seat in zip(places, said, seated, strict=True)
    )
    script = Script(
        show=brief.show.name,
        language=brief.show.language,
        date=brief.edition.date,
        title="-",
        summary="-",
        hosts=brief.hosts,
        lines=lines,
    )
    heard = list(found)
    for fault in faults(script, brief.edition):
        place = int(fault.line.removeprefix("m"))
        if fault.fault in HEARD_AS:
            heard[place] = replace(heard[place], reasons=(*heard[place].reasons, fault.reason))
    return heard


@cache
def _own_words(code: str, pattern: str) -> frozenset[str]:
    """The stems of what may be said though nothing says it."""
    frames = [path.read_text(encoding="utf-8") for path in folder(code[:2]).glob(pattern)]
    table = words_of(code)
    asked = table.asked if pattern == QUESTIONS else ""
    return _stems(" ".join([*frames, table.talk, asked]))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in words(one_apostrophe(text)))


def _stem(word: str) -> str:
    return word.casefold().removesuffix("’s")[:STEM]
