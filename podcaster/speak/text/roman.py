"""Roman numerals where a name or a noun says that they are numerals: Charles III, XXe siècle."""

import re
from collections.abc import Iterator

from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import cardinal, ordinal
from podcaster.speak.text.spoken import Reading

NUMERAL = r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman_value(numeral: str) -> int:
    """The number that a well-formed numeral up to 399 stands for."""
    values = [VALUES[letter] for letter in numeral]
    return sum(
        -value if any(value < later for later in values[index + 1 :]) else value
        for index, value in enumerate(values)
    )


def read_roman(text: str, language: Language) -> Iterator[Reading]:
    """Sovereigns and popes, numbered things (World War II), and centuries."""
    table = language.words("roman")
    if not table:
        return
    regnal = "|".join(re.escape(name) for name in table["regnal"])
    for match in re.finditer(rf"\b(?:{regnal})\s+({NUMERAL})(?:er|ère)?\b", text):
        said = _regnal(roman_value(match[1]), language)
        yield Reading(match.start(1), match.end(), (said,), "roman")
    after = "|".join(re.escape(name) for name in table["after"])
    for match in re.finditer(rf"\b(?:{after})\s+({NUMERAL})\b", text):
        yield Reading(*match.span(1), (cardinal(roman_value(match[1]), language),), "roman")
    if before := table.get("century_before"):
        for match in re.finditer(rf"(?i:\b(?:{before})\s+)({NUMERAL})\b", text):
            value = roman_value(match[1])
            by_rank = value <= table.get("century_ordinal_up_to", 0)
            said = ordinal(value, language) if by_rank else cardinal(value, language)
            yield Reading(*match.span(1), (said,), "roman")
    if noun := table.get("century_after"):
        for match in re.finditer(rf"\b({NUMERAL})(?=\s(?i:{noun})\b)", text):
            yield Reading(*match.span(1), (ordinal(roman_value(match[1]), language),), "roman")
    if ranks := table.get("rank_suffix"):
        # Only I, V and X: "Le", "Ces" and "Des" are words.
        for match in re.finditer(rf"\b(?=[IVX]+(?:{ranks})(?!\w))({NUMERAL})({ranks})(?!\w)", text):
            feminine = match[2] in table.get("feminine_suffixes", ())
            said = ordinal(roman_value(match[1]), language, feminine=feminine)
            plural = "s" if match[2].endswith("s") else ""
            yield Reading(*match.span(), (said + plural,), "roman")
    for match in re.finditer(rf"\b([A-Z][a-zà-ÿ]{{2,}})\s+(?=[IVX]{{2}})({NUMERAL})\b", text):
        yield Reading(*match.span(2), (cardinal(roman_value(match[2]), language),), "roman")


def _regnal(value: int, language: Language) -> str:
    table = language.words("roman")
    if value <= table.get("ordinal_up_to", 400):
        return str(table["style"]).format(ordinal=ordinal(value, language))
    return cardinal(value, language)
