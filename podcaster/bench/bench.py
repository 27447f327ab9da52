"""What every benchmark that speaks is given."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from podcaster.contracts import EngineFinder, Progress

VOICES = ("kokoro:af_heart", "kokoro:am_michael", "kokoro:bf_emma", "kokoro:ff_siwis")
"""Those that are measured where none is named."""


class Bench(Protocol):
    """What the command line hands to a benchmark."""

    engines: EngineFinder
    cache: Path
    progress: Progress

    @property
    def presets(self) -> Path | None:
        """The folder of the show's own tones and styles; None where it has none."""
        ...

    def emit(self, value: Mapping[str, Any]) -> None: ...
