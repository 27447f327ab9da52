"""A day in the middle of a sentence comes first: "On Friday, regulators closed the bank"."""

import re

from podcaster.write.offline.attribute import lowered, reports_speech
from podcaster.write.offline.language import Language
from podcaster.write.offline.split import has_verb
from podcaster.write.offline.text import capitalised, words

INSERTED = re.compile(r"^([^,]+), [^,]{2,40},(?= )")
"""What stands between commas after a subject, such as an age."""
LEAST_BEFORE, LEAST_AFTER = 3, 3
"""Words that must stand on either side of the day, for it to be worth moving."""


def day_first(
    text: str,
    language: Language,
    common: frozenset[str] = frozenset(),
    names: frozenset[str] | None = None,
) -> str:
    """The text with its first day at its beginning, where the day is the main clause's own.

    `common` holds the words that the article writes small, `names` those that it writes with a
    capital inside a sentence: a sentence that begins with neither stays as it is.
    """
    ordering = language.ordering
    match = language.pattern(ordering.day).search(text)
    if match is None:
        return text
    before, after = text[: match.start()], text[match.end() :]
    said = language.pattern(rf"\b{language.reading.speech}$").search(before)
    plain = INSERTED.sub(r"\1", before)
    own = (
        len(words(before)) >= LEAST_BEFORE
        and len(words(after)) >= LEAST_AFTER
        and has_verb(before, language)
        and (said or not reports_speech(before, language))
        and not language.pattern(ordering.bars).search(plain)
        and not language.pattern(language.days.future).search(text)
    )
    if not own:
        return text
    start = lowered(before, language, common)
    first = words(before)[0]
    if start == before and names is not None and first.removesuffix("’s") not in names:
        return text
    rest = start + (after if after.startswith((",", ";")) else f" {after.lstrip()}")
    return ordering.first.format(day=capitalised(match.group("day")), rest=rest)
