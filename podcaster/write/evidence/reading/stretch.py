"""Anything that is made of words standing next to each other."""

from typing import Protocol


class Stretch(Protocol):
    """Words `first` to `last - 1` of a passage."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...
