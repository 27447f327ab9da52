"""`podcaster feed` and `podcaster publish`, as typed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from podcaster.cli import feed, publish
from podcaster.cli.context import Context
from podcaster.errors import PublishError, UsageError
from tests.publish.days import Desk

CONFIGURATION = """
[podcaster]
base_url = "https://moved.example.org"
[show.daily]
title = "The Morning Pair"
email = "radio@example.org"
sources = ["https://example.org/rss"]
"""


def typed(desk: Desk, command: object, *words: str) -> Result:
    runner = CliRunner()
    return runner.invoke(command, words, obj=Context(desk.folder))  # type: ignore[arg-type]


@pytest.fixture
def built(desk: Desk) -> Desk:
    """A show that is built, and has a base URL since."""
    desk.publish()
    (desk.folder / "podcaster.toml").write_text(CONFIGURATION)
    for cover in desk.out.rglob("cover.jpg"):
        Image.new("RGB", (1400, 1400)).save(cover)
    return desk


def test_a_new_base_url_is_published_without_building(built: Desk) -> None:
    said = typed(built, publish.command, "--json")
    assert json.loads(said.stdout)["written"] > 0
    text = (built.out / "daily" / "feed.xml").read_text(encoding="utf-8")
    assert "https://moved.example.org/daily/" in text
    assert "pods.example.org" not in text


def test_rebuilding_the_feed_brings_it_back(built: Desk) -> None:
    (built.out / "daily" / "feed.xml").unlink()
    assert typed(built, feed.command, "rebuild", "daily").exit_code == 0
    assert (built.out / "daily" / "feed.xml").exists()


def test_a_feed_in_order_is_said_to_be(built: Desk) -> None:
    typed(built, feed.command, "rebuild")
    said = typed(built, feed.command, "check", "--json")
    (checked,) = json.loads(said.stdout)["feeds"]
    assert [fault for fault in checked["faults"] if fault["level"] == "must"] == []
    assert said.exit_code == 0


def test_a_feed_whose_audio_is_gone_fails_the_check(built: Desk) -> None:
    typed(built, feed.command, "rebuild")
    next((built.out / "daily").rglob("*.mp3")).unlink()
    said = typed(built, feed.command, "check")
    assert isinstance(said.exception, PublishError)


def test_a_feed_that_does_not_exist_is_asked_for_in_vain(tmp_path: Path) -> None:
    said = typed(Desk(tmp_path), feed.command, "check", "weekly")
    assert isinstance(said.exception, UsageError)
    assert "weekly" in said.exception.message
