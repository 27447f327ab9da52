"""Questions that the next fact answers, and the words by which a host takes the next fact up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from podcaster.write.offline.facts import Fact
from podcaster.write.offline.language import Language
from podcaster.write.offline.text import words

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

    def speaker(self, named: str) -> str:
        """The surname of a speaker who was named before; empty for anyone or anything else."""
        if not named[:1].isupper():
            return ""
        return next((word for word in words(named) if word in self.people), "")


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
    asking = language.asking
    if fact.speaker:
        if who := known.speaker(fact.speaker):
            yield Lead("voice", {"who": who})
        return
    matching = [kind for kind in asking.kinds if _is_about(fact.text, kind, language)]
    if "harm" in matching and not before.grave and not _is_done_to(fact.text, language):
        yield Lead("harm")
    yield from (Lead(kind) for kind in matching if kind in ("response", "disagreement"))
    subject = fact.label or subject_of(fact.text, names, language)
    spoken_of = {subject_of(before.text, names, language), *known.topics}
    if subject and subject not in spoken_of and _describes(fact, subject, language):
        yield Lead("about", {"subject": subject})
    if who := _reporter(fact.text, names, language):
        yield Lead("says", {"who": who})
    if place := _place(fact.text, language):
        yield Lead("place", {"place": place})
    yield from (Lead(kind) for kind in matching if kind in ("money", "future"))


def _is_about(text: str, kind: str, language: Language) -> bool:
    """Whether the fact holds what the question asks for."""
    return bool(language.pattern(language.asking.patterns[kind]).search(text))


def _is_done_to(text: str, language: Language) -> bool:
    """Whether somebody did the harm: nobody asks lightly how bad a murder was."""
    return bool(language.pattern(language.asking.done_to).search(text))


def turns(fact: Fact, before: Fact, year: int, language: Language) -> Iterator[Lead]:
    """Kinds of words that lead to `fact` without asking for it."""
    if fact.speaker:
        return
    past = language.pattern(language.reading.past).match(fact.text)
    if (fact.must or fact.deadly) and not before.grave:
        yield Lead("harm")
    if past and int(past.group("year")) < year - 1:
        yield Lead("past")
    for kind in ("disagreement", "money", "future"):
        if _is_about(fact.text, kind, language):
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


def _place(text: str, language: Language) -> str:
    match = language.pattern(language.reading.placed).match(text)
    if match is None:
        return ""
    place = match.group("place")
    months = "|".join((*language.days.months, *language.days.weekdays))
    if re.search(rf"\d|\b(?:{months})\b", place):
        return ""
    return place[0].lower() + place[1:]
