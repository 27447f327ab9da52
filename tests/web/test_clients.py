"""Real clients subscribe, download, seek, and find nothing new when nothing is."""

import datetime as dt
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import feedparser
import podcastparser
import pytest

from tests.publish.days import DAY, NOW, Desk, mp3
from tests.web.served import served

WEEK = range(6, -1, -1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A week of episodes."""
    made = Desk(tmp_path, base_url=None)
    for back in WEEK:
        day = dt.timedelta(days=back)
        made.publish(DAY - day, NOW - day, mp3(440 + back), title=f"Day {7 - back} & more")
    return made


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The server's own access log."""
    return tmp_path / "serve.log"


@pytest.fixture
def origin(desk: Desk, log: Path) -> Iterator[str]:
    with served(desk.folder, log) as found:
        yield found


def answers(log: Path, ending: str) -> list[str]:
    """The status of each request for an address that ends so, in order."""
    return re.findall(rf'"GET \S*{re.escape(ending)} HTTP/1.1" (\d+)', log.read_text())


def test_two_parsers_read_a_week_and_a_second_poll_costs_a_304(
    desk: Desk, origin: str, log: Path
) -> None:
    address = f"{origin}/daily/feed.xml"
    first = feedparser.parse(address)
    assert not first.bozo
    assert [entry.title for entry in first.entries] == [f"Day {n} & more" for n in range(7, 0, -1)]
    again = feedparser.parse(address, etag=first.etag)
    later = feedparser.parse(address, modified=first.modified)
    assert (again.status, later.status, again.entries, later.entries) == (304, 304, [], [])
    with urlopen(address) as answer:
        read = podcastparser.parse(address, answer)
    assert [episode["guid"] for episode in read["episodes"]] == [e.id for e in first.entries]
    for entry in first.entries:
        with urlopen(Request(entry.enclosures[0].href, headers={"Range": "bytes=0-99"})) as part:
            assert part.status == 206
            assert part.headers["content-range"] == f"bytes 0-99/{entry.enclosures[0].length}"
    desk.publish(now=NOW + dt.timedelta(hours=2), audio=mp3(900), title="Rebuilt")
    rebuilt = feedparser.parse(address, etag=first.etag)
    assert rebuilt.status == 200
    assert [entry.id for entry in rebuilt.entries] == [entry.id for entry in first.entries]
    assert answers(log, "feed.xml") == ["200", "304", "304", "200", "200"]


def run(program: str, *words: str, **environment: str) -> str:
    done = subprocess.run(
        [program, *words],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.stdout + done.stderr


def need(program: str) -> str:
    found = shutil.which(program)
    if not found:
        pytest.skip(f"{program} isn't installed")
    return found


@pytest.mark.extra("gpo")
def test_gpodder_downloads_a_week_byte_for_byte_and_then_nothing(
    desk: Desk, origin: str, log: Path, tmp_path: Path
) -> None:
    gpo, home = need("gpo"), str(tmp_path / "gpodder")
    run(gpo, "subscribe", f"{origin}/daily/feed.xml", GPODDER_HOME=home)
    assert "7 new episodes" in run(gpo, "update", GPODDER_HOME=home)
    assert "7 episodes downloaded" in run(gpo, "download", GPODDER_HOME=home)
    fetched = {path.name: path.read_bytes() for path in Path(home).rglob("*.mp3")}
    assert fetched == {path.name: path.read_bytes() for path in desk.out.rglob("*.mp3")}
    assert "0 new episodes" in run(gpo, "update", GPODDER_HOME=home)
    assert answers(log, "feed.xml")[-1] == "304"
    desk.publish(now=NOW + dt.timedelta(hours=2), audio=mp3(900), title="Rebuilt")
    assert "0 new episodes" in run(gpo, "update", GPODDER_HOME=home)


@pytest.mark.extra("newsboat")
def test_newsboat_reads_a_week_once_however_often_it_polls(
    desk: Desk, origin: str, log: Path, tmp_path: Path
) -> None:
    newsboat = need("newsboat")
    urls, cache = tmp_path / "urls", tmp_path / "cache.db"
    urls.write_text(f"{origin}/daily/feed.xml\n")
    (tmp_path / "config").write_text("")
    words = ["-u", str(urls), "-c", str(cache), "-C", str(tmp_path / "config"), "-x", "reload"]
    for _ in range(3):
        run(newsboat, *words, HOME=str(tmp_path))
    assert answers(log, "feed.xml")[-1] == "304"
    with sqlite3.connect(cache) as database:
        items = database.execute("SELECT title, enclosure_url FROM rss_item").fetchall()
    database.close()
    assert sorted(title for title, _ in items) == [f"Day {n} & more" for n in range(1, 8)]
    assert all(url.startswith(f"{origin}/daily/") for _, url in items)


def dumped(address: str, folder: Path) -> str:
    """The page as headless Chromium has it after eight seconds."""
    return run(
        need("chromium"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={folder / 'chromium'}",
        "--virtual-time-budget=8000",
        "--dump-dom",
        address,
    )


@pytest.mark.extra("chromium")
def test_chromium_shows_the_week_with_every_picture_and_nothing_missing(
    origin: str, log: Path, tmp_path: Path
) -> None:
    page = dumped(f"{origin}/daily/", tmp_path)
    for number in range(1, 8):
        assert f"Day {number} &amp; more" in page
    assert f'value="{origin}/daily/feed.xml"' in page
    assert set(answers(log, "cover.jpg")) <= {"200", "304"}
    assert " 404" not in log.read_text()


@pytest.mark.extra("chromium")
def test_chromium_plays_from_a_chapter_and_marks_the_word(
    desk: Desk, origin: str, tmp_path: Path
) -> None:
    page = dumped(f"{origin}/daily/{DAY}/#t=1.0", tmp_path)
    assert '<html lang="en">' in page
    assert 'class="line host-0 now"' in page
    assert (
        '<span data-at="1.00" class="now" ' in page or '<span data-at="1.00" class="now">' in page
    )
    assert page.count('aria-current="true"') == 2
