"""Fractions: `3/4`, `2 1/2`, `1½`."""

import re
from collections.abc import Iterator

from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import cardinal
from podcaster.speak.text.spoken import Reading, align


def read_fractions(text: str, language: Language) -> Iterator[Reading]:
    """The fractions of the language's table, alone or after a whole number."""
    fractions = {k: v for k, v in language.words("fractions").items() if "/" in k}
    if not fractions:
        return
    signs = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}
    joined = language.words("fractions")["joined"]
    known = "|".join(re.escape(key) for key in fractions)
    pattern = rf"(?<![\w/.,])(?:(\d+)([\s-]?))?(?:((?<!\d)(?:{known})(?![\d/]))|([½⅓⅔¼¾]))(?!\w)"
    for match in re.finditer(pattern, text):
        whole, space = match[1], match[2] or ""
        fraction = match[3] or signs[match[4]]
        names = language.words("fractions").get("after_whole", {})
        if whole is None:
            yield Reading(*match.span(), (fractions[fraction],), "fraction")
            continue
        after = joined.format(fraction=names.get(fraction, fractions[fraction]))
        pieces = [(whole + space, cardinal(int(whole), language)), (match[3] or match[4], after)]
        yield Reading(*match.span(), align(pieces), "fraction")
