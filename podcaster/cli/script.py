"""`podcaster script`: gather and write, and leave the script for a person to edit."""

from typing import Any

import click

from podcaster.cli.context import Context
from podcaster.cli.options import json_option, make_request, request_options
from podcaster.cli.progress import console


@click.command(name="script")
@request_options
@json_option
@click.pass_obj
def command(context: Context, /, as_json: bool, **asked: Any) -> None:
    """Gather the news and write script.yaml, without rendering it."""
    from podcaster import pipeline

    request = make_request(context, **asked)
    studio = context.studio
    try:
        with pipeline.locked(request, studio):
            _, script = pipeline.draft(request, studio)
    finally:
        context.progress.close()
    path = studio.workspace(request).script
    if as_json:
        context.emit(
            {
                "script": path,
                "title": script.title,
                "lines": len(script.lines),
                "notes": list(script.notes),
                "warnings": context.progress.warnings,
            }
        )
        return
    console.print(f"Edit {path}, then run: podcaster render {request.date}", soft_wrap=True)
