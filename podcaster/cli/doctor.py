"""`podcaster doctor`: is everything there that a build needs?"""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click
from rich.markup import escape

from podcaster.cli.context import Context
from podcaster.cli.options import json_option, show_option
from podcaster.cli.progress import console
from podcaster.errors import PodcasterError
from podcaster.show import Show

FREE_MEGABYTES = 500


@dataclass(frozen=True)
class Finding:
    """What one check saw; `hint` says what to do where it isn't well."""

    name: str
    well: bool
    seen: str
    hint: str = ""


@click.command(name="doctor")
@show_option
@json_option
@click.pass_obj
def command(context: Context, show_name: str | None, as_json: bool) -> None:
    """Check that everything a build needs is there, and say what isn't."""
    findings = list(_findings(context, show_name))
    if as_json:
        context.emit({"findings": [vars(finding) for finding in findings]})
    else:
        for finding in findings:
            mark = "[green]✓[/]" if finding.well else "[red]✗[/]"
            console.print(f"{mark} {finding.name}: {escape(finding.seen)}", highlight=False)
            if not finding.well and finding.hint:
                console.print(f"  {escape(finding.hint)}", highlight=False)
    if not all(finding.well for finding in findings):
        raise SystemExit(1)


def _findings(context: Context, show_name: str | None) -> Iterator[Finding]:
    yield Finding("Python", True, f"{sys.version.split()[0]} at {sys.executable}")
    try:
        show = context.show(show_name)
    except PodcasterError as error:
        yield Finding("settings", False, error.message, error.hint)
        return
    seen = "podcaster.toml" if context.settings.from_file else "none; the built-in show is used"
    yield Finding("settings", True, seen)
    yield _try("writer", lambda: _writer(show))
    yield _try("voices", lambda: _voices(context, show))
    yield _try("ffmpeg", _ffmpeg)
    yield _try("schedule", lambda: _schedule(context))
    free = shutil.disk_usage(context.folder).free // 10**6
    yield Finding(
        "disk", free > FREE_MEGABYTES, f"{free} MB free", "Free some space: a build needs 500 MB."
    )


def _try(name: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, check())
    except PodcasterError as error:
        return Finding(name, False, error.message, error.hint)


def _writer(show: Show) -> str:
    from podcaster.registry import load

    load("writer", show.writer)
    if show.translator is None:
        return show.writer
    load("translator", show.translator)
    return f"{show.writer}; {show.translator} translates"


def _voices(context: Context, show: Show) -> str:
    from podcaster.speak import trial

    return ", ".join(trial(show, context.engines))


def _ffmpeg() -> str:
    from podcaster.master.ffmpeg import find

    return find().path


def _schedule(context: Context) -> str:
    from podcaster.schedule import crontab

    entries = crontab.installed(context.folder)
    listed = ", ".join(f"{entry.show} at {entry.at} {entry.days}" for entry in entries)
    return listed or "nothing scheduled"
