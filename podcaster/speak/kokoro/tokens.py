"""A group of words as the network's token ids, and which token belongs to what."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from podcaster.resources import resource_folder
from podcaster.speak.kokoro.batches import Piece
from podcaster.speak.kokoro.phonemes import CLAUSE_MARKS, SENTENCE_MARKS

BOUNDARY = 0
NO_WORD = -1
PAUSE_MARK = ","
"""Stands before a marked silence where the text has no mark, so that the voice comes to rest."""


@dataclass(frozen=True, eq=False)
class Tokens:
    """n tokens, the two boundaries included."""

    ids: NDArray[np.int64]
    symbols: str
    """One character a token; `^` and `$` at the boundaries."""
    words: NDArray[np.int64]
    """[n] the written word each token is a sound of; -1 for marks, spaces and boundaries."""
    pauses: tuple[tuple[int, float], ...]
    """(token, seconds): silence that the script marks, after that token."""


def tokenise(pieces: Sequence[Piece]) -> Tokens | None:
    """None where nothing is said. Symbols outside the vocabulary make no sound and are left out."""
    known = vocabulary()
    symbols: list[str] = []
    words: list[int] = []
    pauses: list[tuple[int, float]] = []

    def add(text: str, word: int) -> None:
        for symbol in text:
            if symbol in known:
                symbols.append(symbol)
                words.append(word)

    for piece in pieces:
        if piece.said is None:
            if symbols:
                if symbols[-1] not in SENTENCE_MARKS + CLAUSE_MARKS:
                    add(PAUSE_MARK, NO_WORD)
                pauses.append((len(symbols), piece.pause))
            continue
        if symbols and symbols[-1] != " ":
            add(" ", NO_WORD)
        add(piece.said.before, NO_WORD)
        add(piece.said.symbols, piece.said.written)
        add(piece.said.after, NO_WORD)
    if not any(word != NO_WORD for word in words):
        return None
    ids = [BOUNDARY, *(known[symbol] for symbol in symbols), BOUNDARY]
    return Tokens(
        ids=np.array(ids, np.int64),
        symbols="^" + "".join(symbols) + "$",
        words=np.array([NO_WORD, *words, NO_WORD], np.int64),
        pauses=tuple(pauses),
    )


@cache
def vocabulary() -> dict[str, int]:
    """Kokoro's 114 symbols."""
    path = resource_folder("voices") / "kokoro" / "vocab.json"
    table: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    return table
