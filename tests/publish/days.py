"""A small show, and a day of it as the stages before publishing would give it."""

import datetime as dt
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from podcaster.artwork import Covers
from podcaster.models import (
    Chapter,
    Edition,
    Episode,
    Host,
    Line,
    Loudness,
    Master,
    NewsItem,
    Numbers,
    Recording,
    Script,
    Sentence,
    Story,
    Take,
    Word,
)
from podcaster.publish import publish
from podcaster.publish.folder import FolderPublisher
from podcaster.show import Show
from podcaster.store.library import Library

DAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 6, 30, tzinfo=dt.UTC)
HOSTS = (Host(name="Ava", voice="kokoro:af_heart"), Host(name="Noah", voice="kokoro:am_michael"))
TEXTS = (
    ("open", "Ava", "Good morning, I'm Ava.", None, ()),
    ("headline", "Noah", "The bridge at Kehl opens today.", "s1", ("s1.1",)),
    ("fact", "Ava", 'It cost 23 million euros, says the "Nord & Sud" press.', "s1", ("s1.2",)),
    ("question", "Noah", "Who may cross it?", "s1", ()),
    ("fact", "Ava", "Cyclists & people on foot: <no cars> are let onto it.", "s1", ("s1.1",)),
    ("fact", "Noah", "A new species of frog was found in Peru.", "s2", ("s2.1",)),
    ("close", "Ava", "Goodbye.", None, ()),
)


def show(**changes: object) -> Show:
    values: dict[str, object] = {
        "name": "daily",
        "title": "The Morning Pair",
        "hosts": HOSTS,
        "timezone": "Europe/Paris",
    }
    return Show.model_validate({**values, **changes})


def edition(day: dt.date = DAY) -> Edition:
    return Edition(
        show="daily",
        language="en",
        date=day,
        stories=(
            _story("s1", "The bridge", ("The bridge at Kehl opens today.", "It cost 23 million.")),
            _story("s2", "The frog", ("A new species of frog was found in Peru.",)),
        ),
    )


def _story(story_id: str, title: str, sentences: tuple[str, ...]) -> Story:
    item = NewsItem(
        id=f"item-{story_id}",
        source="Example Press",
        url=f"https://example.org/{story_id}?a=1&b=2",
        title=f"{title} & what <follows>",
        text=" ".join(sentences),
        language="en",
    )
    numbered = tuple(
        Sentence(id=f"{story_id}.{number}", item_id=item.id, text=text)
        for number, text in enumerate(sentences, start=1)
    )
    return Story(id=story_id, title=title, items=(item,), sentences=numbered)


def script(day: dt.date = DAY, title: str = "A bridge, and a frog") -> Script:
    return Script(
        show="daily",
        language="en",
        date=day,
        title=title,
        summary="A bridge opens and a frog is found.",
        hosts=HOSTS,
        lines=tuple(
            Line(
                id=f"l{number}",
                role=role,  # type: ignore[arg-type]
                host=host,
                text=text,
                story_id=story,
                evidence=evidence,
            )
            for number, (role, host, text, story, evidence) in enumerate(TEXTS, start=1)
        ),
    )


def recording(told: Script) -> Recording:
    """A take a line, half a second a word; numbers are heard as several words."""
    takes = []
    for line in told.lines:
        heard = line.text.replace("23", "twenty three").replace("&", "and").split()
        takes.append(
            Take(
                line_id=line.id,
                path=Path("take.flac"),
                seconds=0.5 * len(heard) + 0.1,
                sample_rate=24000,
                words=tuple(
                    Word(word=word, start=0.5 * index, end=0.5 * index + 0.45)
                    for index, word in enumerate(heard)
                ),
                engine="kokoro",
                voice="af_heart",
                cached=line.id == "l1",
            )
        )
    return Recording(takes=tuple(takes), render_seconds=3.0)


@cache
def mp3(pitch: int) -> bytes:
    """A second of a tone as a real MP3."""
    import imageio_ffmpeg

    tone = f"sine=frequency={pitch}:duration=1:sample_rate=44100"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", tone]
    encoded = subprocess.run(
        [*command, "-b:a", "96k", "-f", "mp3", "-"], check=True, capture_output=True
    )
    return encoded.stdout


def master(told: Script, taken: Recording, path: Path, audio: bytes) -> Master:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(audio)
    starts, at = [], 1.0
    for take in taken.takes:
        starts.append(at)
        at += take.seconds + 0.3
    return Master(
        path=path,
        mime_type="audio/mpeg",
        seconds=at + 2,
        loudness=Loudness(integrated_lufs=-16.1, true_peak_db=-1.4, range_lu=3.2),
        starts=tuple(starts),
        chapters=(
            Chapter(start=0, title="Opening"),
            Chapter(
                start=starts[1], title="The <bridge>", url="https://example.org/s1", story_id="s1"
            ),
            Chapter(start=starts[5], title="The frog", url="file:///home/me/s2", story_id="s2"),
        ),
    )


@dataclass(frozen=True)
class Desk:
    """Publishes days into one tree."""

    folder: Path
    base_url: str | None = "https://pods.example.org/x"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def library(self) -> Library:
        return Library(self.out / "library.sqlite")

    def publish(
        self,
        day: dt.date = DAY,
        now: dt.datetime = NOW,
        audio: bytes = b"",
        title: str = "A bridge, and a frog",
        of: Show | None = None,
        report: dict[str, object] | None = None,
        trailer: bool = False,
        news: Edition | None = None,
        cards: tuple[str, ...] = (),
    ) -> Episode:
        told = script(day, title)
        taken = recording(told)
        finished = master(told, taken, self.folder / "work" / "episode.mp3", audio or mp3(440))
        return publish(
            news or edition(day),
            told,
            taken,
            finished,
            of or show(),
            self.covers(cards),
            FolderPublisher(self.out),
            self.library,
            self.out,
            self.base_url,
            now,
            report or {},
            self.picture(),
            None if trailer else Numbers.of(day),
        )

    def picture(self) -> Path:
        path = self.folder / "work" / "report.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x89PNG not drawn here")
        return path

    def covers(self, cards: tuple[str, ...] = ()) -> Covers:
        """With a card for each of the stories whose ids are given."""
        paths = self.folder / "work" / "show-cover.jpg", self.folder / "work" / "cover.jpg"
        for path in paths:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"\xff\xd8\xff\xe0 not drawn here")
        stories = {story: self.folder / "work" / f"story-{story}.jpg" for story in cards}
        for path in stories.values():
            path.write_bytes(b"\xff\xd8\xff\xe0 not drawn here")
        return Covers(show=paths[0], episode=paths[1], stories=stories)
