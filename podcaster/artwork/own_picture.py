"""The user's own cover: checked, and made into what directories take."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from podcaster.errors import PublishError
from podcaster.store.files import replacing

if TYPE_CHECKING:
    from PIL.Image import Image

SMALLEST, LARGEST = 1400, 3000
"""Pixels a side, from PSP-1."""

MOST_PIXELS = 100_000_000
QUALITY = 90


def adopt(picture: Path, target: Path, ground: str) -> tuple[str, ...]:
    """Writes the picture as a square RGB JPEG of 1400 to 3000 pixels, and says what was changed.

    Transparent parts get the colour `ground`. Raises PublishError for a picture that can't be
    read or has fewer than 1400 pixels on its shorter side.
    """
    from PIL import Image, ImageCms, ImageOps

    try:
        with Image.open(picture) as opened:
            _require_size(opened, picture)
            image, notes = _opaque_rgb(ImageOps.exif_transpose(opened), ground)
    except (OSError, SyntaxError, Image.DecompressionBombError, ImageCms.PyCMSError) as error:
        raise PublishError(
            f"The artwork {picture} can't be read: {error}.", _advice(picture)
        ) from error
    if image.width != image.height:
        notes.append(f"it was cut from {image.width} x {image.height} pixels to a square")
    side = min(image.width, image.height, LARGEST)
    if min(image.size) > LARGEST:
        notes.append(f"it was scaled to {LARGEST} pixels a side")
    image = ImageOps.fit(image, (side, side), Image.Resampling.LANCZOS)
    with replacing(target) as draft:
        image.save(draft, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return (f"The artwork {picture.name}: {', '.join(notes)}.",) if notes else ()


def _require_size(image: "Image", picture: Path) -> None:
    if min(image.size) < SMALLEST or image.width * image.height > MOST_PIXELS:
        raise PublishError(
            f"The artwork {picture} has {image.width} x {image.height} pixels.", _advice(picture)
        )


def _opaque_rgb(image: "Image", ground: str) -> tuple["Image", list[str]]:
    """Without alpha and in RGB, with what was done; pixels only, no metadata."""
    from PIL import Image

    notes: list[str] = []
    if image.has_transparency_data:
        notes.append("its transparent parts were filled")
        backdrop = Image.new("RGBA", image.size, ground)
        image = Image.alpha_composite(backdrop, image.convert("RGBA")).convert("RGB")
    elif image.mode != "RGB":
        notes.append(f"its colours were turned from {image.mode} into RGB")
        image = _converted(image)
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    return bare, notes


def _converted(image: "Image") -> "Image":
    """Through the picture's own colour profile where it has one, so that CMYK looks as printed."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile:
        return image.convert("RGB")
    own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    shown = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return shown or image.convert("RGB")


def _advice(picture: Path) -> str:
    return (
        f"Put a square JPEG or PNG of {SMALLEST} to {LARGEST} pixels at {picture},"
        " or remove the show's artwork setting to have a cover drawn."
    )
