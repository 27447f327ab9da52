"""Shortened magnitudes without a currency: `45m users`, `2bn`, `10k`."""

import re
from collections.abc import Iterator

from podcaster.speak.text.agreement import agreement_of
from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import is_singular, number_pattern, quantity
from podcaster.speak.text.spoken import Reading, align


def read_magnitudes(text: str, language: Language) -> Iterator[Reading]:
    """A number glued to a magnitude; one that is also a unit counts only before a plural."""
    shorts = {key: name for key, name in language.words("magnitudes").items() if key != name}
    if not shorts:
        return
    number = number_pattern(language)
    keys = "|".join(re.escape(key) for key in sorted(shorts, key=len, reverse=True))
    units = language.words("units")
    for match in re.finditer(rf"(?<![\w.,])({number})(\s?)({keys})(?![\w/])", text):
        key = match[3]
        if match[0] in language.table.get("not_magnitudes", ()):
            continue
        if key in units and not _before_plural(text[match.end() :]):
            continue
        if match[2] and len(key) == 1:
            continue
        single, plural, _ = language.words("magnitude_forms").get(
            shorts[key], (shorts[key], shorts[key], "")
        )
        said = single if is_singular(match[1], language) else plural
        amount = quantity(match[1], language, agreement_of(said, language))
        yield Reading(*match.span(), align([(match[1] + match[2], amount), (key, said)]), "number")


def _before_plural(rest: str) -> bool:
    return bool(re.match(r"\s(?:people|sq|[a-z]{3,}s)\b", rest))
