"""Currencies, units and month names, whatever the language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from podcaster.write.evidence.lexicon import DATA, Lexicon, Vocabulary, lexicon_for
from podcaster.write.evidence.reading.words import fold, primary


@dataclass(frozen=True)
class Currencies:
    """How money is marked: symbols, what stands before a symbol, codes, national adjectives."""

    symbols: Mapping[str, str]
    prefixes: Mapping[str, str]
    codes: Mapping[str, str]
    nations: Mapping[str, str]


@cache
def currencies() -> Currencies:
    table = tomllib.loads((DATA / "numerals.toml").read_text("utf-8"))
    return Currencies(table["symbols"], table["prefixes"], table["codes"], table["nations"])


@cache
def crowns() -> frozenset[str]:
    """The currencies that may be called crowns alone."""
    table = tomllib.loads((DATA / "numerals.toml").read_text("utf-8"))
    return frozenset(table["crowns"]["names"].split())


@cache
def unit_seconds() -> Mapping[str, float]:
    """How many seconds a unit of time lasts."""
    table = tomllib.loads((DATA / "numerals.toml").read_text("utf-8"))
    return {name: float(seconds) for name, seconds in table["seconds"].items()}


@cache
def money_words(language: str) -> tuple[tuple[Vocabulary, str], ...]:
    """The language's words for currencies, each with its code; longer phrases come first."""
    lexicon = lexicon_for(language)
    entries = sorted((lexicon.entry("money") or {}).items(), key=lambda entry: -len(entry[0]))
    return tuple((lexicon.make_vocabulary((word,)), code) for word, code in entries)


@cache
def unit_words(language: str) -> tuple[tuple[Vocabulary, str], ...]:
    """The language's words for units, each with the unit's name in that language."""
    lexicon = lexicon_for(language)
    return tuple(
        (lexicon.make_vocabulary((name, *aliases)), name)
        for name, aliases in (lexicon.entry("units") or {}).items()
    )


@dataclass(frozen=True)
class Calendar:
    """Names of months (1 to 12) and weekdays (0, Monday, to 6), folded."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]


@cache
def calendar(language: str) -> Calendar:
    """From CLDR; empty for a language that it doesn't have."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import get_day_names, get_month_names

    try:
        locale = Locale.parse(primary(language))
    except (UnknownLocaleError, ValueError):
        return Calendar({}, {})
    months: dict[str, int] = {}
    for width in ("abbreviated", "wide"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, locale).items():
                months[fold(name).rstrip(".")] = int(number)
    if primary(language) == "en":
        months["sept"] = 9
    months = {name: number for name, number in months.items() if len(name) > 2}
    weekdays = {
        fold(name): int(number)
        for context in ("format", "stand-alone")
        for number, name in get_day_names("wide", context, locale).items()
    }
    return Calendar(months, weekdays)


@cache
def scales(lexicon: Lexicon) -> Mapping[str, float]:
    return {
        word: float(factor) for word, factor in (lexicon.entry("numbers", "scales") or {}).items()
    }
