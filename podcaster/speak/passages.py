"""A line cut where a speaker would breathe, for engines that can't be told where to pause.

The silences between passages are ours: those that the script marks, and those of sentences and
clauses. No word is ever lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcaster.speak.kokoro.batches import Piece, split
from podcaster.speak.kokoro.phonemes import CLAUSE_MARKS, SENTENCE_MARKS, Said
from podcaster.speak.markup import pause_seconds
from podcaster.speak.text import Spoken

SENTENCE_GAP, CLAUSE_GAP, WORD_GAP = 0.32, 0.16, 0.03
"""Seconds between two passages, by the mark that the first one ends with."""
_WORD = re.compile(r"(\W*)(.*?)([^\w%€$£°]*)", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    """What an engine reads in one go."""

    said: tuple[Said, ...]
    gap: float
    """Seconds of silence before it."""

    @property
    def text(self) -> str:
        return " ".join(word.before + word.symbols + word.after for word in self.said)

    @property
    def pauses_inside(self) -> bool:
        """Whether it has marks at which the engine pauses by itself."""
        return any(_mark(word) for word in self.said[:-1])


@dataclass(frozen=True)
class Reading:
    """All passages of a line, and the silence after the last."""

    passages: tuple[Passage, ...]
    closing: float = 0.0

    @property
    def pauses_inside(self) -> bool:
        """Whether some pauses at marks are the engine's own."""
        return any(passage.pauses_inside for passage in self.passages)


def cut(pieces: Sequence[Piece], aim: int, pauses: float = 1.0) -> Reading:
    """Passages of at most `aim` symbols, cut after a sentence, else a clause, else a word.

    `pauses` is a factor on the silences at punctuation; those that the script marks stay as long
    as it says.
    """
    passages: list[Passage] = []
    marked = 0.0
    for run in _runs(pieces):
        if isinstance(run, float):
            marked += run
            continue
        for group in split(run, aim):
            said = tuple(piece.said for piece in group if piece.said)
            own = _gap(passages[-1].said[-1]) * pauses if passages else 0.0
            passages.append(Passage(said, max(marked, own)))
            marked = 0.0
    return Reading(tuple(passages), marked)


def written(words: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """The words that pieces point at by index: all but pause marks."""
    return tuple(word for word in words if pause_seconds(word.text) is None)


def spelled(words: Sequence[Spoken]) -> tuple[Piece, ...]:
    """Words as pieces, for engines that read letters; punctuation goes to the word it follows."""
    pieces: list[Piece] = []
    index = -1
    for word in words:
        seconds = pause_seconds(word.text)
        if seconds is not None:
            pieces.append(Piece(None, seconds))
            continue
        index += 1
        for part in word.spoken.split():
            if any(letter.isalnum() for letter in part):
                pieces.append(Piece(_said(index, part)))
            elif pieces and (last := pieces[-1].said):
                pieces[-1] = Piece(_closed(last, part))
    return tuple(pieces)


def _said(index: int, part: str) -> Said:
    match = _WORD.fullmatch(part)
    before, symbols, after = match.groups() if match else ("", part, "")
    return Said(index, before, symbols, after, "letters")


def _closed(said: Said, marks: str) -> Said:
    return Said(said.written, said.before, said.symbols, said.after + marks, said.source)


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece] | float]:
    """Runs of words, and the seconds of each pause between them."""
    run: list[Piece] = []
    for piece in pieces:
        if piece.said is not None:
            run.append(piece)
            continue
        if run:
            yield run
        yield piece.pause
        run = []
    if run:
        yield run


def _mark(word: Said) -> str:
    """The mark at which a reader pauses after this word; empty where there's none."""
    mark = word.after.rstrip("”)\"'»")[-1:]
    return mark if mark and mark in SENTENCE_MARKS + CLAUSE_MARKS + "–" else ""


def _gap(last: Said) -> float:
    mark = _mark(last)
    if mark and mark in SENTENCE_MARKS:
        return SENTENCE_GAP
    return CLAUSE_GAP if mark else WORD_GAP
