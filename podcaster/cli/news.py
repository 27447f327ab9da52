"""`podcaster news`: what would be told, what wouldn't, and why."""

from typing import Any

import click
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from podcaster.cli.context import Context
from podcaster.cli.options import json_option, make_request, request_options
from podcaster.models import Edition, Story
from podcaster.show import Show

PLAIN_WIDTH = 160
"""Columns where the output is no terminal."""


@click.command(name="news")
@request_options
@json_option
@click.pass_obj
def command(context: Context, /, as_json: bool, **asked: Any) -> None:
    """Show what would be told, what wouldn't, and why.

    Nothing is written but the library's memory of what was read.
    """
    from podcaster.gather import gather

    request = make_request(context, **asked)
    try:
        edition = gather(
            request, context.library, context.out / ".cache" / "http", context.progress
        )
    finally:
        context.progress.close()
    if as_json:
        context.emit(_as_json(edition, context.progress.warnings))
    else:
        _print(edition, request.show)


def _as_json(edition: Edition, warnings: list[str]) -> dict[str, Any]:
    return {
        "show": edition.show,
        "date": edition.date,
        "language": edition.language,
        "sample": edition.sample,
        "stories": [_story_as_json(story) for story in edition.stories],
        "left_out": [entry.model_dump() for entry in edition.left_out],
        "sources": [outcome.model_dump() for outcome in edition.outcomes],
        "notes": edition.notes,
        "warnings": warnings,
    }


def _story_as_json(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "topic": story.topic,
        "score": round(story.score, 3),
        "published": story.lead.published,
        "told_on": story.told_on,
        "language": story.lead.language,
        "sentences": len(story.sentences),
        "items": [{"source": item.source, "url": item.url} for item in story.items],
    }


def _print(edition: Edition, show: Show) -> None:
    console = Console()
    if not console.is_terminal:
        console = Console(width=PLAIN_WIDTH)
    name = f"{edition.show}, {edition.date}"
    if edition.sample:
        console.print("This is the sample edition that podcaster ships, not today's news.")
    style = box.ROUNDED if console.is_terminal else None
    columns = ("", "told", "topic", "sources", "published", "sentences", "score")
    told = Table(*columns, title=name, box=style)
    for story in edition.stories:
        told.add_row(
            story.id,
            escape(story.title) + _remark(story, edition),
            story.topic,
            escape(", ".join(dict.fromkeys(item.source for item in story.items))),
            _when(story, show),
            str(len(story.sentences)),
            f"{story.score:.2f}",
        )
    console.print(told)
    if edition.left_out:
        left = Table("left out", "source", "because", box=style)
        for entry in edition.left_out:
            left.add_row(escape(entry.title), escape(entry.source), escape(entry.reason))
        console.print(left)
    if edition.outcomes:
        asked = Table("source", "articles", "address", "trouble", box=style)
        for outcome in edition.outcomes:
            asked.add_row(
                escape(outcome.source),
                str(outcome.items),
                escape(outcome.location),
                escape(outcome.error or ""),
            )
        console.print(asked)
    for note in edition.notes:
        console.print(escape(note))


def _remark(story: Story, edition: Edition) -> str:
    remark = f" (follow-up of {story.told_on})" if story.told_on else ""
    if story.lead.language != edition.language:
        remark += f" (in {story.lead.language}, to be translated)"
    return remark


def _when(story: Story, show: Show) -> str:
    published = story.lead.published
    return published.astimezone(show.zone).strftime("%Y-%m-%d %H:%M") if published else "no date"
