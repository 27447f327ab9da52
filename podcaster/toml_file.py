"""Reading TOML that a user writes."""

import tomllib
from pathlib import Path
from typing import Any

from podcaster.errors import UsageError


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a file that there is. Raises UsageError naming one that isn't TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} isn't valid TOML: {error}.", "Mend that line.") from error
