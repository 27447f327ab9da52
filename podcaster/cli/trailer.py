"""`podcaster trailer`: half a minute in which the hosts introduce the show."""

import click

from podcaster.cli.build import show_episode
from podcaster.cli.context import Context
from podcaster.cli.options import json_option, make_request, show_option


@click.command(name="trailer")
@show_option
@click.option("--language", metavar="xx", help="The trailer of the show in this language.")
@click.option("--engine", metavar="NAME", help="Speak with this engine's voices.")
@json_option
@click.pass_obj
def command(
    context: Context,
    show_name: str | None,
    language: str | None,
    engine: str | None,
    as_json: bool,
) -> None:
    """Make the show's trailer and publish it: the hosts introduce the show, and tell no news.

    A show has one trailer; this makes it anew.
    """
    from podcaster import pipeline

    request = make_request(context, "today", show_name, language=language, engine=engine)
    try:
        episode = pipeline.trailer(request, context.studio)
    finally:
        context.progress.close()
    show_episode(context, episode, as_json)
