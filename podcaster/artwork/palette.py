"""The colours of a show, chosen by its name."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`."""

    ground: str
    first: str
    """The first host's disc."""
    second: str
    both: str
    """Where the two discs overlap."""
    ink: str
    """Type; at least 7:1 against the ground (WCAG 2.2, 1.4.6)."""


PALETTES = (
    Palette("#f6ede0", "#f0694a", "#f4b73f", "#cf3f2b", "#1e2430"),
    Palette("#12263a", "#3fa7d6", "#f4d35e", "#8fd6c1", "#f7f3e8"),
    Palette("#173b33", "#e9c46a", "#5fae85", "#f2a057", "#f8f4e6"),
    Palette("#2b1b3d", "#e56b6f", "#a565c9", "#f6b09a", "#fbf3ee"),
    Palette("#f1e4d8", "#2a7483", "#d9704a", "#173f4a", "#1d2a30"),
    Palette("#e9edf2", "#2f5da8", "#e2574c", "#1e2e5c", "#18202e"),
    Palette("#eef0e0", "#5b7f3a", "#e0a020", "#3a4f22", "#20281a"),
    Palette("#0f1a2b", "#5b8def", "#f2a65a", "#eadcc8", "#f4f1ea"),
)


def digest(name: str) -> bytes:
    """Bytes that follow from a name alone, for choices that must look free and stay the same."""
    return hashlib.sha256(name.encode()).digest()


def palette(name: str) -> Palette:
    return PALETTES[digest(name)[0] % len(PALETTES)]
