"""The stage itself: from takes to a measured, tagged file."""

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from podcaster.contracts import Progress
from podcaster.errors import MasterError
from podcaster.master.arrange import arrange, lay_episode
from podcaster.master.chapters import make_chapters
from podcaster.master.encode import ENCODINGS
from podcaster.master.ffmpeg import find
from podcaster.master.front_cover import front_cover
from podcaster.master.gate import bring_to_loudness
from podcaster.master.tags import Tags, write_tags
from podcaster.master.voices import filter_voice
from podcaster.master.words import read_words
from podcaster.models import Edition, Master, Recording, Script, Take
from podcaster.show import Show
from podcaster.store.files import copy_file

WORKSHOP = ".mastering"
"""The folder of unfinished files beside the episode; a killed run's is swept by the next."""


def make_master(
    edition: Edition,
    script: Script,
    recording: Recording,
    show: Show,
    cover: Path,
    folder: Path,
    progress: Progress,
    number: int | None,
) -> Master:
    """See `podcaster.master.master`."""
    if [take.line_id for take in recording.takes] != [line.id for line in script.lines]:
        raise MasterError("the recording isn't of this script.", "Render the script again.")
    picture = front_cover(cover)
    words = read_words(script.language)
    timeline = lay_episode(script, recording, show)
    chapters = make_chapters(script, edition, timeline, words)
    with _workshop(folder) as workshop:
        ffmpeg = find()
        voices = {
            host: filter_voice(ffmpeg, host, takes, workshop / f"voice{place}.f32")
            for place, (host, takes) in enumerate(_takes_by_host(script, recording).items())
        }
        arrangement = arrange(ffmpeg, script, recording, timeline, voices, show.sound)
        draft, measured = bring_to_loudness(
            ffmpeg, show.sound, arrangement, chapters, workshop, progress
        )
        tags = Tags(
            title=script.title,
            show=show.title,
            author=show.author,
            hosts=tuple(host.name for host in script.hosts),
            date=script.date,
            language=script.language,
            description=f"{script.summary}\n\n{words.synthetic}".strip(),
            synthetic=words.synthetic,
            website=show.website,
            number=number,
            cover=picture,
            chapters=chapters,
            seconds=measured.seconds,
        )
        write_tags(draft, show.sound.format, tags)
        path = folder / f"{show.name}-{script.date}-{_hash8(draft)}{draft.suffix}"
        copy_file(draft, path)
    return Master(
        path=path,
        mime_type=ENCODINGS[show.sound.format].mime_type,
        seconds=measured.seconds,
        loudness=measured.loudness,
        starts=timeline.starts,
        chapters=chapters,
        soundness=measured.soundness,
    )


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
