"""Signs that are said, signs that aren't, emoji, and quotation marks."""

import re
import unicodedata
from collections.abc import Iterator

from podcaster.speak.text.language import Language
from podcaster.speak.text.spoken import Reading

QUOTES = str.maketrans(
    {"«": "“", "»": "”", "„": "“", "‟": "“", "‹": "“", "›": "”", "’": "'", "‘": "'"}
)
UNSEEN = "​‌‍⁠﻿­"
EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u20e3\u200d\U000e0020-\U000e007f]+"


def tidy(text: str) -> str:
    """What stands between readings, with quotes made plain and invisible characters gone."""
    cleaned = text.translate(QUOTES)
    return "".join(
        letter
        for letter in cleaned
        if letter not in UNSEEN and unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs")
    )


def read_emoji(text: str, language: Language) -> Iterator[Reading]:
    """Emoji aren't said."""
    said = "".join(re.escape(sign) for sign in language.words("symbols"))
    for match in re.finditer(rf"(?:(?![{said}]){EMOJI})", text):
        yield Reading(*match.span(), ("",), "emoji")


def read_symbols(text: str, language: Language) -> Iterator[Reading]:
    """Signs of the language's table; a run of the same sign is said once."""
    symbols = language.words("symbols")
    signs = "".join(re.escape(sign) for sign in symbols)
    for match in re.finditer(rf"([{signs}])\1*", text):
        said = str(symbols[match[1]])
        glued = said and text[match.end() : match.end() + 1].isalpha()
        yield Reading(*match.span(), (f"{said} " if glued else said,), "symbol")
    for match in re.finditer(r"(?<=[^\W\d_])_+|_+(?=[^\W\d_])|`+", text):
        yield Reading(*match.span(), ("",), "markup")
