"""Artwork: a cover for the show and one for each episode, drawn or the user's own."""

from podcaster.artwork.covers import Covers, draw_covers, draw_show_cover
from podcaster.artwork.palette import Palette, palette

__all__ = ["Covers", "Palette", "draw_covers", "draw_show_cover", "palette"]
