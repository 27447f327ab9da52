"""How each written word came to be said as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.speak.kokoro.batches import Piece
from podcaster.speak.kokoro.reading import Reading
from podcaster.speak.text import Spoken


@dataclass(frozen=True)
class Explained:
    """One written word."""

    written: str
    said: str
    symbols: str
    """The voice's phonemes, with the marks around them; empty for an engine with its own ways."""
    origin: str
    """The front end's rule, then who gave the phonemes."""


def explain(reading: Reading) -> Sequence[Explained]:
    return explain_words(reading.written, reading.pieces)


def explain_words(written: Sequence[Spoken], pieces: Sequence[Piece] = ()) -> Sequence[Explained]:
    """`pieces` point at the written words by index."""
    rows: list[Explained] = []
    for index, word in enumerate(written):
        said = [piece.said for piece in pieces if piece.said and piece.said.written == index]
        sources = dict.fromkeys(part.source for part in said)
        rows.append(
            Explained(
                written=word.text,
                said=word.spoken,
                symbols=" ".join(part.before + part.symbols + part.after for part in said),
                origin=", ".join([word.origin, *sources]),
            )
        )
    return rows
