"""What can be told of a story: facts, what they rest on, and what they lean on."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from podcaster.models import Role, Story
from podcaster.write.offline.language import Language
from podcaster.write.offline.people import People
from podcaster.write.offline.text import unquoted, words

KEY = 3
"""Sentences at an article's beginning that hold its news."""

Carries = Callable[[str, Role, tuple[str, ...]], bool]
"""Whether the sentences of these ids carry the text, as a line of this role."""


def takes_all(text: str, role: Role, evidence: tuple[str, ...]) -> bool:  # noqa: ARG001
    """Doubts nothing."""
    return True


@dataclass(frozen=True)
class Fact:
    """One thing that can be said, and the sentences it rests on."""

    text: str
    evidence: tuple[str, ...]
    place: int
    """Its sentence's place in the story."""
    leans: bool = False
    """Whether it may only be said right after the fact before it."""
    answers: str = ""
    """The kind of question that may be asked right before it."""
    speaker: str = ""
    """Who says the quotation; `text` is then the quotation alone, with its marks."""
    label: str = ""
    """What the article puts before a colon: the place or thing that the fact is about."""
    grave: bool = False
    deadly: bool = False
    value: float = 0.0
    pronoun: str = ""
    """The same with its pronoun, for where the name was just said."""
    opens: bool = False
    """Whether its sentence opens a paragraph, and so needs the one before it less."""
    past: bool = False
    """Whether it tells of an earlier year."""
    must: bool = False
    """Whether a story told without it would hide the worst of it."""
    bound: bool = False
    """Whether the fact before it may not be told without this one."""
    needs: int | None = None
    """The place of a sentence without which it may not be told."""
    copied: int = 0
    """The longest run of words that it shares with its sentence."""


@dataclass(frozen=True)
class Unit:
    """Facts that are told one after another; the first stands by itself."""

    facts: tuple[Fact, ...]

    @property
    def place(self) -> int:
        return self.facts[0].place

    @property
    def text(self) -> str:
        return " ".join(fact.text for fact in self.facts)

    @property
    def grave(self) -> bool:
        return any(fact.grave for fact in self.facts)


@dataclass(frozen=True)
class Material:
    """All that can be told of one story, in the order of its sentences."""

    story: Story
    units: tuple[Unit, ...]
    people: People
    sentence_ids: tuple[str, ...]
    common: frozenset[str] = frozenset()
    """Its words that are no names, though one may begin a sentence."""


def did_harm(title: str, opening: str, language: Language) -> bool:
    """Whether people came to harm in the event itself that a story tells of."""
    return any(language.is_grave(unquoted(text)) for text in (title, opening))


def content(text: str, language: Language) -> frozenset[str]:
    """The words that carry meaning, without accents, cut to a stem of five letters."""
    small = language.pattern(language.reading.small)
    return frozenset(
        _bare(word)[:5] for word in words(text) if len(word) > 3 and not small.fullmatch(word)
    )


def _bare(word: str) -> str:
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))
