"""Telephone numbers, read digit by digit or in the pairs that a language groups them in."""

import re
from collections.abc import Iterator

from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import cardinal, spell_digits
from podcaster.speak.text.spoken import Reading, align

SHAPES = (
    r"\+\d{1,3}(?:[\s.-]?\(?\d{1,4}\)?){2,6}",
    r"\(\d{3}\)\s?\d{3}[-.\s]\d{4}",
    r"\b\d{3}[-.]\d{3}[-.]\d{4}\b",
    r"\b\d{3}-\d{4}\b",
    r"\b0\d(?:[\s.]\d\d){4}\b",
    r"\b0\d{1,4}\s\d{3,4}\s\d{3,4}\b",
    r"\b[6-9]\d\d(?:\s\d\d){3}\b",
    r"\(\d\d\)\s?\d{4,5}-\d{4}\b",
)


def read_phones(text: str, language: Language) -> Iterator[Reading]:
    """International, North American, British, French, Spanish, Italian and Brazilian shapes."""
    for match in re.finditer("|".join(f"(?:{shape})" for shape in SHAPES), text):
        if match.start() and (text[match.start() - 1].isalnum()):
            continue
        written = re.findall(r"\s*[^\s]+", match[0])
        said = [_group(piece, language) for piece in written]
        # A breath after a long group, as people leave one.
        said[:-1] = [f"{words}," if len(words.split()) > 2 else words for words in said[:-1]]
        yield Reading(*match.span(), align(list(zip(written, said, strict=True))), "phone")


def _group(written: str, language: Language) -> str:
    plus = f"{language.word('plus')} " if "+" in written else ""
    groups = re.findall(r"\d+", written)
    pairs = bool(language.table.get("phone_pairs"))
    return plus + ", ".join(_digits(group, language, pairs) for group in groups)


def _digits(group: str, language: Language, pairs: bool) -> str:
    if pairs and len(group) <= 2:
        zero = f"{cardinal(0, language)} " if group.startswith("0") else ""
        return (
            zero + cardinal(int(group), language) if int(group) else spell_digits(group, language)
        )
    return spell_digits(group, language)
