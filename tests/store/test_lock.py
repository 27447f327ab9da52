"""One build of a show at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from podcaster.errors import Busy
from podcaster.store.lock import show_lock


def test_a_second_build_says_that_it_waits_and_then_gives_up(tmp_path: Path) -> None:
    said: list[str] = []
    with (
        show_lock(tmp_path / "daily", 0, said.append),
        pytest.raises(Busy, match="still running"),
        show_lock(tmp_path / "daily", 0.1, said.append),
    ):
        pass
    assert len(said) == 1
    assert "Another build" in said[0]


def test_a_killed_build_holds_nothing(tmp_path: Path) -> None:
    code = (
        "import os, signal; from pathlib import Path; from podcaster.store.lock import show_lock\n"
        f"with show_lock(Path({str(tmp_path)!r}), 0, print): os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    with show_lock(tmp_path, 0, pytest.fail):
        pass
