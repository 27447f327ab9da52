"""What a listener would mind in a script, though nothing in it is untrue."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from podcaster.models import ASSERTING_ROLES, Edition, Line, Script, Value
from podcaster.write.evidence.checks.dates import unsupported_dates
from podcaster.write.evidence.judge import ground_of
from podcaster.write.evidence.lexicon import lexicon_for
from podcaster.write.evidence.reading.quotations import quotations
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read
from podcaster.write.evidence.reading.stretch import Stretch
from podcaster.write.evidence.reading.words import primary
from podcaster.write.offline.choose import COPIED_SHARE
from podcaster.write.offline.language import languages, load
from podcaster.write.offline.text import COPIED_RUN, copied_run
from podcaster.write.pattern import built_alike

FaultKind = Literal["question", "pronoun", "day", "frame", "pattern", "copied", "long"]

LONGEST_TURN = 45
"""Words that one line may have."""
SEVERAL = re.compile(r"\b[^\W\d_A-ZÀ-Ý][^\W\d_]{2,}[sx]\b")
EARSHOT = 2
"""Lines back in which a listener still hears a name."""


class Fault(Value):
    """One thing that a listener would mind."""

    line: str
    """The line's id."""
    fault: FaultKind
    reason: str


def faults(script: Script, edition: Edition) -> list[Fault]:
    """Every fault, in the order of the script's lines."""
    found = [
        *_unanswered(script),
        *_without_name(script),
        *_wrong_days(script, edition),
        *_repeated(script),
        *_built_alike(script),
        *_copied(script, edition),
        *_too_long(script),
    ]
    order = {line.id: number for number, line in enumerate(script.lines)}
    return sorted(found, key=lambda fault: order[fault.line])


def _unanswered(script: Script) -> Iterator[Fault]:
    """Questions whose next line is no answer, or none of the kind that was asked for."""
    for line, after in zip(script.lines, (*script.lines[1:], None), strict=True):
        if line.role != "question":
            continue
        if after is None or after.role not in ASSERTING_ROLES or after.story_id != line.story_id:
            yield Fault(line=line.id, fault="question", reason="The next line is no answer to it.")
            continue
        wanted = _wanted(line.text, script.language)
        if wanted and not _has(wanted, after.text, script.language):
            reason = f"It asks for a {wanted}, and the next line has none."
            yield Fault(line=line.id, fault="question", reason=reason)


def _wanted(question: str, language: str) -> str | None:
    """What an answer must have: a `number`, a `name` or a `time`; None where anything may do."""
    lexicon = lexicon_for(language)
    words = read(question, language).words
    for kind in ("number", "name", "time"):
        vocabulary = lexicon.vocabulary("questions", kind)
        if any(vocabulary.length_at(words, at) for at in range(len(words))):
            return kind
    return None


def _has(kind: str, answer: str, language: str) -> bool:
    reading = Reading(read(answer, language), None)
    if kind == "number":
        return bool(reading.quantities)
    return bool(reading.moments) if kind == "time" else _names_someone(reading)


def _names_someone(reading: Reading) -> bool:
    roles = reading.passage.lexicon.vocabulary("anaphora")
    return bool(reading.names) or any(word in roles for word in reading.passage.words)


def _without_name(script: Script) -> Iterator[Fault]:
    """Lines that speak of `she` where nobody has been named within earshot."""
    personal = lexicon_for(script.language).vocabulary("personal")
    hosts = {host.name.casefold() for host in script.hosts}
    heard: list[bool] = []
    for number, line in enumerate(script.lines):
        reading = Reading(read(line.text, script.language), None)
        words = reading.passage.words
        named = [n for n in reading.names if not set(n.tokens) <= hosts]
        pronoun = next((at for at in range(len(words)) if personal.length_at(words, at)), None)
        near = any(heard[max(0, number - EARSHOT) :])
        if (
            line.role in ASSERTING_ROLES
            and pronoun is not None
            and pronoun not in reading.quoted
            and not near
            and not any(name.first < pronoun for name in named)
            and not _names_someone_before(reading, pronoun)
            and not _means_several(line, script.lines[max(0, number - EARSHOT) : number], script)
        ):
            reason = f"Nobody has been named of late whom {words[pronoun].text!r} could mean."
            yield Fault(line=line.id, fault="pronoun", reason=reason)
        heard.append(bool(named) or _names_someone(reading))


def _means_several(line: Line, before: Sequence[Line], script: Script) -> bool:
    """Whether its pronoun stands for several, and a line within earshot speaks of several things.

    Only for languages that the dialogue's tables know, whose plurals end alike.
    """
    code = primary(script.language)
    if code not in languages() or not re.search(load(code).reading.they, line.text):
        return False
    return any(SEVERAL.search(other.text) for other in before if other.story_id == line.story_id)


