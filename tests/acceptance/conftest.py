"""Whole builds, run the way a user runs them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

NEWS = Path(__file__).parent / "news"
Run = Callable[..., subprocess.CompletedProcess[str]]

CONFIGURATION = """
[show.bay]
title = "The Bay"
minutes = 1
timezone = "UTC"
sources = [{ name = "Bay Courier", path = "news" }]
"""


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    """A folder with a show of one minute that reads two local articles."""
    shutil.copytree(NEWS, tmp_path / "news")
    (tmp_path / "podcaster.toml").write_text(CONFIGURATION, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(studio: Path) -> Run:
    """Runs `podcaster` in the studio; the model's cache is the user's own, which is only read."""

    def podcaster(*words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "podcaster", "-C", str(studio), *words],
            capture_output=True,
            text=True,
            check=check,
            env=dict(os.environ),
            timeout=1500,
        )

    return podcaster
