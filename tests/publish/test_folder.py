"""The folder publisher writes what changed, in order, and takes away only what it put there."""

from pathlib import Path

import pytest

from podcaster.contracts import PublishedFile
from podcaster.errors import PublishError
from podcaster.publish.folder import FolderPublisher, published_addresses


def file(folder: Path, address: str, text: str) -> PublishedFile:
    path = folder / "drafts" / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return PublishedFile(path, address)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    publisher = FolderPublisher(tmp_path / "out")
    first = [file(tmp_path, "daily/a.txt", "a"), file(tmp_path, "daily/feed.xml", "1")]
    assert publisher.publish(first).written == 2
    second = [first[0], file(tmp_path, "daily/feed.xml", "2")]
    report = publisher.publish(second)
    assert (report.written, report.unchanged) == (1, 1)
    assert (tmp_path / "out/daily/feed.xml").read_text() == "2"


def test_what_a_release_no_longer_names_goes_and_nothing_else(tmp_path: Path) -> None:
    publisher = FolderPublisher(tmp_path / "out")
    feed = file(tmp_path, "daily/feed.xml", "1")
    publisher.publish([file(tmp_path, "daily/old.mp3", "old"), feed])
    (tmp_path / "out/daily/script.yaml").write_text("mine")
    other = file(tmp_path, "weekly/feed.xml", "1")
    publisher.publish([other])
    publisher.publish([file(tmp_path, "daily/new.mp3", "new"), feed])
    names = {path.name for path in (tmp_path / "out/daily").iterdir()}
    assert names == {"feed.xml", "new.mp3", "script.yaml", ".published.json"}
    assert published_addresses(tmp_path / "out", "daily") == {"daily/feed.xml", "daily/new.mp3"}
    assert (tmp_path / "out/weekly/feed.xml").exists()


@pytest.mark.parametrize(
    "address", ["../feed.xml", "/etc/feed.xml", "daily/../../feed.xml", "feed.xml"]
)
def test_an_address_out_of_the_tree_is_refused(tmp_path: Path, address: str) -> None:
    path = tmp_path / "x"
    path.write_text("x")
    with pytest.raises(PublishError):
        FolderPublisher(tmp_path / "out").publish([PublishedFile(path, address)])


def test_a_file_that_is_not_there_is_said_before_the_feed_changes(tmp_path: Path) -> None:
    publisher = FolderPublisher(tmp_path / "out")
    publisher.publish([file(tmp_path, "daily/feed.xml", "1")])
    missing = PublishedFile(tmp_path / "none.mp3", "daily/none.mp3")
    with pytest.raises(PublishError, match=r"none\.mp3"):
        publisher.publish([missing, file(tmp_path, "daily/feed.xml", "2")])
    assert (tmp_path / "out/daily/feed.xml").read_text() == "1"
