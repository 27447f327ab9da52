"""Who "he" is, and what a surname is short for: only where it's certain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.write.offline.language import Language
from podcaster.write.offline.text import unquoted, words

LONGEST_WITH_ROLE = 28
"""Words that a sentence may have once a person's role is put in."""


@dataclass(frozen=True)
class Person:
    name: str
    """The full name as the article first writes it."""
    sentence: int
    """Where: the sentence's place in the story."""
    role: str = ""
    """What the same sentence says they are: "a climate scientist at ..."."""

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


@dataclass(frozen=True)
class People:
    """The persons that an article names in full, by surname; a shared surname names nobody."""

    language: Language
    by_surname: dict[str, Person]

    def in_sentence(self, text: str) -> list[Person]:
        """The persons that the text names outside quotations, in full or by surname."""
        outside = unquoted(text)
        return [
            person
            for person in self.by_surname.values()
            if re.search(rf"(?<!\w){re.escape(person.surname)}(?!\w)", outside)
        ]

    def in_full(self, text: str, known: frozenset[str]) -> tuple[str, list[Person]]:
        """The text with first mentions by surname made full, and with their roles; and of whom.

        `known` holds the surnames that were said already.
        """
        made: list[Person] = []
        for person in self.in_sentence(text):
            if person.surname in known:
                continue
            if person.name in text:
                told = text if person.role in text else _with_role(text, person)
                made += [person] if told != text else []
                text = told
                continue
            pattern = rf"(?<![\w’-])(?<!\b[A-Z]\. ){re.escape(person.surname)}(?![\w-])"
            match = re.search(pattern, unquoted_mask(text))
            if match and not self._has_given_name(text[: match.start()]):
                text = text[: match.start()] + person.name + text[match.end() :]
                text = _with_role(text, person)
                made.append(person)
        return text, made

    def _has_given_name(self, before: str) -> bool:
        """Whether a name stands right before; a "But" that begins the sentence is none."""
        joins = self.language.rewriting.kept_joins
        named = re.search(r"[A-ZÀ-Ý][\w’.-]*\s$", before)
        return named is not None and before.strip().lower() not in joins

    def shortened(self, text: str, known: frozenset[str]) -> str:
        """The text with the full names of those already introduced cut to their surnames."""
        for surname in known:
            person = self.by_surname.get(surname)
            if person is not None:
                text = text.replace(person.name, surname)
        return text


def unquoted_mask(text: str) -> str:
    """The text with its quotations blanked, every place kept."""
    return re.sub(r"“[^”]*”|«[^»]*»|\"[^\"]*\"", lambda match: " " * len(match.group(0)), text)


def _with_role(text: str, person: Person) -> str:
    """The person's role after the name, where the sentence goes on without a comma, or ends."""
    at = text.index(person.name) + len(person.name)
    if text[at:] == "" and person.role:
        return f"{text}, {person.role}"
    fits = len(words(unquoted(text))) + len(words(person.role)) <= LONGEST_WITH_ROLE
    if not person.role or not fits or not re.match(r"\s[a-zà-ÿ]", text[at:]):
        return text
    return f"{text[:at]}, {person.role},{text[at:]}"


def people(sentences: Sequence[str], language: Language) -> People:
    found: dict[str, Person | None] = {}
    outside = language.pattern(language.reading.not_people)
    for place, text in enumerate(sentences):
        for name in language.pattern(rf"(?<![\w’-]){language.reading.full_name}").findall(text):
            name = re.sub(r"’s$", "", name)
            if outside.search(name) or name.split()[0].lower() in _sentence_starts(text, language):
                continue
            person = Person(name, place, _role(text, name, language))
            known = found.get(person.surname, person)
            same = known is not None and known.name == name
            found[person.surname] = known if same else None
    spoken_alone = {
        surname for surname in found if _is_person(surname, found[surname], sentences, language)
    }
    return People(
        language,
        {s: p for s, p in found.items() if p is not None and s in spoken_alone},
    )


def _role(text: str, name: str, language: Language) -> str:
    role = rf"(?:{language.reading.role})\s[^,;.“”«»\"()–—]{{4,70}}"
    pattern = rf"{re.escape(name)},\s+(?P<role>{role})(?=[,.])"
    match = language.pattern(pattern).search(text)
    return match.group("role").strip() if match else ""


def _sentence_starts(text: str, language: Language) -> set[str]:
    match = language.pattern(language.reading.small).match(text)
    return {match.group(0).lower()} if match else set()


def _is_person(
    surname: str, person: Person | None, sentences: Sequence[str], language: Language
) -> bool:
    """A name counts as a person's where somebody speaks under it or is called "who"."""
    if person is None:
        return False
    given = re.compile(rf"(?<![\w’-])([A-ZÀ-Ý][\w’-]*)\s{re.escape(surname)}(?![\w-])")
    namesakes = {first for text in sentences for first in given.findall(text)}
    if namesakes - set(person.name.split()):
        return False
    name = rf"(?:{re.escape(person.name)}|{re.escape(surname)})"
    speech = language.reading.speech
    who = "|".join(language.rewriting.relative_person or ("(?!)",))
    marks = (
        rf"\b{name}(?:,[^,.]{{3,80}},)?\s+{speech}\b",
        rf"\b{speech}\s+{name}\b",
        rf"\b{name},\s+(?:{who})\b",
        rf"{re.escape(person.name)},\s+\d\d\b",
    )
    pattern = re.compile("|".join(marks))
    return any(pattern.search(text) for text in sentences)


def subject(text: str, everyone: People) -> Person | None:
    """The one person that the sentence is about: named before its verb, and the only one."""
    named = everyone.in_sentence(text)
    if len(named) != 1:
        return None
    mask = unquoted_mask(text).strip()
    person = named[0]
    head = re.match(
        rf"^(?:[\w’.-]+\s){{0,3}}?(?:{re.escape(person.name)}|{re.escape(person.surname)})\b", mask
    )
    speech = everyone.language.reading.speech
    speaks = re.search(
        rf"\b{speech}\s+(?:[\w’.-]+\s){{0,3}}?{re.escape(person.name.split()[0])}", mask
    )
    speaks = speaks or re.search(rf"{re.escape(person.surname)}(?:,[^,]+,)?\s+{speech}\b", mask)
    return person if head or speaks else None
