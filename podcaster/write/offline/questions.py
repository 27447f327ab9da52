"""Questions that the next fact answers, and the words by which a host takes the next fact up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from podcaster.write.offline.facts import Fact, content
from podcaster.write.offline.language import Language
from podcaster.write.offline.text import capitalised, sentence, unquoted, words

LONGEST_NAME = 5


@dataclass(frozen=True)
class Lead:
    """A kind of framing line that fits before a fact, and what fills its blanks."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """What listeners have heard of, so that nobody needs to ask who or what it is."""

    topics: frozenset[str]
    """The names that the whole story is about."""
    people: frozenset[str]
    """Surnames that were said."""
    strangers: frozenset[str] = frozenset()
    """Surnames of the story's people who haven't been named yet."""
    said: str = ""
    """What has been said of the story so far."""
    last: str = ""
    """The line said last."""
    asked: frozenset[str] = frozenset()
    """Subjects, places and people that were asked for already."""
    own_harm: bool = False
    """Whether the event that the story tells of did harm to people."""

    def speaker(self, named: str) -> str:
        """The surname of a speaker who was named before; empty for anyone or anything else."""
        if not named[:1].isupper():
            return ""
        return next((word for word in words(named) if word in self.people), "")

    def wants_to_hear_of(self, subject: str) -> bool:
        """Whether it was spoken of, but not just now, and hasn't been asked for."""
        bare = subject.split(" ", 1)[-1] if subject[:1].islower() else subject
        return bare in self.said and bare not in self.last and subject not in self.asked


def questions(
    fact: Fact,
    before: Fact,
    names: frozenset[str],
    known: Known,
    language: Language,
) -> Iterator[Lead]:
    """Kinds of question that `fact` answers, the most telling first.

    `names` holds the words that the article writes with a capital inside a sentence.
    """
    if fact.speaker:
        who = known.speaker(fact.speaker)
        if who and who not in known.last and who not in known.asked:
            yield Lead("voice", {"who": who})
        return
    text = unquoted(fact.text)
    earlier = is_earlier(fact, language)
    matching = () if earlier else _kinds(text, language)
    if known.own_harm and not earlier and _is_toll(text, before, known, language):
        yield Lead("harm")
    yield from (Lead(kind) for kind in matching if kind in ("response", "disagreement"))
    yield from _named(fact, names, known, language)
    if _is_about(text, "size", language) and _goes_on(text, known.last, language):
        yield Lead("size")
    yield from (Lead(kind) for kind in matching if kind in ("money", "future"))


def _is_toll(text: str, before: Fact, known: Known, language: Language) -> bool:
    """Whether it's the first to tell how many were harmed, and not by somebody's hand."""
    told = before.grave or _is_about(known.said, "toll", language)
    return not told and _is_about(text, "toll", language) and not _is_done_to(text, language)


def _kinds(text: str, language: Language) -> tuple[str, ...]:
    return tuple(kind for kind in language.asking.kinds if _is_about(text, kind, language))


def _named(fact: Fact, names: frozenset[str], known: Known, language: Language) -> Iterator[Lead]:
    """Questions after what the fact names: its subject, who reports it, where it is."""
    subject = fact.label or subject_of(fact.text, names, language)
    heard_of = subject not in known.topics and known.wants_to_hear_of(subject)
    described = heard_of and _describes(fact, subject, language)
    if subject and subject not in known.asked and (fact.label or described):
        yield Lead("about", {"subject": subject})
    who = _reporter(fact.text, names, language)
    if who and who not in known.asked and not known.strangers & set(words(who)):
        yield Lead("says", {"who": who})
    place = _place(fact.text, language)
    if place and place not in known.asked:
        yield Lead("place", {"place": place})


def is_earlier(fact: Fact, language: Language) -> bool:
    """Whether it tells of what was before the story's own event, or happens all the time."""
    text = unquoted(fact.text)
    return fact.past or bool(language.pattern(language.asking.earlier).search(text))


