"""`[engine.coqui]`: where it runs, what it samples with, whose recordings it may clone."""

from pathlib import Path

from pydantic import Field

from podcaster.models import Value

VCTK = "tts_models/en/vctk/vits"
BUILT_IN_VOICES = (
    f"{VCTK}#p225",
    f"{VCTK}#p226",
    "tts_models/fr/css10/vits",
    "tts_models/es/css10/vits",
    "tts_models/it/mai_female/vits",
    "tts_models/it/mai_male/vits",
    "tts_models/pt/cv/vits",
    "tts_models/de/thorsten/vits",
)
"""VITS models whose licences let a podcast be published. Coqui fetches one when it's first used."""


class Settings(Value):
    """Numbers that aren't given stay as the model's own configuration has them."""

    voices: tuple[str, ...] = BUILT_IN_VOICES
    """`<model>#<speaker>`, a model by name or by path; the first two of a language are a show's
    default hosts."""
    recordings: dict[str, Path] = Field(default_factory=dict)
    """Names for recordings that XTTS speaks like. Only of voices that are yours to use."""
    cpml_agreed: bool = False
    """Whether you agree to the Coqui Public Model License, which forbids commercial use. The
    variable COQUI_TOS_AGREED=1 says the same."""
    device: str = "cpu"
    """`cpu`, `cuda`, `cuda:1`, `mps`."""
    length_scale: float | None = Field(default=None, gt=0.2, le=5)
    """VITS: how slow; delivery's rate comes on top."""
    noise_scale: float | None = Field(default=None, ge=0, le=2)
    noise_scale_dp: float | None = Field(default=None, ge=0, le=2)
    """VITS: how much chance there is in the sound, and in the durations."""
    temperature: float | None = Field(default=None, gt=0, le=2)
    top_k: int | None = Field(default=None, ge=1)
    top_p: float | None = Field(default=None, gt=0, le=1)
    repetition_penalty: float | None = Field(default=None, ge=1)
    """XTTS: its sampling."""
