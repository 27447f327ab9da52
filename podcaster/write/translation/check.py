"""Whether a translation may stand, found out without a model; reasons are for the translator."""

import datetime as dt
import re
from collections.abc import Iterator

from podcaster.write.evidence.lexicon import lexicon_for
from podcaster.write.evidence.reading.words import is_known, primary, words
from podcaster.write.model.words import (
    address_patterns,
    direct_pattern,
    folder,
    one_apostrophe,
)
from podcaster.write.translation.facts import changed_facts

MARKS = re.compile(r"«[\s\u00a0\u202f]*|[\s\u00a0\u202f]*»|[\"“”„‟‹›]")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
SHORTEST, LONGEST = 0.4, 2.5
"""How long a translation may be, its original being 1."""
TELLING = 20
"""Letters from which on a text's length says something."""


def can_read(language: str) -> bool:
    """Whether numbers, dates and names in that language can be read."""
    return bool(lexicon_for(language).table)


def unmarked(translation: str) -> str:
    """Without quotation marks: nobody said these words, but others in another language."""
    return " ".join(MARKS.sub("", translation).split())


def faults(
    original: str, translation: str, language: str, into: str, written: dt.date | None
) -> tuple[str, ...]:
    """All that's wrong with the translation of one sentence; none where it may stand."""
    if not translation:
        return ("It's missing.",)
    found = [
        *_form(original, translation, language, into),
        *_voice(original, translation, language, into),
    ]
    return tuple(
        dict.fromkeys([*found, *changed_facts(original, translation, language, into, written)])
    )


def _form(original: str, translation: str, language: str, into: str) -> Iterator[str]:
    share = len(translation) / len(original)
    if len(original) >= TELLING and not SHORTEST <= share <= LONGEST:
        yield "It doesn't say what the original says: it's much longer or shorter."
    small = [word.lower for word in words(translation, into) if word.text.islower()]
    theirs, ours = (sum(is_known(word, tongue) for word in small) for tongue in (language, into))
    if theirs > ours:
        yield "It isn't translated."


def _voice(original: str, translation: str, language: str, into: str) -> Iterator[str]:
    """Hosts say it: so nobody else speaks in it, and nobody is told to do anything."""
    said = one_apostrophe(translation)
    if match := direct_pattern(into).search(said):
        yield f"{match.group(0).strip()!r} is direct speech; put it into the third person."
    told = one_apostrophe(original).casefold()
    has_table = (folder() / f"words.{primary(language)}.toml").exists()
    calls = has_table and any(pattern.search(told) for pattern in address_patterns(language))
    for sentence in SENTENCE_END.split(said.casefold()):
        for pattern in address_patterns(into):
            if not calls and (match := pattern.match(sentence)):
                yield f"{match.group(0)!r} calls the listener to something."
