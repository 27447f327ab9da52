"""`podcaster bench episode`: what a build takes, stage by stage, and mastering a long file."""

import datetime as dt
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from podcaster.bench.bench import Bench
from podcaster.contracts import EngineFinder
from podcaster.models import Edition, Recording, Script
from podcaster.show import Show
from podcaster.timeline import Idents, lay

DATE = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 6, 30, tzinfo=dt.UTC)
CACHE_BYTES = 10**9


@dataclass(frozen=True)
class Build:
    """The sample edition, from nothing."""

    episode_seconds: float
    stages: Mapping[str, float]
    """Wall-clock seconds, by stage."""
    total_seconds: float


@dataclass(frozen=True)
class Mastering:
    """The same takes again and again, as a long episode; wall-clock seconds."""

    episode_seconds: float
    master_seconds: float
    """Voices filtered, music made, mixed, encoded, measured, tagged."""
    rounds: int
    """How often the file was encoded and measured until it was right."""
    encode_seconds: float
    """Limiting and encoding alone."""
    measure_seconds: float
    bytes: int


class Stopwatch:
    """A progress that keeps how long each stage took."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.rounds = 0
        self._running = ""
        self._since = 0.0

    def stage(self, name: str, total: float | None = None) -> None:
        now = time.perf_counter()
        if self._running:
            self.spent[self._running] = self.spent.get(self._running, 0.0) + now - self._since
        self._running, self._since = name, now

    def stop(self) -> None:
        self.stage("")

    def advance(self, amount: float = 1.0, note: str = "") -> None:
        self.rounds += self._running == "master"

    def warn(self, message: str) -> None:
        click.echo(message, err=True)


@click.command(name="episode")
@click.option("--minutes", default=10.0, show_default=True, help="Length of the file to master.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(bench: Bench, /, minutes: float, as_json: bool) -> None:
    """Build the sample edition's minute, then master its takes as a long episode."""
    with TemporaryDirectory(prefix="podcaster-") as folder:
        build, mastering = measure(bench.engines, Path(folder), minutes * 60)
    if as_json:
        bench.emit({"build": asdict(build), "mastering": asdict(mastering)})
    else:
        _show(build, mastering)


def measure(engines: EngineFinder, folder: Path, seconds: float) -> tuple[Build, Mastering]:
    """Works in `folder`; the mastered file lasts at least `seconds`."""
    from podcaster import pipeline, speak
    from podcaster.publish.folder import FolderPublisher
    from podcaster.request import BuildRequest
    from podcaster.settings import read_settings
    from podcaster.store.clips import ClipCache
    from podcaster.store.library import Library

    show = read_settings(folder, "UTC").show(None).model_copy(update={"minutes": 1.0})
    request = BuildRequest(show=show, date=DATE, now=NOW, offline=True)
    watch, out = Stopwatch(), folder / "out"
    studio = pipeline.Studio(
        out=out,
        library=Library(out / "library.sqlite"),
        engines=engines,
        clips=ClipCache(folder / "clips", CACHE_BYTES),
        publisher=FolderPublisher(out),
        writer_options={},
        base_url=None,
        progress=watch,
    )
    episode = pipeline.build(request, studio)
    watch.stop()
    spent = {name: round(value, 2) for name, value in watch.spent.items()}
    build = Build(round(episode.seconds, 1), spent, round(sum(spent.values()), 2))
    edition, script = pipeline.draft(request, studio)
    recording = speak.speak(script, show, engines, studio.clips, Stopwatch())
    takes = [take.seconds for take in recording.takes]
    once = lay(script.lines, takes, Idents()).seconds
    script, recording = _repeated(script, recording, ceil(seconds / once))
    cover = episode.page.parent / "cover.jpg"
    longer = show.model_copy(update={"minutes": None})
    return build, _master(edition, script, recording, longer, cover, folder)


def _repeated(script: Script, recording: Recording, times: int) -> tuple[Script, Recording]:
    lines = [
        line.model_copy(update={"id": f"{line.id}-{turn}"})
        for turn in range(times)
        for line in script.lines
    ]
    takes = [
        take.model_copy(update={"line_id": f"{take.line_id}-{turn}"})
        for turn in range(times)
        for take in recording.takes
    ]
    return script.model_copy(update={"lines": tuple(lines)}), Recording(takes=tuple(takes))


def _master(
    edition: Edition, script: Script, recording: Recording, show: Show, cover: Path, folder: Path
) -> Mastering:
    from podcaster import master
    from podcaster.master.encode import ENCODINGS, Levels, encode
    from podcaster.master.ffmpeg import find
    from podcaster.master.measure import measure as measured
    from podcaster.master.session import SESSION_RATE

    watch, sound, ffmpeg = Stopwatch(), show.sound, find()
    watch.stage("master")
    made = master.master(edition, script, recording, show, cover, folder / "long", watch)
    watch.stage("decode")
    raw: list[bytes] = []
    shape = ["-f", "s32le", "-ar", str(SESSION_RATE), "-ac", str(sound.channels), "-"]
    ffmpeg.run(["-i", str(made.path), "-vn", *shape], "decode", sink=raw.append)
    again = folder / f"again{made.path.suffix}"
    watch.stage("encode")
    encode(ffmpeg, sound, raw, Levels(0.0, sound.true_peak_db), again)
    watch.stage("measure")
    measured(ffmpeg, again, ENCODINGS[sound.format].sample_rate, sound.channels, {})
    watch.stop()
    return Mastering(
        episode_seconds=round(made.seconds, 1),
        master_seconds=round(watch.spent["master"], 2),
        rounds=watch.rounds,
        encode_seconds=round(watch.spent["encode"], 2),
        measure_seconds=round(watch.spent["measure"], 2),
        bytes=made.path.stat().st_size,
    )


def _show(build: Build, mastering: Mastering) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("what", "seconds", box=None)
    for name, value in build.stages.items():
        table.add_row(name, f"{value:.1f}")
    table.add_row(f"the whole build of {build.episode_seconds:.0f} s", f"{build.total_seconds:.1f}")
    rounds = f"{mastering.rounds} round{'s' * (mastering.rounds != 1)}"
    what = f"{mastering.episode_seconds:.0f} s of sound"
    table.add_row(f"mastering {what}, {rounds}", f"{mastering.master_seconds:.1f}")
    table.add_row(f"limiting and encoding {what}", f"{mastering.encode_seconds:.1f}")
    table.add_row(f"measuring {what}", f"{mastering.measure_seconds:.1f}")
    Console(highlight=False).print(table)
