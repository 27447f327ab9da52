"""A hub is named in the feed and told when there is news, and only then."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest
from lxml import etree

from podcaster.publish.folder import FolderPublisher
from podcaster.publish.release import republish
from tests.publish.days import NOW, Desk, show


class Hub(HTTPServer):
    """Notes what it's told."""

    told: list[dict[str, list[str]]]


class Answers(BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.told.append(parse_qs(body.decode()))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub(("127.0.0.1", 0), Answers) as server:
        server.told = []
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_the_hub_is_named_once_and_told_of_what_changed(desk: Desk, hub: Hub) -> None:
    address = f"http://127.0.0.1:{hub.server_port}/"
    of = show(hub=address)
    desk.publish(of=of)
    feed = "https://pods.example.org/x/daily/feed.xml"
    assert hub.told == [{"hub.mode": ["publish"], "hub.url": [feed]}]
    links = etree.parse(desk.out / "daily" / "feed.xml").findall(
        "channel/{http://www.w3.org/2005/Atom}link"
    )
    assert [(link.get("rel"), link.get("href")) for link in links] == [
        ("self", feed),
        ("hub", address),
    ]
    tree = FolderPublisher(desk.out)
    republish(of, desk.library, tree, desk.out, desk.base_url, NOW, pytest.fail)
    assert len(hub.told) == 1


def test_a_hub_that_is_away_costs_a_warning_and_no_release(desk: Desk) -> None:
    warnings: list[str] = []
    desk.publish()
    of = show(hub="http://127.0.0.1:9/")
    tree = FolderPublisher(desk.out)
    republish(of, desk.library, tree, desk.out, desk.base_url, NOW, warnings.append)
    assert len(warnings) == 1
    assert "couldn't be told of the new feed" in warnings[0]
