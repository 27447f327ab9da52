"""Money: `$4.7bn`, `13 milliards €`, `£3.50`, `US$20 million`."""

import re
from collections.abc import Iterator
from functools import cache

from podcaster.speak.text.agreement import agreement_of, is_attributive
from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import is_singular, number_pattern, quantity, split_number
from podcaster.speak.text.spoken import Reading, align


def read_money(text: str, language: Language) -> Iterator[Reading]:
    """Amounts with a currency's sign or code before or after them."""
    for match in _pattern(language).finditer(text):
        attributive = is_attributive(text, *match.span(), language)
        words = _words(match, language, attributive)
        # "$5 million dollars" says its dollars once.
        unit = " ".join(words).split()[-1]
        twice = re.match(rf"\s{re.escape(unit)}(?!\w)", text[match.end() :])
        end = match.end() + (twice.end() if twice else 0)
        yield Reading(match.start(), end, (*words, "") if twice else words, "money")


BETWEEN = "-    "
"""What may stand between a number and its magnitude: hyphen, spaces, narrow or not."""


@cache
def magnitude_pattern(language: Language) -> str:
    """A regular expression for a magnitude, shortened or not: `bn`, `million`, `Md`."""
    names = sorted(language.words("magnitudes"), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    number = number_pattern(language)
    signs = "|".join(
        re.escape(sign) for sign in sorted(language.words("currencies"), key=len, reverse=True)
    )
    magnitude = magnitude_pattern(language)

    def amount(side: str) -> str:
        return (
            rf"(?P<{side}>{number})(?:[-–—](?P<{side}high>{number}))?"
            rf"(?P<{side}scale>[\s-]?(?:{magnitude})\b)?"
        )

    # Amount first would let "5 $10" take the sign of the next amount, so the sign comes first.
    before = rf"(?P<sign>{signs})\s?" + amount("b")
    after = amount("a") + rf"(?P<unit>\s?(?:{signs})(?![\w$]))"
    return re.compile(rf"(?P<minus>(?<![\w])[-−–])?(?<![\w.,])(?:{before}|{after})(?![\d])")


def _words(match: re.Match[str], language: Language, attributive: bool) -> tuple[str, ...]:
    side = "b" if match["sign"] else "a"
    sign = (match["sign"] or match["unit"]).strip()
    one, many, cent, cents = language.words("currencies")[sign]
    many = one if attributive else many
    written, high, scale = match[side], match[f"{side}high"], match[f"{side}scale"] or ""
    minus = f"{language.word('minus')} " if match["minus"] else ""
    whole, decimals = split_number(high or written, language)
    tail = match["unit"] or ""
    if len(decimals) == 2 and not scale and not high and cent:
        said = _with_cents(whole, int(decimals), (one, many, cent, cents), language)
        return align([(match[0], minus + said)])
    agreement = agreement_of(many, language)
    amount = quantity(written, language, agreement)
    if high:
        amount = f"{amount} {language.word('to')} {quantity(high, language, agreement)}"
    written_amount = match[0][: match.end(f"{side}high" if high else side) - match.start()]
    if not scale:
        unit = one if is_singular(high or written, language) else many
        if not tail.strip():
            return align([(written_amount, f"{minus}{amount} {unit}")])
        return align([(written_amount, minus + amount), (tail, unit)])
    name = str(language.words("magnitudes")[scale.strip(BETWEEN)])
    single, plural, of = language.words("magnitude_forms").get(name, (name, name, ""))
    magnitude = single if is_singular(high or written, language) else plural
    unit = f"{elide(of, many, language)}{many}"
    if not tail.strip():
        return align([(written_amount, minus + amount), (scale, f"{magnitude} {unit}")])
    return align([(written_amount, minus + amount), (scale, magnitude), (tail, unit)])


def elide(word: str, following: str, language: Language) -> str:
    """`word` and the space or apostrophe that joins it to what follows."""
    if not word:
        return ""
    apostrophe = language.words("elisions").get(word)
    vowels = str(language.words("elisions").get("before", ""))
    return str(apostrophe) if apostrophe and following[0] in vowels else f"{word} "


def _with_cents(whole: int, rest: int, names: tuple[str, str, str, str], language: Language) -> str:
    one, many, cent, cents = names
    unit = one if is_singular(str(whole), language) else many
    subunit = cent if rest == 1 else cents
    amount = quantity(str(whole), language, agreement_of(many, language))
    if rest == 0:
        return f"{amount} {unit}"
    small = quantity(str(rest), language, agreement_of(cents, language))
    if whole == 0:
        return f"{small} {subunit}"
    return str(language.table["money"]["with_cents"]).format(
        amount=amount, unit=unit, cents=small, subunit=subunit
    )
