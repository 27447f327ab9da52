"""Real clients subscribe, download, seek, and find nothing new when nothing is."""

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

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
def origin(desk: Desk, tmp_path: Path) -> Iterator[str]:
    with served(desk.folder, tmp_path / "serve.log") as found:
        yield found


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
    desk: Desk, origin: str, tmp_path: Path
) -> None:
    gpo, home = need("gpo"), str(tmp_path / "gpodder")
    run(gpo, "subscribe", f"{origin}/daily/feed.xml", GPODDER_HOME=home)
    assert "7 new episodes" in run(gpo, "update", GPODDER_HOME=home)
    assert "7 episodes downloaded" in run(gpo, "download", GPODDER_HOME=home)
    fetched = {path.name: path.read_bytes() for path in Path(home).rglob("*.mp3")}
    assert fetched == {path.name: path.read_bytes() for path in desk.out.rglob("*.mp3")}
    assert "0 new episodes" in run(gpo, "update", GPODDER_HOME=home)
    desk.publish(now=NOW + dt.timedelta(hours=2), audio=mp3(900), title="Rebuilt")
    assert "0 new episodes" in run(gpo, "update", GPODDER_HOME=home)


@pytest.mark.extra("newsboat")
def test_newsboat_reads_a_week_once_however_often_it_polls(
    desk: Desk, origin: str, tmp_path: Path
) -> None:
    newsboat = need("newsboat")
    urls, cache = tmp_path / "urls", tmp_path / "cache.db"
    urls.write_text(f"{origin}/daily/feed.xml\n")
    (tmp_path / "config").write_text("")
    words = ["-u", str(urls), "-c", str(cache), "-C", str(tmp_path / "config"), "-x", "reload"]
    for _ in range(3):
        run(newsboat, *words, HOME=str(tmp_path))
    with sqlite3.connect(cache) as database:
        items = database.execute("SELECT title, enclosure_url FROM rss_item").fetchall()
    database.close()
    assert sorted(title for title, _ in items) == [f"Day {n} & more" for n in range(1, 8)]
    assert all(url.startswith(f"{origin}/daily/") for _, url in items)


@pytest.mark.extra("chromium")
def test_chromium_plays_from_a_chapter_and_marks_the_word(
    desk: Desk, origin: str, tmp_path: Path
) -> None:
    chromium = need("chromium")
    page = run(
        chromium,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={tmp_path / 'chromium'}",
        "--virtual-time-budget=8000",
        "--dump-dom",
        f"{origin}/daily/{DAY}/#t=1.0",
    )
    assert '<html lang="en">' in page
    assert 'class="line host-0 now"' in page
    assert (
        '<span data-at="1.00" class="now" ' in page or '<span data-at="1.00" class="now">' in page
    )
    assert page.count('aria-current="true"') == 2
