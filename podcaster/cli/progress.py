"""Signs of life: bars on a terminal, plain lines elsewhere. All of it goes to standard error."""

import time

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

console = Console(stderr=True)

PLAIN_SECONDS = 10.0
"""How often a plain line is written while a stage goes on."""


class BarProgress:
    """A bar a stage, with the time left where the stage knows its length."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self._bars = Progress(
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description:<8}"),
            BarColumn(bar_width=28),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("[dim]{task.fields[note]}"),
            console=console,
        )
        self._task: TaskID | None = None

    def stage(self, name: str, total: float | None = None) -> None:
        self.finish_stage()
        self._bars.start()
        self._task = self._bars.add_task(name, total=total, note="")

    def advance(self, amount: float = 1.0, note: str = "") -> None:
        if self._task is not None:
            self._bars.update(self._task, advance=amount, note=escape(note[:60]))

    def warn(self, message: str) -> None:
        self.warnings.append(message)
        console.print(f"[yellow]Note:[/] {escape(message)}", highlight=False, soft_wrap=True)

    def finish_stage(self) -> None:
        if self._task is not None:
            task = self._bars.tasks[self._task]
            done = task.total or 1.0
            self._bars.update(self._task, total=done, completed=done, note="")

    def close(self) -> None:
        self.finish_stage()
        self._bars.stop()


class PlainProgress:
    """A line a stage, and one every ten seconds while it goes on."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self._name = ""
        self._total: float | None = None
        self._done = 0.0
        self._began = self._last = time.monotonic()

    def stage(self, name: str, total: float | None = None) -> None:
        self._name, self._total, self._done = name, total, 0.0
        self._began = self._last = time.monotonic()
        self._say(f"{name} ...")

    def advance(self, amount: float = 1.0, note: str = "") -> None:
        self._done += amount
        now = time.monotonic()
        if now - self._last >= PLAIN_SECONDS:
            self._last = now
            self._say(f"{self._name}: {self._state(now)} {note}".rstrip())

    def _state(self, now: float) -> str:
        elapsed = now - self._began
        if not self._total or not self._done:
            return f"{elapsed:.0f} s"
        share = min(1.0, self._done / self._total)
        return f"{share:.0%}, about {elapsed * (1 / share - 1):.0f} s left"

    def warn(self, message: str) -> None:
        self.warnings.append(message)
        self._say(f"Note: {message}")

    def close(self) -> None:
        """Nothing to take down."""

    def _say(self, text: str) -> None:
        console.print(text, highlight=False, markup=False, soft_wrap=True)


def make_progress() -> BarProgress | PlainProgress:
    return BarProgress() if console.is_terminal else PlainProgress()
