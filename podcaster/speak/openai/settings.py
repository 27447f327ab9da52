"""`[engine.openai]`: which server, which voices, and what it may cost."""

from typing import Literal

from pydantic import Field, field_validator

from podcaster.models import Language, Value

BUILT_IN_VOICES = ("alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage")
"""Those of OpenAI's own models."""


class Settings(Value):
    """Prices and limits are in one currency of the user's choice."""

    base_url: str = "https://api.openai.com/v1"
    model: str = "gpt-4o-mini-tts"
    voices: tuple[str, ...] = BUILT_IN_VOICES
    """The first two are a show's default hosts."""
    languages: tuple[Language, ...] = ()
    """What the server speaks; empty where it takes any language."""
    key_variable: str = "OPENAI_API_KEY"
    """The environment variable that holds the key. The key itself is never written anywhere."""
    needs_key: bool = True
    """False for a server of one's own that takes none."""
    instructions: bool = True
    """Whether the model takes `instructions`; else tone and style aren't honoured."""
    speed: bool = False
    """Whether the model honours `speed`; else the pace is changed afterwards."""
    format: Literal["wav", "pcm"] = "wav"
    pcm_sample_rate: int = Field(default=24_000, ge=8000, le=192_000)
    """Of `pcm`, which doesn't say its own."""
    timeout_seconds: float = Field(default=60.0, gt=0, le=600)
    attempts: int = Field(default=4, ge=1, le=10)
    wait_seconds: float = Field(default=1.0, ge=0, le=60)
    """Before the second attempt; it doubles from there, up to 30 seconds."""
    price_per_million_characters: float = Field(default=0.0, ge=0)
    spending_limit: float | None = Field(default=None, ge=0)
    """What one run may cost. A request that would go over it isn't sent."""

    @field_validator("base_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError("should begin with https:// or http://")
        return value.rstrip("/")
