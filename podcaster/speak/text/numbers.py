"""Plain numbers: counts, decimals, years, versions, fractions."""

import re
from collections.abc import Iterator
from functools import cache

from podcaster.speak.text.agreement import Agreement, agreement_after
from podcaster.speak.text.language import Language
from podcaster.speak.text.spoken import Reading, align

LONGEST = 15
"""Digits above which a number is read digit by digit: it's a code, not a count."""
FIRST_YEAR, LAST_YEAR = 1100, 2099
"""A bare number of four digits between these is read as a year."""


@cache
def number_pattern(language: Language) -> str:
    """A regular expression for a written number, without its sign."""
    marks = language.words("marks")
    group = "".join(re.escape(mark) for mark in marks["group"])
    decimal = re.escape(marks["decimal"])
    grouped = rf"\d{{1,3}}(?:[{group}]\d{{3}})+(?!\d)" if group else r"(?!)"
    return rf"(?:(?:{grouped}|\d+)(?:{decimal}\d+)?|{decimal}\d+)"


def split_number(written: str, language: Language) -> tuple[int, str]:
    """The whole part and the decimals of a number that `number_pattern` found."""
    marks = language.words("marks")
    whole, _, decimals = written.partition(marks["decimal"])
    for mark in marks["group"]:
        whole = whole.replace(mark, "")
    return int(whole or 0), decimals


def cardinal(number: int, language: Language, agreement: Agreement = Agreement.NONE) -> str:
    """A whole number in words, agreeing with the noun that follows."""
    from num2words import num2words

    digits = str(abs(number))
    if len(digits) > LONGEST:
        return spell_digits(digits, language)
    spoken = str(num2words(abs(number), lang=language.table["num2words"])).replace(",", "")
    if language.table.get("drop_and"):
        spoken = spoken.replace(" and ", " ")
    for written, said in language.words("number_fixes").items():
        spoken = re.sub(written, said, spoken)
    spoken = agreement.apply(spoken, language)
    return f"{language.word('minus')} {spoken}" if number < 0 else spoken


def ordinal(number: int, language: Language, feminine: bool = False) -> str:
    """A rank in words, such as `twenty-first`."""
    from num2words import num2words

    spoken = str(num2words(number, lang=language.table["num2words"], to="ordinal"))
    spoken = spoken.replace(",", "")
    if language.table.get("drop_and"):
        spoken = spoken.replace(" and ", " ")
    if feminine:
        for pattern, said in language.words("ordinals").get("feminine", {}).items():
            spoken = re.sub(pattern, said, spoken)
    return spoken


def year(number: int, language: Language) -> str:
    """A year in words: in pairs where the language says it so, a count elsewhere."""
    if language.table.get("year_style") != "pairs" or not FIRST_YEAR <= number <= LAST_YEAR:
        return cardinal(number, language)
    century, rest = divmod(number, 100)
    if century == 20 and rest < 10:
        return cardinal(number, language)
    first = cardinal(century, language)
    if rest == 0:
        return f"{first} hundred"
    return f"{first} {'oh ' if rest < 10 else ''}{cardinal(rest, language)}"


def english_plural(words: str) -> str:
    """The plural of a number's last word: sixteens, sixes, nineties."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"


def spell_digits(digits: str, language: Language) -> str:
    """Digits one by one."""
    return " ".join(cardinal(int(digit), language) for digit in digits if digit.isdecimal())


def quantity(written: str, language: Language, agreement: Agreement = Agreement.NONE) -> str:
    """A written number, decimals and all, in words."""
    sign = ""
    if written[:1] in "-−–":
        sign, written = f"{language.word('minus')} ", written[1:]
    elif written[:1] == "+":
        sign, written = f"{language.word('plus')} ", written[1:]
    whole, decimals = split_number(written, language)
    if not decimals:
        if len(written) > 1 and written.startswith("0") and written.isdecimal():
            return sign + spell_digits(written, language)
        return sign + cardinal(whole, language, agreement)
    return f"{sign}{cardinal(whole, language)} {language.word('decimal')} " + say_decimals(
        decimals, language
    )


def say_decimals(decimals: str, language: Language) -> str:
    """What stands after the decimal mark: digit by digit, or as a count up to three digits."""
    zeros = len(decimals) - len(decimals.lstrip("0"))
    rest = decimals[zeros:]
    if language.table["decimals"] == "digits" or len(rest) > 3 or not rest:
        return spell_digits(decimals, language)
    return " ".join([*(cardinal(0, language) for _ in range(zeros)), cardinal(int(rest), language)])


def is_singular(written: str, language: Language) -> bool:
    """Whether a unit after this number stands in the singular."""
    whole, decimals = split_number(written.lstrip("+-−–"), language)
    if language.table.get("singular_below_two"):
        return whole < 2
    return whole == 1 and not decimals


def read_numbers(text: str, language: Language) -> Iterator[Reading]:
    """Counts, decimals and years that no other rule claimed."""
    number = number_pattern(language)
    for match in re.finditer(rf"(?<![\w.,])([-−–+]?{number})(?![\d])", text):
        written = match[1]
        digits = written.lstrip("+-−–")
        if len(digits) == 4 and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR:
            yield Reading(*match.span(), (year(int(digits), language),), "year")
            continue
        agreement = agreement_after(text[match.end() :], language)
        yield Reading(
            *match.span(), align([(written, quantity(written, language, agreement))]), "number"
        )


def read_leftover_digits(text: str, language: Language) -> Iterator[Reading]:
    """Digits inside a token that no rule understood: `x1000y`."""
    for match in re.finditer(r"\d+", text):
        yield Reading(*match.span(), (quantity(match[0], language),), "number")
