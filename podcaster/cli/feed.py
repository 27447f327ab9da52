"""`podcaster feed`: is a feed what apps ask for; make it again from what's on record."""

from pathlib import Path

import click

from podcaster.cli.context import Context
from podcaster.cli.options import json_option
from podcaster.cli.progress import console
from podcaster.errors import PublishError, UsageError


@click.group(name="feed")
def command() -> None:
    """Check or rebuild the feeds."""


@command.command()
@click.argument("show_name", metavar="[SHOW]", required=False)
@json_option
@click.pass_obj
def check(context: Context, show_name: str | None, as_json: bool) -> None:
    """Judge the feeds by what apps and directories must and should find; all when not named."""
    from podcaster.publish.check import check_feed, local_files
    from podcaster.publish.site import Site

    site = Site.at(context.settings.general.base_url)
    feeds = _feeds(context.out, show_name)
    found = {
        feed: check_feed(feed.read_bytes(), context.now(), local_files(context.out, site.base))
        for feed in feeds
    }
    if as_json:
        listed = [
            {"feed": str(feed), "faults": [vars(fault) for fault in faults]}
            for feed, faults in found.items()
        ]
        context.emit({"feeds": listed})
    for feed, faults in found.items():
        console.print(f"{feed}: {'in order' if not faults else ''}", highlight=False, markup=False)
        for fault in faults:
            line = f"  {fault.level}: the {fault.place} {fault.message}"
            console.print(line, highlight=False, markup=False, soft_wrap=True)
    broken = [feed for feed, faults in found.items() if any(f.level == "must" for f in faults)]
    if broken:
        raise PublishError(
            f"{len(broken)} of {len(found)} feeds lack what directories demand.",
            "Mend the settings that the lines above name, then: podcaster feed rebuild.",
        )


@command.command()
@click.argument("show_name", metavar="[SHOW]", required=False)
@click.pass_obj
def rebuild(context: Context, show_name: str | None) -> None:
    """Make feed and show page again from the episodes on record; nothing is rendered."""
    from podcaster.publish.folder import FolderPublisher
    from podcaster.publish.release import republish

    show = context.show(show_name)
    report = republish(
        show,
        context.library,
        FolderPublisher(context.out),
        context.out,
        context.settings.general.base_url,
        context.now(),
        context.progress.warn,
    )
    console.print(f"{show.name}: {report.written} files written, {report.unchanged} as they were.")


def _feeds(out: Path, show_name: str | None) -> list[Path]:
    feeds = [out / show_name / "feed.xml"] if show_name else sorted(out.glob("*/feed.xml"))
    if missing := [feed for feed in feeds if not feed.is_file()]:
        raise UsageError(f"There is no feed at {missing[0]}.", "Build an episode: podcaster build.")
    if not feeds:
        raise UsageError(f"There is no feed under {out}.", "Build an episode: podcaster build.")
    return feeds
