"""`podcaster schedule`: build every morning by cron."""

import datetime as dt
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from podcaster.cli.context import Context
from podcaster.cli.options import json_option, show_option
from podcaster.cli.progress import console
from podcaster.errors import Busy
from podcaster.schedule.due import Schedule, parse_days, parse_time
from podcaster.schedule.log import LogProgress
from podcaster.schedule.runs import RunLog
from podcaster.schedule.tick import Outcome, tick
from podcaster.show import Show
from podcaster.store.lock import show_lock

days_option = click.option("--days", default="daily", help="Such as mon-fri, or sat,sun.")


@click.group(name="schedule")
def command() -> None:
    """Build every morning by cron."""


@command.command()
@click.argument("at", metavar="HH:MM")
@show_option
@days_option
@click.pass_obj
def install(context: Context, at: str, show_name: str | None, days: str) -> None:
    """Have cron build the show at this time of day, in the show's own time zone."""
    from podcaster.schedule import crontab

    show = context.show(show_name)
    schedule = _schedule(show, at, days)
    now = context.now()
    first = schedule.next_moment(now).astimezone(show.zone)
    since = first.date()
    crontab.install(crontab.Entry(show.name, f"{schedule.at:%H:%M}", days, since), context.folder)
    console.print(
        f"{show.title} is built {days} at {schedule.at:%H:%M} ({show.timezone});"
        f" first on {first:%A %d %B, %H:%M}.\nThe log: {_log_path(context, show)}",
        soft_wrap=True,
        highlight=False,
    )


@command.command(name="list")
@json_option
@click.pass_obj
def list_schedules(context: Context, as_json: bool) -> None:
    """Show what is scheduled, when it runs next, and how the last runs ended."""
    from podcaster.schedule import crontab

    rows: list[dict[str, Any]] = []
    for entry in crontab.installed(context.folder):
        show = context.show(entry.show)
        upcoming = _schedule(show, entry.at, entry.days).next_moment(context.now())
        runs = RunLog(context.library, show.name).recent(5)
        rows.append(
            {
                "show": show.name,
                "at": entry.at,
                "days": entry.days,
                "timezone": show.timezone,
                "next": upcoming.astimezone(show.zone).isoformat(timespec="minutes"),
                "runs": [
                    {
                        "date": run.date.isoformat(),
                        "started": run.started.astimezone(show.zone).isoformat(timespec="minutes"),
                        "result": run.result,
                        "message": run.message,
                    }
                    for run in runs
                ],
            }
        )
    if as_json:
        context.emit({"schedules": rows})
    elif not rows:
        console.print('Nothing is scheduled. Try: podcaster schedule install "06:30"')
    else:
        console.print(_table(rows))


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table("show", "when", "next", "last runs")
    for row in rows:
        lines = [f"{run['started']} {run['result']} {run['message']}" for run in row["runs"]]
        when = f"{row['at']} {row['days']}\n{row['timezone']}"
        table.add_row(str(row["show"]), when, str(row["next"]), "\n".join(lines) or "none yet")
    return table


@command.command()
@show_option
@click.pass_obj
def remove(context: Context, show_name: str | None) -> None:
    """Take the show's schedule out of the crontab."""
    from podcaster.schedule import crontab

    show = context.show(show_name)
    found = crontab.remove(show.name, context.folder)
    console.print(f"{show.name} is {'no longer' if found else 'not'} scheduled.")


@command.command()
@show_option
@click.option("--at", required=True, metavar="HH:MM")
@days_option
@click.option("--since", required=True, metavar="DATE", help="Days before it aren't caught up.")
@click.pass_obj
def run(context: Context, show_name: str | None, at: str, days: str, since: str) -> None:
    """Build what is due now; cron calls this every quarter of an hour."""
    show = context.show(show_name)
    log = LogProgress(_log_path(context, show), show.name)
    runs = RunLog(context.library, show.name)
    outcomes: list[Outcome] = []
    try:
        with show_lock(context.out / ".schedules" / show.name, 0, log.say):
            outcomes = tick(
                _schedule(show, at, days),
                dt.date.fromisoformat(since),
                context.now(),
                runs,
                lambda date: _build(context, show, date, log),
                lambda outcome: _tell(show, outcome, log),
            )
        for outcome in outcomes:
            if outcome.result == "running":
                log.say(f"{outcome.date}: {outcome.message}")
    except Busy as busy:
        log.say(f"{busy.message} It goes on; this run isn't needed.")
    finally:
        log.close()
    if any(outcome.result == "failed" for outcome in outcomes):
        raise SystemExit(1)


def _build(context: Context, show: Show, date: dt.date, log: LogProgress) -> str:
    from podcaster import pipeline
    from podcaster.request import BuildRequest

    request = BuildRequest(show=show, date=date, now=context.now())
    episode = pipeline.build(request, context.studio_with(log))
    return f"{episode.title} ({episode.seconds:.0f} s)"


def _tell(show: Show, outcome: Outcome, log: LogProgress) -> None:
    from podcaster.schedule.notify import notify

    log.say(f"{outcome.date} {outcome.result}: {outcome.message}")
    target = show.on_success if outcome.result == "done" else show.on_failure
    if target and (problem := notify(target, outcome)):
        log.warn(problem)


def _schedule(show: Show, at: str, days: str) -> Schedule:
    return Schedule(show.name, parse_time(at), parse_days(days), show.zone, show.catch_up)


def _log_path(context: Context, show: Show) -> Path:
    return context.out / ".logs" / f"{show.name}.log"
