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
    Translator,
    WriterSetup,
)
from podcaster.errors import UsageError

Kind = Literal["engine", "writer", "translator", "publisher"]


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


class Room:
    """Who writes and who translates in one build.

    Whoever does both is one and the same, so that what a build may spend on it is spent once.
    """

    def __init__(self, setup: Callable[[str], WriterSetup]) -> None:
        self._setup = setup
        self._made: dict[Callable[..., Any], Any] = {}

    def writer(self, name: str) -> ScriptWriter:
        return cast(ScriptWriter, self._person("writer", name))

    def translator(self, name: str) -> Translator:
        return cast(Translator, self._person("translator", name))

    def _person(self, kind: Kind, name: str) -> Any:
        factory = load(kind, name)
        if factory not in self._made:
            self._made[factory] = factory(self._setup(name))
        return self._made[factory]


def make_publisher(name: str, out: Path) -> Publisher:
    """`out` is the folder whose tree is published."""
    return cast(Publisher, load("publisher", name)(out))
