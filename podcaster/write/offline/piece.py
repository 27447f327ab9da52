"""A part of a sentence that can be said by itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """What is said of a sentence in one go."""

    text: str
    leans: bool = False
    """Whether it only makes sense right after the piece before it."""
    besides: bool = False
    """Whether it says more of the sentence's subject, once its news is told."""
    answers: str = ""
    """The kind of question that may be asked before it: `why`, `how`, `what_for`."""
