"""Setting type: the largest size at which words fill a box, and which letters the font has."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from podcaster.resources import resource_folder

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

BOLD = "InterDisplay-ExtraBold.otf"
MEDIUM = "InterDisplay-Medium.otf"
MOST_WORDS_TO_TRY = 10
"""Above this, lines are filled one after another instead of trying every way to break them."""

SAMPLE_SIZE = 200
RAGGEDNESS = 0.2
"""How much of its size a text may lose for lines of the same length."""


@cache
def font(name: str, size: int) -> "FreeTypeFont":
    """One of the fonts that the project ships; `size` in pixels."""
    from PIL import ImageFont

    path = resource_folder("templates") / "fonts" / name
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str, name: str) -> str:
    """The text without what the font has no glyph for, such as emoji."""
    missing = bytes(font(name, SAMPLE_SIZE).getmask("\U0010fffe"))
    kept = [
        letter
        for letter in text
        if letter.isspace()
        or (letter.isprintable() and bytes(font(name, SAMPLE_SIZE).getmask(letter)) != missing)
    ]
    return " ".join("".join(kept).split())


def fitted(
    text: str, name: str, width: int, height: int, most_lines: int, leading: float, largest: int
) -> tuple[list[str], int]:
    """The lines and the font size, in pixels, at which the text stands largest in the box.

    Of two ways to break it that are nearly as large, the more even one is taken.
    """
    best: tuple[float, list[str], int] = (0.0, [text], 1)
    for lines in _breaks(text.split(), most_lines):
        widths = [font(name, SAMPLE_SIZE).getlength(line) for line in lines]
        widest = max(widths)
        size = int(min(SAMPLE_SIZE * width / widest, height / (leading * len(lines)), largest))
        score = size * (1 - RAGGEDNESS * (1 - min(widths) / widest))
        if score > best[0]:
            best = (score, lines, size)
    return best[1], best[2]


def shortened(text: str, most: int) -> str:
    """At most so many characters, cut between words."""
    if len(text) <= most:
        return text
    cut = text[: most - 1].rsplit(" ", 1)[0] if " " in text[:most] else text[: most - 1]
    return f"{cut.rstrip(' ,;:–-')}…"


def _breaks(words: Sequence[str], most_lines: int) -> list[list[str]]:
    """Ways to break the words into lines."""
    if len(words) > MOST_WORDS_TO_TRY:
        return [_even(words, count) for count in range(2, most_lines + 1)]
    return [
        [
            " ".join(words[first:last])
            for first, last in zip((0, *cuts), (*cuts, len(words)), strict=True)
        ]
        for count in range(1, min(most_lines, len(words)) + 1)
        for cuts in combinations(range(1, len(words)), count - 1)
    ]


def _even(words: Sequence[str], count: int) -> list[str]:
    """`count` lines of about the same length."""
    target = len(" ".join(words)) / count
    lines: list[str] = [""]
    for word in words:
        if lines[-1] and len(lines) < count and len(lines[-1]) + len(word) / 2 > target:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
