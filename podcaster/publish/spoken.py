"""Which word is heard when: the printed words of every line on the episode's clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from podcaster.models import Line, Master, Recording, Script, Take, Word

SHORTEST_WORD = 0.001
"""Seconds; a caption's end must lie after its start."""


@dataclass(frozen=True)
class SpokenLine:
    """A line and its printed words; times in seconds from the start of the episode.

    Words follow one another: none starts before the one before it ends, within a line and from
    line to line.
    """

    line: Line
    start: float
    end: float
    words: tuple[Word, ...]


def spoken_lines(script: Script, recording: Recording, master: Master) -> tuple[SpokenLine, ...]:
    """Raises ValueError where takes or starts are not one a line."""
    placed: list[SpokenLine] = []
    earliest = 0.0
    for line, take, start in zip(script.lines, recording.takes, master.starts, strict=True):
        words = _in_order(
            [
                Word(word=word.word, start=start + word.start, end=start + word.end)
                for word in printed_words(line.text, take)
            ],
            earliest,
        )
        begin = words[0].start if words else max(start, earliest)
        end = max([begin, *(word.end for word in words)])
        placed.append(SpokenLine(line, begin, end, words))
        earliest = end
    return tuple(placed)


def printed_words(text: str, take: Take) -> tuple[Word, ...]:
    """The words as they're printed, each with the time at which it's heard within the take.

    A voice says "twenty three" where "23" is printed. Words that are the same on both sides are
    anchors; what is printed between two anchors shares the time between them by length.
    """
    printed = text.split()
    heard = take.words
    if len(printed) == len(heard):
        return tuple(
            Word(word=word, start=times.start, end=max(times.start, times.end))
            for word, times in zip(printed, heard, strict=True)
        )
    matcher = SequenceMatcher(
        a=[_plain(word) for word in printed],
        b=[_plain(word.word) for word in heard],
        autojunk=False,
    )
    words: list[Word] = []
    done_heard = 0
    at = heard[0].start if heard else 0.0
    for first, first_heard, size in matcher.get_matching_blocks():
        waiting = printed[len(words) : first]
        if waiting:
            between = heard[done_heard:first_heard]
            until = heard[first_heard].start if size else take.seconds
            begin = between[0].start if between else at
            words += _shared(waiting, begin, max(begin, between[-1].end if between else until))
        for offset in range(size):
            times = heard[first_heard + offset]
            words.append(
                Word(
                    word=printed[first + offset],
                    start=times.start,
                    end=max(times.start, times.end),
                )
            )
        done_heard = first_heard + size
        at = words[-1].end if words else at
    return tuple(words)


def _shared(words: Sequence[str], start: float, end: float) -> list[Word]:
    per_letter = (end - start) / sum(len(word) for word in words)
    placed, at = [], start
    for word in words:
        until = at + per_letter * len(word)
        placed.append(Word(word=word, start=at, end=until))
        at = until
    return placed


def _in_order(words: Sequence[Word], earliest: float) -> tuple[Word, ...]:
    ordered: list[Word] = []
    for word in words:
        start = max(earliest, word.start)
        earliest = max(start + SHORTEST_WORD, word.end)
        ordered.append(Word(word=word.word, start=start, end=earliest))
    return tuple(ordered)


def _plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
