"""The SQLite library: what was read, what was told, which episodes there are."""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from podcaster.models import NewsItem

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE items (
        id TEXT PRIMARY KEY, source TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL,
        language TEXT NOT NULL, published TEXT, first_seen TEXT NOT NULL, body TEXT NOT NULL);
    CREATE TABLE told (
        show TEXT NOT NULL, date TEXT NOT NULL, item_id TEXT NOT NULL, story_title TEXT NOT NULL,
        PRIMARY KEY (show, date, item_id));
    CREATE TABLE shows (name TEXT PRIMARY KEY, guid TEXT NOT NULL);
    CREATE TABLE episodes (
        show TEXT NOT NULL, date TEXT NOT NULL, guid TEXT NOT NULL, record TEXT NOT NULL,
        PRIMARY KEY (show, date));
    CREATE TABLE frames (
        show TEXT NOT NULL, date TEXT NOT NULL, frame TEXT NOT NULL,
        PRIMARY KEY (show, date, frame));
    """,
    """
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY, show TEXT NOT NULL, date TEXT NOT NULL, started TEXT NOT NULL,
        result TEXT NOT NULL, message TEXT NOT NULL);
    """,
    "CREATE TABLE trailers (show TEXT PRIMARY KEY, record TEXT NOT NULL);",
)
"""Applied in order, each once; `PRAGMA user_version` counts them. Never edit one that shipped."""


@dataclass(frozen=True)
class Told:
    """A story as an earlier episode told it."""

    date: dt.date
    item_id: str
    story_title: str


class Library:
    """`out/library.sqlite`; opened for each use, so that a killed run leaves nothing locked."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """A connection inside one transaction: committed when the block ends well."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self.path, timeout=30)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
                connection.executescript(
                    f"BEGIN; {migration}; PRAGMA user_version={number}; COMMIT;"
                )
            with connection:
                yield connection

    def remember_items(self, items: Iterable[NewsItem], now: dt.datetime) -> None:
        with self.connect() as connection:
            connection.executemany(
                "INSERT INTO items VALUES (?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET"
                " title=excluded.title, published=excluded.published, body=excluded.body",
                [
                    (
                        item.id,
                        item.source,
                        item.url,
                        item.title,
                        item.language,
                        item.published.isoformat() if item.published else None,
                        now.isoformat(),
                        item.model_dump_json(),
                    )
                    for item in items
                ],
            )

    def items(self, ids: Iterable[str]) -> list[NewsItem]:
        """The items with these ids that were ever read, as they were read last."""
        wanted = list(ids)
        with self.connect() as connection:
            rows = connection.execute(
                "SELECT body FROM items WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(wanted),),
            ).fetchall()
        return [NewsItem.model_validate_json(body) for (body,) in rows]

    def told_before(self, show: str, date: dt.date) -> list[Told]:
        """What episodes of the show dated before `date` told, latest first."""
        with self.connect() as connection:
            rows = connection.execute(
                "SELECT date, item_id, story_title FROM told WHERE show=? AND date<?"
                " ORDER BY date DESC",
                (show, date.isoformat()),
            ).fetchall()
        return [Told(dt.date.fromisoformat(day), item, title) for day, item, title in rows]

    def mark_told(self, show: str, date: dt.date, told: Iterable[Told]) -> None:
        """Replaces what was noted for that day, so a rebuilt day leaves no trace."""
        with self.connect() as connection:
            connection.execute("DELETE FROM told WHERE show=? AND date=?", (show, date.isoformat()))
            connection.executemany(
                "INSERT OR IGNORE INTO told VALUES (?,?,?,?)",
                [(show, date.isoformat(), entry.item_id, entry.story_title) for entry in told],
            )

    def show_guid(self, show: str, proposal: str) -> str:
        """The podcast's guid: `proposal` the first time, then the same for ever."""
        with self.connect() as connection:
            connection.execute("INSERT OR IGNORE INTO shows VALUES (?,?)", (show, proposal))
            row = connection.execute("SELECT guid FROM shows WHERE name=?", (show,)).fetchone()
        return str(row[0])

    def save_episode(self, show: str, date: dt.date, guid: str, record: str) -> None:
        """`record` is the publisher's own JSON about the episode; the first guid stays."""
        with self.connect() as connection:
            connection.execute(
                "INSERT INTO episodes VALUES (?,?,?,?)"
                " ON CONFLICT(show, date) DO UPDATE SET record=excluded.record",
                (show, date.isoformat(), guid, record),
            )

    def episode_guid(self, show: str, date: dt.date) -> str | None:
        with self.connect() as connection:
            row = connection.execute(
                "SELECT guid FROM episodes WHERE show=? AND date=?", (show, date.isoformat())
            ).fetchone()
        return str(row[0]) if row else None

    def episode_records(self, show: str) -> list[str]:
        """The JSON of each episode, latest first."""
        with self.connect() as connection:
            rows = connection.execute(
                "SELECT record FROM episodes WHERE show=? ORDER BY date DESC", (show,)
            ).fetchall()
        return [str(row[0]) for row in rows]

    def save_trailer(self, show: str, record: str) -> None:
        """A show has one; the new one takes the old one's place."""
        with self.connect() as connection:
            connection.execute("INSERT OR REPLACE INTO trailers VALUES (?,?)", (show, record))

    def trailer_record(self, show: str) -> str | None:
        with self.connect() as connection:
            row = connection.execute("SELECT record FROM trailers WHERE show=?", (show,)).fetchone()
        return str(row[0]) if row else None

    def frames_used(self, show: str, since: dt.date, before: dt.date) -> set[str]:
        """The framing templates that episodes in [since, before) used."""
        with self.connect() as connection:
            rows = connection.execute(
                "SELECT DISTINCT frame FROM frames WHERE show=? AND date>=? AND date<?",
                (show, since.isoformat(), before.isoformat()),
            ).fetchall()
        return {str(row[0]) for row in rows}

    def mark_frames(self, show: str, date: dt.date, frames: Iterable[str]) -> None:
        with self.connect() as connection:
            connection.execute(
                "DELETE FROM frames WHERE show=? AND date=?", (show, date.isoformat())
            )
            connection.executemany(
                "INSERT OR IGNORE INTO frames VALUES (?,?,?)",
                [(show, date.isoformat(), frame) for frame in frames],
            )
