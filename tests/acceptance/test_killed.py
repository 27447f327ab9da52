"""kill -9 at any point, then the same command again: the episode is there and the feed is true."""

import random
import signal
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run


def enclosures_are_whole(out: Path) -> bool:
    feed = out / "bay" / "feed.xml"
    if not feed.exists():
        return False
    for enclosure in ET.parse(feed).getroot().iter("enclosure"):
        named = out / "bay" / enclosure.attrib["url"].split("/bay/", 1)[1]
        assert named.stat().st_size == int(enclosure.attrib["length"])
    return True


@pytest.mark.slow
def test_a_killed_build_is_picked_up(studio: Path, run: Run) -> None:
    chance = random.Random(7)
    command = [sys.executable, "-m", "podcaster", "-C", str(studio), "build", "today"]
    for _ in range(6):
        build = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            build.wait(timeout=chance.uniform(0.5, 12))
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGKILL)
            build.wait()
        enclosures_are_whole(studio / "out")
    run("build", "today")
    assert enclosures_are_whole(studio / "out")
    drafts = [
        path for path in (studio / "out" / "bay").rglob(".*") if path.suffix in (".mp3", ".xml")
    ]
    assert drafts == []
