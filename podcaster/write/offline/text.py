"""Words, runs and quotations: what every rule of the offline writer measures with."""

import re
from dataclasses import dataclass

WORD = re.compile(r"\w+(?:[-'’.,]\w+)*", re.UNICODE)
QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|(?<!\w)\"[^\"]*\"(?!\w)")
PARTS = re.compile(rf"{WORD.pattern}|\0")
"""Words as they're counted in a copied run, and the mark of a quotation, which breaks it."""
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
SLOT = re.compile(r"⟦(\d+)⟧")
COPIED_RUN = 12
"""Words in a row that a line may take over from its source."""
CLOSERS = '"”’»)'


@dataclass(frozen=True)
class Protected:
    """A text whose quotations stand aside as slots (`⟦0⟧`), so that no rule touches them."""

    text: str
    quotations: tuple[str, ...]

    def restore(self, text: str) -> str:
        return SLOT.sub(lambda slot: self.quotations[int(slot.group(1))], text)


def words(text: str) -> list[str]:
    return WORD.findall(text)


def protect(text: str) -> Protected:
    found: list[str] = []

    def stand_aside(match: re.Match[str]) -> str:
        found.append(match.group(0))
        return f"⟦{len(found) - 1}⟧"

    return Protected(QUOTED.sub(stand_aside, text), tuple(found))


def unquoted(text: str) -> str:
    """The text without its quotations."""
    return QUOTED.sub(" ", text)


def balanced(text: str) -> bool:
    """Whether every quotation and bracket that opens also closes."""
    return (
        text.count("“") == text.count("”")
        and text.count("«") == text.count("»")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
    )


def capitalised(text: str) -> str:
    for index, letter in enumerate(text):
        if letter.isalpha():
            return text[:index] + letter.upper() + text[index + 1 :]
        if letter.isdigit():
            return text
    return text


def sentence(text: str) -> str:
    """Tidied spacing, a capital first and a full stop last."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:–—-")
    text = re.sub(r"[ \t]+([,.])", r"\1", text)
    text = re.sub(r",(\s*,)+", ",", text)
    if text and text.rstrip(CLOSERS + "\u00a0 ")[-1:] not in ".!?…":
        text += "."
    return capitalised(text)


def copied_run(text: str, source: str) -> int:
    """The longest run of words, outside quotations, that stands the same in the source."""
    return copied_runs(text, source)[0]


def copied_runs(text: str, source: str) -> tuple[int, int]:
    """The longest run of words that stands the same in the source, and how many are as long."""
    said = PARTS.findall(_plain(QUOTED.sub("\0", text)))
    read = PARTS.findall(_plain(source))
    longest, count = 0, 0
    lengths = [0] * (len(read) + 1)
    for word in said:
        row = [0] * (len(read) + 1)
        for index, other in enumerate(read):
            if word == other:
                row[index + 1] = lengths[index] + 1
        best = max(row)
        if best > longest:
            longest, count = best, 0
        count += best == longest > 0
        lengths = row
    return longest, count


def _plain(text: str) -> str:
    """In small letters, with one kind of apostrophe."""
    return text.casefold().replace("’", "'")
