"""The pages of a show and of an episode, from `templates/web`.

All links between published files are relative, so that the pages work wherever the tree is put;
nothing is loaded from elsewhere.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from podcaster.artwork import palette
from podcaster.publish.about import (
    author,
    cover_address,
    description,
    feed_address,
    page_address,
)
from podcaster.publish.clock import iso_duration, short_clock
from podcaster.publish.record import EpisodeRecord
from podcaster.publish.site import Site, app_url, web_url
from podcaster.publish.spoken import SpokenLine
from podcaster.publish.words import words
from podcaster.resources import resource_folder
from podcaster.show import Show

if TYPE_CHECKING:
    import jinja2

STATIC = ("player.js",)
"""Files of `templates/web` that pages load as they are."""


def episode_page(
    show: Show,
    episode: EpisodeRecord,
    lines: Sequence[SpokenLine],
    ledger: Sequence[Mapping[str, Any]],
) -> str:
    """`ledger` has an entry for each line that rests on sentences, as in evidence.json."""
    evidence = {entry["line"]: entry["sentences"] for entry in ledger}
    return _render(
        "episode.html",
        episode.language,
        show=show,
        episode=episode,
        lines=lines,
        evidence=evidence,
        folder=episode.page.removesuffix("index.html"),
    )


def show_page(show: Show, episodes: Sequence[EpisodeRecord], site: Site) -> str:
    feed_url = site.url(feed_address(show))
    return _render(
        "show.html",
        show.language,
        show=show,
        author=author(show),
        description=description(show),
        episodes=[episode for episode in episodes if not episode.is_trailer],
        trailer=next((episode for episode in episodes if episode.is_trailer), None),
        feed_url=feed_url,
        funding=web_url(show.funding),
        website=web_url(show.website),
        app_url=app_url(feed_url),
        cover_url=site.url(cover_address(show)),
        page_url=site.url(page_address(show)),
        folder=f"{show.name}/",
    )


def shows_page(shows: Sequence[Any]) -> str:
    """The list of all shows, as the server gives it at `/`."""
    return _render("shows.html", "en", shows=shows, folder="")


def style_sheet(name: str) -> str:
    """The pages' style in the colours of the show's artwork."""
    return _environment().get_template("style.css").render(colours=palette(name))


def static_file(name: str) -> bytes:
    return (resource_folder("templates") / "web" / name).read_bytes()


def spoken_date(day: dt.date, language: str) -> str:
    """The whole date as it's written in the language: `Tuesday, November 24, 2026`."""
    from babel.dates import format_date

    return format_date(day, "full", locale=language.replace("-", "_"))


def language_name(code: str, language: str) -> str:
    """How `language` calls the language: `Spanish`, `espagnol`."""
    from babel import Locale

    return str(Locale.parse(code, sep="-").get_display_name(language.replace("-", "_")))


def _render(template: str, language: str, **values: Any) -> str:
    said = SimpleNamespace(**words(language))
    return _environment().get_template(template).render(said=said, lang=language, **values)


@cache
def _environment() -> "jinja2.Environment":
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource_folder("templates") / "web"),
        autoescape=jinja2.select_autoescape(("html",)),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        clock=short_clock,
        duration=iso_duration,
        spoken_date=spoken_date,
        language_name=language_name,
        minutes=lambda seconds: max(1, round(seconds / 60)),
        below=lambda address, folder: address.removeprefix(folder),
        seconds=lambda value: f"{value:.2f}",
    )
    return environment
