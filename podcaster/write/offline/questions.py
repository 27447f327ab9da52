"""Questions that the next fact answers, and the words by which a host takes the next fact up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from podcaster.write.offline.asked import Asked, asked
from podcaster.write.offline.attribute import lowered
from podcaster.write.offline.facts import Fact, content
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import HELPERS, OBJECTS, parse_of
from podcaster.write.offline.text import capitalised, sentence, unquoted, words
from podcaster.write.offline.topics import by_pronoun, elsewhere, topic
from podcaster.write.offline.wondering import wondered

NEWS = 8
"""Sentences at a story's beginning whose harm is the news itself, and needs no leading over to."""
EVENTS = ("response", "disagreement", "unhurt", "reaction")
"""Kinds of question that come before all others."""
OPINIONS = ("disagreement", "reaction")
"""Kinds of question that are only asked before what somebody does, and not what's said besides."""
LATELY = 2
"""Lines in which no reaction was told, for a host to ask for any."""


@dataclass(frozen=True)
class Lead:
    """A kind of framing line that fits before a fact, and what fills its blanks."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)
    asked: Asked | None = None
    """The question itself, and what answers it, where it's made of the fact."""
    answer: str = ""
    """The rest of the fact, where the question has said its beginning."""


@dataclass(frozen=True)
class Known:
    """What listeners have heard of, so that nobody needs to ask who or what it is."""

    topics: frozenset[str]
    """The words of the story's title, and its source."""
    people: frozenset[str]
    """Surnames that were said."""
    said: str = ""
    """What has been said of the story so far."""
    last: str = ""
    """The line said last."""
    main: str = ""
    """How the story began, which says whom it's about."""
    asked: frozenset[str] = frozenset()
    """Subjects and people that were asked for already."""
    own_harm: bool = False
    """Whether the event that the story tells of did harm to people."""

    @property
    def lately(self) -> str:
        """What was said in the last few lines."""
        return " ".join(self.said.splitlines()[-LATELY:])

    def spoken_of(self, language: Language) -> frozenset[str]:
        """The words that carry meaning of what was said, and of what it's about."""
        return content(f"{self.said} {' '.join(self.topics)}", language)

    def speaker(self, named: str) -> str:
        """The surname of a speaker who was named before; empty for anyone or anything else."""
        if not named[:1].isupper():
            return ""
        return next((word for word in words(named) if word in self.people), "")


def questions(
    fact: Fact,
    before: Fact,
    known: Known,
    language: Language,
) -> Iterator[Lead]:
    """Kinds of question that `fact` answers, the most telling first."""
    spoken_of = known.spoken_of(language)
    if fact.speaker:
        who = known.speaker(fact.speaker)
        follows = before.place == fact.place - 1
        if who and follows and who not in known.last and who not in known.asked:
            yield Lead("voice", {"who": who})
        return
    text = unquoted(fact.text)
    earlier = is_earlier(fact, language)
    matching = () if earlier else _kinds(text, language)
    if known.own_harm and not earlier and _is_toll(text, before, known, language):
        yield Lead("harm")
    for kind in matching:
        told = kind == "unhurt" and _is_about(known.said, "toll", language)
        if kind in EVENTS and not told and not _is_about(known.lately, kind, language):
            yield Lead(kind)
    if not (fact.label or fact.leans):
        yield from _wondered(fact, known, earlier, language)
    if fact.label and fact.label not in known.asked:
        yield Lead("about", {"subject": fact.label})
    yield from _opened(fact, known, spoken_of, language)
    yield from _asked(fact, spoken_of, known, language)
    if not (fact.grave or fact.deadly or fact.label):
        yield from _taken_up(fact, spoken_of, known, language)


def _wondered(fact: Fact, known: Known, earlier: bool, language: Language) -> Iterator[Lead]:
    text = unquoted(fact.text)
    for about in wondered(text, known.said, language, earlier=earlier, harm=known.own_harm):
        named = about.blanks.get("who") or about.blanks.get("subject", "")
        names_it = language.questions[about.kind].named
        answer = by_pronoun(fact.text, language) if names_it else ""
        echoes = names_it and not answer and not known.speaker(capitalised(named))
        if (named not in known.asked or not named) and not echoes:
            yield Lead(about.kind, about.blanks, answer=answer)


