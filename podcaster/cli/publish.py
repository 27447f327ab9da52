"""`podcaster publish`: what is built already goes to where listeners fetch it."""

import click

from podcaster.cli.context import Context
from podcaster.cli.options import json_option, show_option
from podcaster.cli.progress import console


@click.command(name="publish")
@show_option
@json_option
@click.pass_obj
def command(context: Context, show_name: str | None, as_json: bool) -> None:
    """Publish again what is already built, such as after a change of base URL or publisher."""
    from podcaster.publish.release import republish
    from podcaster.registry import make_publisher

    show = context.show(show_name)
    general = context.settings.general
    report = republish(
        show,
        context.library,
        make_publisher(general.publisher, context.out),
        context.out,
        general.base_url,
        context.now(),
        context.progress.warn,
    )
    if as_json:
        written, unchanged = report.written, report.unchanged
        context.emit({"show": show.name, "written": written, "unchanged": unchanged})
        return
    console.print(f"{show.name}: {report.written} files written, {report.unchanged} as they were.")
