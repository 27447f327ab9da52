"""Shortened words: Mr., Mme, Sept., No. 10, St. Petersburg, vs."""

import re
from collections.abc import Iterator
from functools import cache

from podcaster.speak.text.language import Language
from podcaster.speak.text.spoken import Reading


def read_abbreviations(text: str, language: Language) -> Iterator[Reading]:
    """Words of the language's table; a full stop that also ends the line stays."""
    for pattern, table in _patterns(language):
        for match in pattern.finditer(text):
            written = match["short"]
            end = match.end("short")
            ends_line = written.endswith(".") and not text[end:].strip(" \"”’')")
            stop = "." if ends_line else ""
            yield Reading(match.start("short"), end, (table[written] + stop,), "abbreviation")


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    section = language.words("abbreviations")
    anywhere = {key: said for key, said in section.items() if isinstance(said, str)}
    shapes = (
        (section.get("before_number", {}), "", r"(?=\s?\d)"),
        (section.get("inside_before_number", {}), r"(?<=[\w,]\s)", r"(?=\s\d)"),
        (section.get("after_name", {}), r"(?<=[a-z]\s)", r"(?!\s[A-Z][a-z])"),
        (section.get("before_name", {}), "", r"(?=\s?[A-Z])"),
        (anywhere, "", ""),
    )
    return tuple(
        (re.compile(rf"(?<![\w.&]){before}(?P<short>{_any_of(table)}){after}"), table)
        for table, before, after in shapes
        if table
    )


def _any_of(table: dict[str, str]) -> str:
    keys = sorted(table, key=len, reverse=True)
    return "|".join(re.escape(key) + ("" if key[-1] in "./°" else r"(?!\w|\.\w)") for key in keys)
