"""The picture inside the audio file: small enough not to weigh on every download."""

from io import BytesIO
from pathlib import Path

from podcaster.errors import MasterError

SIDE = 1400
"""Pixels; the least that podcast directories take."""
QUALITY = 85


def front_cover(path: Path) -> bytes:
    """The cover as a JPEG of at most 1400 pixels a side. Raises MasterError for no picture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            small = picture.convert("RGB")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise MasterError(
            f"the episode's cover can't be read: {path} ({error})", "Use a JPEG or PNG picture."
        ) from error
    small.thumbnail((SIDE, SIDE))
    content = BytesIO()
    small.save(content, "JPEG", quality=QUALITY)
    return content.getvalue()
