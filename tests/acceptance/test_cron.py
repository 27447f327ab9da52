"""A real cron daemon, started with a bare environment, builds an episode by itself."""

import datetime as dt
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run

PATIENCE_SECONDS = 420


@pytest.mark.slow
@pytest.mark.extra("cron")
@pytest.mark.skipif(
    not (shutil.which("cron") and shutil.which("crontab") and os.geteuid() == 0),
    reason="needs the cron daemon and root to start it",
)
def test_cron_builds_an_episode_from_an_installed_schedule(studio: Path, run: Run) -> None:
    due = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1, seconds=15)
    installed = run("schedule", "install", f"{due:%H:%M}", "--show", "bay")
    assert f"{due:%H:%M} (UTC)" in installed.stderr
    daemon = subprocess.Popen([str(shutil.which("cron")), "-f"], env={})
    feed = studio / "out" / "bay" / "feed.xml"
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not feed.exists() and time.monotonic() < deadline:
            time.sleep(1)
    finally:
        daemon.terminate()
        daemon.wait()
        removed = run("schedule", "remove", "--show", "bay")
    log = (studio / "out" / ".logs" / "bay.log").read_text(encoding="utf-8")
    assert feed.exists(), log
    assert "no longer scheduled" in removed.stderr
    assert list((studio / "out" / "bay").rglob("*.mp3"))
