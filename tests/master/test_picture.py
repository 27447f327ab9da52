"""The picture of an episode, and the command that draws it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from podcaster.cli.context import Context
from podcaster.cli.report import command
from podcaster.errors import MasterError, UsageError
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.picture import VOICES, WAVE_HEIGHT, WAVE_TOP, clock, draw_report
from podcaster.master.trace import trace
from podcaster.models import Master
from podcaster.report import Report, build_report
from tests.master.conftest import Day


@pytest.fixture(scope="module")
def report(day: Day, mp3: Master) -> Report:
    return build_report(day.edition, day.script, day.recording, mp3)


def test_both_hosts_are_drawn_in_their_colours(
    report: Report, mp3: Master, ffmpeg: FFmpeg, tmp_path: Path
):
    target = tmp_path / "report.png"
    draw_report(ffmpeg, report, mp3.path, target)
    with Image.open(target) as picture:
        assert picture.format == "PNG"
        assert picture.width == 1800
        waveform = picture.crop((0, WAVE_TOP, picture.width, WAVE_TOP + WAVE_HEIGHT))
        colours = {colour for _, colour in waveform.getcolors(1 << 20) or []}
    for voice in VOICES[:2]:
        assert tuple(bytes.fromhex(voice[1:])) in colours


def test_the_curves_follow_the_file(mp3: Master, ffmpeg: FFmpeg):
    heard = trace(ffmpeg, mp3.path, 100)
    assert len(heard.peaks) == 100
    assert 0.5 < heard.peaks.max() < 1
    assert heard.peaks[-1] < 0.05
    assert heard.loudness[0][0] == pytest.approx(3.0, abs=0.11)
    assert heard.loudness[-1][0] == pytest.approx(mp3.seconds, abs=0.2)
    assert max(lufs for _, lufs in heard.loudness) == pytest.approx(-15, abs=2)


def test_what_cannot_be_decoded_is_an_error(report: Report, ffmpeg: FFmpeg, tmp_path: Path):
    broken = tmp_path / "x.mp3"
    broken.write_bytes(b"no sound")
    with pytest.raises(MasterError, match=r"couldn't read x\.mp3"):
        draw_report(ffmpeg, report, broken, tmp_path / "x.png")
    assert not (tmp_path / "x.png").exists()


def test_the_clock():
    assert [clock(0), clock(67.4), clock(3725)] == ["0:00", "1:07", "1:02:05"]


@pytest.fixture
def built(report: Report, mp3: Master, tmp_path: Path) -> Context:
    folder = tmp_path / "out" / "daily" / "2026-11-24"
    folder.mkdir(parents=True)
    (folder / "report.json").write_text(report.model_dump_json())
    (folder / mp3.path.name).write_bytes(mp3.path.read_bytes())
    return Context(tmp_path)


def run(context: Context, *words: str):
    return CliRunner().invoke(command, words, obj=context, catch_exceptions=False)


def test_the_command_draws_beside_the_episode_and_prints_one_object(built: Context):
    done = run(built, "2026-11-24", "--json")
    assert done.exit_code == 0
    printed = json.loads(done.stdout)
    assert printed["report"]["audio"].endswith(".mp3")
    assert Path(printed["picture"]).read_bytes().startswith(b"\x89PNG")


def test_the_command_prints_the_figures(built: Context):
    printed = run(built, "2026-11-24").stdout
    assert "-16.0 LUFS" in printed
    assert "report.png" in printed


def test_a_day_without_an_episode_is_told(built: Context):
    with pytest.raises(UsageError, match="no report of daily on 2026-11-23"):
        run(built, "2026-11-23")


def test_a_report_that_names_a_file_elsewhere_is_refused(built: Context, report: Report):
    path = built.out / "daily" / "2026-11-24" / "report.json"
    path.write_text(report.model_copy(update={"audio": "../../secret.mp3"}).model_dump_json())
    with pytest.raises(UsageError, match="isn't there"):
        run(built, "2026-11-24")
