"""The settings of one engine, `[engine.<name>]` of podcaster.toml, checked, and its paths."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from podcaster.errors import UsageError

M = TypeVar("M", bound=BaseModel)


def read_options(model: type[M], engine: str, options: Mapping[str, Any]) -> M:
    """Raises UsageError naming the setting and what would be right."""
    try:
        return model.model_validate(dict(options))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join([f"engine.{engine}", *(str(part) for part in first["loc"])])
        if first["type"] == "extra_forbidden":
            raise UsageError(
                f"{key} isn't a setting that podcaster knows.",
                f"Known: {', '.join(sorted(model.model_fields))}.",
            ) from error
        problem = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
        raise UsageError(f"{key}: {problem}.", f"Set {key} right, and run it again.") from error


def located(path: Path, folder: Path) -> Path:
    """A path from the settings, which lie in `folder`, or from the command line.

    It's below `folder`, wherever podcaster was started; else where the command line means it.
    """
    own = path.expanduser()
    below = folder / own
    return own if own.exists() and not below.exists() else below
