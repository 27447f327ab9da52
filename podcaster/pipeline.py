"""The five stages in order: gather -> write -> speak -> master -> publish."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from podcaster import artwork, gather, master, publish, speak, write
from podcaster.artwork import Covers
from podcaster.contracts import EngineFinder, Progress, Publisher
from podcaster.models import Edition, Episode, Numbers, Recording, Script
from podcaster.registry import Room
from podcaster.report import build_report
from podcaster.request import BuildRequest
from podcaster.show import Show
from podcaster.store import drafts
from podcaster.store.clips import ClipCache
from podcaster.store.files import sweep_drafts
from podcaster.store.library import Library
from podcaster.store.lock import show_lock
from podcaster.store.workspace import Workspace

LOCK_WAIT_SECONDS = 1800


@dataclass(frozen=True)
class Studio:
    """What a build works with."""

    out: Path
    library: Library
    engines: EngineFinder
    clips: ClipCache
    publisher: Publisher
    writer_options: Mapping[str, Mapping[str, Any]]
    """`[writer.<name>]` of podcaster.toml, by name."""
    base_url: str | None
    progress: Progress
    listener: speak.Listener | None = None
    """Hears every line back before it's mastered; nobody does where None."""

    def workspace(self, request: BuildRequest) -> Workspace:
        return Workspace(self.out, request.show.name, request.date)


def build(request: BuildRequest, studio: Studio) -> Episode:
    """From the news to a published episode; picks up what an earlier run of the same saved."""
    with locked(request, studio):
        edition, script = draft(request, studio)
        return produce(request, edition, script, studio)


def draft(request: BuildRequest, studio: Studio) -> tuple[Edition, Script]:
    """Gathers and writes, or takes both from the workspace where the request is the same."""
    show, space = request.show, studio.workspace(request)
    room = Room(
        lambda name: drafts.writer_setup(name, studio.writer_options, studio.library, request)
    )
    edition = drafts.load_edition(space, request)
    if edition is None:
        studio.progress.stage("gather")
        http_cache = studio.out / ".cache" / "http"
        edition = gather.gather(request, studio.library, http_cache, studio.progress)
        if show.translator is not None:
            translator = room.translator(show.translator)
            edition = gather.told_once(write.translate(edition, translator, studio.progress))
        drafts.save_edition(space, request, edition)
    script = write.load_script(space.script, show.presets)
    if script is None:
        studio.progress.stage("write")
        measure = speak.measurer(show, studio.engines, master.ident_lengths(show.sound))
        script = write.write(edition, show, room.writer(show.writer), measure)
        write.save_script(space.script, script)
    for note in script.notes:
        studio.progress.warn(f"{note[0].upper()}{note[1:]}.")
    return edition, script


def produce(request: BuildRequest, edition: Edition, script: Script, studio: Studio) -> Episode:
    """Renders, masters and publishes a script; only what changed is rendered again."""
    folder = studio.workspace(request).folder
    covers = artwork.draw_covers(request.show, edition, script, folder)
    numbers = Numbers.of(script.date)
    episode = _finish(request, edition, script, studio, folder, covers, numbers)
    drafts.remember_told(studio.library, edition, script)
    return episode


def trailer(request: BuildRequest, studio: Studio) -> Episode:
    """The show's trailer, in which the hosts introduce it; another one takes its place."""
    show = request.show
    with locked(request, studio):
        script = write.trailer(show, request.date)
        edition = Edition(show=show.name, language=show.language, date=request.date, stories=())
        folder = studio.workspace(request).show_folder / "trailer"
        write.save_script(folder / "script.yaml", script)
        covers = artwork.draw_show_cover(show, folder.parent)
        return _finish(request, edition, script, studio, folder, covers, numbers=None)


def _finish(
    request: BuildRequest,
    edition: Edition,
    script: Script,
    studio: Studio,
    folder: Path,
    covers: Covers,
    numbers: Numbers | None,
) -> Episode:
    """The last three stages, working in `folder`."""
    show = request.show
    write.require_supported(script, edition)
    recording = record(script, show, studio)
    if studio.listener is not None:
        recording = hear_back(script, recording, show, studio, studio.listener)
    studio.progress.stage("master")
    mastered = master.master(
        edition,
        script,
        recording,
        show,
        covers.episode,
        folder,
        studio.progress,
        numbers,
        covers.stories,
    )
    report = build_report(edition, script, recording, mastered)
    picture = folder / "report.png"
    master.draw_report(report, mastered.path, picture)
    studio.progress.stage("publish")
    return publish.publish(
        edition,
        script,
        recording,
        mastered,
        show,
        covers,
        studio.publisher,
        studio.library,
        studio.out,
        studio.base_url,
        request.now,
        report.model_dump(mode="json"),
        picture,
        numbers,
        speak.credited(script, show, studio.engines),
        studio.progress,
    )


def record(script: Script, show: Show, studio: Studio) -> Recording:
    """One take per line; only what the cache doesn't hold is rendered."""
    return speak.speak(script, show, studio.engines, studio.clips, studio.progress)


def hear_back(
    script: Script, recording: Recording, show: Show, studio: Studio, listener: speak.Listener
) -> Recording:
    """Each take heard by a recogniser; what's misheard is said again by other means."""
    idents = master.ident_lengths(show.sound)
    return speak.hear_back(
        script, show, recording, studio.engines, studio.clips, listener, idents, studio.progress
    )


@contextmanager
def locked(request: BuildRequest, studio: Studio) -> Iterator[None]:
    """One build of a show at a time; what a killed one left half written goes."""
    folder = studio.workspace(request).show_folder
    with show_lock(folder, LOCK_WAIT_SECONDS, studio.progress.warn):
        sweep_drafts(folder)
        yield
