"""Version numbers: `3.5.1`, and `5.0` where the decimal mark is a comma."""

import re
from collections.abc import Iterator

from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import quantity
from podcaster.speak.text.spoken import Reading


def read_versions(text: str, language: Language) -> Iterator[Reading]:
    """`3.5.1`, and elsewhere than in English a number with a point: `GPT-3.5`, `5.0`."""
    foreign_point = language.words("marks")["decimal"] != "."
    pattern = r"(?<![\w,])(?<!\w-)\d+(?:\.\d+){2,}(?![\w])"
    if foreign_point:
        pattern += r"|(?<![\w,.])(?<!\w-)\d{1,3}\.(?:\d{1,2}|\d{4,})(?![\d.,])"
    for match in re.finditer(pattern, text):
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", match[0]) and foreign_point:
            continue
        words = f" {language.word('version')} ".join(
            quantity(piece, language) for piece in match[0].split(".")
        )
        yield Reading(*match.span(), (words,), "version")
