"""Words into passes of the network: long enough to be steady, short enough not to hurry.

A pass is cut where a speaker would breathe: after a sentence, else after a clause, else after a
word; a single word longer than a pass is cut through. Nothing is ever dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from podcaster.speak.kokoro.phonemes import CLAUSE_MARKS, SENTENCE_MARKS, Said

AIM = 250
"""Tokens that a pass may have when it ends with a sentence or a clause."""
LIMIT = 510
"""The network's context, boundary tokens not counted."""
WORD_LIMIT = 300
"""Longer single words are cut: spelled-out strings and the like."""


@dataclass(frozen=True)
class Piece:
    """One word, or a silence that the script marks."""

    said: Said | None
    pause: float = 0.0
    """Seconds of silence; `said` is None."""


def length(said: Said) -> int:
    """Tokens that a word takes, the space after it included."""
    return len(said.before) + len(said.symbols) + len(said.after) + 1


def split(pieces: Sequence[Piece], aim: int = AIM) -> list[list[Piece]]:
    """The pieces in order, in groups of at most `aim` tokens where that can be had."""
    whole = [part for piece in pieces for part in _bearable(piece)]
    groups: list[list[Piece]] = []
    for sentence in _cut_after(whole, SENTENCE_MARKS, aim):
        if groups and _size(groups[-1]) + _size(sentence) <= aim:
            groups[-1].extend(sentence)
        else:
            groups.append(sentence)
    return groups


def _size(pieces: Sequence[Piece]) -> int:
    return sum(length(piece.said) for piece in pieces if piece.said)


def _cut_after(pieces: Sequence[Piece], marks: str, aim: int) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for index, piece in enumerate(pieces):
        parts[-1].append(piece)
        follows = index + 1 < len(pieces) and pieces[index + 1].said is not None
        closed = piece.said is None or piece.said.after.rstrip("”)")[-1:] in tuple(marks)
        if follows and closed:
            parts.append([])
    finer = CLAUSE_MARKS if marks == SENTENCE_MARKS else None
    small: list[list[Piece]] = []
    for part in parts:
        if _size(part) <= aim:
            small.append(part)
        elif finer:
            small.extend(_packed(_cut_after(part, finer, aim), aim))
        else:
            small.extend(_balanced(part, aim))
    return small


def _packed(parts: Sequence[list[Piece]], aim: int) -> list[list[Piece]]:
    """Neighbouring clauses together, as long as they fit."""
    packed: list[list[Piece]] = []
    for part in parts:
        if packed and _size(packed[-1]) + _size(part) <= aim:
            packed[-1].extend(part)
        else:
            packed.append(list(part))
    return packed


def _balanced(part: Sequence[Piece], aim: int) -> list[list[Piece]]:
    """Cut between words into parts of about the same length, so that none is left very short."""
    count = -(-_size(part) // aim)
    share = _size(part) / count
    groups: list[list[Piece]] = [[]]
    for piece in part:
        size = _size([piece])
        full = _size(groups[-1]) + size > aim or _size(groups[-1]) >= share
        if groups[-1] and full and piece.said is not None:
            groups.append([])
        groups[-1].append(piece)
    return groups


def _bearable(piece: Piece) -> list[Piece]:
    """The piece, or its parts where one word alone is too long for a pass."""
    said = piece.said
    if said is None or length(said) <= WORD_LIMIT:
        return [piece]
    step = WORD_LIMIT // 2
    before, after = said.before[:step], said.after[:step]
    cuts = range(0, max(1, len(said.symbols)), step)
    parts = [
        replace(
            said,
            symbols=said.symbols[at : at + step],
            before=before if at == cuts[0] else "",
            after=after if at == cuts[-1] else "",
        )
        for at in cuts
    ]
    return [Piece(part) for part in parts]
