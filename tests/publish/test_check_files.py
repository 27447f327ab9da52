"""A feed's files, looked at where they lie on this machine."""

import json
import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest
from PIL import Image

from podcaster.publish.check import check_feed, local_files
from podcaster.publish.check_files import chapters_faults, sound_faults
from tests.publish.days import NOW, Desk


def encode(path: Path, *options: str) -> Path:
    tone = "sine=frequency=440:duration=2:sample_rate=44100"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", tone]
    subprocess.run([*command, *options, str(path)], check=True)
    return path


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("a.mp3", ("-b:a", "96k"), None),
        ("a.mp3", ("-ac", "2", "-b:a", "128k"), None),
        ("a.m4a", ("-ac", "2", "-b:a", "160k"), None),
        ("a.mp3", ("-b:a", "32k"), "mono audio of 32 kbit/s instead of 64 to 128"),
        ("a.mp3", ("-ac", "2", "-b:a", "96k"), "stereo audio of 96 kbit/s instead of 128 to 256"),
        ("a.mp3", ("-ar", "22050", "-b:a", "64k"), "22050 Hz"),
        ("a.opus", ("-b:a", "96k"), "Apple takes MP3 and AAC"),
    ],
)
def test_audio_is_held_against_what_apple_asks_for(
    tmp_path: Path, name: str, options: tuple[str, ...], said: str | None
) -> None:
    faults = list(sound_faults(encode(tmp_path / name, *options)))
    assert len(faults) == (said is not None)
    assert all(level == "should" and said in message for level, message in faults if said)


def test_what_is_no_audio_is_a_must(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(b"no audio")
    ((level, message),) = sound_faults(path)
    assert (level, "isn't audio" in message) == ("must", True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"version": "1.2.0", "chapters": [{"startTime": 0, "title": "A"}]}, None),
        ({"version": "1.2.0", "chapters": [{"startTime": 3, "title": "A"}]}, "rise from 0"),
        ({"version": "1.2.0", "chapters": []}, "rise from 0"),
        ({"version": "2", "chapters": [{"startTime": 0, "title": "A"}]}, "version '2'"),
        ({"version": "1.2.0", "chapters": [{"startTime": 0, "title": " "}]}, "without a title"),
        ({"version": "1.2.0", "chapters": [{"title": "A"}]}, "no file of chapters"),
        ([], "no file of chapters"),
    ],
)
def test_chapters_rise_from_0_and_have_titles(
    tmp_path: Path, content: object, said: str | None
) -> None:
    path = tmp_path / "chapters.json"
    path.write_text(json.dumps(content))
    faults = list(chapters_faults(path))
    assert len(faults) == (said is not None)
    assert all(said in message for _, message in faults if said)


def test_a_transcript_that_is_gone_is_seen(desk: Desk) -> None:
    episode = desk.publish()
    for cover in desk.out.rglob("cover.jpg"):
        Image.new("RGB", (1400, 1400)).save(cover)
    content = episode.feed.read_bytes()
    find = local_files(desk.out, desk.base_url or "")
    before = check_feed(content, NOW, find)
    (episode.page.parent / "transcript.srt").unlink()
    after = [fault for fault in check_feed(content, NOW, find) if fault not in before]
    assert ["transcript.srt" in fault.message for fault in after] == [True]
