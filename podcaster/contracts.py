"""The doors that plugins come in by. Ours use the same ones."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from podcaster.models import Delivery, Edition, Line, Script, Word
from podcaster.show import Show

Samples = NDArray[np.float32]
Control = Literal["rate", "pitch", "range", "energy", "emphasis", "ending", "pauses", "word_times"]
Measure = Callable[[Sequence[Line]], float]
"""How many seconds these lines will last in the finished episode, gaps and idents included."""


@dataclass(frozen=True)
class Voice:
    """A voice that an engine offers."""

    name: str
    """Without the engine's prefix."""
    language: str
    """`en-us`, `en-gb`, `fr`, ..."""
    gender: Literal["female", "male", "unknown"] = "unknown"
    grade: str = ""
    """Its author's own mark, where there is one."""
    licence: str = ""
    credit: str = ""
    """What a notice must say of the voice's origin."""


@dataclass(frozen=True)
class Plan:
    """What a line will sound like, before any audio exists."""

    text: str
    voice: str
    language: str
    delivery: Delivery
    seconds: float
    words: tuple[Word, ...]
    exact: bool
    """Whether `seconds` and `words` are sure; otherwise they're an estimate."""
    fingerprint: str
    """A hash of everything that changes the sound; keys the clip cache."""
    not_honoured: tuple[Control, ...] = ()
    score: Any = field(default=None, repr=False, compare=False)
    """The engine's own tensors; None where it keeps none."""


@dataclass(frozen=True)
class Clip:
    """Rendered speech: float32 mono in [-1, 1]."""

    samples: Samples
    sample_rate: int
    words: tuple[Word, ...]

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.sample_rate


@dataclass(frozen=True)
class EngineSetup:
    """What every engine's constructor is given."""

    cache: Path
    """A folder of the user's for models; may not exist yet."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """`[engine.<name>]` of podcaster.toml."""
    folder: Path = Path()
    """Where podcaster.toml lies: what names a file without its whole path means it from here."""


class SpeechEngine(Protocol):
    """Turns text into speech. `delivery` arrives resolved: every number is set."""

    name: str
    controls: frozenset[Control]

    def voices(self) -> Sequence[Voice]: ...

    def default_voices(self, language: str) -> Sequence[str]:
        """Voices for a first and a second host in a language, best first; empty if it has none."""
        ...

    def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
        """Raises SpeakError for a voice or a language that the engine doesn't have."""
        ...

    def render(self, plan: Plan) -> Clip: ...


@runtime_checkable
class Pronouncing(Protocol):
    """An engine that a show can tell how names are said. Not every engine is one."""

    def pronouncing(self, names: Path) -> SpeechEngine:
        """The same engine, reading by a show's own lexicon on top of what it reads by already."""
        ...


@runtime_checkable
class Describing(Protocol):
    """An engine that knows more voices than it lists: any by its path, or by another's name."""

    def describe(self, voice: str) -> Voice:
        """Raises SpeakError for a voice that it can't have."""
        ...


EngineFinder = Callable[[str], SpeechEngine]
"""An engine by its name, made once. Raises UsageError for a name that nothing registers."""


@dataclass(frozen=True)
class WriterSetup:
    """What every writer's constructor is given, and every translator's."""

    used_frames: frozenset[str] = frozenset()
    """Framing templates that the show's last 30 days of episodes used."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """`[writer.<name>]` of podcaster.toml."""


class ScriptWriter(Protocol):
    """Turns an edition into a dialogue."""

    def write(self, edition: Edition, show: Show, measure: Measure) -> Script: ...


@dataclass(frozen=True)
class Foreign:
    """A sentence, or a title, to be put into another language."""

    id: str
    text: str
    tried: str = ""
    """A translation of it from before; empty where there was none."""
    faults: tuple[str, ...] = ()
    """Why that one can't stand, in English; empty where it can, or where there was none."""


class Translator(Protocol):
    """Puts articles into another language. What it gives is checked before anybody believes it."""

    @property
    def account(self) -> str:
        """What it asked and spent so far, in a few words."""
        ...

    def translate(self, texts: Sequence[Foreign], language: str, into: str) -> Mapping[str, str]:
        """Translations by id of the texts of one article, which come in its order.

        Where some of them have faults only those are wanted, the others being there to be
        understood by. Some may be lacking. Raises WriteError where nothing can be had.
        """
        ...


@dataclass(frozen=True)
class PublishedFile:
    """One file of a release: where it stands, and its address below the site, `daily/feed.xml`."""

    path: Path
    address: str


@dataclass(frozen=True)
class PublishReport:
    written: int
    unchanged: int


class Publisher(Protocol):
    """Puts files where listeners fetch them, in the order given: the feed comes last."""

    def publish(self, files: Sequence[PublishedFile]) -> PublishReport: ...


class Progress(Protocol):
    """Told what a build is doing, so that nothing goes on without a sign of life."""

    def stage(self, name: str, total: float | None = None) -> None:
        """A stage begins; `total` is in the units of `advance`, None where it isn't known."""
        ...

    def advance(self, amount: float = 1.0, note: str = "") -> None: ...

    def warn(self, message: str) -> None: ...
