"""What was heard, as a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from podcaster.models import Heard
    from podcaster.report import Hearing

DIFFERENCES = 4
"""How many of a line's differences are shown."""


def show_hearing(hearing: "Hearing", console: Console) -> None:
    """The lines that were said again or stay wrong, and the whole in one sentence."""
    kept = {one.line_id for one in hearing.still_wrong}
    rows = [*(one for one in hearing.said_again if one.line_id not in kept), *hearing.still_wrong]
    if rows:
        table = Table("line", "wrong", "said, and heard as", "", box=None, header_style="bold")
        for one in rows:
            table.add_row(
                escape(one.line_id),
                f"{one.wrong} of {one.words}",
                escape(_differences(one.misheard) or f"heard as {one.heard!r}"),
                _outcome(one),
            )
        console.print(table)
    again, wrong = len(hearing.said_again), len(hearing.still_wrong)
    console.print(
        f"Heard back: {hearing.wrong} of {hearing.words} words differently ({hearing.rate:.1%}), "
        f"{again} lines said again, {wrong} still wrong.",
        highlight=False,
        soft_wrap=True,
    )
    if wrong:
        console.print(
            "A name that is misheard can be given a spelling: lexicon in [engine.kokoro], or say "
            "it in other words in the script.",
            soft_wrap=True,
        )


def _outcome(heard: "Heard") -> str:
    from podcaster.speak.versions import MEANS

    how = {str(name): words for name, words in MEANS.items()}.get(heard.means, "")
    if heard.passed:
        return f"[green]said again {how}[/]"
    return f"[yellow]still wrong{', said again ' if how else ''}{how}[/]"


def _differences(misheard: Sequence[tuple[str, str]]) -> str:
    shown = [f"{said or '(nothing)'} > {heard or '(nothing)'}" for said, heard in misheard]
    more = [f"{len(shown) - DIFFERENCES} more"] if len(shown) > DIFFERENCES else []
    return "; ".join([*shown[:DIFFERENCES], *more])
