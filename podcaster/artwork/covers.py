"""The covers: two discs, one a host, that overlap where they talk; and the title, set large."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.artwork.lettering import BOLD, MEDIUM, drawable, fitted, font, shortened
from podcaster.artwork.own_picture import adopt
from podcaster.artwork.palette import Palette, digest, palette
from podcaster.models import Language, Script
from podcaster.show import Show
from podcaster.store.files import replacing

if TYPE_CHECKING:
    from PIL.Image import Image

SHOW_SIZE = 3000
EPISODE_SIZE = 1500
"""Pixels; directories take 1400 to 3000. The episode's is smaller: its audio holds it too."""

MARGIN = 0.08
LEADING = 1.02
TITLE_CHARACTERS = 60
STORY_CHARACTERS = 70
JPEG_QUALITY = 90
BLEND_WIDTH = 1.5
"""Pixels over which a disc's edge fades, so that it isn't jagged."""


@dataclass(frozen=True)
class Covers:
    """The pictures of an episode; JPEG, square, RGB."""

    show: Path
    episode: Path
    notes: tuple[str, ...] = ()
    """What was changed about the user's own picture."""


@dataclass(frozen=True)
class Disc:
    """Centre and radius, in shares of the picture's side."""

    x: float
    y: float
    radius: float


def draw_covers(show: Show, script: Script, folder: Path) -> Covers:
    """Draws both covers, the same bytes for the same show and script.

    The episode's lies in `folder`, the show's above it, one for all days; that is the user's own
    picture where the show has one. Raises PublishError for one that can't be read or is too small.
    """
    covers = draw_show_cover(show, folder.parent)
    episode_cover = folder / "cover.jpg"
    save(draw_episode(show, script.title, script.date, script.language), episode_cover)
    return replace(covers, episode=episode_cover)


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
    image = _ground(colours, discs, SHOW_SIZE)
    text = shortened(drawable(title, BOLD) or name, TITLE_CHARACTERS)
    _set_title(image, text, colours, top=MARGIN, height=0.54, most_lines=4)
    return image


def draw_episode(show: Show, title: str, date: dt.date, language: Language) -> "Image":
    """The day, large, over the top story; the show's name small, and a part of its discs."""
    from PIL import ImageDraw

    colours = palette(show.name)
    discs = Disc(0.84, 0.18, 0.23), Disc(1.03, 0.33, 0.21)
    image = _ground(colours, discs, EPISODE_SIZE)
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
        _set_title(image, text, colours, top=0.64, height=0.28, most_lines=3, largest=0.1)
    return image


def save(image: "Image", path: Path) -> None:
    with replacing(path) as draft:
        image.save(
            draft, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True, subsampling=0
        )


def _month(date: dt.date, language: Language) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", date, locale=language.replace("-", "_"))


def _set_title(
    image: "Image",
    text: str,
    colours: Palette,
    top: float,
    height: float,
    most_lines: int,
    largest: float = 0.30,
) -> None:
    """Sets the text in the box below `top`, as large as it goes; shares of the side."""
    from PIL import ImageDraw

    side = image.width
    lines, size = fitted(
        text,
        BOLD,
        round((1 - 2 * MARGIN) * side),
        round(height * side),
        most_lines,
        LEADING,
        round(largest * side),
    )
    pen = ImageDraw.Draw(image)
    letters = font(BOLD, size)
    first = round(top * side + 0.74 * size)
    for index, line in enumerate(lines):
        baseline = first + round(index * size * LEADING)
        pen.text((round(MARGIN * side), baseline), line, colours.ink, letters, anchor="ls")


def _ground(colours: Palette, discs: tuple[Disc, Disc], side: int) -> "Image":
    """The ground with two discs, and a colour of its own where they overlap."""
    import numpy as np
    from PIL import Image

    rows, columns = np.ogrid[0:side, 0:side]
    picture = np.empty((side, side, 3), np.float32)
    picture[:] = _rgb(colours.ground)

    def cover(disc: Disc) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
        away = np.hypot(columns + 0.5 - disc.x * side, rows + 0.5 - disc.y * side)
        within = np.clip((disc.radius * side - away) / BLEND_WIDTH + 0.5, 0, 1)
        return within.astype(np.float32)

    first, second = cover(discs[0]), cover(discs[1])
    layers = ((first, colours.first), (second, colours.second), (first * second, colours.both))
    for mask, colour in layers:
        picture += mask[..., None] * (np.array(_rgb(colour), np.float32) - picture)
    return Image.fromarray(np.rint(picture).astype(np.uint8), "RGB")


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