def _names_someone_before(reading: Reading, at: int) -> bool:
    """Whether a noun that a pronoun may take up stands before it: `the driver, who said he...`."""
    return sum(reading.passage.is_content(k) for k in range(at)) >= 2


def _wrong_days(script: Script, edition: Edition) -> Iterator[Fault]:
    """Days that aren't right on the day of listening."""
    for line in script.lines:
        if line.role in ASSERTING_ROLES:
            ground = ground_of(line, edition, script.date)
            if ground is None:
                continue
            wrong = {finding.span.words for finding in unsupported_dates(ground)}
            for moment in ground.text.moments:
                words = ground.text.passage.words
                said = line.text[words[moment.first].start : words[moment.last - 1].end]
                if moment.kind in ("relative", "weekday") and said in wrong:
                    reason = f"{said!r} isn't right on {script.date}."
                    yield Fault(line=line.id, fault="day", reason=reason)
        elif line.role == "open":
            yield from _wrong_greeting(line, script)


def _wrong_greeting(line: Line, script: Script) -> Iterator[Fault]:
    """An opening that names another day than the episode's."""
    reading = Reading(read(line.text, script.language), script.date)
    for moment in reading.moments:
        other_weekday = moment.weekday not in (None, script.date.weekday())
        other_day = moment.kind == "calendar" and (
            (moment.day is not None and moment.day != script.date.day)
            or (moment.month is not None and moment.month != script.date.month)
        )
        if other_weekday or other_day:
            reason = f"The episode is for {script.date}, and this line names another day."
            yield Fault(line=line.id, fault="day", reason=reason)
            return


def _repeated(script: Script) -> Iterator[Fault]:
    """Frames used twice, and framing lines that are one sentence with other names in it."""
    frames: Counter[str] = Counter()
    patterns: Counter[str] = Counter()
    for line in script.lines:
        if line.frame:
            frames[line.frame] += 1
            if frames[line.frame] > 1:
                reason = f"The frame {line.frame!r} has been used before."
                yield Fault(line=line.id, fault="frame", reason=reason)
                continue
        if line.role in ASSERTING_ROLES:
            continue
        pattern = _pattern(line.text, script.language)
        patterns[pattern] += 1
        if patterns[pattern] > 1:
            reason = "The same sentence has been said before, but for names and numbers."
            yield Fault(line=line.id, fault="pattern", reason=reason)


def _pattern(text: str, language: str) -> str:
    """A line with its names and numbers masked."""
    reading = Reading(read(text, language), None)
    named: tuple[Stretch, ...] = (*reading.names, *reading.quantities, *reading.moments)
    masked = {at for item in named for at in range(item.first, item.last)}
    words = reading.passage.words
    return " ".join("*" if at in masked else word.fold for at, word in enumerate(words))


def _built_alike(script: Script) -> Iterator[Fault]:
    """Framing lines whose pattern carries more than a tenth of all of them."""
    for line, built in built_alike(script.lines, script.language):
        reason = f"More than a tenth of the framing lines are built like this: {built}"
        yield Fault(line=line.id, fault="pattern", reason=reason)


def _copied(script: Script, edition: Edition) -> Iterator[Fault]:
    """Lines that take over a long run of words, where more than a fifth of the fact lines do."""
    sentences = edition.sentences_by_id()
    facts = [line for line in script.lines if line.role == "fact"]
    runs: list[tuple[int, Line]] = []
    for line in facts:
        cited = [sentences[ref].text for ref in line.evidence if ref in sentences]
        longest = max((copied_run(_unquoted(line.text), text) for text in cited), default=0)
        if longest > COPIED_RUN:
            runs.append((longest, line))
    allowed = int(COPIED_SHARE * len(facts))
    for longest, line in sorted(runs, key=lambda run: run[0])[allowed:]:
        reason = f"{longest} words in a row are the source's own, in too many lines."
        yield Fault(line=line.id, fault="copied", reason=reason)


def _unquoted(text: str) -> str:
    """The text with every quotation replaced by a mark that no source has."""
    for quotation in reversed(quotations(text)):
        text = f"{text[: quotation.start]}\0{text[quotation.end :]}"
    return text


def _too_long(script: Script) -> Iterator[Fault]:
    for line in script.lines:
        words = len(line.text.split())
        if words > LONGEST_TURN:
            reason = f"{words} words are too many for one breath of talk."
            yield Fault(line=line.id, fault="long", reason=reason)
