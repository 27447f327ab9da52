"""Fetching: conditional, limited, patient, and never where it has no business."""

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from podcaster.errors import GatherError
from podcaster.gather.guard import GuardedTransport, is_public, origin_of
from podcaster.gather.web import MOST_BYTES, USER_AGENT, Web
from tests.gather.conftest import QUICK, Answer, Asked, Site


def test_says_who_asks(site: Site, web: Web) -> None:
    web.get(site.put("/", "hello"), frozenset({site.origin}))
    assert site.asked[0].headers["user-agent"] == USER_AGENT
    assert USER_AGENT.startswith("podcaster/")


def test_asks_again_only_for_what_changed(site: Site, tmp_path: Path) -> None:
    def route(asked: Asked) -> Answer:
        if asked.headers.get("if-none-match") == '"v1"':
            return Answer(304, headers={"ETag": '"v1"'})
        return Answer(200, b"the feed", {"ETag": '"v1"', "Cache-Control": "max-age=0"})

    site.routes["/feed"] = route
    for _ in range(2):
        client = Web(tmp_path / "http", QUICK)
        assert client.get(site.url("/feed"), frozenset({site.origin})).content == b"the feed"
        client.close()
    assert [asked.headers.get("if-none-match") for asked in site.asked] == [None, '"v1"']


def test_asks_with_the_date_where_there_is_no_etag(site: Site, tmp_path: Path) -> None:
    stamp = "Mon, 23 Nov 2026 10:00:00 GMT"

    def route(asked: Asked) -> Answer:
        if "if-modified-since" in asked.headers:
            return Answer(304)
        return Answer(200, b"the feed", {"Last-Modified": stamp, "Cache-Control": "no-cache"})

    site.routes["/feed"] = route
    for _ in range(2):
        client = Web(tmp_path / "http", QUICK)
        assert client.get(site.url("/feed"), frozenset({site.origin})).content == b"the feed"
        client.close()
    assert site.asked[1].headers["if-modified-since"] == stamp


def test_a_server_that_recovers_is_asked_again(site: Site, web: Web) -> None:
    def route(asked: Asked) -> Answer:
        return Answer(503) if len(site.asked) < 3 else Answer(200, b"back")

    site.routes["/"] = route
    assert web.get(site.url("/"), frozenset({site.origin})).content == b"back"
    assert len(site.asked) == 3


def test_a_page_that_is_gone_is_asked_for_once(site: Site, web: Web) -> None:
    with pytest.raises(GatherError, match="404"):
        web.get(site.url("/gone"), frozenset({site.origin}))
    assert len(site.asked) == 1


def test_a_silent_server_is_given_up(site: Site, web: Web) -> None:
    def drip() -> Iterator[bytes]:
        for _ in range(100):
            time.sleep(0.1)
            yield b"x"

    site.routes["/"] = lambda asked: Answer(stream=drip)
    with pytest.raises(GatherError, match="not all there after 2 seconds"):
        web.get(site.url("/"), frozenset({site.origin}))


def test_fifty_megabytes_are_refused_without_reading_them(site: Site, web: Web) -> None:
    sent = 0

    def pour() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(50):
            sent += 1_000_000
            yield b"<item>" + b" " * 999_994

    site.routes["/announced"] = lambda asked: Answer(
        200, b"", {"Content-Length": "50000000"}, stream=pour
    )
    site.routes["/poured"] = lambda asked: Answer(stream=pour)
    for path in ("/announced", "/poured"):
        with pytest.raises(GatherError, match="larger than 10 MB"):
            web.get(site.url(path), frozenset({site.origin}))
    assert sent < 100_000_000


def test_a_gzip_bomb_is_refused(site: Site, web: Web) -> None:
    bomb = gzip.compress(b"\0" * (MOST_BYTES * 20))
    assert len(bomb) < MOST_BYTES
    site.put("/", bomb, Content_Encoding="gzip")
    with pytest.raises(GatherError, match="larger than 10 MB"):
        web.get(site.url("/"), frozenset({site.origin}))


def test_broken_and_unasked_compression_are_said(site: Site, web: Web) -> None:
    site.put("/broken", b"this is no gzip", Content_Encoding="gzip")
    site.put("/brotli", b"whatever", Content_Encoding="br")
    with pytest.raises(GatherError, match="compression is broken"):
        web.get(site.url("/broken"), frozenset({site.origin}))
    with pytest.raises(GatherError, match="'br', which wasn't asked for"):
        web.get(site.url("/brotli"), frozenset({site.origin}))


