"""`podcaster render`: an edited script becomes an episode."""

import click

from podcaster.cli.build import listening_studio, show_episode
from podcaster.cli.context import Context
from podcaster.cli.options import (
    day_argument,
    json_option,
    listen_option,
    make_request,
    show_option,
    whisper_option,
)
from podcaster.errors import UsageError


@click.command(name="render")
@day_argument
@show_option
@click.option("--language", metavar="xx", help="The episode in this language.")
@click.option("--engine", metavar="NAME", help="Speak with this engine's voices.")
@listen_option
@whisper_option
@json_option
@click.pass_obj
def command(
    context: Context,
    day: str,
    show_name: str | None,
    language: str | None,
    engine: str | None,
    listen: bool,
    whisper: str | None,
    as_json: bool,
) -> None:
    """Render, master and publish an edited script; only changed lines are rendered again."""
    from podcaster import pipeline
    from podcaster.models import Edition
    from podcaster.write import load_script

    request = make_request(context, day, show_name, language=language, engine=engine)
    studio = listening_studio(context, listen, whisper)
    space = studio.workspace(request)
    try:
        with pipeline.locked(request, studio):
            edition, script = (
                space.load(space.edition, Edition),
                load_script(space.script, request.show.presets),
            )
            if edition is None or script is None:
                raise UsageError(
                    f"There is no script for {request.show.name} on {request.date}.",
                    f"Write one first: podcaster script {request.date}",
                )
            episode = pipeline.produce(request, edition, script, studio)
    finally:
        context.progress.close()
    show_episode(context, episode, as_json)
