"""The stage: a finished file that measures right, by our meter and by others."""

import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from podcaster.errors import MasterError, UsageError
from podcaster.master import ident_lengths
from podcaster.master.arrange import lay_episode
from podcaster.master.ffmpeg import FFmpeg
from podcaster.models import Master
from podcaster.show import Sound
from tests.master.conftest import NUMBERS, Day, make_show

FORMATS = ("mp3", "m4a", "opus")


@pytest.fixture(params=FORMATS)
def finished(request: pytest.FixtureRequest) -> Master:
    value: Master = request.getfixturevalue(request.param)
    return value


def decoded(ffmpeg: FFmpeg, path: Path) -> tuple[np.ndarray, int]:
    """The file as any player hears it: float32 of shape (samples, channels) at 48 kHz."""
    wav = path.with_suffix(".check.wav")
    command = [ffmpeg.path, "-v", "error", "-y", "-i", str(path), "-vn", "-c:a", "pcm_f32le"]
    subprocess.run([*command, "-ar", "48000", str(wav)], check=True)
    samples, rate = soundfile.read(wav, always_2d=True)
    wav.unlink()
    return samples, rate


def ebur128(ffmpeg: FFmpeg, path: Path) -> tuple[float, float]:
    """Integrated loudness and true peak by a run of ffmpeg that is the test's own."""
    command = [ffmpeg.path, "-hide_banner", "-nostats", "-i", str(path)]
    run = subprocess.run(
        [*command, "-af", "ebur128=peak=true", "-f", "null", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    summary = run.stderr[run.stderr.rindex("Summary:") :]
    loudness = re.search(r"I:\s+(\S+) LUFS", summary)
    peak = re.search(r"Peak:\s+(\S+) dBFS", summary)
    assert loudness
    assert peak
    return float(loudness[1]), float(peak[1])


def test_the_loudness_is_right_by_a_measurement_from_outside(finished: Master, ffmpeg: FFmpeg):
    loudness, peak = ebur128(ffmpeg, finished.path)
    assert loudness == pytest.approx(-16.0, abs=0.3)
    assert peak <= -1.0
    assert finished.loudness.integrated_lufs == pytest.approx(loudness, abs=0.05)
    assert finished.loudness.true_peak_db == pytest.approx(peak, abs=0.05)


def test_another_meter_agrees(mp3: Master, ffmpeg: FFmpeg):
    pyloudnorm = pytest.importorskip("pyloudnorm", reason="the second meter isn't installed")
    samples, rate = decoded(ffmpeg, mp3.path)
    assert pyloudnorm.Meter(rate).integrated_loudness(samples) == pytest.approx(-16.0, abs=0.3)


def test_hosts_recorded_ten_decibels_apart_come_out_alike(finished: Master):
    hosts = finished.soundness.host_lufs
    assert set(hosts) == {"Ava", "Noé"}
    assert abs(hosts["Ava"] - hosts["Noé"]) <= 0.5


def test_nothing_clips_is_silent_for_long_or_stands_off_centre(finished: Master):
    assert finished.soundness.clipped == 0
    assert finished.soundness.silences == ()
    assert abs(finished.soundness.dc_offset) < 0.002


def test_speech_lies_where_the_starts_say(day: Day, mp3: Master, ffmpeg: FFmpeg):
    """Each line's loud middle is heard there, and the pause before an answer isn't."""
    samples, rate = decoded(ffmpeg, mp3.path)
    for start, take in zip(mp3.starts, day.recording.takes, strict=True):
        middle = samples[round((start + 0.2) * rate) : round((start + take.seconds - 0.1) * rate)]
        assert np.sqrt((middle**2).mean()) > 0.05
    ends = mp3.starts[4] + day.recording.takes[4].seconds
    pause = samples[round((ends + 0.05) * rate) : round((mp3.starts[5] - 0.05) * rate)]
    assert np.abs(pause).max() < 0.02


def test_a_line_sounds_in_the_file_to_the_millisecond(day: Day, ffmpeg: FFmpeg, tmp_path: Path):
    made = day.master(tmp_path, music="none")
    samples, rate = decoded(ffmpeg, made.path)
    take = day.recording.takes[5]
    said, own_rate = soundfile.read(take.path)
    from scipy import signal

    wanted = signal.resample_poly(said, rate, own_rate)
    first = round((made.starts[5] - 0.05) * rate)
    heard = samples[first : first + len(wanted) + round(0.1 * rate), 0]
    lag = int(np.argmax(signal.correlate(heard, wanted, "valid"))) / rate - 0.05
    assert abs(lag) < 0.003


def test_the_file_is_named_by_its_content_and_made_the_same_again(
    day: Day, mp3: Master, tmp_path: Path
):
    again = day.master_show(make_show(), tmp_path, numbers=NUMBERS)
    assert re.fullmatch(r"daily-2026-11-24-[0-9a-f]{8}\.mp3", again.path.name)
    assert again.path.name == mp3.path.name
    assert again.path.read_bytes() == mp3.path.read_bytes()


def test_nothing_but_the_episode_is_left_in_the_folder(day: Day, tmp_path: Path):
    (tmp_path / ".mastering").mkdir()
    (tmp_path / ".mastering" / "left by a killed run").write_text("x")
    made = day.master(tmp_path, music="none")
    assert list(tmp_path.iterdir()) == [made.path]


def test_gaps_settle_a_length_that_the_script_was_written_to(day: Day, mp3: Master, tmp_path: Path):
    target = mp3.seconds + 0.7
    made = day.master_show(make_show(minutes=target / 60), tmp_path)
    assert made.seconds == pytest.approx(target, abs=0.2)


def test_a_show_with_less_news_than_minutes_keeps_its_natural_pace(day: Day, mp3: Master):
    assert lay_episode(day.script, day.recording, make_show(minutes=5)).starts == mp3.starts


def test_a_loudness_and_a_bitrate_of_the_shows_own(day: Day, tmp_path: Path, ffmpeg: FFmpeg):
    made = day.master(
        tmp_path, music="none", loudness_lufs=-19, true_peak_db=-2, bitrate_kbps=64, channels=2
    )
    loudness, peak = ebur128(ffmpeg, made.path)
    assert loudness == pytest.approx(-19, abs=0.3)
    assert peak <= -2
    assert made.path.stat().st_size < made.seconds * 64_000 / 8 + 80_000


def test_a_loudness_that_cannot_be_reached_fails_with_the_figures(day: Day, tmp_path: Path):
    with pytest.raises(MasterError, match=r"LUFS for -9\.0.*true peak"):
        day.master(tmp_path, music="none", loudness_lufs=-9, true_peak_db=-9)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_take_is_named_and_nothing_is_left_behind(day: Day, tmp_path: Path):
    broken = tmp_path / "broken.flac"
    broken.write_bytes(b"not sound")
    takes = list(day.recording.takes)
    takes[2] = takes[2].model_copy(update={"path": broken})
    recording = day.recording.model_copy(update={"takes": tuple(takes)})
    hurt = Day(day.edition, day.script, recording, day.cover)
    with pytest.raises(MasterError, match="line l2") as caught:
        hurt.master(tmp_path / "out")
    assert "--force" in caught.value.hint
    assert list((tmp_path / "out").iterdir()) == []


def test_takes_of_another_script_are_refused(day: Day, tmp_path: Path):
    recording = day.recording.model_copy(update={"takes": day.recording.takes[1:]})
    with pytest.raises(MasterError, match="isn't of this script"):
        Day(day.edition, day.script, recording, day.cover).master(tmp_path)


def test_one_short_line_is_enough_to_be_levelled(day: Day, tmp_path: Path):
    line = day.script.lines[6]
    script = day.script.model_copy(update={"lines": (line,)})
    recording = day.recording.model_copy(update={"takes": (day.recording.takes[6],)})
    made = Day(day.edition, script, recording, day.cover).master(tmp_path, music="none")
    assert made.loudness.integrated_lufs == pytest.approx(-16, abs=0.3)


def test_music_that_does_not_exist_is_a_usage_error():
    with pytest.raises(UsageError, match="polka"):
        ident_lengths(Sound(music="polka"))
