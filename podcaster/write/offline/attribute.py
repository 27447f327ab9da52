"""Who says it comes first: "..., organizers say" becomes "Organizers say ..."."""

import re

from podcaster.write.offline.language import Language
from podcaster.write.offline.text import capitalised


def lowered(text: str, language: Language, common: frozenset[str] = frozenset()) -> str:
    """The first letter small, where the word is known not to be a name.

    `common` holds the words that the article writes small.
    """
    first = text.split(" ")[0].rstrip(",;:")
    known = first.lower() in common or first.lower() in language.days.weekdays
    if known or language.pattern(language.reading.small).match(text):
        return text[0].lower() + text[1:]
    return text


def fronted(text: str, language: Language, common: frozenset[str] = frozenset()) -> str:
    """The sentence with a trailing or interrupting attribution moved to its front.

    After a semicolon it may only be the last part that somebody says; so it may be of what a comma
    adds to a word.
    """
    reading = language.reading
    if ";" in text:
        return text
    match = language.pattern(reading.according).search(text)
    if match is not None and not _says_more_of_a_word(text[: match.start()], language):
        what = lowered(text[: match.start()], language, common)
        who = re.sub(r",.*$", "", match.group("who")).strip()
        return capitalised(reading.according_front.format(who=who, what=what)) + "."
    for written in (reading.says_tail, reading.says_middle):
        match = language.pattern(written).search(text) if written else None
        if match is None:
            continue
        before, after = text[: match.start()], text[match.end() :]
        if language.pattern(reading.adverbial).match(before):
            continue
        joint = (
            "" if not after else ", " if language.pattern(reading.finite).search(before) else " "
        )
        what = lowered(f"{before}{joint}{after}".strip(), language, common)
        verb = match.group("verb")
        front = reading.says_front.format(
            who=match.group("who"), verb=reading.says_before.get(verb, verb), what=what
        )
        return capitalised(front.rstrip(".")) + "."
    return text


def _says_more_of_a_word(text: str, language: Language) -> bool:
    """Whether what follows its last comma is said of a word before: "which ...", "hit by ...",
    "the worst ..."."""
    _, comma, last = text.rpartition(", ")
    word = last.split(" ")[0].lower()
    reading = language.reading
    participle = language.pattern(language.ordering.participle)
    named = language.pattern(rf"(?:{reading.role})\b").match(last)
    apposed = bool(named) and not language.pattern(reading.finite).search(last)
    return bool(comma) and bool(
        participle.match(last) or word in language.rewriting.relative_subject or apposed
    )


def without_manner(text: str, language: Language) -> str:
    """Drops how and when a thing was said, after the verb that says it."""
    speech, manner = language.reading.plain_speech, language.reading.manner
    return language.pattern(rf"\b(?P<verb>{speech}){manner}(?=[\s,.])").sub(r"\g<verb>", text)


def reports_speech(text: str, language: Language) -> bool:
    """Whether someone in it says something, or it's told on somebody's word."""
    reading = language.reading
    speaks = language.pattern(rf"(?i)\b{reading.speech}\b").search(text)
    return bool(speaks or language.pattern(reading.reported).match(text))
