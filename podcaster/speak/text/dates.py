"""Dates: `27 November 2013`, `Sept. 3, 2024`, `1er mai`, `2013-11-27`, `the 1990s`."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import cardinal, english_plural, ordinal, year
from podcaster.speak.text.spoken import Reading, align


def read_dates(text: str, language: Language) -> Iterator[Reading]:
    """Days with their month, as words or as numbers."""
    month = _month_pattern(language)
    day = r"(?P<day>\d{1,2})(?P<rank>st|nd|rd|th|er|º|°)?"
    of = language.words("dates").get("of", "")
    joined = rf"(?P<of>\s+{of})?" if of else "(?P<of>)"
    after = r"(?P<comma>,?\s+)(?P<year>(?:1[1-9]|20)\d\d)(?![\d,.]\d|\w)"
    for match in re.finditer(
        rf"(?<![\w.,/-]){day}{joined}(?P<gap>\s+)(?P<month>{month})(?:\b|(?<=\.))(?:{after})?", text
    ):
        if _is_day(match["day"]):
            yield _day_month(match, language)
    if "month_day" not in language.words("dates"):
        return
    short_year = r"(?P<comma>,?\s+)(?P<year>(?:1[1-9]|20)\d\d)(?!\d|[,.]\d)"
    for match in re.finditer(
        rf"\b(?P<month>{month})(?P<gap>\s+){day}(?![\w:.,]\d|\w|%)(?:{short_year})?", text
    ):
        if _is_day(match["day"]):
            yield _month_day(match, language)


def read_numeric_dates(text: str, language: Language) -> Iterator[Reading]:
    """`2013-11-27` anywhere; `27/11/2013` in the order of the language's region."""
    for match in re.finditer(r"(?<![\w/.-])(\d{4})-(\d\d)-(\d\d)(?![\w-])", text):
        if date := _date(int(match[1]), int(match[2]), int(match[3])):
            yield Reading(*match.span(), (_full_date(date, language),), "date")
    for match in re.finditer(r"(?<![\w/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\w/])", text):
        first, second = int(match[1]), int(match[3])
        day, month = (second, first) if language.table["date_order"] == "mdy" else (first, second)
        date = _date(int(match[4]), month, day) or _date(int(match[4]), day, month)
        if date:
            yield Reading(*match.span(), (_full_date(date, language),), "date")


def read_decades(text: str, language: Language) -> Iterator[Reading]:
    """`the 1990s`, `the '80s`, `mid-90s`; `100s of people` too, which is no decade."""
    if language.table.get("year_style") != "pairs":
        return
    for match in re.finditer(r"(?<![\w.,])10(0|00)s(?=\sof\b)", text):
        words = english_plural(cardinal(int(f"10{match[1]}"), language).partition(" ")[2])
        yield Reading(*match.span(), (words,), "number")
    for match in re.finditer(r"(?<!\w)['’]?((?:1[1-9]|20)?\d0)['’]?s\b", text):
        words = year(int(match[1]), language)
        yield Reading(*match.span(), (english_plural(words),), "decade")


@cache
def _months(language: Language) -> dict[str, int]:
    table = language.words("months")
    found = {name: index + 1 for index, name in enumerate(table["names"])}
    found |= {name: index + 1 for index, name in enumerate(table["short"]) if name}
    found |= {f"{name}.": number for name, number in found.items() if name in table["short"]}
    return (
        found
        | dict(table.get("also", {}))
        | {f"{name}.": number for name, number in table.get("also", {}).items()}
    )


@cache
def _month_pattern(language: Language) -> str:
    names = sorted(_months(language), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


def _day_month(match: re.Match[str], language: Language) -> Reading:
    month = language.words("months")["names"][_months(language)[match["month"]] - 1]
    day_words = _day(int(match["day"]), language)
    template = str(language.words("dates")["day_month"])
    before, _, after = template.format(
        ordinal=ordinal(int(match["day"]), language), day=day_words, month=month
    ).partition("|")
    of = match["of"] or ""
    pieces = [(match["day"] + (match["rank"] or ""), before)]
    if of:
        pieces.append((of, of.strip()))
    pieces.append((match["gap"] + match["month"], after))
    return Reading(*match.span(), align(_spaced(pieces) + _year(match, language)), "date")


def _month_day(match: re.Match[str], language: Language) -> Reading:
    month = language.words("months")["names"][_months(language)[match["month"]] - 1]
    pieces = [
        (match["month"] + " ", month),
        (match["day"] + (match["rank"] or ""), ordinal(int(match["day"]), language)),
    ]
    return Reading(*match.span(), align(pieces + _year(match, language)), "date")


def _year(match: re.Match[str], language: Language) -> list[tuple[str, str]]:
    if not match["year"]:
        return []
    comma = "," if "," in match["comma"] else ""
    return [(comma, comma), (" " + match["year"], year(int(match["year"]), language))]


def _spaced(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        (written if index == 0 else f" {written.strip()}", words)
        for index, (written, words) in enumerate(pieces)
    ]


def _day(number: int, language: Language) -> str:
    firsts = language.words("dates")
    return str(firsts["first"]) if number == 1 and "first" in firsts else cardinal(number, language)


def _full_date(date: dt.date, language: Language) -> str:
    month = language.words("months")["names"][date.month - 1]
    template = str(language.words("dates")["numeric"])
    words = template.format(
        ordinal=ordinal(date.day, language), day=_day(date.day, language), month=month
    )
    joiner = language.words("dates").get("before_year", " ")
    return f"{words}{joiner}{year(date.year, language)}"


def _date(year_number: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year_number, month, day)
    except ValueError:
        return None


def _is_day(digits: str) -> bool:
    return 1 <= int(digits) <= 31
