"""Addresses are ASCII, private ones stay private, and only our own are moved."""

import pytest

from podcaster.publish.site import Site, rebase, web_url


def test_addresses_are_ascii_and_lie_below_the_base() -> None:
    site = Site.at("https://müller.example/pódcasts/")
    assert (
        site.url("daily/feed.xml") == "https://xn--mller-kva.example/p%C3%B3dcasts/daily/feed.xml"
    )


@pytest.mark.parametrize(
    "url",
    ["file:///home/me/notes.txt", "javascript:alert(1)", "", None, "/etc/passwd", "http://[broken"],
)
def test_what_a_listener_cannot_follow_is_no_link(url: str | None) -> None:
    assert web_url(url) is None


def test_a_link_is_percent_encoded_once() -> None:
    assert web_url("https://example.org/é?q=a%20b") == "https://example.org/%C3%A9?q=a%20b"


def test_the_origin_replaces_only_the_shows_own_addresses() -> None:
    page = b"http://localhost:8000/daily/feed.xml http://localhost:8000/other.html"
    moved = rebase(page, ["daily"], "http://192.168.1.4:9000")
    assert moved == b"http://192.168.1.4:9000/daily/feed.xml http://localhost:8000/other.html"
