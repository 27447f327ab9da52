"""Ranks in digits: `21st`, `1er`, `2e`, `1.ª`, `3.er`."""

import re
from collections.abc import Iterator

from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import ordinal
from podcaster.speak.text.spoken import Reading


def read_ordinals(text: str, language: Language) -> Iterator[Reading]:
    """A number with one of the language's rank endings, feminine where the ending says so."""
    suffixes = language.words("ordinals")["suffixes"]
    endings = "|".join(re.escape(suffix) for suffix in sorted(suffixes, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w.,])(\d+)({endings})(?!\w)", text):
        # 2° posto is a rank; 20° and 20°C are degrees.
        if match[2] == "°" and not re.match(r"\s[a-zà-ÿ]", text[match.end() :]):
            continue
        said = _words(int(match[1]), match[2], language)
        yield Reading(
            *match.span(), (_before_noun(said, text[match.end() :], language),), "ordinal"
        )


def _before_noun(said: str, rest: str, language: Language) -> str:
    """Shortened where a noun follows: tercer puesto."""
    table = language.words("ordinals")
    noun = re.match(r"\s([a-zà-ÿ]{2,})", rest)
    if noun and noun[1] not in table.get("not_before", ()):
        for pattern, short in table.get("before_noun", {}).items():
            said = re.sub(pattern, short, said)
    return said


def _words(number: int, suffix: str, language: Language) -> str:
    ending = language.words("ordinals")["suffixes"][suffix]
    if special := language.words("ordinals").get("special", {}).get(f"{number}{suffix}"):
        return str(special)
    spoken = ordinal(number, language, feminine="feminine" in ending)
    return f"{spoken}s" if "plural" in ending else spoken
