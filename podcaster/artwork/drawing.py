"""What all pictures are drawn with: a ground, two discs that overlap, and a title set large."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.artwork.lettering import BOLD, fitted, font
from podcaster.artwork.palette import Palette
from podcaster.store.files import replacing

if TYPE_CHECKING:
    from PIL.Image import Image

MARGIN = 0.08
LEADING = 1.02
JPEG_QUALITY = 90
BLEND_WIDTH = 1.5
"""Pixels over which a disc's edge fades, so that it isn't jagged."""


@dataclass(frozen=True)
class Disc:
    """Centre and radius, in shares of the picture's side."""

    x: float
    y: float
    radius: float


def save(image: "Image", path: Path) -> None:
    with replacing(path) as draft:
        image.save(
            draft, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True, subsampling=0
        )


def set_title(
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


def draw_ground(colours: Palette, discs: tuple[Disc, Disc], side: int) -> "Image":
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
