"""`podcaster bench delivery`: which presets it measures."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcaster.bench import delivery
from podcaster.bench.delivery import Ears, Preset, Speaker
from podcaster.bench.verdicts import Measured
from podcaster.cli.context import Context
from podcaster.contracts import Progress
from podcaster.errors import UsageError
from tests.fakes import FakeEngine, finder

SHOW = """
[show.night]
sources = ["news"]
presets = "mine"
"""


@pytest.fixture
def context(tmp_path: Path) -> Context:
    (tmp_path / "podcaster.toml").write_text(SHOW, encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "tones.toml").write_text('[sleepy]\nuse = "Late."\nrate = 0.8\n')
    made = Context(tmp_path)
    made.__dict__["engines"] = finder(FakeEngine())
    return made


def test_a_show_s_own_tone_is_measured(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[tuple[str, float | None]] = []

    def measure(
        speaker: Speaker, presets: Sequence[Preset], ears: Ears, progress: Progress
    ) -> Iterator[Measured]:
        measured.extend((preset.name, preset.delivery.rate) for preset in presets)
        return iter(())

    monkeypatch.setattr(delivery, "measure", measure)
    monkeypatch.setattr(delivery, "shortfalls", lambda rows: [])
    words = ["--voice", "fake:high", "--preset", "sleepy", "--json"]
    run = CliRunner().invoke(delivery.command, words, obj=context, catch_exceptions=False)
    assert run.exit_code == 0
    assert measured == [("neutral", 1.0), ("sleepy", 0.8)]


def test_a_preset_that_nobody_has_is_refused_with_those_there_are(context: Context) -> None:
    words = ["--voice", "fake:high", "--preset", "jolly"]
    run = CliRunner().invoke(delivery.command, words, obj=context)
    assert isinstance(run.exception, UsageError)
    assert "sleepy" in run.exception.hint
