"""`podcaster build`: from the day's news to a published episode."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table

from podcaster.cli.context import Context
from podcaster.cli.hearing import show_hearing
from podcaster.cli.options import (
    json_option,
    listen_option,
    make_request,
    request_options,
    whisper_option,
)
from podcaster.cli.progress import console
from podcaster.models import Episode

if TYPE_CHECKING:
    from podcaster.pipeline import Studio
    from podcaster.report import Hearing


@click.command(name="build")
@request_options
@click.option("--review", is_flag=True, help="Stop when the script is written, so you can edit it.")
@listen_option
@whisper_option
@json_option
@click.pass_obj
def command(
    context: Context,
    /,
    review: bool,
    listen: bool,
    whisper: str | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Turn the day's news into an episode and publish it.

    What an earlier run of the same build made is picked up; only what is missing is made.
    """
    from podcaster import pipeline

    request = make_request(context, **asked)
    studio = listening_studio(context, listen, whisper)
    try:
        if review:
            with pipeline.locked(request, studio):
                pipeline.draft(request, studio)
            path = studio.workspace(request).script
            console.print(f"Edit {path}, then run: podcaster render {request.date}", soft_wrap=True)
            if as_json:
                context.emit({"script": path, "warnings": context.progress.warnings})
            return
        episode = pipeline.build(request, studio)
    finally:
        context.progress.close()
    show_episode(context, episode, as_json)


def listening_studio(context: Context, listen: bool, whisper: str | None) -> "Studio":
    """The studio, with a recogniser in it where one is asked for."""
    if not (listen or whisper):
        return context.studio
    return replace(context.studio, listener=context.listener(whisper))


def show_episode(context: Context, episode: Episode, as_json: bool) -> None:
    """The closing table, or the JSON object of the design; and what was heard, if anything."""
    hearing = _hearing(episode)
    if as_json:
        value = episode.model_dump(mode="json")
        heard = {"hearing": hearing.model_dump(mode="json")} if hearing else {}
        context.emit({"episode": value, **heard, "warnings": context.progress.warnings})
        return
    table = Table(title=episode.title, title_justify="left", show_header=False, box=None)
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    minutes, seconds = divmod(round(episode.seconds), 60)
    loudness = f"{episode.lufs:.1f} LUFS, true peak {episode.true_peak_db:.1f} dBTP"
    rows = {
        "length": f"{minutes}:{seconds:02}",
        "loudness": loudness,
        "stories": str(episode.stories),
        "lines": f"{episode.lines} ({episode.rendered} rendered, {episode.cached} from the cache)",
        "speed": f"{episode.rtf:.2f} s of work per second of speech" if episode.rendered else "",
        "audio": str(episode.audio),
        "page": str(episode.page),
        "feed": str(episode.feed),
        "script": str(episode.script),
        "listen": "podcaster serve, then subscribe to the address it shows",
    }
    for name, text in rows.items():
        if text:
            table.add_row(name, text)
    console.print(table)
    if hearing:
        show_hearing(hearing, console)


def _hearing(episode: Episode) -> "Hearing | None":
    from podcaster.report import Report

    path = episode.page.parent / "report.json"
    return Report.model_validate_json(path.read_bytes()).hearing
