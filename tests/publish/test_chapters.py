"""Chapters as apps get them: the same list in JSON and in the feed, with links and pictures."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from starlette.testclient import TestClient

from podcaster.publish.folder import FolderPublisher
from podcaster.publish.release import republish
from podcaster.web.app import create_app
from tests.publish.days import DAY, NOW, Desk, show

FOLDER = f"daily/{DAY}"
CARD = f"https://pods.example.org/x/{FOLDER}/story-s1.jpg"


def in_json(desk: Desk) -> list[dict[str, Any]]:
    text = (desk.out / FOLDER / "chapters.json").read_text(encoding="utf-8")
    chapters: list[dict[str, Any]] = json.loads(text)["chapters"]
    return chapters


def test_the_same_list_is_in_the_feed(desk: Desk) -> None:
    desk.publish(cards=("s1",))
    feed = etree.parse(desk.out / "daily" / "feed.xml")
    inline = feed.findall(".//{http://podlove.org/simple-chapters}chapter")
    assert [(one.get("title"), one.get("href"), one.get("image")) for one in inline] == [
        (one["title"], one.get("url"), one.get("img")) for one in in_json(desk)
    ]
    assert [one.get("img") for one in in_json(desk)] == [None, CARD, None]


def test_a_card_is_published_with_its_episode(desk: Desk) -> None:
    desk.publish(cards=("s1",))
    assert (desk.out / FOLDER / "story-s1.jpg").is_file()
    desk.publish()
    assert not (desk.out / FOLDER / "story-s1.jpg").exists()


def test_a_new_base_url_reaches_the_pictures(desk: Desk) -> None:
    desk.publish(cards=("s1",))
    moved = "https://elsewhere.example"
    publisher = FolderPublisher(desk.out)
    report = republish(show(), desk.library, publisher, desk.out, moved, NOW, pytest.fail)
    assert in_json(desk)[1]["img"] == f"{moved}/{FOLDER}/story-s1.jpg"
    assert report.written == 3  # the chapters, the show's page, the feed


def test_served_without_a_base_url_the_picture_is_where_the_chapters_are(tmp_path: Path) -> None:
    desk = replace(Desk(tmp_path), base_url=None)
    desk.publish(cards=("s1",))
    client = TestClient(create_app(desk.out), base_url="http://home.lan:8123")
    chapters = client.get(f"/{FOLDER}/chapters.json").json()["chapters"]
    assert chapters[1]["img"] == f"http://home.lan:8123/{FOLDER}/story-s1.jpg"
    assert client.get(chapters[1]["img"]).headers["content-type"] == "image/jpeg"
