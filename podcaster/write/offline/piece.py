"""A part of a sentence that can be said by itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """What is said of a sentence in one go."""

    text: str
    leans: bool = False
    """Whether it only makes sense right after the piece before it."""
    answers: str = ""
    """The kind of question that may be asked before it: `why`, `how`, `what_for`."""
