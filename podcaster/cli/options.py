"""Options that several commands share, and the request they make."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from podcaster.cli.context import Context
from podcaster.cli.dates import episode_date
from podcaster.errors import UsageError
from podcaster.models import Source
from podcaster.request import BuildRequest

F = TypeVar("F", bound=Callable[..., Any])

day_argument = click.argument("day", default="today", metavar="[today|yesterday|DATE]")
show_option = click.option(
    "--show", "show_name", metavar="NAME", help="Which show; the first one when not given."
)
listen_option = click.option(
    "--listen",
    is_flag=True,
    help="Hear every line back, and say again what's misheard; needs the extra verify.",
)
whisper_option = click.option(
    "--whisper",
    metavar="MODEL",
    help="The recogniser's model, by name or folder; whisper-base from its packages if not given.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object on standard output."
)


def request_options(function: F) -> F:
    """The day and everything that changes what's gathered and written."""
    options = (
        day_argument,
        show_option,
        click.option(
            "--minutes", type=click.FloatRange(0.5, 120), help="How long the episode should be."
        ),
        click.option(
            "--source",
            "sources",
            multiple=True,
            metavar="URL_OR_PATH",
            help="Tell this feed, article, file or folder instead; may be repeated.",
        ),
        click.option(
            "--language", metavar="xx", help="Tell it in this language, in a feed of its own."
        ),
        click.option("--engine", metavar="NAME", help="Speak with this engine's voices."),
        click.option("--offline", is_flag=True, help="Fetch nothing."),
        click.option("--force", is_flag=True, help="Gather and write again, whatever is saved."),
    )
    for option in reversed(options):
        function = option(function)
    return function


def make_request(
    context: Context,
    day: str,
    show_name: str | None,
    minutes: float | None = None,
    sources: tuple[str, ...] = (),
    language: str | None = None,
    engine: str | None = None,
    offline: bool = False,
    force: bool = False,
) -> BuildRequest:
    """Raises UsageError for a date, a show, a language or a path that isn't there."""
    show = context.show(show_name, language)
    changes = {"minutes": minutes, "engine": engine}
    show = show.model_copy(update={key: value for key, value in changes.items() if value})
    now = context.now()
    return BuildRequest(
        show=show,
        date=episode_date(day, now, show.zone),
        now=now,
        sources=tuple(named_source(word) for word in sources),
        offline=offline,
        force=force,
    )


def named_source(word: str) -> Source:
    """A source as named on the command line: an address or a path that exists."""
    if word.startswith(("http://", "https://")):
        return Source(url=word, named=True)
    path = Path(word).expanduser()
    if "://" in word or not path.exists():
        raise UsageError(
            f"There is no file, folder or web address {word!r}.",
            "A source is an http(s) address, a file (.txt, .md, .html, .json) or a folder of them.",
        )
    return Source(path=path.resolve(), named=True)
