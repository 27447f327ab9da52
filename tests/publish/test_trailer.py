"""A show's one trailer: in the feed as a trailer, never among its days."""

import datetime as dt

import feedparser
from lxml import etree

from podcaster.publish.check import SPACES, check_feed
from tests.publish.days import DAY, NOW, Desk, mp3, show

LATER = NOW + dt.timedelta(days=3)


def channel(desk: Desk) -> etree._Element:
    found = etree.parse(desk.out / "daily" / "feed.xml").find("channel")
    assert found is not None
    return found


def kinds(desk: Desk) -> list[str | None]:
    items = channel(desk).findall("item")
    return [item.findtext("itunes:episodeType", namespaces=SPACES) for item in items]


def test_the_feed_names_it_and_marks_its_item(desk: Desk) -> None:
    desk.publish()
    made = desk.publish(title="Introducing us", trailer=True, audio=mp3(600))
    assert kinds(desk) == ["full", "trailer"]
    [trailer] = channel(desk).findall("podcast:trailer", SPACES)
    item = channel(desk).findall("item")[-1]
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert trailer.text == "Introducing us"
    assert trailer.get("url") == enclosure.get("url")
    assert trailer.get("pubdate") == item.findtext("pubDate")
    assert int(trailer.get("length", "")) == made.audio.stat().st_size
    assert item.find("itunes:episode", SPACES) is None
    assert item.find("podcast:season", SPACES) is None
    faults = check_feed((desk.out / "daily/feed.xml").read_bytes(), LATER, lambda _: None)
    assert [fault for fault in faults if fault.level == "must"] == []


def test_it_takes_no_day_and_no_day_takes_it(desk: Desk) -> None:
    desk.publish(title="Introducing us", trailer=True, audio=mp3(600))
    for back in range(4):
        desk.publish(DAY - dt.timedelta(days=back), of=show(keep=2))
    assert kinds(desk) == ["full", "full", "trailer"]
    page = (desk.out / "daily" / "index.html").read_text(encoding="utf-8")
    assert page.count("Introducing us") == 0
    assert 'href="trailer/index.html"' in page


def test_a_new_one_takes_its_place_under_the_same_guid(desk: Desk) -> None:
    first = desk.publish(trailer=True, audio=mp3(600))
    again = desk.publish(trailer=True, audio=mp3(700), now=LATER, title="Once more")
    assert again.guid == first.guid
    assert not first.audio.exists()
    [entry] = feedparser.parse((desk.out / "daily/feed.xml").read_bytes()).entries
    assert entry.title == "Once more"
    assert entry.published == "Tue, 24 Nov 2026 06:30:00 +0000"
