"""`[engine.piper]`: where voices lie, and how they sample."""

from pathlib import Path

from pydantic import Field

from podcaster.models import Value


class Settings(Value):
    """Numbers that aren't given are the voice's own."""

    folder: Path | None = None
    """Where voices are found by name; `piper` in the user's cache when None."""
    voices: tuple[str, ...] = ()
    """Paths or names; the first two of a language are a show's default hosts."""
    length_scale: float | None = Field(default=None, gt=0.2, le=5)
    """How slow the voice is; delivery's rate comes on top."""
    noise_scale: float | None = Field(default=None, ge=0, le=2)
    """How much chance there is in the sound."""
    noise_w: float | None = Field(default=None, ge=0, le=2)
    """How much chance there is in the durations."""
    threads: int | None = Field(default=None, ge=1)