def _taken_up(
    fact: Fact, spoken_of: frozenset[str], known: Known, language: Language
) -> Iterator[Lead]:
    """What the fact speaks of, by its name alone; where it was."""
    place, rest = elsewhere(fact.text, language)
    if place:
        dated = language.pattern(r"\d|\b(?:{month})\b").search(place)
        if not dated and content(place, language) <= spoken_of:
            yield Lead("where", {"place": place}, answer=rest)
    about = topic(fact.text, language)
    if about is not None and about.name not in known.asked:
        named = content(about.name, language)
        own = named <= content(" ".join(known.topics), language)
        heard = named <= content(known.said, language)
        wording = language.asking.wording
        expected = wording is not None and any(word in about.name for word in wording.expected)
        if (heard or expected) and not own and not known.speaker(capitalised(about.name)):
            yield Lead("topic", {"topic": about.name, "subject": about.name}, answer=about.answer)


def _asked(
    fact: Fact, spoken_of: frozenset[str], known: Known, language: Language
) -> Iterator[Lead]:
    """The fact's own date or finding, of something that was spoken of."""
    made = None if fact.grave or fact.deadly or fact.label else asked(fact.text, language)
    if made is not None and content(f"{made.subject} {made.presumed}", language) <= spoken_of:
        about = content(made.subject, language)
        aside = made.kind == "when" and not about & content(" ".join(known.topics), language)
        heard = made.kind == "what" and about & content(known.last, language)
        if not (aside or heard):
            yield Lead(made.kind, {"subject": made.subject}, _with_its_name(made, known))


def _with_its_name(made: Asked, known: Known) -> Asked:
    """The question with a person's name as it's written: a parser may take it for a noun."""
    name = known.speaker(made.subject)
    if not name:
        return made
    written = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, made.question, flags=re.IGNORECASE)
    return replace(made, question=written)


def _is_toll(text: str, before: Fact, known: Known, language: Language) -> bool:
    """Whether it's the first to tell how many were harmed, and not by somebody's hand."""
    told = before.grave or _is_about(known.said, "toll", language)
    return not told and _is_about(text, "toll", language) and not _is_done_to(text, language)


def _kinds(text: str, language: Language) -> tuple[str, ...]:
    main = _main(text, language)
    return tuple(
        kind
        for kind in language.asking.kinds
        if _is_about(main if kind in OPINIONS else text, kind, language)
    )


def _main(text: str, language: Language) -> str:
    """Its main verb and whom that is said of; nothing where no parser tells."""
    own = parse_of(text, language)
    if own is None:
        return ""
    said = {own.subject, own.root, *own.grammar.hanging(own.root, *HELPERS, *OBJECTS)}
    return " ".join(own.words[at].text for at in sorted(said))


def _opened(
    fact: Fact, known: Known, spoken_of: frozenset[str], language: Language
) -> Iterator[Lead]:
    """What something that was spoken of shows, finds or wants, where a paragraph tells it."""
    if not fact.opens:
        return
    for kind, forms in language.asking.openers.items():
        for written, verb in forms.items():
            match = language.pattern(written).match(fact.text)
            if match is None:
                continue
            subject = lowered(match.group("subject"), language)
            named = content(subject, language)
            if named and named <= spoken_of and subject not in known.asked:
                yield Lead(kind, {"subject": subject, "verb": match.expand(verb)})


def is_earlier(fact: Fact, language: Language) -> bool:
    """Whether it tells of what was before the story's own event, or happens all the time."""
    text = unquoted(fact.text)
    return fact.past or bool(language.pattern(language.asking.earlier).search(text))


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


def leads_to_harm(fact: Fact, before: Fact, language: Language) -> bool:
    """Whether a host says beforehand that the fact is grave, as nothing before it was."""
    harm = (fact.must or fact.deadly) and fact.place >= NEWS and not fact.speaker
    return harm and not before.grave and not is_earlier(fact, language)
