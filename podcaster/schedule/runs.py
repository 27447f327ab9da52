"""The history of scheduled runs, in the library."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from podcaster.schedule.due import Attempts
from podcaster.store.library import Library

Result = Literal["running", "done", "failed"]
LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class Run:
    """One attempt; `running` for ever where the machine was killed."""

    date: dt.date
    started: dt.datetime
    result: Result
    message: str


class RunLog:
    """The runs of one show."""

    def __init__(self, library: Library, show: str) -> None:
        self.library = library
        self.show = show

    def begin(self, date: dt.date, now: dt.datetime) -> None:
        with self.library.connect() as connection:
            connection.execute(
                "INSERT INTO runs (show, date, started, result, message) VALUES (?,?,?,?,?)",
                (self.show, date.isoformat(), now.isoformat(), "running", ""),
            )

    def end(self, date: dt.date, result: Result, message: str) -> None:
        """Closes the day's latest attempt."""
        with self.library.connect() as connection:
            connection.execute(
                "UPDATE runs SET result=?, message=? WHERE id="
                "(SELECT max(id) FROM runs WHERE show=? AND date=?)",
                (result, message, self.show, date.isoformat()),
            )

    def recent(self, count: int = 10) -> list[Run]:
        """Latest first."""
        with self.library.connect() as connection:
            rows = connection.execute(
                "SELECT date, started, result, message FROM runs WHERE show=?"
                " ORDER BY id DESC LIMIT ?",
                (self.show, count),
            ).fetchall()
        return [
            Run(dt.date.fromisoformat(date), dt.datetime.fromisoformat(started), result, message)
            for date, started, result, message in rows
        ]

    def forget(self, date: dt.date) -> None:
        """Takes back the day's latest attempt, which never got to build."""
        with self.library.connect() as connection:
            connection.execute(
                "DELETE FROM runs WHERE id=(SELECT max(id) FROM runs WHERE show=? AND date=?)",
                (self.show, date.isoformat()),
            )

    def history(self) -> Mapping[dt.date, Attempts]:
        """What was tried, by day. A killed attempt counts, and the day is taken up at once."""
        days: dict[dt.date, list[Run]] = {}
        for run in self.recent(count=500):
            days.setdefault(run.date, []).append(run)
        return {
            date: Attempts(
                count=sum(run.result != "done" for run in latest_first),
                last=LONG_AGO if latest_first[0].result == "running" else latest_first[0].started,
                done=any(run.result == "done" for run in latest_first),
            )
            for date, latest_first in days.items()
        }
