"""How each written word came to be said as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.speak.kokoro.reading import Reading


@dataclass(frozen=True)
class Explained:
    """One written word."""

    written: str
    said: str
    symbols: str
    """Kokoro's phonemes, with the marks around them."""
    origin: str
    """The front end's rule, then who gave the phonemes."""


def explain(reading: Reading) -> Sequence[Explained]:
    rows: list[Explained] = []
    for index, word in enumerate(reading.written):
        said = [
            piece.said for piece in reading.pieces if piece.said and piece.said.written == index
        ]
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
