"""Cutting a paragraph into sentences.

Rules, and a table of abbreviations for each language. Measured against pysbd and sentencex, which
cut after "M." and "J.-P." in French and after "Sra." in Spanish.
"""

import re

from podcaster.gather.words import Splitting, desk_words

_END = re.compile(r"(?P<mark>[.!?…]+)(?P<closing>(?:\s?»|[\"'”’)\]])*)(?=\s|$)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“«‘]+$")
_OPENING_MARKS = "\"'“‘«([¿¡–—-… "
_QUOTATION = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
"""One that is closed; a quotation that runs on into the next paragraph has no end here."""
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?-?)*[^\W\d_]$")


def split_sentences(paragraph: str, language: str) -> list[str]:
    """The sentences of one paragraph, in order; joined with spaces they are the paragraph again.

    Quoted sentences stay together with what introduces them or follows them.
    """
    text = " ".join(paragraph.split())
    table = desk_words(language).splitting
    quotations = [match.span() for match in _QUOTATION.finditer(text)]
    sentences: list[str] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if any(first < end < last for first, last in quotations):
            continue
        if end <= start or not _ends_here(text, start, match, table):
            continue
        sentences.append(text[start:end].strip())
        start = end
    if rest := text[start:].strip():
        sentences.append(rest)
    return sentences


def _ends_here(text: str, start: int, match: re.Match[str], table: Splitting) -> bool:
    following = text[match.end() :].lstrip()
    if not following:
        return True
    bare = following.lstrip(_OPENING_MARKS)
    if not bare or bare[0].islower():
        return False
    closing = match["closing"].strip()
    if match["mark"] == "." and not closing:
        return _full_stop_ends(text[start : match.start()], bare, following, table)
    return not (closing and following[0] in "–—-" and not following[1:2].isalpha())


def _full_stop_ends(before: str, bare: str, following: str, table: Splitting) -> bool:
    """Whether a lone full stop after `before` ends a sentence, rather than an abbreviation."""
    found = _WORD_BEFORE.search(before)
    word = found.group().lower() if found else ""
    last_two = " ".join(before.lower().split()[-2:]).lstrip(_OPENING_MARKS)
    next_word = re.split(r"[\s,;:.!?]", bare, maxsplit=1)[0].lower()
    opener = next_word in table.openers or any(
        next_word.startswith(article) for article in table.openers if article[-1] in "'’"
    )
    if f"{word}. {next_word}" in table.never_final | table.sometimes_final:
        return False
    if word in table.never_final or last_two in table.never_final:
        # "He said no. Then he left." is no number.
        return word == "no" and not bare[0].isdigit()
    if word in table.sometimes_final or last_two in table.sometimes_final:
        return opener or following[0] in '“«"¿¡'
    if _INITIALS.match(word) and (len(word) == 1 or "." in word):
        return opener and len(next_word) > 1 and word != "j"
    return True
