"""The pictures inside the audio file: small enough not to weigh on every download."""

from io import BytesIO
from pathlib import Path

from podcaster.errors import MasterError

COVER_SIDE = 1400
"""Pixels; the least that podcast directories take."""
CARD_SIDE = 600
"""Pixels of a chapter's picture, of which a file holds many."""
QUALITY = 85


def front_cover(path: Path) -> bytes:
    """The cover as a JPEG of at most 1400 pixels a side. Raises MasterError for no picture."""
    return _small_jpeg(path, COVER_SIDE, "the episode's cover")


def story_card(path: Path) -> bytes:
    """A chapter's picture, at most 600 pixels a side. Raises MasterError for no picture."""
    return _small_jpeg(path, CARD_SIDE, "a story's picture")


def _small_jpeg(path: Path, side: int, what: str) -> bytes:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            small = picture.convert("RGB")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise MasterError(
            f"{what} can't be read: {path} ({error})", "Use a JPEG or PNG picture."
        ) from error
    small.thumbnail((side, side))
    content = BytesIO()
    small.save(content, "JPEG", quality=QUALITY)
    return content.getvalue()