def _goes_on(text: str, last: str, language: Language) -> bool:
    """Whether the sentence begins with what the last line spoke of."""
    return bool(content(" ".join(words(text)[:3]), language) & content(last, language))


def _is_about(text: str, kind: str, language: Language) -> bool:
    """Whether the fact holds what the question asks for."""
    return bool(language.pattern(language.asking.patterns[kind]).search(text))


def _is_done_to(text: str, language: Language) -> bool:
    """Whether somebody did the harm: nobody asks lightly how bad a murder was."""
    return bool(language.pattern(language.asking.done_to).search(text))


def reply(text: str, language: Language) -> tuple[str, str]:
    """What may be asked before a sentence that leans, and the answer; empty where nothing may."""
    for kind, written in language.rewriting.replies.items():
        if match := language.pattern(written).match(text):
            return kind, sentence(match.group("what"))
    return "", ""


def turns(fact: Fact, before: Fact, year: int, language: Language) -> Iterator[Lead]:
    """Kinds of words that lead to `fact` without asking for it."""
    if fact.speaker:
        return
    past = language.pattern(language.reading.past).match(fact.text)
    earlier = is_earlier(fact, language)
    if past and int(past.group("year")) < year - 1:
        yield Lead("past")
    if (fact.must or fact.deadly) and not before.grave and not earlier:
        yield Lead("harm")
    for kind in ("disagreement", "money", "future"):
        if not earlier and _is_about(unquoted(fact.text), kind, language):
            yield Lead(kind)


def subject_of(text: str, names: frozenset[str], language: Language) -> str:
    """The name that the sentence begins with and says something of; empty where it has none."""
    match = re.match(
        r"^(?P<the>The\s|La\s|Le\s|Les\s|L’|El\s|Los\s|Las\s)?(?P<name>(?:[A-ZÀ-Ý][\w’&-]*\s)+)",
        text,
    )
    if match is None or (match.group("the") and not match.group("name")):
        return ""
    name = match.group("name").strip()
    rest = text[match.end() :]
    if len(words(name)) > LONGEST_NAME or not language.pattern(language.reading.finite).match(rest):
        return ""
    known = [word for word in name.split() if word.removesuffix("’s") in names]
    if len(known) < len(name.split()) or language.pattern(language.days.weekday).search(name):
        return ""
    article = (match.group("the") or "").lower()
    return f"{article}{name}"


def _describes(fact: Fact, subject: str, language: Language) -> bool:
    """Whether the fact tells what its subject is or has, and not only what it did."""
    if fact.label:
        return True
    rest = fact.text[len(subject) :].lstrip()
    return bool(language.pattern(language.asking.patterns["about"]).match(rest))


def _reporter(text: str, names: frozenset[str], language: Language) -> str:
    match = language.pattern(language.reading.reported).match(text)
    if match is None:
        return ""
    who = match.group("who") or match.group("who2") or ""
    who = who.strip()
    if not who or len(words(who)) > LONGEST_NAME:
        return ""
    first = who.split()[0]
    if first in names or first.lower() in language.quoting.articles:
        return who if first in names else who[0].lower() + who[1:]
    small = language.pattern(language.reading.small).match(who)
    return who.lower() if small and " " not in who else ""


def without_place(text: str, language: Language) -> str:
    """The sentence without the place it begins with, for where that was just asked for."""
    match = language.pattern(language.reading.placed).match(text)
    return capitalised(text[match.end() :].lstrip()) if match else text


def _place(text: str, language: Language) -> str:
    match = language.pattern(language.reading.placed).match(text)
    if match is None:
        return ""
    place = match.group("place")
    months = "|".join((*language.days.months, *language.days.weekdays))
    if re.search(rf"\d|\b(?:{months})\b", place):
        return ""
    return place[0].lower() + place[1:]
