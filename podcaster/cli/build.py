"""`podcaster build`: from the day's news to a published episode."""

from pathlib import Path
from typing import Any

import click
from rich.table import Table

from podcaster.cli.context import Context
from podcaster.cli.options import json_option, make_request, request_options
from podcaster.cli.progress import console
from podcaster.models import Episode
from podcaster.report import Report


@click.command(name="build")
@request_options
@click.option("--review", is_flag=True, help="Stop when the script is written, so you can edit it.")
@json_option
@click.pass_obj
def command(context: Context, /, review: bool, as_json: bool, **asked: Any) -> None:
    """Turn the day's news into an episode and publish it.

    What an earlier run of the same build made is picked up; only what is missing is made.
    """
    from podcaster import pipeline

    request = make_request(context, **asked)
    studio = context.studio
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


def show_episode(context: Context, episode: Episode, as_json: bool) -> None:
    """The closing table, or the JSON object of the design."""
    if as_json:
        value = episode.model_dump(mode="json")
        context.emit({"episode": value, "warnings": context.progress.warnings})
        return
    table = Table(title=episode.title, title_justify="left", show_header=False, box=None)
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    minutes, seconds = divmod(round(episode.seconds), 60)
    rows = {
        "length": f"{minutes}:{seconds:02}",
        **_sound(episode.page.parent / "report.json"),
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


def _sound(path: Path) -> dict[str, str]:
    """What was measured on the finished file."""
    report = Report.model_validate_json(path.read_bytes())
    heard = report.loudness
    hosts = (
        f"{share.host} {share.share:.0%}" + (f" at {share.lufs:.1f} LUFS" if share.lufs else "")
        for share in report.hosts
    )
    faults = (
        f"{len(report.silences)} silences over 2 s, {report.clipped} samples clipped,"
        f" offset {report.dc_offset:.4f}"
    )
    return {
        "loudness": f"{heard.integrated_lufs:.1f} LUFS, range {heard.range_lu:.1f} LU,"
        f" true peak {heard.true_peak_db:.1f} dBTP",
        "hosts": ", ".join(hosts),
        "pace": f"{report.words_per_minute:.0f} words a minute",
        "faults": faults,
    }
