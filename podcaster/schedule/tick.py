"""One tick: cron asks every quarter of an hour, and what is due is built."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from podcaster.errors import Busy, PodcasterError
from podcaster.schedule.due import Schedule, due_dates, given_up
from podcaster.schedule.runs import Result, RunLog

Build = Callable[[dt.date], str]
"""Builds a day's episode and says what came of it; raises PodcasterError."""
Tell = Callable[["Outcome"], None]


@dataclass(frozen=True)
class Outcome:
    """What came of one day's attempt."""

    show: str
    date: dt.date
    result: Result
    message: str
    last_attempt: bool = False
    """Whether it failed for the last time."""


def tick(
    schedule: Schedule, since: dt.date, now: dt.datetime, runs: RunLog, build: Build, tell: Tell
) -> list[Outcome]:
    """Builds every day that is due; empty where none is.

    A build that is still running elsewhere isn't a failure: the next tick asks again. What nobody
    foresaw is noted and told like any failure, and raised again.
    """
    outcomes = []
    for date in due_dates(schedule, since, now, runs.history()):
        runs.begin(date, now)
        try:
            outcome = Outcome(schedule.show, date, "done", build(date))
        except Busy as busy:
            runs.forget(date)
            outcomes.append(Outcome(schedule.show, date, "running", busy.message))
            break
        except PodcasterError as error:
            last = given_up(runs.history()[date])
            message = " ".join(part for part in (error.message, error.hint) if part)
            outcome = Outcome(schedule.show, date, "failed", message, last)
        except Exception as error:
            last = given_up(runs.history()[date])
            message = f"{type(error).__name__}: {error}"
            _note(Outcome(schedule.show, date, "failed", message, last), runs, tell)
            raise
        _note(outcome, runs, tell)
        outcomes.append(outcome)
    return outcomes


def _note(outcome: Outcome, runs: RunLog, tell: Tell) -> None:
    runs.end(outcome.date, outcome.result, outcome.message)
    tell(outcome)
