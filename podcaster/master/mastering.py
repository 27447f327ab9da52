"""The stage itself: from takes to a measured, tagged file."""

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from podcaster.contracts import Progress
from podcaster.errors import MasterError
from podcaster.master.arrange import arrange, lay_episode
from podcaster.master.chapters import make_chapters
from podcaster.master.encode import ENCODINGS
from podcaster.master.ffmpeg import FFmpeg, find
from podcaster.master.gate import bring_to_loudness
from podcaster.master.measure import Measured
from podcaster.master.pictures import front_cover, story_card
from podcaster.master.silences import closed_up, require_no_silence, told
from podcaster.master.tags import Tags, write_tags
from podcaster.master.voices import Voice, filter_voice
from podcaster.master.words import read_words
from podcaster.models import Chapter, Edition, Master, Numbers, Recording, Script, Take
from podcaster.show import Show
from podcaster.store.files import copy_file
from podcaster.timeline import Timeline

WORKSHOP = ".mastering"
"""The folder of unfinished files beside the episode; a killed run's is swept by the next."""


@dataclass(frozen=True)
class Finished:
    """A file that came through the gate, and the timeline that it was laid by."""

    timeline: Timeline
    chapters: tuple[Chapter, ...]
    path: Path
    measured: Measured


def make_master(
    edition: Edition,
    script: Script,
    recording: Recording,
    show: Show,
    cover: Path,
    folder: Path,
    progress: Progress,
    numbers: Numbers | None,
    cards: Mapping[str, Path],
) -> Master:
    """See `podcaster.master.master`."""
    if [take.line_id for take in recording.takes] != [line.id for line in script.lines]:
        raise MasterError("the recording isn't of this script.", "Render the script again.")
    picture = front_cover(cover)
    pictures = {story_id: story_card(path) for story_id, path in cards.items()}
    words = read_words(script.language)
    with _workshop(folder) as workshop:
        ffmpeg = find()
        voices = _filtered(ffmpeg, script, recording, workshop)

        def finish(timeline: Timeline) -> Finished:
            chapters = make_chapters(script, edition, timeline, words)
            arrangement = arrange(ffmpeg, script, recording, timeline, voices, show.sound)
            draft, measured = bring_to_loudness(
                ffmpeg, show.sound, arrangement, chapters, workshop, progress
            )
            return Finished(timeline, chapters, draft, measured)

        finished = finish(lay_episode(script, recording, show))
        notes: tuple[str, ...] = ()
        if silences := finished.measured.soundness.silences:
            notes = (told(silences),)
            progress.warn(notes[0])
            finished = finish(closed_up(finished.timeline, recording, silences))
            require_no_silence(finished.timeline, recording, finished.measured.soundness.silences)
        tags = Tags(
            title=script.title,
            show=show.title,
            author=show.author,
            hosts=tuple(host.name for host in script.heard),
            date=script.date,
            language=script.language,
            description=f"{script.summary}\n\n{words.synthetic}".strip(),
            synthetic=words.synthetic,
            website=show.website,
            numbers=numbers,
            cover=picture,
            chapters=finished.chapters,
            pictures=pictures,
            seconds=finished.measured.seconds,
        )
        write_tags(finished.path, show.sound.format, tags)
        name = f"{show.name}-{script.date}-{_hash8(finished.path)}{finished.path.suffix}"
        copy_file(finished.path, folder / name)
    return Master(
        path=folder / name,
        mime_type=ENCODINGS[show.sound.format].mime_type,
        seconds=finished.measured.seconds,
        loudness=finished.measured.loudness,
        starts=finished.timeline.starts,
        chapters=finished.chapters,
        soundness=finished.measured.soundness,
        notes=notes,
    )


def _filtered(
    ffmpeg: FFmpeg, script: Script, recording: Recording, workshop: Path
) -> Mapping[str, Voice]:
    """Each host's voice bus; ffmpeg filters on one core, so the hosts go side by side."""
    takes = _takes_by_host(script, recording)
    paths = [workshop / f"voice{place}.f32" for place in range(len(takes))]
    with ThreadPoolExecutor(max_workers=len(takes)) as studio:
        voices = studio.map(partial(filter_voice, ffmpeg), takes, takes.values(), paths)
        return dict(zip(takes, voices, strict=True))


def _takes_by_host(script: Script, recording: Recording) -> Mapping[str, Sequence[Take]]:
    takes: dict[str, list[Take]] = {}
    for line, take in zip(script.lines, recording.takes, strict=True):
        takes.setdefault(line.host, []).append(take)
    return takes


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    workshop = folder / WORKSHOP
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir(parents=True)
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _hash8(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:8]
