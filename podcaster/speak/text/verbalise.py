"""A line of text as it's said, token by token."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from podcaster.speak.text.abbreviations import read_abbreviations
from podcaster.speak.text.acronyms import read_acronyms, read_mixed
from podcaster.speak.text.addresses import read_addresses, read_tags
from podcaster.speak.text.dates import read_dates, read_decades, read_numeric_dates
from podcaster.speak.text.fractions import read_fractions
from podcaster.speak.text.heteronyms import read_heteronyms
from podcaster.speak.text.ipa import in_accent
from podcaster.speak.text.language import Language, load_language
from podcaster.speak.text.lexicon import Lexicon, read_lexicon
from podcaster.speak.text.magnitudes import read_magnitudes
from podcaster.speak.text.money import read_money
from podcaster.speak.text.numbers import read_leftover_digits, read_numbers
from podcaster.speak.text.ordinals import read_ordinals
from podcaster.speak.text.pauses import PAUSE, read_pauses
from podcaster.speak.text.phones import read_phones
from podcaster.speak.text.ranges import read_ranges
from podcaster.speak.text.roman import read_roman
from podcaster.speak.text.spoken import Reading, Spoken, spread
from podcaster.speak.text.symbols import read_emoji, read_symbols, tidy
from podcaster.speak.text.times import read_times
from podcaster.speak.text.units import read_percentages, read_units, read_units_of_magnitudes
from podcaster.speak.text.versions import read_versions

Rule = Callable[[str, Language], Iterable[Reading]]

BEFORE_NAMES: tuple[Rule, ...] = (read_addresses, read_tags, read_emoji)
"""Rules that go before the lexicon: a name inside an address is part of the address."""
AFTER_NAMES: tuple[Rule, ...] = (
    read_numeric_dates,
    read_dates,
    read_decades,
    read_times,
    read_phones,
    read_money,
    read_percentages,
    read_ordinals,
    read_magnitudes,
    read_units,
    read_units_of_magnitudes,
    read_fractions,
    read_versions,
    read_ranges,
    read_roman,
    read_abbreviations,
    read_mixed,
    read_acronyms,
    read_numbers,
    read_symbols,
    read_leftover_digits,
    read_heteronyms,
)
"""In order of precedence: a rule reads only what none before it has read."""
MEASURES = frozenset({"money", "time", "percent", "unit", "date"})


def verbalise(text: str, language: str, lexicon: Lexicon | None = None) -> tuple[Spoken, ...]:
    """One entry per written token of `text`, in order, together covering all that isn't space.

    A token is what stands between spaces; a pause mark (`[pause 0.4]`) is one too. `language` is
    a code with or without its region (`en`, `en-gb`, `pt-br`); the project's own lexicon is used
    where none is given. Raises SpeakError for a language without rules.
    """
    table = load_language(language)
    names = Lexicon.load(table.code) if lexicon is None else lexicon
    readings = _claim(text, table, names)
    return tuple(_spoken(text, span, readings, table) for span in _tokens(text))


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"{PAUSE.pattern}|(?:(?!{PAUSE.pattern})\S)+", text):
        yield match.span()


def _claim(text: str, language: Language, lexicon: Lexicon) -> tuple[Reading, ...]:
    taken = bytearray(len(text))
    kept: list[Reading] = []

    def keep(found: Iterable[Reading]) -> None:
        for reading in found:
            if reading.end > reading.start and not any(taken[reading.start : reading.end]):
                taken[reading.start : reading.end] = b"\1" * (reading.end - reading.start)
                kept.append(reading)

    keep(read_pauses(text))
    for rule in BEFORE_NAMES:
        keep(rule(text, language))
    keep(read_lexicon(text, language, lexicon))
    for rule in AFTER_NAMES:
        keep(rule(text, language))
    keep(_between(text, language, sorted(kept, key=lambda reading: reading.start)))
    return tuple(sorted(kept, key=lambda reading: reading.start))


def _between(text: str, language: Language, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The dash between two measures of one kind: `$3bn-$4bn`, `10 a.m.-2 p.m.`, `9h-18h`."""
    for one, other in pairwise(readings):
        dash = text[one.end : other.start]
        if dash in ("-", "–") and one.origin == other.origin and one.origin in MEASURES:
            yield Reading(one.end, other.start, (language.word("to"),), "range")


def _spoken(
    text: str, span: tuple[int, int], readings: Sequence[Reading], language: Language
) -> Spoken:
    start, end = span
    here = [reading for reading in readings if reading.start < end and start < reading.end]
    said: list[str] = []
    at = start
    for reading in here:
        said.append(tidy(text[at : max(at, reading.start)]))
        said.append(_separated(said, _share(text, span, reading.parts, reading)))
        at = min(end, reading.end)
    said.append(tidy(text[at:end]))
    whole = here[0] if len(here) == 1 else None
    ipa = _ipa(text, span, whole, language) if whole and whole.ipa else None
    if whole and not _covers_letters(text, span, whole):
        whole = None
    return Spoken(
        text=text[start:end],
        spoken=" ".join("".join(said).split()),
        ipa=ipa,
        language=whole.language if whole else None,
        start=start,
        end=end,
        origin="+".join(dict.fromkeys(reading.origin for reading in here)) or "word",
    )


def _share(text: str, span: tuple[int, int], parts: Sequence[str], reading: Reading) -> str:
    """What this token gets of a reading that may cover several."""
    before = len(text[reading.start : span[0]].split()) if span[0] > reading.start else 0
    return spread(parts, len(text[reading.start : reading.end].split()))[before]


def _separated(said: Sequence[str], words: str) -> str:
    """Words of two readings in one token don't run into each other."""
    last = next((piece for piece in reversed(said) if piece), "")
    glued = bool(last and words) and last[-1].isalnum() and words[0].isalnum()
    return f" {words}" if glued else words


def _ipa(text: str, span: tuple[int, int], reading: Reading, language: Language) -> str | None:
    """The token's phonemes; None where letters are left that have none."""
    before = text[span[0] : max(span[0], reading.start)].lstrip("“«(\"'").replace("’", "'")
    after = text[min(span[1], reading.end) : span[1]]
    elided = language.words("elided_ipa").get(before[:-1].lower()) if before else ""
    if elided is None and any(letter.isalnum() for letter in before):
        return None
    if any(letter.isalnum() for letter in after):
        return None
    return (elided or "") + in_accent(_share(text, span, reading.ipa, reading), language)


def _covers_letters(text: str, span: tuple[int, int], reading: Reading) -> bool:
    rest = text[span[0] : max(span[0], reading.start)] + text[min(span[1], reading.end) : span[1]]
    return not any(letter.isalnum() for letter in rest)
