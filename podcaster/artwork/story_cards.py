"""A card for each story that's told: what apps show while its chapter plays.

It's the project's own drawing: an article's photo belongs to others, and may be linked but not
copied into the audio file.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.artwork.drawing import MARGIN, Disc, draw_ground, save, set_title
from podcaster.artwork.lettering import BOLD, MEDIUM, drawable, font, shortened
from podcaster.artwork.palette import palette
from podcaster.models import Edition, Script, Story
from podcaster.show import Show

if TYPE_CHECKING:
    from PIL.Image import Image

CARD_SIZE = 720
"""Pixels: sharp on a telephone, and some 35 kB in the audio file."""
TITLE_CHARACTERS = 90
SOURCE_CHARACTERS = 40


def draw_story_cards(
    show: Show, edition: Edition, script: Script, folder: Path
) -> Mapping[str, Path]:
    """By story id, `story-<id>.jpg` in `folder`; only of stories that the script tells."""
    told = {line.story_id for line in script.lines}
    stories = [story for story in edition.stories if story.id in told]
    cards = {story.id: folder / f"story-{story.id}.jpg" for story in stories}
    for number, story in enumerate(stories):
        save(draw_story(show, story, number), cards[story.id])
    return cards


def draw_story(show: Show, story: Story, number: int) -> "Image":
    """The story's title, large, over who reports it; the show's discs drift from card to card."""
    from PIL import ImageDraw

    colours = palette(show.name)
    drift = 0.17 * (number % 4)
    discs = Disc(0.92 - drift, 1.06, 0.30), Disc(1.10 - drift, 0.98, 0.24)
    image = draw_ground(colours, discs, CARD_SIZE)
    left = round(MARGIN * CARD_SIZE)
    source = shortened(drawable(story.lead.source, MEDIUM), SOURCE_CHARACTERS)
    small = font(MEDIUM, round(0.045 * CARD_SIZE))
    ImageDraw.Draw(image).text((left, left), source, colours.ink, small, anchor="ls")
    text = shortened(drawable(story.title, BOLD) or show.name, TITLE_CHARACTERS)
    set_title(image, text, colours, top=0.17, height=0.52, most_lines=5, largest=0.13)
    return image
