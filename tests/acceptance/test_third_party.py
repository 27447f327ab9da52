"""Somebody else's engine: the package that docs/engines.md shows is installed, and speaks."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import CONFIGURATION

DOCUMENT = Path(__file__).parents[2] / "docs" / "engines.md"
PROJECT = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "podcaster-tones"
version = "0.1"
"""


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.S)
    assert found is not None
    return found[1]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The folder that pip put the package into."""
    package = tmp_path / "package"
    (package / "podcaster_tones").mkdir(parents=True)
    (package / "podcaster_tones" / "__init__.py").write_text(block("python"), encoding="utf-8")
    (package / "pyproject.toml").write_text(PROJECT + block("toml"), encoding="utf-8")
    site = tmp_path / "site"
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(site)]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, str(package)],
        check=True,
        capture_output=True,
        text=True,
    )
    return site


@pytest.mark.slow
def test_an_installed_engine_builds_an_episode(studio: Path, installed: Path) -> None:
    pytest.importorskip("hatchling", reason="needs the extra test")
    table = "[engine.tones]\npitch = 330\n"
    (studio / "podcaster.toml").write_text(CONFIGURATION + table, encoding="utf-8")

    def podcaster(*words: str) -> dict[str, object]:
        run = subprocess.run(
            [sys.executable, "-m", "podcaster", "-C", str(studio), *words, "--json"],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(installed)},
            timeout=300,
        )
        return dict(json.loads(run.stdout))

    listed = podcaster("voices")["voices"]
    assert {"tones:sine"} <= {f"{voice['engine']}:{voice['name']}" for voice in listed}
    made = podcaster("build", "today", "--engine", "tones")["episode"]
    assert made["rendered"] == made["lines"] > 5
    assert Path(made["audio"]).stat().st_size > 100_000
    report = json.loads((Path(made["page"]).parent / "report.json").read_text(encoding="utf-8"))
    assert any(names for names in report["not_honoured"].values())
