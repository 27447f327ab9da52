"""The covers: two discs, one a host, that overlap where they talk; and the title, set large."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.artwork.drawing import MARGIN, Disc, draw_ground, save, set_title
from podcaster.artwork.lettering import BOLD, MEDIUM, drawable, font, shortened
from podcaster.artwork.own_picture import adopt
from podcaster.artwork.palette import digest, palette
from podcaster.artwork.story_cards import draw_story_cards
from podcaster.models import Edition, Language, Script
from podcaster.show import Show

if TYPE_CHECKING:
    from PIL.Image import Image

SHOW_SIZE = 3000
EPISODE_SIZE = 1500
"""Pixels; directories take 1400 to 3000. The episode's is smaller: its audio holds it too."""

TITLE_CHARACTERS = 60
STORY_CHARACTERS = 90


@dataclass(frozen=True)
class Covers:
    """The pictures of an episode; JPEG, square, RGB."""

    show: Path
    episode: Path
    notes: tuple[str, ...] = ()
    """What was changed about the user's own picture."""
    stories: Mapping[str, Path] = field(default_factory=dict)
    """By story id, what's shown while the story is told."""


def draw_covers(show: Show, edition: Edition, script: Script, folder: Path) -> Covers:
    """Draws both covers and a card a story, the same bytes for the same show and script.

    The episode's lie in `folder`, the show's above it, one for all days; that is the user's own
    picture where the show has one. Raises PublishError for one that can't be read or is too small.
    """
    covers = draw_show_cover(show, folder.parent)
    episode_cover = folder / "cover.jpg"
    save(draw_episode(show, script.title, script.date, script.language), episode_cover)
    cards = draw_story_cards(show, edition, script, folder)
    return replace(covers, episode=episode_cover, stories=cards)


def draw_show_cover(show: Show, folder: Path) -> Covers:
    """The show's cover alone, for its trailer too. Raises PublishError as `draw_covers` does."""
    show_cover = folder / ".cover.jpg"
    notes: tuple[str, ...] = ()
    if show.artwork:
        notes = adopt(show.artwork, show_cover, palette(show.name).ground)
    else:
        save(draw_show(show.title, show.name), show_cover)
    return Covers(show_cover, show_cover, notes)


def draw_show(title: str, name: str) -> "Image":
    """The title over two rising discs, whose place follows from the name."""
    colours = palette(name)
    sway = (digest(name)[1] / 255 - 0.5) * 0.12
    discs = Disc(0.33 + sway, 0.95, 0.33), Disc(0.69 + sway, 0.99 - sway, 0.29)
    image = draw_ground(colours, discs, SHOW_SIZE)
    text = shortened(drawable(title, BOLD) or name, TITLE_CHARACTERS)
    set_title(image, text, colours, top=MARGIN, height=0.54, most_lines=4)
    return image


def draw_episode(show: Show, title: str, date: dt.date, language: Language) -> "Image":
    """The day, large, over the top story; the show's name small, and a part of its discs."""
    from PIL import ImageDraw

    colours = palette(show.name)
    discs = Disc(0.84, 0.18, 0.23), Disc(1.03, 0.33, 0.21)
    image = draw_ground(colours, discs, EPISODE_SIZE)
    pen = ImageDraw.Draw(image)
    side = EPISODE_SIZE
    left = round(MARGIN * side)
    name = shortened(drawable(show.title, MEDIUM) or show.name, 32)
    pen.text((left, left), name, colours.ink, font(MEDIUM, round(0.042 * side)), anchor="ls")
    day = font(BOLD, round(0.40 * side))
    pen.text(
        (left - round(0.014 * side), round(0.46 * side)), str(date.day), colours.ink, day, "ls"
    )
    month = drawable(_month(date, language), BOLD)
    pen.text((left, round(0.555 * side)), month, colours.ink, font(BOLD, round(0.075 * side)), "ls")
    text = shortened(drawable(title, BOLD), STORY_CHARACTERS)
    if text:
        set_title(image, text, colours, top=0.64, height=0.29, most_lines=4, largest=0.1)
    return image


def _month(date: dt.date, language: Language) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", date, locale=language.replace("-", "_"))
