"""The command line: one file a command, found by name, and the one place where errors end."""

import importlib
import json
import os
import sys
from pathlib import Path

import click
from rich.markup import escape

from podcaster import __version__
from podcaster.cli.context import Context
from podcaster.cli.progress import console
from podcaster.cli.retries import tell_of_retries
from podcaster.errors import PodcasterError

COMMANDS = {
    "build": "Turn the day's news into an episode and publish it.",
    "news": "Show what would be told today, what not, and why.",
    "script": "Gather and write, and save the script for editing.",
    "render": "Render, master and publish an edited script.",
    "check": "Judge every line of a script against its sources.",
    "trailer": "Make the show's trailer and publish it.",
    "say": "Speak a text into a WAV file.",
    "voices": "List the voices, hear them, blend them.",
    "serve": "Serve what is published, so that apps can subscribe.",
    "feed": "Check or rebuild the feeds.",
    "publish": "Publish again what is already built.",
    "report": "Draw an episode's waveform, loudness and shares.",
    "schedule": "Build every morning by cron.",
    "init": "Write a commented podcaster.toml.",
    "doctor": "Check that everything needed is there.",
    "bench": "Measure: speech, delivery, hearing, evidence, episode.",
}
"""Each is `podcaster/cli/<name>.py`, imported only when it's called."""


class Commands(click.Group):
    """Imports a command's module when the command is asked for, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"podcaster.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--directory",
    "-C",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Work here: where podcaster.toml lies and out/ is made.",
)
@click.version_option(__version__, prog_name="podcaster")
@click.pass_context
def podcaster(ctx: click.Context, directory: Path) -> None:
    """The day's news as a two-host podcast episode, made on your own machine."""
    ctx.obj = Context(directory.resolve())


def main(arguments: list[str] | None = None) -> None:
    """Runs a command and ends the process with its exit code."""
    tell_of_retries()
    try:
        code = podcaster.main(arguments, standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except PodcasterError as error:
        _fail(error.message, error.hint, error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail(
            "Stopped.", "What was made so far is kept; the same command picks up from there.", 130
        )
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("PODCASTER_DEBUG"):
            raise
        _fail(
            f"Something went wrong that shouldn't have: {type(error).__name__}: {error}",
            "Set PODCASTER_DEBUG=1 and run it again to see where, and please report it.",
            1,
        )


def _fail(message: str, hint: str, code: int) -> None:
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps({"error": message, "hint": hint}) + "\n")
    console.print(f"[bold red]Error:[/] {escape(message)}", highlight=False, soft_wrap=True)
    if hint:
        console.print(escape(hint), highlight=False, soft_wrap=True)
    sys.exit(code)
