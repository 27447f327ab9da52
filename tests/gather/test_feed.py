"""Feeds as they come: good, odd and broken."""

import datetime as dt

import pytest

from podcaster.errors import GatherError
from podcaster.gather.feed import MOST_ENTRIES, Feed, looks_like_feed, read_feed
from podcaster.models import Source
from tests.gather.conftest import NEWS, entry, rss

SOURCE = Source(url="http://example.org/feed.xml")


def read(content: str | bytes, source: Source = SOURCE, content_type: str = "") -> Feed:
    body = content.encode() if isinstance(content, str) else content
    return read_feed(body, "http://example.org/feed.xml", content_type, source, "en")


def test_a_feed_of_several_publishers_names_each() -> None:
    path = NEWS / "site" / "feed.xml"
    if not path.exists():
        pytest.skip("the shared news pages aren't here")
    feed = read(path.read_bytes())
    assert feed.title == "Saved pages (en)"
    assert [each.publisher for each in feed.dispatches] == ["CNN", "FOX 13", "TIME", "WIRED"]
    assert feed.dispatches[2].published == dt.datetime(2023, 11, 2, 19, 53, 52, tzinfo=dt.UTC)
    assert {each.language for each in feed.dispatches} == {"en"}


def test_the_publisher_is_the_show_s_own_name_for_it_else_the_feed_s() -> None:
    content = rss(entry("A", "http://example.org/a"))
    assert read(content).dispatches[0].publisher == "The Wire"
    named = Source(name="My Wire", url="http://example.org/feed.xml")
    assert read(content, named).dispatches[0].publisher == "My Wire"


def test_an_atom_feed_with_relative_links_and_whole_articles() -> None:
    content = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Fil</title>
    <entry><title type="html">Le &lt;em&gt;pont&lt;/em&gt; ferm\u00e9</title><id>tag:x,1</id>
    <link href="/a"/><updated>2026-11-23T10:00:00+01:00</updated>
    <content type="html">&lt;h2&gt;Un titre&lt;/h2&gt;&lt;p&gt;Le pont est ferm\u00e9.&lt;/p&gt;
    &lt;p&gt;Il rouvrira en mai.&lt;/p&gt;</content></entry></feed>"""
    found = read(content).dispatches[0]
    assert (found.title, found.url) == ("Le pont ferm\u00e9", "http://example.org/a")
    assert found.text == "Le pont est ferm\u00e9.\n\nIl rouvrira en mai."
    assert found.published == dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "content",
    [
        rss(entry("Élection à Paris", "http://example.org/a")).encode("utf-16"),
        rss(entry("Élection à Paris", "http://example.org/a")).encode(),
        rss(entry("Élection à Paris", "http://example.org/a"))
        .replace(' encoding="UTF-8"', "")
        .encode("latin-1"),
        rss(entry("Élection à Paris", "http://example.org/a")).encode("latin-1"),
    ],
    ids=["utf-16", "utf-8", "latin-1 undeclared", "latin-1 declared as utf-8"],
)
def test_letters_survive_wrong_and_missing_encodings(content: bytes) -> None:
    if content.startswith(b"\xff\xfe"):
        content = content.decode("utf-16").replace("UTF-8", "UTF-16").encode("utf-16")
    assert read(content).dispatches[0].title == "Élection à Paris"


def test_the_header_s_encoding_counts() -> None:
    content = rss(entry("Élection", "http://example.org/a")).replace(' encoding="UTF-8"', "")
    feed = read(content.encode("iso-8859-15"), content_type="application/xml; charset=iso-8859-15")
    assert feed.dispatches[0].title == "Élection"


def test_control_characters_and_markup_in_titles_go() -> None:
    content = rss(entry("A &lt;b&gt;bold&lt;/b&gt; \x00\x07move &amp;amp; more", "http://x.org/a"))
    assert read(content).dispatches[0].title == "A bold move & more"


@pytest.mark.parametrize("date", ["Thu, 31 Feb 2026 10:00:00 GMT", "tomorrow", "0000-00-00", ""])
def test_a_date_that_does_not_exist_is_no_date(date: str) -> None:
    assert read(rss(entry("A", "http://example.org/a", date))).dispatches[0].published is None


def test_an_entry_without_a_web_page_is_named_and_left_out() -> None:
    feed = read(
        rss(
            entry("Bad", "javascript:alert(1)"),
            entry("File", "file:///etc/passwd"),
            entry("Good", "http://example.org/a"),
        )
    )
    assert [each.title for each in feed.dispatches] == ["Good"]
    assert [title for title, _ in feed.unusable] == ["Bad", "File"]


def test_an_empty_feed_is_said_to_be_empty() -> None:
    with pytest.raises(GatherError, match="no entries"):
        read(rss())


@pytest.mark.parametrize("content", ["", "garbage", "<html><body>Hello</body></html>", "{}"])
def test_what_is_no_feed_is_said_to_be_none(content: str) -> None:
    with pytest.raises(GatherError, match="no feed"):
        read(content)


def test_entities_of_its_own_are_refused() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "&a;"}">' for n in range(9))
        + "]>"
        + rss(entry("&a8;", "http://example.org/a")).partition("?>")[2]
    )
    for content in (bomb.encode(), bomb.encode("utf-16")):
        with pytest.raises(GatherError, match="entities of its own"):
            read(content)


def test_a_long_feed_is_read_from_its_top() -> None:
    entries = [entry(f"N{number}", f"http://example.org/{number}") for number in range(200)]
    feed = read(rss(*entries))
    assert len(feed.dispatches) == MOST_ENTRIES
    assert feed.dispatches[0].title == "N0"


def test_an_image_of_the_entry_is_kept_and_anything_else_is_not() -> None:
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    image = f'<media:content {media} url="/i.jpg" medium="image"/>'
    film = f'<media:content {media} url="/v.mp4" medium="video"/>'
    feed = read(
        rss(
            entry("A", "http://example.org/a", more=image),
            entry("B", "http://example.org/b", more=film),
        )
    )
    assert [each.image_url for each in feed.dispatches] == ["http://example.org/i.jpg", None]


def test_a_feed_is_known_by_looking_at_it() -> None:
    assert looks_like_feed(rss().encode(), "text/html")
    assert looks_like_feed(b"\xef\xbb\xbf\n<feed>", "")
    assert not looks_like_feed(b"<!DOCTYPE html><html>", "application/xml")
    assert not looks_like_feed(b"<html>", "text/html")


def test_a_newspaper_s_name_at_the_end_of_a_title_goes() -> None:
    more = '<source url="http://example.org">The Post</source>'
    content = rss(entry("Bridge closed - The Post", "http://example.org/a", more=more))
    assert read(content).dispatches[0].title == "Bridge closed"
    plain = rss(entry("Bridge - closed", "http://example.org/a", more=more))
    assert read(plain).dispatches[0].title == "Bridge - closed"
