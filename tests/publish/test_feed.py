"""The feed as apps read it: golden on a frozen clock, and by two parsers that others use."""

import datetime as dt
import io
import re
from pathlib import Path

import feedparser
import podcastparser
import pytest
from lxml import etree

from podcaster.errors import PublishError
from podcaster.publish.check import SPACES, check_feed
from podcaster.show import Show
from tests.publish.days import DAY, NOW, Desk, mp3, show

GOLDEN = Path(__file__).parent / "golden"
BASE = "https://pods.example.org/x"
HOSTILE = 'A & B <b>]]> 🎙️\v\x00 it\'s "on"'


def items(desk: Desk) -> list[etree._Element]:
    return etree.parse(desk.out / "daily" / "feed.xml").findall("channel/item")


def full_show() -> Show:
    """A show that has data for every row, the optional ones too."""
    return show(
        author="Example Radio",
        email="radio@example.org",
        website="https://example.org/",
        description="News & talk.",
        license="CC-BY-4.0",
        funding="https://example.org/give",
    )


def without_audio_hash(feed: str) -> str:
    """The MP3 encoder's bytes differ from one ffmpeg to the next."""
    feed = re.sub(r"(daily-\d{4}-\d\d-\d\d)-[0-9a-f]{8}\.mp3", r"\1-HASH.mp3", feed)
    return re.sub(r'(<(?:enclosure|podcast:trailer) [^>]*length=)"\d+"', r'\1"BYTES"', feed)


@pytest.mark.parametrize(("name", "of"), [("plain", show()), ("full", full_show())])
def test_the_feed_is_the_golden_one(desk: Desk, name: str, of: Show) -> None:
    for back in (1, 0):
        day = dt.timedelta(days=back)
        desk.publish(DAY - day, NOW - day, of=of)
    if name == "full":
        desk.publish(DAY, NOW - dt.timedelta(days=7), mp3(550), "Who we are", of, trailer=True)
    found = without_audio_hash((desk.out / "daily" / "feed.xml").read_text(encoding="utf-8"))
    assert found == (GOLDEN / f"{name}.xml").read_text(encoding="utf-8")


def test_a_hostile_title_survives(desk: Desk) -> None:
    desk.publish(title=HOSTILE)
    expected = 'A & B <b>]]> 🎙️ it\'s "on"'
    assert items(desk)[0].findtext("title") == expected
    parsed = feedparser.parse((desk.out / "daily" / "feed.xml").read_bytes())
    assert not parsed.bozo
    page = (desk.out / "daily" / DAY.isoformat() / "index.html").read_text(encoding="utf-8")
    assert "<b>]]" not in page


def test_podcastparser_reads_what_gpodder_needs(desk: Desk) -> None:
    episode = desk.publish()
    content = (desk.out / "daily" / "feed.xml").read_bytes()
    found = podcastparser.parse(f"{BASE}/daily/feed.xml", io.BytesIO(content))
    assert (found["title"], found["language"]) == ("The Morning Pair", "en")
    assert (found["type"], found["explicit"]) == ("episodic", False)
    assert found["link"] == f"{BASE}/daily/index.html"
    assert found["cover_url"] == f"{BASE}/daily/cover.jpg"
    (item,) = found["episodes"]
    assert item["guid"] == episode.guid
    assert item["published"] == NOW.timestamp()
    assert item["total_time"] == round(episode.seconds)
    assert item["number"] == 328
    (enclosure,) = item["enclosures"]
    assert enclosure["file_size"] == episode.audio.stat().st_size
    assert enclosure["mime_type"] == "audio/mpeg"
    assert enclosure["url"] == f"{BASE}/daily/{DAY}/{episode.audio.name}"
    assert [chapter["title"] for chapter in item["chapters"]] == [
        "Opening",
        "The <bridge>",
        "The frog",
    ]


def test_feedparser_reads_it_without_a_complaint(desk: Desk) -> None:
    desk.publish()
    found = feedparser.parse((desk.out / "daily" / "feed.xml").read_bytes())
    assert not found.bozo
    (entry,) = found.entries
    assert entry.enclosures[0].type == "audio/mpeg"
    assert "synthetic voices" in entry.content[0].value


def test_it_passes_its_own_check(desk: Desk) -> None:
    desk.publish(of=full_show())
    content = (desk.out / "daily" / "feed.xml").read_bytes()
    assert check_feed(content, NOW, lambda _: None) == []


def test_a_local_sources_path_is_nowhere_in_what_is_published(desk: Desk) -> None:
    desk.publish()
    for path in (desk.out / "daily").rglob("*"):
        if path.is_file():
            assert b"/home/me" not in path.read_bytes(), path


def test_a_category_that_apple_does_not_have_is_refused_with_one_it_has(desk: Desk) -> None:
    with pytest.raises(PublishError, match="no category called 'Newz'") as refusal:
        desk.publish(of=show(category="Newz"))
    assert "News" in refusal.value.hint


def test_a_category_in_the_wrong_case_is_written_right(desk: Desk) -> None:
    desk.publish(of=show(category="technology", subcategory="daily news"))
    feed = etree.parse(desk.out / "daily" / "feed.xml")
    (category,) = feed.findall("channel/itunes:category", SPACES)
    assert category.get("text") == "Technology"
    assert len(category) == 0


def test_every_item_has_an_enclosure_of_its_own(desk: Desk) -> None:
    for back in range(3):
        desk.publish(DAY - dt.timedelta(days=back), audio=mp3(440))
    urls = [item.find("enclosure").get("url") for item in items(desk)]
    assert len(set(urls)) == 3
