"""Ranges and scores: `10-15`, `1939–1945`, `2024-25`, `won 3-2`."""

import re
from collections.abc import Iterator

from podcaster.speak.text.agreement import agreement_after
from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import FIRST_YEAR, LAST_YEAR, cardinal, number_pattern, quantity
from podcaster.speak.text.numbers import year as say_year
from podcaster.speak.text.spoken import Reading, align


def read_ranges(text: str, language: Language) -> Iterator[Reading]:
    """Two numbers with a dash, and no space, between them; odds such as `3:2`."""
    number = number_pattern(language)
    to = language.word("to")
    for match in re.finditer(r"(?<![\w.,:])(\d{1,3}):(\d)(?![\w:])", text):
        words = f"{cardinal(int(match[1]), language)} {to} {cardinal(int(match[2]), language)}"
        yield Reading(*match.span(), (words,), "range")
    pattern = rf"(?<![\w.,/–—-])({number})[-–]({number})(?![\d/–—-]|[.,]\d)"
    for match in re.finditer(pattern, text):
        low, high = match[1], match[2]
        if _is_year(low) and (_is_year(high) or _ends_year(low, high)):
            words = f"{say_year(int(low), language)} {to} {_year_end(low, high, language)}"
            yield Reading(*match.span(), align([(match[0], words)]), "years")
            continue
        agreement = agreement_after(text[match.end() :], language)
        joint = " " if _is_model(low, high) else f" {to} "
        words = f"{quantity(low, language, agreement)}{joint}{quantity(high, language, agreement)}"
        yield Reading(*match.span(), align([(match[0], words)]), "range")


def _is_model(low: str, high: str) -> bool:
    """`787-9` names a thing: no score and no range falls that far."""
    return low.isdecimal() and len(low) == 3 and high.isdecimal() and len(high) == 1


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR


def _ends_year(low: str, high: str) -> bool:
    return len(high) == 2 and high.isdecimal() and int(high) > int(low) % 100


def _year_end(low: str, high: str, language: Language) -> str:
    if len(high) == 4:
        return say_year(int(high), language)
    if language.table.get("year_style") == "pairs":
        return cardinal(int(high), language)
    return say_year(int(low) // 100 * 100 + int(high), language)
