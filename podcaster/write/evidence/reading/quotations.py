"""What stands between quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "‟": "”"}
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")


@dataclass(frozen=True)
class Quotation:
    """`text[start:end]` is what is quoted, without its marks."""

    start: int
    end: int


def quotations(text: str) -> list[Quotation]:
    """In order. A quotation that isn't closed lasts to the end of its paragraph."""
    return [
        quotation
        for paragraph in _PARAGRAPH.finditer(text)
        for quotation in _in_paragraph(text, paragraph.start(), paragraph.end())
    ]


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    at = start
    while at < end:
        mark = text[at]
        closing = _PAIRS.get(mark) or (mark if mark == '"' else None)
        if closing is None and mark in "‘'" and _opens_single(text, at, start):
            closing = "’'"
        if closing is None:
            at += 1
            continue
        close = _closing(text, at + 1, end, closing)
        if close is None and closing == "’'":
            at += 1
            continue
        finish = end if close is None else close
        if text[at + 1 : finish].strip():
            yield Quotation(at + 1, finish)
        at = finish + 1


def _closing(text: str, at: int, end: int, closing: str) -> int | None:
    single = closing == "’'"
    for step in range(at, end):
        if text[step] in closing:
            inside_word = step + 1 < end and text[step + 1].isalnum() and text[step - 1].isalnum()
            if single and inside_word:
                continue
            return step
    return None


def _opens_single(text: str, at: int, start: int) -> bool:
    """A single mark opens a quotation after a space and before a word; else it's an apostrophe."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    return (before.isspace() or before in "([—–") and after.isalpha() and text[at] == "‘"
