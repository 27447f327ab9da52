"""A passage as the ids that a Piper voice was trained with, each knowing its word."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from podcaster.errors import SpeakError
from podcaster.speak.kokoro.batches import Piece
from podcaster.speak.kokoro.phonemes import Said
from podcaster.speak.kokoro.reading import read_words
from podcaster.speak.kokoro.tokens import NO_WORD
from podcaster.speak.passages import spelled
from podcaster.speak.piper.network import Integers
from podcaster.speak.piper.voices import Config
from podcaster.speak.text import Spoken

START, PAD, END = "^", "_", "$"
IDS = Mapping[str, Sequence[int]]
STAND_INS = {"—": ",", "–": ",", "…": ".", "“": '"', "”": '"', "’": "'", "g": "ɡ"}
"""For symbols that a voice wasn't trained with."""


@dataclass(frozen=True, eq=False)
class Tokens:
    """What the graph reads, n ids long."""

    ids: Integers
    words: Integers
    """[n] the written word of each id, or NO_WORD."""
    symbols: tuple[str, ...]
    """[n]; padding carries the symbol that it follows."""


def pieces_of(words: Sequence[Spoken], config: Config) -> tuple[Piece, ...]:
    """Words in the voice's symbols: phonemes for most voices, letters for some."""
    if config.phoneme_type == "text":
        lettered = [
            Spoken(w.text, w.spoken.casefold(), None, None, w.start, w.end, w.origin) for w in words
        ]
        return spelled(lettered)
    if config.phoneme_type != "espeak":
        raise SpeakError(
            f"This Piper voice reads {config.phoneme_type!r}, which isn't known here.",
            "Take a voice that reads espeak's phonemes, as most do.",
        )
    return read_words(words, config.espeak.voice, _plain).pieces


def tokenise(words: Sequence[Said], table: IDS) -> Tokens:
    """Symbols that the voice has no id for are passed over."""
    symbols: list[tuple[str, int]] = []
    for place, said in enumerate(words):
        if place:
            symbols.append((" ", NO_WORD))
        symbols += [(symbol, NO_WORD) for symbol in said.before]
        symbols += [(symbol, said.written) for symbol in unicodedata.normalize("NFD", said.symbols)]
        symbols += [(symbol, NO_WORD) for symbol in said.after]
    known = [(_known(symbol, table), word) for symbol, word in symbols]
    framed = [(START, NO_WORD), *((s, word) for s, word in known if s), (END, NO_WORD)]
    ids: list[int] = []
    owners: list[int] = []
    names: list[str] = []
    for symbol, word in framed:
        group = [*table[symbol], *(() if symbol == END else table[PAD])]
        ids += group
        owners += [word] * len(group)
        names += [symbol] * len(group)
    return Tokens(np.array(ids, np.int64), np.array(owners, np.int64), tuple(names))


def _known(symbol: str, table: IDS) -> str:
    if symbol in table:
        return symbol
    stand_in = STAND_INS.get(symbol, "")
    return stand_in if stand_in in table else ""


def _plain(ipa: str, language: str) -> str:  # noqa: ARG001
    """espeak's IPA as Piper's trainer wrote it: without ties, letters and marks apart."""
    return unicodedata.normalize("NFD", ipa.replace("^", "").replace("\u0361", ""))
