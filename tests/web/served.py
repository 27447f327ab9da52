"""`podcaster serve` as a process of its own, for clients that know nothing of us."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"Open (http://\S+)/ in a browser")


PATIENCE_SECONDS = 60


@contextmanager
def served(folder: Path, log: Path) -> Iterator[str]:
    """Serves `folder`/out on a free port; gives the origin. What it says goes to `log`."""
    command = [sys.executable, "-m", "podcaster", "-C", str(folder), "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (
        log.open("w") as said,
        subprocess.Popen(command, stderr=said, stdout=said, env=environment) as server,
    ):
        try:
            yield _origin(log, server)
        finally:
            server.terminate()


def _origin(log: Path, server: "subprocess.Popen[bytes]") -> str:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if found := ADDRESS.search(log.read_text()):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(log.read_text())
