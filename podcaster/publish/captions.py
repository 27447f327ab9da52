"""Captions: words gathered into cues of so many lines of so many characters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from podcaster.models import Word
from podcaster.publish.spoken import SpokenLine

CLAUSE_ENDS = (".", "!", "?", "…", ";", ":", ",", "。", "、")


@dataclass(frozen=True)
class Cue:
    """What stands on the screen at once; times in seconds, cues never overlap."""

    host: str
    start: float
    end: float
    rows: tuple[str, ...]
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(self.rows)


def cues(lines: Sequence[SpokenLine], width: int, rows: int) -> tuple[Cue, ...]:
    """Cuts each line into cues of at most `rows` rows of at most `width` characters.

    Not a character is lost: a word longer than a row is cut into several.
    """
    return tuple(cue for line in lines for cue in _line_cues(line, width, rows))


def _line_cues(line: SpokenLine, width: int, rows: int) -> Iterator[Cue]:
    words = [part for word in line.words for part in _cut(word, width)]
    while words:
        filled = _fill(words, width, rows)
        count = _pause(words, sum(len(row) for row in filled))
        filled = _fill(words[:count], width, rows)
        shown = tuple(words[:count])
        yield Cue(
            line.line.host,
            shown[0].start,
            shown[-1].end,
            tuple(" ".join(word.word for word in row) for row in filled),
            shown,
        )
        words = words[count:]


def _fill(words: Sequence[Word], width: int, rows: int) -> list[list[Word]]:
    """The first `rows` rows, as full as they get."""
    filled: list[list[Word]] = []
    used = width + 1
    for word in words:
        if used + 1 + len(word.word) > width:
            if len(filled) == rows:
                break
            filled.append([])
            used = -1
        filled[-1].append(word)
        used += 1 + len(word.word)
    return filled


def _pause(words: Sequence[Word], fitting: int) -> int:
    """How many of the fitting words to show.

    Up to a clause's end, where one is in the later half; else about half of a line that two cues
    can hold, so that no word is left alone; else all of them.
    """
    if fitting == len(words):
        return fitting
    for count in range(fitting, fitting // 2, -1):
        if words[count - 1].word.rstrip("\"'”’»)").endswith(CLAUSE_ENDS):
            return count
    sizes = list(accumulate(len(word.word) + 1 for word in words))
    if sizes[-1] <= 2 * sizes[fitting - 1]:
        return next(count for count, size in enumerate(sizes, 1) if 2 * size >= sizes[-1])
    return fitting


def _cut(word: Word, width: int) -> list[Word]:
    if len(word.word) <= width:
        return [word]
    pieces = [word.word[at : at + width] for at in range(0, len(word.word), width)]
    step = (word.end - word.start) / len(pieces)
    return [
        Word(
            word=piece,
            start=word.start + step * index,
            end=word.end if index == len(pieces) - 1 else word.start + step * (index + 1),
        )
        for index, piece in enumerate(pieces)
    ]
