"""A short episode whose takes sound like speech to a meter: voiced, in syllables, with peaks."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from PIL import Image

from podcaster.master import master
from podcaster.master.ffmpeg import FFmpeg, find
from podcaster.models import (
    Edition,
    Host,
    Line,
    Master,
    NewsItem,
    Numbers,
    Recording,
    Role,
    Script,
    Sentence,
    Story,
    Take,
)
from podcaster.show import Show, Sound
from tests.fakes import QuietProgress

DATE = dt.date(2026, 11, 24)
HOSTS = (Host(name="Ava", voice="fake:high"), Host(name="Noé", voice="fake:low"))
TURNS: tuple[tuple[str, Role, str | None, float], ...] = (
    ("Ava", "open", None, 1.6),
    ("Noé", "open", None, 1.4),
    ("Ava", "headline", "s1", 1.5),
    ("Ava", "fact", "s1", 2.4),
    ("Noé", "question", "s1", 0.9),
    ("Ava", "fact", "s1", 2.2),
    ("Noé", "reaction", "s1", 0.8),
    ("Noé", "fact", "s2", 2.6),
    ("Ava", "quote", "s2", 1.7),
    ("Noé", "close", None, 1.2),
)
"""Host, role, story, seconds."""
RATES = {"Ava": 24_000, "Noé": 22_050}
NUMBERS = Numbers(season=2026, episode=328)
LEVELS = {"Ava": 0.5, "Noé": 0.16}


@dataclass(frozen=True)
class Day:
    """Everything that the stage is given."""

    edition: Edition
    script: Script
    recording: Recording
    cover: Path

    def master(self, folder: Path, **sound: object) -> Master:
        return self.master_show(make_show(**sound), folder)

    def master_show(self, show: Show, folder: Path, numbers: Numbers | None = None) -> Master:
        return master(
            self.edition,
            self.script,
            self.recording,
            show,
            self.cover,
            folder,
            QuietProgress(),
            numbers,
            {"s1": self.cover},
        )


def make_show(minutes: float | None = None, **sound: object) -> Show:
    return Show(
        name="daily",
        title="The Morning Pair",
        hosts=HOSTS,
        minutes=minutes,
        website="https://example.org/show",
        sound=Sound.model_validate(sound),
    )


def speechlike(seconds: float, rate: int, seed: int, level: float) -> NDArray[np.float32]:
    """Harmonics of a gliding voice with a little breath, four syllables a second."""
    chance = np.random.default_rng(seed)
    at = np.arange(round(seconds * rate)) / rate
    phase = 2 * np.pi * np.cumsum(120 + 30 * np.sin(2 * np.pi * 0.5 * at + seed)) / rate
    voice = sum(np.sin(n * phase + 0.7 * n * n) / n for n in range(1, 25))
    breath = 0.3 * np.convolve(chance.standard_normal(len(at)), [0.25, 0.5, 0.25], "same")
    syllables = np.clip(np.sin(2 * np.pi * 4 * at + seed) + 0.5, 0.02, None) ** 0.7
    sound = (voice + breath) * syllables
    return np.asarray(level * sound / np.abs(sound).max(), dtype=np.float32)


def make_story(number: int) -> Story:
    story = f"s{number}"
    item = NewsItem(
        id=f"i{number}",
        source="Example",
        url=f"https://example.org/{number}?a=b&c=d",
        title="A title",
        text="A text.",
        language="en",
        image_url=f"https://example.org/{number}.jpg",
    )
    sentence = Sentence(id=f"{story}.1", item_id=item.id, text="A text.")
    title = f"Story {number}: café prices rise; #1 = 50 % \\ more"
    return Story(id=story, title=title, items=(item,), sentences=(sentence,))


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder = tmp_path_factory.mktemp("takes")
    lines, takes = [], []
    for number, (host, role, story, seconds) in enumerate(TURNS):
        rate = RATES[host]
        sound = speechlike(seconds, rate, number, LEVELS[host])
        path = folder / f"{number}.flac"
        soundfile.write(path, sound, rate)
        lines.append(
            Line(
                id=f"l{number}",
                host=host,
                text=f"These are the words of line {number}",
                role=role,
                story_id=story,
                evidence=("s1.1",),
            )
        )
        takes.append(
            Take(
                line_id=f"l{number}",
                path=path,
                seconds=len(sound) / rate,
                sample_rate=rate,
                words=(),
                engine="fake",
                voice="high",
                cached=number > 3,
            )
        )
    cover = folder / "cover.png"
    Image.new("RGB", (1500, 1500), "#224466").save(cover)
    return Day(
        edition=Edition(
            show="daily", language="en", date=DATE, stories=(make_story(1), make_story(2))
        ),
        script=Script(
            show="daily",
            language="en",
            date=DATE,
            title="Café prices & <b>more</b> ☕",
            summary="What a cup costs today.",
            hosts=HOSTS,
            lines=tuple(lines),
        ),
        recording=Recording(takes=tuple(takes)),
        cover=cover,
    )


@pytest.fixture(scope="session")
def ffmpeg() -> FFmpeg:
    return find()


@pytest.fixture(scope="session")
def mp3(day: Day, tmp_path_factory: pytest.TempPathFactory) -> Master:
    """The default: mono MP3."""
    return day.master_show(make_show(), tmp_path_factory.mktemp("mp3"), numbers=NUMBERS)


@pytest.fixture(scope="session")
def m4a(day: Day, tmp_path_factory: pytest.TempPathFactory) -> Master:
    folder = tmp_path_factory.mktemp("m4a")
    return day.master_show(
        make_show(format="m4a", channels=2, music="calm", bed=True), folder, numbers=NUMBERS
    )


@pytest.fixture(scope="session")
def opus(day: Day, tmp_path_factory: pytest.TempPathFactory) -> Master:
    folder = tmp_path_factory.mktemp("opus")
    return day.master_show(make_show(format="opus", music="news"), folder, numbers=NUMBERS)
