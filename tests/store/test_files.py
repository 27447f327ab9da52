"""A file is whole or not there."""

from pathlib import Path

import pytest

from podcaster.store.files import copy_file, replacing, sweep_drafts, write_text


def test_a_failed_write_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    write_text(path, "old")

    def fail_half_way() -> None:
        with replacing(path) as draft:
            draft.write_text("half", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_folders_are_made_and_the_file_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    write_text(path, "é")
    copy_file(path, tmp_path / "c" / "d.txt")
    assert (tmp_path / "c" / "d.txt").read_bytes() == "é".encode()
    assert path.stat().st_mode & 0o777 == 0o644


def test_what_a_killed_run_left_half_written_is_swept(tmp_path: Path) -> None:
    day = tmp_path / "daily" / "2026-11-24"
    killed = replacing(day / "episode.mp3")
    killed.__enter__()
    write_text(day / "script.yaml", "kept")
    assert len(list(day.iterdir())) == 2
    sweep_drafts(tmp_path / "daily")
    assert list(day.iterdir()) == [day / "script.yaml"]
