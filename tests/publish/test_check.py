"""`feed check` finds each thing that directories demand, and says where."""

import datetime as dt
from pathlib import Path

import pytest
from PIL import Image

from podcaster.publish.check import check_feed, local_files
from tests.publish.days import NOW, Desk

GOOD = (Path(__file__).parent / "golden" / "full.xml").read_text(encoding="utf-8")
GOOD = GOOD.replace('length="BYTES"', 'length="12583"')


def musts(feed: str, now: dt.datetime = NOW) -> list[str]:
    faults = check_feed(feed.encode(), now, lambda _: None)
    return [fault.message for fault in faults if fault.level == "must"]


def test_a_good_feed_has_no_faults() -> None:
    assert check_feed(GOOD.encode(), NOW, lambda _: None) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</rss>", "", "isn't well-formed XML"),
        ('version="2.0">\n', 'version="0.9">\n', "isn't RSS 2.0"),
        ("<title>The Morning Pair</title>\n    <link>", "<link>", "has no title"),
        ("<description>News &amp; talk.</description>", "", "has no description"),
        ("News &amp; talk.", "é" * 2001, "description of 4002 bytes"),
        ("<language>en</language>", "", "has no language"),
        ('text="Daily News"', 'text="daily news"', "'daily news' isn't within 'News'"),
        ('category text="News"', 'category text="news"', "'news' isn't one of Apple's"),
        ("explicit>false</itunes", "explicit>no</itunes", "explicit is 'no'"),
        ('rel="self"', 'rel="alternate"', 'has 0 atom:link rel="self"'),
        ('daily/cover.jpg"/>', 'daily/cover.webp"/>', "neither JPEG nor PNG"),
        ("<title>A bridge", "<title>12 - A bridge", "number in its title"),
        ("daily-2026-11-24-HASH", "daily-é", "isn't ASCII"),
        ('length="12583"', 'length="many"', "length is 'many'"),
        ('type="audio/mpeg"', 'type="text/html"', "no audio that apps know"),
        ("2026-11-24/daily-2026-11-24", "2026-11-23/daily-2026-11-23", "share the enclosure"),
    ],
)
def test_each_must_is_missed_when_it_is_broken(old: str, new: str, said: str) -> None:
    assert old in GOOD
    found = musts(GOOD.replace(old, new))
    assert any(said in message for message in found), found


def test_an_episode_from_the_future_is_seen() -> None:
    faults = check_feed(GOOD.encode(), NOW - dt.timedelta(hours=1), lambda _: None)
    assert [fault.level for fault in faults] == ["should"]
    assert "in the future" in faults[0].message


@pytest.mark.parametrize(
    "title", ["100 days of rain", "3. Liga: Aufstieg", "Ten", "2026 budget passes", "1.5 degrees"]
)
def test_a_title_that_starts_with_a_figure_is_no_numbering(title: str) -> None:
    assert musts(GOOD.replace("A bridge, and a frog", title)) == []


def test_entities_are_not_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    feed = bomb + GOOD.partition("?>")[2].replace("<language>en", "<language>&a;")
    assert any("has no language" in message for message in musts(feed))


def test_local_files_are_measured(desk: Desk) -> None:
    episode = desk.publish()
    square = Image.new("RGB", (1400, 1400))
    for cover in desk.out.rglob("cover.jpg"):
        square.save(cover)
    content = episode.feed.read_bytes()
    find = local_files(desk.out, desk.base_url or "")
    assert [f for f in check_feed(content, NOW, find) if f.level == "must"] == []
    episode.audio.write_bytes(b"short")
    square.resize((300, 200)).save(desk.out / "daily" / "cover.jpg")
    said = [f.message for f in check_feed(content, NOW, find) if f.level == "must"]
    assert any(message.endswith("has 5") for message in said)
    assert any("300 x 200" in message for message in said)
