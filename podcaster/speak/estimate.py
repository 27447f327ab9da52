"""How long a reading may last, and where its words may lie, for engines that don't say."""

from collections.abc import Sequence

from podcaster.models import Word
from podcaster.speak.passages import Passage, Reading
from podcaster.speak.text import Spoken

LETTERS_A_SECOND = 17.0
"""Letters and digits as said, at an ordinary reading pace; languages differ by less than voices."""
MARK_SECONDS = 0.15
"""What a mark inside a passage adds."""
OPENING_SECONDS = 0.1


def passage_seconds(passage: Passage, rate: float = 1.0) -> float:
    """Without the silence before it."""
    marks = MARK_SECONDS * sum(bool(word.after) for word in passage.said[:-1])
    letters = sum(len(word.symbols) + 1 for word in passage.said)
    return (OPENING_SECONDS + letters / LETTERS_A_SECOND + marks) / rate


def reading_seconds(reading: Reading, rate: float = 1.0) -> float:
    """All passages with the silences around them."""
    spoken = sum(passage.gap + passage_seconds(passage, rate) for passage in reading.passages)
    return spoken + reading.closing


def spread_words(
    reading: Reading, lengths: Sequence[float], words: Sequence[Spoken]
) -> tuple[Word, ...]:
    """Word times from the seconds that each passage lasts, by the words' own lengths."""
    spans: dict[int, tuple[float, float]] = {}
    at = 0.0
    for passage, length in zip(reading.passages, lengths, strict=True):
        at += passage.gap
        weights = [len(word.symbols) + 1 + 2 * bool(word.after) for word in passage.said]
        done = 0
        for word, weight in zip(passage.said, weights, strict=True):
            begins = at + length * done / sum(weights)
            done += weight
            ends = at + length * (done - 2 * bool(word.after)) / sum(weights)
            spans[word.written] = (spans.get(word.written, (begins, 0.0))[0], ends)
        at += length
    return tuple(
        Word(word=words[index].text, start=round(begins, 4), end=round(ends, 4))
        for index, (begins, ends) in sorted(spans.items())
    )
