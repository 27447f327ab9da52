"""Ranges and scores: `10-15`, `1939–1945`, `2024-25`, `won 3-2`."""

import re
from collections.abc import Iterator

from podcaster.speak.text.agreement import agreement_after
from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import FIRST_YEAR, LAST_YEAR, cardinal, number_pattern, quantity
from podcaster.speak.text.numbers import year as say_year
from podcaster.speak.text.spoken import Reading, align


def read_ranges(text: str, language: Language) -> Iterator[Reading]:
    """Two numbers with a dash between them."""
    number = number_pattern(language)
    pattern = rf"(?<![\w.,/–—-])({number})(\s?[-–—]\s?|\s[-–—]\s)({number})(?![\d/–—-]|[.,]\d)"
    for match in re.finditer(pattern, text):
        if match[2].strip() != match[2] and match[2].strip() == "—":
            continue
        low, high = match[1], match[3]
        if _is_year(low) and (_is_year(high) or _ends_year(low, high)):
            words = (say_year(int(low), language), _year_end(low, high, language))
            origin = "years"
        else:
            agreement = agreement_after(text[match.end() :], language)
            words = (quantity(low, language, agreement), quantity(high, language, agreement))
            origin = "range"
        to = language.word("to")
        pieces = [(low, words[0]), (match[2], to), (high, words[1])]
        if match[2].strip() == match[2]:
            pieces = [(match[0], f"{words[0]} {to} {words[1]}")]
        yield Reading(*match.span(), align(pieces), origin)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR


def _ends_year(low: str, high: str) -> bool:
    return len(high) == 2 and high.isdecimal() and int(high) == (int(low) + 1) % 100


def _year_end(low: str, high: str, language: Language) -> str:
    if len(high) == 4:
        return say_year(int(high), language)
    if language.table.get("year_style") == "pairs":
        return cardinal(int(high), language)
    return say_year(int(low) // 100 * 100 + int(high), language)
