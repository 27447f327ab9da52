"""A line's words as they're said, in any language: those without rules of ours stay as printed."""

import re
from collections.abc import Sequence
from pathlib import Path

from podcaster.speak.text import Lexicon, Spoken, verbalise
from podcaster.speak.text.language import languages
from podcaster.speak.text.pauses import PAUSE

_TOKEN = re.compile(rf"{PAUSE.pattern}|(?:(?!{PAUSE.pattern})\S)+")


def spoken_words(text: str, language: str, names: Sequence[Path] = ()) -> tuple[Spoken, ...]:
    """One entry per written token; pause marks are tokens that say nothing.

    `names` are lexicons on top of the project's.
    """
    if language.split("-")[0] in languages():
        return verbalise(text, language, Lexicon.load(language, *names) if names else None)
    return tuple(
        Spoken(
            text=match[0],
            spoken="" if PAUSE.fullmatch(match[0]) else match[0],
            ipa=None,
            language=None,
            start=match.start(),
            end=match.end(),
            origin="word",
        )
        for match in _TOKEN.finditer(text)
    )
