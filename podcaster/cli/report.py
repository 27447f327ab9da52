"""`podcaster report`: an episode's figures, and a picture of them."""

from typing import TYPE_CHECKING

import click

from podcaster.cli.context import Context
from podcaster.cli.dates import episode_date
from podcaster.cli.options import day_argument, json_option, show_option
from podcaster.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from podcaster.report import Report


@click.command(name="report")
@day_argument
@show_option
@click.option("--language", metavar="xx", help="The episode in this language.")
@json_option
@click.pass_obj
def command(
    context: Context, day: str, show_name: str | None, language: str | None, as_json: bool
) -> None:
    """Draw an episode's waveform, loudness and shares, and print its figures."""
    from podcaster.master import draw_report
    from podcaster.store.workspace import Workspace

    show = context.show(show_name, language)
    date = episode_date(day, context.now(), show.zone)
    folder = Workspace(context.out, show.name, date).folder
    report = _read(folder / "report.json", f"{show.name} on {date}")
    audio = folder / report.audio
    if audio.parent != folder or not audio.is_file():
        raise UsageError(
            f"The audio of {show.name} on {date} isn't there: {audio}",
            f"Build it again: podcaster build {date}",
        )
    picture = folder / "report.png"
    draw_report(report, audio, picture)
    if as_json:
        context.emit({"report": report.model_dump(mode="json"), "picture": str(picture)})
    else:
        _print(report, picture)


def _read(path: "Path", episode: str) -> "Report":
    from pydantic import ValidationError

    from podcaster.report import Report

    try:
        return Report.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise UsageError(
            f"There is no report of {episode}.", "Build the episode first: podcaster build"
        ) from error
    except ValidationError as error:
        raise UsageError(
            f"The report of {episode} isn't one that this version reads: {path}",
            "Build the episode again.",
        ) from error


def _print(report: "Report", picture: "Path") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    loudness = report.loudness
    table = Table(title=Text(report.title), show_header=False, title_justify="left")
    for name, value in (
        ("length", f"{report.seconds:.1f} s, {report.spoken_seconds:.1f} s of it spoken"),
        ("loudness", f"{loudness.integrated_lufs:.1f} LUFS, range {loudness.range_lu:.1f} LU"),
        ("true peak", f"{loudness.true_peak_db:.1f} dBTP"),
        ("silences over 2 s", str(len(report.silences))),
        ("clipped samples", str(report.clipped)),
        ("DC offset", f"{report.dc_offset:.6f}"),
        ("pace", f"{report.words_per_minute:.0f} words a minute"),
        *((share.host, f"{share.share:.0%}, {_level(share.lufs)}") for share in report.hosts),
        ("lines", f"{report.rendered} rendered, {report.cached} from the cache"),
    ):
        table.add_row(Text(name), Text(value))
    console = Console(highlight=False)
    console.print(table)
    for words in (*report.warnings, f"Picture: {picture}"):
        console.print(words, markup=False, soft_wrap=True)


def _level(lufs: float | None) -> str:
    return f"{lufs:.1f} LUFS" if lufs is not None else "too little to measure"
