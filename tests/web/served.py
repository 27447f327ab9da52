"""`podcaster serve` as a process of its own, for clients that know nothing of us."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"Open (http://\S+)/ in a browser")


@contextmanager
def served(folder: Path, log: Path) -> Iterator[str]:
    """Serves `folder`/out on a free port; gives the origin. What it says goes to `log`."""
    command = [sys.executable, "-m", "podcaster", "-C", str(folder), "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (
        log.open("w") as said,
        subprocess.Popen(
            command, stderr=subprocess.PIPE, stdout=said, text=True, env=environment
        ) as server,
    ):
        assert server.stderr is not None
        try:
            for line in server.stderr:
                said.write(line)
                if found := ADDRESS.search(line):
                    yield found[1]
                    break
        finally:
            server.terminate()
            said.write(server.stderr.read())
