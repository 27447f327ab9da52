"""The benchmark of a whole build gives its figures, whatever engine speaks."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from podcaster.bench.episode import command
from podcaster.contracts import Plan
from podcaster.models import Delivery
from tests.fakes import FakeEngine, finder


class AnyVoice(FakeEngine):
    """Speaks with whatever voice the built-in show's hosts have."""

    def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
        return super().plan(text, "low" if "michael" in voice else "high", language, delivery)


@pytest.mark.slow
def test_every_stage_has_a_figure_and_the_long_file_is_as_long_as_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[dict] = []
    bench = SimpleNamespace(engines=finder(AnyVoice(name="kokoro")), emit=told.append)
    done = CliRunner().invoke(command, ["--minutes", "2", "--json"], obj=bench)
    assert done.exit_code == 0, done.exception
    figures = json.loads(json.dumps(told[0]))
    assert set(figures["build"]["stages"]) >= {"gather", "write", "speak", "master", "publish"}
    assert 0 < figures["build"]["stages"]["master"] < figures["build"]["total_seconds"]
    once_more = figures["build"]["episode_seconds"]
    assert 120 <= figures["mastering"]["episode_seconds"] < 120 + once_more
    assert figures["mastering"]["rounds"] >= 1
    assert figures["mastering"]["encode_seconds"] < figures["mastering"]["master_seconds"]
    assert list(tmp_path.iterdir()) == []
