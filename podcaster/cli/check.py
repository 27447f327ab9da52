"""`podcaster check`: a script against its sources, what a listener would mind, what is heard."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.markup import escape

from podcaster.cli.context import Context
from podcaster.cli.hearing import show_hearing
from podcaster.cli.options import json_option, listen_option, whisper_option
from podcaster.errors import UsageError
from podcaster.models import Edition, Script

if TYPE_CHECKING:
    from podcaster.report import Hearing


@click.command(name="check")
@click.argument("script", type=click.Path(path_type=Path))
@listen_option
@whisper_option
@click.option("--engine", metavar="NAME", help="Listen to this engine's voices.")
@json_option
@click.pass_obj
def command(
    context: Context,
    script: Path,
    listen: bool,
    whisper: str | None,
    engine: str | None,
    as_json: bool,
) -> None:
    """Judge every line of SCRIPT, a script.yaml with its edition.json beside it.

    With --listen its takes are heard back, those that are missing rendered first; of a line that's
    misheard the better take is kept for the next `podcaster render`. It fails where a line isn't
    supported, not where one is misheard.
    """
    read, edition = _load(script, context)
    hearing = _listen(context, read, whisper, engine) if listen or whisper else None
    report = _report(read, edition)
    if as_json:
        heard = {"hearing": hearing.model_dump(mode="json")} if hearing else {}
        context.emit({**report, **heard})
    else:
        _show(report, Console())
        if hearing:
            show_hearing(hearing, Console())
    if any(not line["supported"] for line in report["lines"]):
        raise click.exceptions.Exit(1)


def _presets(path: Path, context: Context) -> Path | None:
    """The own tones and styles of the show whose episode's folder the script lies in."""
    name = path.resolve().parent.parent.name
    shows = context.settings.shows
    own = next((show for key, show in shows.items() if f"{name}-".startswith(f"{key}-")), None)
    return (own or context.show()).presets


def _load(path: Path, context: Context) -> tuple[Script, Edition]:
    """Raises UsageError where script or edition is missing, WriteError for a bad script."""
    from pydantic import ValidationError

    from podcaster.write import load_script

    path = path / "script.yaml" if path.is_dir() else path
    script = load_script(path, _presets(path, context))
    if script is None:
        raise UsageError(
            f"There is no script at {path}.", "Write one first: podcaster script today"
        )
    beside = path.with_name("edition.json")
    try:
        return script, Edition.model_validate_json(beside.read_bytes())
    except OSError as error:
        raise UsageError(
            f"{beside} can't be read: {error.strerror or error}",
            "The sentences that a script rests on are in the edition.json that was saved with it.",
        ) from error
    except ValidationError as error:
        raise UsageError(
            f"{beside} is no edition that this version can read.",
            f"Gather again: podcaster script {script.date} --force",
        ) from error


def _listen(
    context: Context, script: Script, whisper: str | None, engine: str | None
) -> "Hearing | None":
    from podcaster import pipeline
    from podcaster.report import build_hearing

    show = context.show_of(script.show, script.language)
    show = show.model_copy(update={"engine": engine or show.engine})
    listener, studio = context.listener(whisper), context.studio
    try:
        recording = pipeline.record(script, show, studio)
        return build_hearing(pipeline.hear_back(script, recording, show, studio, listener))
    finally:
        context.progress.close()


def _report(script: Script, edition: Edition) -> dict[str, Any]:
    from podcaster.write.evidence import judge
    from podcaster.write.listener import faults

    lines = []
    for line in script.lines:
        problems = judge(line, edition, script.date)
        lines.append(
            {
                "id": line.id,
                "text": line.text,
                "supported": not problems or line.overruled is not None,
                "problems": [
                    {
                        "kind": problem.kind,
                        "span": [problem.span.start, problem.span.end],
                        "words": problem.span.words,
                        "reason": problem.reason,
                    }
                    for problem in problems
                ],
                "overruled": line.overruled,
            }
        )
    minded = [fault.model_dump() for fault in faults(script, edition)]
    return {"lines": lines, "listener": minded}


def _show(report: dict[str, Any], console: Console) -> None:
    for line in report["lines"]:
        mark = "[green]✓[/]" if line["supported"] else "[red]✗[/]"
        console.print(f"{mark} {escape(line['id'])}  {escape(line['text'])}", highlight=False)
        for problem in line["problems"]:
            said = f"{problem['kind']}: {problem['words']}: {problem['reason']}"
            console.print(f"    [red]{escape(said)}[/]", highlight=False)
        if line["overruled"]:
            console.print(f"    [yellow]let stand: {escape(line['overruled'])}[/]")
    for fault in report["listener"]:
        said = f"{fault['line']}: {fault['fault']}: {fault['reason']}"
        console.print(f"[yellow]![/] {escape(said)}", highlight=False)
    wrong = sum(not line["supported"] for line in report["lines"])
    console.print(
        f"{len(report['lines'])} lines, {wrong} not supported, "
        f"{len(report['listener'])} things a listener would mind."
    )
