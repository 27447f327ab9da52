"""ffmpeg as a process: found, fed, heard, and its failures told."""

import shutil
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from podcaster.errors import MasterError
from podcaster.master.ffmpeg import FFmpeg, find

RAW = ("-f", "s16le", "-ar", "8000", "-ac", "1")


def test_the_packaged_ffmpeg_serves_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    packaged = find()
    listed: list[bytes] = []
    packaged.run(["-encoders"], "list the encoders", sink=listed.append)
    assert "imageio" in packaged.path
    assert all(codec in b"".join(listed) for codec in (b"libmp3lame", b"libopus", b"aac"))


def test_the_systems_ffmpeg_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    own = tmp_path / "ffmpeg"
    own.write_text("#!/bin/sh\n")
    own.chmod(own.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find().path == shutil.which("ffmpeg") == str(own)


def test_what_is_fed_comes_out_in_pieces(ffmpeg: FFmpeg):
    heard: list[bytes] = []
    fed = [bytes(range(256)) * 500] * 40
    ffmpeg.run([*RAW, "-i", "-", *RAW, "-"], "copy", source=fed, sink=heard.append)
    assert b"".join(heard) == b"".join(fed)


def test_a_failure_says_what_for_and_why(ffmpeg: FFmpeg):
    with pytest.raises(MasterError, match=r"couldn't read it: .*No such file") as caught:
        ffmpeg.run(["-i", "/nowhere.wav", "-f", "null", "-"], "read it")
    assert "doctor" in caught.value.hint


def test_an_ffmpeg_that_stops_reading_is_told_by_its_own_words(ffmpeg: FFmpeg):
    with pytest.raises(MasterError, match="no_such_filter"):
        ffmpeg.run(
            [*RAW, "-i", "-", "-af", "no_such_filter", "-f", "null", "-"],
            "filter",
            source=[bytes(1 << 20)] * 50,
        )


def test_one_that_hangs_is_ended(ffmpeg: FFmpeg):
    began = time.monotonic()
    with pytest.raises(MasterError, match="wasn't done after 1 second"):
        ffmpeg.run(
            ["-re", "-f", "lavfi", "-i", "sine=duration=600", "-f", "null", "-"],
            "wait",
            timeout=1,
        )
    assert time.monotonic() - began < 60


def test_an_error_in_the_source_ends_the_run_and_is_not_swallowed(ffmpeg: FFmpeg):
    def broken() -> Iterator[bytes]:
        yield bytes(1000)
        raise MasterError("line l3 can't be read.")

    with pytest.raises(MasterError, match="line l3"):
        ffmpeg.run(
            [*RAW, "-i", "-", "-f", "null", "-"],
            "hear",
            source=broken(),
        )


def test_what_is_no_program_is_an_error_of_ours(tmp_path: Path):
    with pytest.raises(MasterError, match="doesn't start"):
        FFmpeg(str(tmp_path / "missing")).run([], "begin")
