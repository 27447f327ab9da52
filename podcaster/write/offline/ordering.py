"""What stands late in a sentence comes first: "On Friday, regulators closed the bank"."""

import re

from podcaster.write.offline.attribute import lowered, reports_speech
from podcaster.write.offline.language import Language
from podcaster.write.offline.split import has_verb, starts_with_verb
from podcaster.write.offline.text import capitalised, words

BETWEEN = re.compile(r"^(?P<who>[^,;⟦]{3,60}), (?P<part>[^,;⟦]{4,90}), (?P<rest>[^⟦]+)$")
LONGEST_SUBJECT = 6
INSERTED = re.compile(r"^([^,]+), [^,]{2,40},(?= )")
"""What stands between commas after a subject, such as an age."""
LEAST = 4
"""Words that a sentence keeps when what it begins with goes to its end."""
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
        and not re.match(rf"\s+{language.episode.conjunction}\b", after)
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


def tail_first(text: str, language: Language, common: frozenset[str] = frozenset()) -> str:
    """The text with a time, a place or a cause from its end at its beginning.

    Only where nothing before it is said by somebody, denied or conditional: there it would say
    something else of the whole.
    """
    for written in language.ordering.tails:
        match = language.pattern(written).search(text.rstrip("."))
        if match is None:
            continue
        before, tail = text[: match.start()], match.group("tail")
        plain = not reports_speech(text, language) and not any(
            language.pattern(bar).search(before)
            for bar in (language.reading.weighty, language.ordering.clause)
        )
        if plain and len(words(before)) > LEAST_BEFORE and has_verb(before, language):
            rest = lowered(before.rstrip(" ,"), language, common)
            return language.ordering.first.format(day=capitalised(tail), rest=rest) + "."
    return text


def head_last(text: str, language: Language, common: frozenset[str] = frozenset()) -> str:
    """The text with the time or place that it begins with at its end."""
    match = language.pattern(language.ordering.head).match(text.rstrip("."))
    if match is None or reports_speech(text, language):
        return text
    head, rest = match.group("head"), match.group("rest")
    if len(words(rest)) < LEAST or not has_verb(rest, language):
        return text
    return f"{capitalised(rest)}, {lowered(head, language, common)}."


def insertion_first(text: str, language: Language, common: frozenset[str] = frozenset()) -> str:
    """ "X, founded in Y, does Z" as "Founded in Y, X does Z"; a role and a name change places."""
    match = BETWEEN.match(text)
    if match is None or not starts_with_verb(match.group("rest"), language):
        return text
    who, part, rest = (match.group(name) for name in ("who", "part", "rest"))
    if reports_speech(f"{who}, {part}", language) or has_verb(who, language):
        return text
    low = lowered(who, language, common)
    if language.pattern(language.ordering.participle).match(part):
        return f"{capitalised(part)}, {low} {rest}"
    if language.pattern(language.ordering.role).match(part) and low == who:
        return f"{capitalised(part)}, {who} {rest}"
    if language.pattern(language.ordering.name).match(part) and low != who:
        return f"{part}, {low}, {rest}"
    return text


def opening_inside(text: str, language: Language, common: frozenset[str] = frozenset()) -> str:  # noqa: ARG001
    """ "Founded in Y, X does Z" as "X, founded in Y, does Z"."""
    part, comma, rest = text.partition(", ")
    if not comma or not language.pattern(language.ordering.participle).match(part.lower()):
        return text
    verb = language.pattern(language.reading.finite).search(rest)
    who = rest[: verb.start()].strip() if verb else ""
    if not who or "," in who or "⟦" in who or len(words(who)) > LONGEST_SUBJECT:
        return text
    return f"{capitalised(who)}, {part[0].lower()}{part[1:]}, {rest[len(who) :].lstrip()}"
