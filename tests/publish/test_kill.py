"""Killed at any moment, publishing leaves a feed whose every enclosure is there, whole."""

import datetime as dt
import multiprocessing
import random
import sys
import time
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from tests.publish.days import DAY, NOW, Desk, mp3, show

KILLS = 20
LONGEST = 0.3
"""Seconds that a publisher lives at most; a release takes about a tenth."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def publish_without_end(folder: Path, seed: int) -> None:
    """New days, rebuilt days and days that drop out of the feed, one after another."""
    desk = Desk(folder)
    chance = random.Random(seed)
    for number in count():
        day = DAY - dt.timedelta(days=chance.randrange(6))
        audio = mp3(440) + bytes([seed, number % 256]) * chance.randrange(1, 400)
        desk.publish(day, NOW, audio, title=f"Take {seed}.{number}", of=show(keep=4))


def faults(out: Path) -> list[str]:
    feed = out / "daily" / "feed.xml"
    if not feed.exists():
        return []
    found = []
    for enclosure in etree.parse(feed).findall("channel/item/enclosure"):
        path = out / urlsplit(enclosure.get("url")).path.removeprefix("/x/")
        if not path.is_file():
            found.append(f"{path} is missing")
        elif path.stat().st_size != int(enclosure.get("length")):
            found.append(f"{path} has another length")
    return found


def test_twenty_kills_never_break_the_feed(tmp_path: Path) -> None:
    for back in range(3):
        Desk(tmp_path).publish(DAY - dt.timedelta(days=back), of=show(keep=4))
    chance = random.Random(1124)
    fork = multiprocessing.get_context("fork")
    for seed in range(KILLS):
        publisher = fork.Process(target=publish_without_end, args=(tmp_path, seed))
        publisher.start()
        time.sleep(chance.uniform(0.01, LONGEST))
        publisher.kill()
        publisher.join()
        assert publisher.exitcode == -9
        assert faults(tmp_path / "out") == []
    Desk(tmp_path).publish(of=show(keep=4))
    assert faults(tmp_path / "out") == []
    assert len(etree.parse(tmp_path / "out/daily/feed.xml").findall("channel/item")) >= 3
