"""The crontab lines that ask, every quarter of an hour, whether an episode is due.

cron runs with a bare PATH and knows no time zones, so a line names everything by its whole path and
the zone is left to `podcaster schedule run`. Every zone's offset is a multiple of fifteen minutes,
so asking at the schedule's own minute and every fifteen from there hits its time in any zone.
"""

import datetime as dt
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from crontab import CronTab

from podcaster.errors import PodcasterError

MARK = "podcaster"


@dataclass(frozen=True)
class Entry:
    """A schedule as it stands in the crontab."""

    show: str
    at: str
    days: str
    since: dt.date
    """The day it was installed; earlier days aren't caught up."""


def install(entry: Entry, folder: Path) -> None:
    """Writes the show's line, in place of an older one. Raises PodcasterError without cron."""
    table = _open()
    table.remove_all(comment=_comment(entry.show, folder))
    job = table.new(command=_command(entry, folder), comment=_comment(entry.show, folder))
    first = int(entry.at.split(":")[1]) % 15
    job.setall(",".join(str(first + quarter) for quarter in (0, 15, 30, 45)), "*", "*", "*", "*")
    _write(table)


def remove(show: str, folder: Path) -> bool:
    """Whether there was a line to take out."""
    table = _open()
    found = table.remove_all(comment=_comment(show, folder))
    if found:
        _write(table)
    return bool(found)


def installed(folder: Path) -> list[Entry]:
    """The schedules whose shows live in `folder`."""
    jobs = [job for job in _open() if job.comment.startswith(f"{MARK} ")]
    return [
        _entry(job.command)
        for job in jobs
        if job.comment == _comment(_show_of(job.comment), folder)
    ]


def _comment(show: str, folder: Path) -> str:
    return f"{MARK} {show} {folder}"


def _show_of(comment: str) -> str:
    return comment.split(" ", 2)[1]


def _command(entry: Entry, folder: Path) -> str:
    words = [sys.executable, "-m", "podcaster", "-C", str(folder), "schedule", "run"]
    words += ["--show", entry.show, "--at", entry.at, "--days", entry.days]
    words += ["--since", entry.since.isoformat()]
    return shlex.join(words).replace("%", r"\%")


def _entry(command: str) -> Entry:
    words = shlex.split(command.replace(r"\%", "%"))
    value = {name: words[words.index(f"--{name}") + 1] for name in ("show", "at", "days", "since")}
    return Entry(value["show"], value["at"], value["days"], dt.date.fromisoformat(value["since"]))


def _open() -> CronTab:
    try:
        return CronTab(user=True)
    except OSError as error:
        raise PodcasterError(
            f"There is no cron on this machine: {error}.",
            "Install it (Debian: apt install cron), or let another scheduler run"
            " `podcaster build today`.",
        ) from error


def _write(table: CronTab) -> None:
    try:
        table.write()
    except OSError as error:
        raise PodcasterError(
            f"The crontab couldn't be written: {error}.", "See whether `crontab -l` works."
        ) from error
