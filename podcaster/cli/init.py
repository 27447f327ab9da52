"""`podcaster init`: a commented podcaster.toml to start from."""

import click

from podcaster.cli.context import Context
from podcaster.cli.progress import console
from podcaster.errors import UsageError
from podcaster.resources import resource_folder
from podcaster.settings import CONFIG_NAME
from podcaster.store.files import write_text


@click.command(name="init")
@click.pass_obj
def command(context: Context) -> None:
    """Write a commented podcaster.toml here; one that exists is never overwritten."""
    path = context.folder / CONFIG_NAME
    if path.exists():
        raise UsageError(f"{path} exists already.", "Edit it, or move it away first.")
    template = resource_folder("templates") / CONFIG_NAME
    write_text(path, template.read_text(encoding="utf-8"))
    console.print(f"{path} is written. Edit it, then run: podcaster build today", soft_wrap=True)
