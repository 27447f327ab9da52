"""How long each phoneme lasts once it's directed; nothing is sounded here."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from podcaster.speak.kokoro.direction import EMPHASIS_STRETCH, VOWELS
from podcaster.speak.kokoro.phonemes import CLAUSE_MARKS, SENTENCE_MARKS
from podcaster.speak.kokoro.tokens import NO_WORD
from podcaster.speak.piper.network import Integers
from podcaster.speak.piper.phonemes import Tokens

HEAD, TAIL = 0.04, 0.06
"""Seconds kept before the first and after the last sound."""


@dataclass(frozen=True, eq=False)
class Part:
    """One passage, directed."""

    tokens: Tokens
    frames: Integers
    """[n] for each token."""
    first: int
    last: int
    """The frames kept are first <= frame < last."""

    @property
    def starts(self) -> Integers:
        return np.cumsum(self.frames) - self.frames

    def spans(self) -> dict[int, tuple[int, int]]:
        """Each word's first frame, and the frame after its last, from the part's beginning."""
        found: dict[int, tuple[int, int]] = {}
        for token in np.flatnonzero(self.tokens.words != NO_WORD):
            begins = int(self.starts[token]) - self.first
            word = int(self.tokens.words[token])
            found[word] = (found.get(word, (begins, 0))[0], begins + int(self.frames[token]))
        return found


def direct(
    tokens: Tokens,
    frames: Integers,
    frames_a_second: float,
    rate: float,
    pauses: float,
    stress: Mapping[int, float],
) -> Part | None:
    """`stress` gives the strength of emphasised words. None where no word is spoken."""
    spoken = np.flatnonzero(tokens.words != NO_WORD)
    if not spoken.size:
        return None
    wanted = frames / rate
    marks = [symbol in SENTENCE_MARKS + CLAUSE_MARKS for symbol in tokens.symbols]
    wanted[np.array(marks)] *= pauses
    vowels = np.array([symbol in VOWELS for symbol in tokens.symbols])
    for word, strength in stress.items():
        wanted[vowels & (tokens.words == word)] *= 1 + EMPHASIS_STRETCH * strength
    whole = _whole(wanted)
    starts = np.cumsum(whole) - whole
    begins = int(starts[spoken[0]])
    ends = int(starts[spoken[-1]] + whole[spoken[-1]])
    first = max(0, begins - round(HEAD * frames_a_second))
    last = min(int(whole.sum()), ends + round(TAIL * frames_a_second))
    return Part(tokens, whole, first, last)


def _whole(wanted: NDArray[np.float64]) -> Integers:
    """Whole frames whose running sum stays within half a frame of the wanted one."""
    edges = np.floor(np.cumsum(wanted) + 0.5)
    return np.asarray(np.diff(edges, prepend=0.0), np.int64)
