"""Measures and percentages: `3.5%`, `12 km`, `-3 °C`, `100 km/h`, `2.5 percentage points`."""

import re
from collections.abc import Iterator
from functools import cache

from podcaster.speak.text.agreement import agreement_of, is_attributive
from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import is_singular, number_pattern, quantity
from podcaster.speak.text.spoken import Reading, align

DASHES = "-–—"


def read_percentages(text: str, language: Language) -> Iterator[Reading]:
    """`3.5%`, `3 %`, `10-15%`."""
    number = number_pattern(language)
    pattern = rf"(?<![\w.,])([-−+]?{number})(?:([{DASHES}])({number}))?(\s?)([%‰])"
    for match in re.finditer(pattern, text):
        amount = quantity(match[1], language)
        if match[3]:
            amount = f"{amount} {language.word('to')} {quantity(match[3], language)}"
        unit = language.word("percent" if match[5] == "%" else "permille")
        written = match[0][: match.start(4) - match.start()]
        yield Reading(
            *match.span(), align([(written + match[4], amount), (match[5], unit)]), "percent"
        )


def read_units(text: str, language: Language) -> Iterator[Reading]:
    """A number with a unit's symbol after it; some symbols only count after a space: 9.58 s."""
    apart = language.names("apart", "units")
    for match in _pattern(language).finditer(text):
        if match["unit"] in apart and not match["gap"].isspace():
            continue
        one, many = language.words("units")[match["unit"]][:2]
        agreement = agreement_of(many.split()[0], language)
        amount = quantity(match["low"], language, agreement)
        if match["high"]:
            amount = (
                f"{amount} {language.word('to')} {quantity(match['high'], language, agreement)}"
            )
        adjective = match["gap"] == "-" or is_attributive(text, *match.span(), language)
        single = adjective or is_singular(match["high"] or match["low"], language)
        written = match[0][: match.start("gap") - match.start()]
        gap = " " if match["gap"].isspace() else ""
        yield Reading(
            *match.span(),
            align([(written + gap, amount), (match["unit"], one if single else many)]),
            "unit",
        )


def read_units_of_magnitudes(text: str, language: Language) -> Iterator[Reading]:
    """A unit's symbol after a word for a number: `3 million km²`, `2 milliards de m³`."""
    for match in _after_magnitude(language).finditer(text):
        _, many = language.words("units")[match["unit"]][:2]
        yield Reading(*match.span("unit"), align([(match["unit"], many)]), "unit")


@cache
def _after_magnitude(language: Language) -> re.Pattern[str]:
    words = set(language.words("magnitudes").values())
    words |= {plural for _, plural, _ in language.words("magnitude_forms").values()}
    symbols = sorted(filter(lambda symbol: len(symbol) > 1, language.words("units")), key=len)
    units = "|".join(re.escape(symbol) for symbol in reversed(symbols))
    shorts = "|".join(re.escape(short) for short in language.words("magnitudes"))
    return re.compile(
        rf"(?:\b(?:{'|'.join(words)})|\d(?:{shorts}))\s(?:d[eio]\s)?(?P<unit>{units})(?![\w/²³])"
    )


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    number = number_pattern(language)
    symbols = sorted(language.words("units"), key=len, reverse=True)
    units = "|".join(re.escape(symbol) for symbol in symbols)
    return re.compile(
        rf"(?<![\w.,])(?P<low>[-−+]?{number})(?:[{DASHES}](?P<high>{number}))?"
        rf"(?P<gap>[\s-]?)(?P<unit>{units})(?![\w/²³])"
    )
