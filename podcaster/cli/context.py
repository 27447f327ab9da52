"""What every command works with; each part is made when it's first used."""

import datetime as dt
import json
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from podcaster.cli.progress import BarProgress, PlainProgress, make_progress
from podcaster.settings import Settings, in_language, read_settings

if TYPE_CHECKING:
    from podcaster.contracts import EngineFinder, EngineSetup, Progress
    from podcaster.pipeline import Studio
    from podcaster.show import Show
    from podcaster.speak import Listener
    from podcaster.store.clips import ClipCache
    from podcaster.store.library import Library

GIGABYTE = 10**9


class Context:
    """The edge of the program: settings, clock, storage and output."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def settings(self) -> Settings:
        import tzlocal

        return read_settings(self.folder, tzlocal.get_localzone_name() or "UTC")

    def show(self, name: str | None = None, language: str | None = None) -> "Show":
        show = self.settings.show(name)
        return in_language(show, language) if language else show

    def show_of(self, name: str, language: str) -> "Show":
        """The show that an episode names, which may be one in another language than its own."""
        if name not in self.settings.shows:
            name = name.removesuffix(f"-{language}")
        return self.show(name, language)

    @property
    def presets(self) -> Path | None:
        """The folder of the first show's own tones and styles."""
        return self.show().presets

    @property
    def out(self) -> Path:
        return self.settings.out

    @cached_property
    def cache(self) -> Path:
        return Path(platformdirs.user_cache_dir("podcaster"))

    @cached_property
    def library(self) -> "Library":
        from podcaster.store.library import Library

        return Library(self.out / "library.sqlite")

    @cached_property
    def engines(self) -> "EngineFinder":
        from podcaster.registry import engine_finder

        return engine_finder(self._engine_setup)

    def _engine_setup(self, name: str) -> "EngineSetup":
        from podcaster.contracts import EngineSetup

        return EngineSetup(self.cache, self.settings.engines.get(name, {}), self.folder)

    @cached_property
    def clips(self) -> "ClipCache":
        from podcaster.store.clips import ClipCache

        limit = int(self.settings.general.cache_gb * GIGABYTE)
        return ClipCache(self.out / ".cache" / "clips", limit)

    @cached_property
    def progress(self) -> BarProgress | PlainProgress:
        return make_progress()

    @cached_property
    def studio(self) -> "Studio":
        return self.studio_with(self.progress)

    def listener(self, model: str | None) -> "Listener":
        """A recogniser, loaded; the packaged one when no model is named. Raises UsageError."""
        from podcaster.listen.recogniser import Recogniser

        recogniser = Recogniser(model, self.cache)
        recogniser.load()
        return recogniser

    def studio_with(self, progress: "Progress") -> "Studio":
        """What a build works with, its progress told to `progress`."""
        from podcaster.pipeline import Studio
        from podcaster.registry import make_publisher

        general = self.settings.general
        return Studio(
            out=self.out,
            library=self.library,
            engines=self.engines,
            clips=self.clips,
            publisher=make_publisher(general.publisher, self.out),
            writer_options=self.settings.writers,
            base_url=general.base_url,
            progress=progress,
        )

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC)

    def emit(self, value: Mapping[str, Any]) -> None:
        """One JSON object on standard output."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
        sys.stdout.flush()
