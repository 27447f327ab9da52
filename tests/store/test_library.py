"""The library remembers across days, and a rebuilt day leaves no trace of its first build."""

import datetime as dt
from pathlib import Path

import pytest

from podcaster.store.library import Library, Told

MONDAY, TUESDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "out" / "library.sqlite")


def test_what_was_told_is_known_on_later_days_only(library: Library) -> None:
    library.mark_told("daily", MONDAY, [Told(MONDAY, "i1", "A title")])
    assert library.told_before("daily", TUESDAY) == [Told(MONDAY, "i1", "A title")]
    assert library.told_before("daily", MONDAY) == []
    assert library.told_before("other", TUESDAY) == []


def test_a_rebuilt_day_replaces_what_it_told(library: Library) -> None:
    library.mark_told("daily", MONDAY, [Told(MONDAY, "i1", "One")])
    library.mark_told("daily", MONDAY, [Told(MONDAY, "i2", "Two")])
    assert [told.item_id for told in library.told_before("daily", TUESDAY)] == ["i2"]


def test_guids_stay_as_first_given(library: Library) -> None:
    assert library.show_guid("daily", "first") == "first"
    assert library.show_guid("daily", "second") == "first"
    library.save_episode("daily", MONDAY, "guid-1", "{}")
    library.save_episode("daily", MONDAY, "guid-2", '{"new": 1}')
    assert library.episode_guid("daily", MONDAY) == "guid-1"
    assert library.episode_records("daily") == ['{"new": 1}']


def test_frames_are_remembered_for_the_days_asked(library: Library) -> None:
    library.mark_frames("daily", MONDAY, {"open.1"})
    assert library.frames_used("daily", MONDAY, TUESDAY) == {"open.1"}
    assert library.frames_used("daily", TUESDAY, TUESDAY) == set()


def test_an_older_library_is_brought_up_to_date(library: Library) -> None:
    import sqlite3

    from podcaster.store.library import MIGRATIONS

    library.path.parent.mkdir(parents=True)
    old = sqlite3.connect(library.path)
    old.executescript(MIGRATIONS[0] + "PRAGMA user_version=1;")
    old.close()
    library.mark_told("daily", MONDAY, [])
    with library.connect() as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
        connection.execute("SELECT count(*) FROM runs")
