"""`[writer.model]`: which server, which model, and what a build may spend on it."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator

from podcaster.errors import UsageError
from podcaster.models import Value

Structure = Literal["json_schema", "json_object", "none"]


class Settings(Value):
    """Prices and limits are in one currency of the user's choice."""

    base_url: str = "http://localhost:11434/v1"
    """Ollama's own, where nothing is said."""
    model: str = Field(min_length=1)
    key_variable: str = "OPENAI_API_KEY"
    """The environment variable that holds the key. The key itself is never written anywhere."""
    needs_key: bool = False
    """True for a hosted server: without a key the episode is then written without the model."""
    temperature: float | Literal["default"] = 0.4
    """From 0 to 2. With `default` none is sent: some hosted models take none."""
    max_tokens: int = Field(default=2000, ge=100, le=100_000)
    """Of one answer."""
    max_tokens_name: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    """How the server calls it; some hosted models know only the second."""
    structure: Literal["auto", "json_schema", "json_object", "none"] = "auto"
    """How the shape of an answer is asked for; `auto` takes the strictest that the server has."""
    timeout_seconds: float = Field(default=120.0, gt=0, le=3600)
    """Of one request."""
    patience_seconds: float = Field(default=1200.0, gt=0)
    """Of one build: after so long the model is asked nothing more."""
    attempts: int = Field(default=3, ge=1, le=10)
    wait_seconds: float = Field(default=1.0, ge=0, le=60)
    """Before the second attempt; it doubles from there, up to 30 seconds."""
    price_per_million_in: float = Field(default=0.0, ge=0)
    """Of the tokens that are sent."""
    price_per_million_out: float = Field(default=0.0, ge=0)
    """Of the tokens that come back."""
    spending_limit: float | None = Field(default=None, ge=0)
    """What one build may cost. A request that could go over it isn't sent."""
    token_limit: int | None = Field(default=None, ge=0)
    """How many tokens one build may send and get."""
    source_words: int = Field(default=1500, ge=100, le=20_000)
    """How much of a story the model is shown, the leading article's beginning first."""
    banned: tuple[str, ...] = ()
    """Phrases that no line may hold, on top of the project's own."""

    @field_validator("temperature")
    @classmethod
    def _is_a_temperature(cls, value: float | str) -> float | str:
        if isinstance(value, float) and not 0 <= value <= 2:
            raise ValueError("should be from 0 to 2")
        return value

    @field_validator("base_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError("should begin with https:// or http://")
        if "@" in value:
            raise ValueError("should hold no password; name the key's variable in key_variable")
        return value.rstrip("/")


def read_settings(options: Mapping[str, Any]) -> Settings:
    """Raises UsageError naming the setting and what would be right."""
    try:
        return Settings.model_validate(dict(options))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(["writer.model", *(str(part) for part in first["loc"])])
        if first["type"] == "extra_forbidden":
            raise UsageError(
                f"{key} isn't a setting that podcaster knows.",
                f"Known: {', '.join(sorted(Settings.model_fields))}.",
            ) from error
        if first["type"] == "missing":
            raise UsageError(
                f"{key} is missing: the model writer needs to know which model to ask.",
                'Add to podcaster.toml: [writer.model] with model = "...". See docs/writers.md.',
            ) from error
        problem = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
        raise UsageError(f"{key}: {problem}.", f"Set {key} right, and run it again.") from error
