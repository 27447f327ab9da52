"""From a name to a plugin, through entry points. Our own plugins come in by the same door."""

from collections.abc import Callable
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Literal, cast

from podcaster.contracts import (
    EngineFinder,
    EngineSetup,
    Publisher,
    ScriptWriter,
    SpeechEngine,
    WriterSetup,
)
from podcaster.errors import UsageError

Kind = Literal["engine", "writer", "publisher"]


def names(kind: Kind) -> list[str]:
    """What is installed, in alphabetical order."""
    return sorted({point.name for point in entry_points(group=f"podcaster.{kind}s")})


def load(kind: Kind, name: str) -> Callable[..., Any]:
    """The plugin's factory. Raises UsageError where nothing by that name can be loaded."""
    for point in entry_points(group=f"podcaster.{kind}s", name=name):
        try:
            return cast("Callable[..., Any]", point.load())
        except ImportError as error:
            raise UsageError(
                f"The {kind} {name!r} can't be loaded: {error}.",
                f"Install what it needs: pip install 'podcaster[{name}]'.",
            ) from error
    known = ", ".join(names(kind)) or "none"
    raise UsageError(f"No {kind} is called {name!r}.", f"Installed: {known}.")


def engine_finder(setup: Callable[[str], EngineSetup]) -> EngineFinder:
    """Makes each engine once, when it's first asked for."""

    @cache
    def find(name: str) -> SpeechEngine:
        return cast(SpeechEngine, load("engine", name)(setup(name)))

    return find


def make_writer(name: str, setup: WriterSetup) -> ScriptWriter:
    return cast(ScriptWriter, load("writer", name)(setup))


def make_publisher(name: str, out: Path) -> Publisher:
    """`out` is the folder whose tree is published."""
    return cast(Publisher, load("publisher", name)(out))
