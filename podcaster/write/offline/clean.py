"""What is written for the eye goes: datelines, brackets, asides between dashes, markers."""

import re

from podcaster.write.offline.language import Language
from podcaster.write.offline.text import YEAR, balanced, capitalised, protect, unquoted

DASH = r"(?:\s+--\s+|\s+[–—-]\s+|\s*—\s*|\s–(?=\w)|(?<=\w)–\s)"
BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
YEAR_ALONE = re.compile(rf"\s\((?P<year>{YEAR.pattern})\)")
ACRONYM = re.compile(r"\s\((?P<acronym>[A-ZÀ-Ý][A-ZÀ-Ý0-9]{1,6})\)(?P<mark>[,.;:]?)")
PAIR = re.compile(rf"{DASH}(?P<aside>[^–—;:]+?){DASH}")
TRAILING = re.compile(rf"{DASH}(?P<aside>[^–—;:]+?)(?P<end>[.]?)$")
SPELLED = re.compile(r"\w\s*(?:--|[–—])\s*\w")


class UntellableError(Exception):
    """A sentence that can't be told: a call to the reader, a fragment, a voice of its own."""


def plain(text: str) -> str:
    """One line, with typographic apostrophes."""
    text = re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip()
    return re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)", "’", text)


def cleaned(text: str, language: Language) -> str:
    """The sentence without what a listener can't use. Raises UntellableError."""
    reading = language.reading
    text = language.pattern(reading.dateline).sub("", text)
    text = language.pattern(reading.inserted_day).sub(
        lambda match: f"{match.group('before')} {match.group('day')}", text
    )
    outside = unquoted(text)
    if language.pattern(reading.boilerplate).search(text):
        raise UntellableError("a call to the reader")
    if not balanced(text):
        raise UntellableError("half a quotation")
    if language.pattern(reading.first_person).search(outside):
        raise UntellableError("the reporter speaks of himself")
    if not re.search(r"[.”\"»]\s*$", text) or re.match(r"^\W*\.\.", text):
        raise UntellableError("no sentence")
    held = protect(text)
    told = held.text
    for bracket in BRACKETED.findall(told):
        if language.pattern(reading.weighty).search(bracket):
            raise UntellableError("a condition in brackets")
    if language.rewriting.in_year:
        in_year = language.rewriting.in_year
        told = YEAR_ALONE.sub(lambda match: f" {in_year.format(year=match.group('year'))}", told)
    told = BRACKETED.sub("", told)
    told = PAIR.sub(lambda match: _between(match, language), told)
    told = TRAILING.sub(
        lambda match: _aside(match.group("aside"), language, "") + match.group("end"), told
    )
    if SPELLED.search(told):
        raise UntellableError("dashes that can't be read aloud")
    if language.pattern(reading.pointing).search(told):
        raise UntellableError("it points at something that isn't told")
    return held.restore(told)


def with_acronym(text: str, later: str, language: Language) -> str:
    """The text with an acronym in brackets as it's said, where it's used again `later`."""
    form = language.rewriting.acronym

    def said(match: re.Match[str]) -> str:
        acronym, mark = match.group("acronym"), match.group("mark")
        if not form or not re.search(rf"\b{re.escape(acronym)}\b", later):
            return match.group(0)
        return f"{form.format(acronym=acronym)}{mark or ','}"

    return ACRONYM.sub(said, text)


def _between(match: re.Match[str], language: Language) -> str:
    before, after = match.string[: match.start()], match.string[match.end() :]
    said = _aside(match.group("aside"), language, ",")
    opens = language.pattern(language.reading.subject_start).match(after)
    if said == " " and opens and not language.pattern(language.reading.finite).search(before):
        return ", "
    return said


def _aside(aside: str, language: Language, close: str) -> str:
    """An aside that only names or colours goes; one that weighs stays, between commas."""
    weighs = (
        language.pattern(language.reading.weighty).search(aside)
        or language.pattern(language.reading.grave).search(aside)
        or re.search(r"\d|⟦", aside)
    )
    return f", {aside.strip()}{close} " if weighs else " "


def without_marker(text: str, language: Language) -> tuple[str, bool]:
    """The text without an opening such as "However," and whether it makes no sense alone."""
    match = language.pattern(language.reading.markers).match(text)
    if match is None:
        return text, False
    leans = bool(language.pattern(language.reading.leaning_markers).match(text))
    return capitalised(text[match.end() :]), leans


def leans(text: str, language: Language) -> bool:
    """Whether the sentence points back at what was said just before it."""
    if language.pattern(language.reading.leaning).match(text):
        return True
    low = text[:1].lower() + text[1:]
    return language.reading.pro_drop and bool(language.pattern(language.reading.finite).match(low))