def test_a_private_address_needs_to_be_named(site: Site, web: Web) -> None:
    site.put("/", "secret")
    with pytest.raises(GatherError, match="private network"):
        web.get(site.url("/"))
    with pytest.raises(GatherError, match="private network"):
        web.get(site.url("/"), frozenset({("127.0.0.1", site.port + 1)}))
    assert site.asked == []


def test_a_redirect_to_another_private_origin_is_refused(site: Site, web: Web) -> None:
    inner = Site()
    inner.put("/secret", "secret")
    site.routes["/"] = lambda asked: Answer(302, headers={"Location": inner.url("/secret")})
    with pytest.raises(GatherError, match="private network"):
        web.get(site.url("/"), frozenset({site.origin}))
    assert inner.asked == []
    inner.close()


def test_a_redirect_on_the_same_origin_is_followed(site: Site, web: Web) -> None:
    site.put("/new", "moved here")
    site.routes["/old"] = lambda asked: Answer(301, headers={"Location": "/new"})
    found = web.get(site.url("/old"), frozenset({site.origin}))
    assert (found.content, found.url) == (b"moved here", site.url("/new"))


def test_redirects_in_a_circle_end(site: Site, web: Web) -> None:
    site.routes["/"] = lambda asked: Answer(302, headers={"Location": "/"})
    with pytest.raises(GatherError, match="redirected too often"):
        web.get(site.url("/"), frozenset({site.origin}))


def test_a_name_is_connected_to_at_the_address_that_was_judged(site: Site) -> None:
    """A name server that answers differently the second time gets nowhere."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    reached: list[str] = []

    class Wire(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            reached.append(request.url.host)
            assert request.headers["host"] == "news.example"
            assert request.extensions["sni_hostname"] == "news.example"
            return httpx.Response(200, content=b"ok")

    guarded = GuardedTransport(Wire(), lambda host, port: next(answers))
    with httpx.Client(transport=guarded) as client:
        assert client.get("http://news.example/").text == "ok"
        with pytest.raises(httpx.TransportError, match="private network"):
            client.get("http://news.example/")
    assert reached == ["93.184.216.34"]


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    guarded = GuardedTransport(resolver=lambda host, port: ["93.184.216.34", "10.0.0.1"])
    with httpx.Client(transport=guarded) as client, pytest.raises(httpx.TransportError):
        client.get("http://news.example/")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::6810:84e5"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


def test_an_origin_has_a_port() -> None:
    assert origin_of("https://Example.org/feed") == ("example.org", 443)
    assert origin_of("http://example.org:8080") == ("example.org", 8080)


@pytest.mark.parametrize("url", ["ftp://example.org/feed", "gopher://x", "http://", "no address"])
def test_what_is_no_web_address_is_said(web: Web, url: str) -> None:
    with pytest.raises(GatherError):
        web.get(url)


def test_pages_nobody_named_are_read_only_where_robots_may(site: Site, web: Web) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/", "text/plain")
    site.put("/private/a", "x")
    site.put("/open/a", "x")
    private = frozenset({site.origin})
    assert web.get(site.url("/open/a"), private, linked=True).content == b"x"
    with pytest.raises(GatherError, match="robots"):
        web.get(site.url("/private/a"), private, linked=True)
    assert web.get(site.url("/private/a"), private).content == b"x"
    assert [asked.path for asked in site.asked].count("/robots.txt") == 1


def test_a_source_is_asked_even_while_its_copy_is_fresh_and_a_page_is_not(
    site: Site, web: Web
) -> None:
    def route(asked: Asked) -> Answer:
        if "if-none-match" in asked.headers:
            return Answer(304)
        return Answer(200, b"news", {"ETag": '"1"', "Cache-Control": "max-age=3600"})

    site.routes["/feed"] = site.routes["/page"] = route
    private = frozenset({site.origin})
    for _ in range(2):
        web.get(site.url("/feed"), private)
        web.get(site.url("/page"), private, linked=True)
    paths = [asked.path for asked in site.asked]
    assert (paths.count("/feed"), paths.count("/page")) == (2, 1)


def test_what_was_fetched_when_allowed_is_not_given_where_it_is_not(site: Site, web: Web) -> None:
    """The cache is no way round the guard."""
    url = site.put("/", "secret", Cache_Control="max-age=3600")
    assert web.get(url, frozenset({site.origin})).content == b"secret"
    with pytest.raises(GatherError, match="private network"):
        web.get(url, linked=True)
