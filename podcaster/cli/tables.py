"""Tables whose cells a reader copies: nothing in them is cut off."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

WIDEST = 10_000
"""Columns; wider than any table here."""


def print_whole(table: "Table") -> None:
    """On standard output, as wide as its cells are.

    A narrower terminal wraps the lines by itself, so that what is copied is one line still.
    """
    from rich.console import Console
    from rich.measure import Measurement

    console = Console(highlight=False)
    unbounded = console.options.update(max_width=WIDEST)
    console.width = max(console.width, Measurement.get(console, unbounded, table).maximum)
    console.print(table)
