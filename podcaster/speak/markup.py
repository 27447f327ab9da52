"""What a script marks inside a line: `[pause 0.4]`, in seconds. Marks are never spoken."""

import re

LONGEST_PAUSE = 5.0
"""Seconds; a longer one is cut down to this."""
_PAUSE = re.compile(r"\[\s*pause\s+(\d{1,2}(?:\.\d{1,3})?)\s*s?\s*\]", re.IGNORECASE)


def pause_seconds(token: str) -> float | None:
    """The length of the pause that a token marks; None where it marks none."""
    mark = _PAUSE.fullmatch(token)
    return min(float(mark[1]), LONGEST_PAUSE) if mark else None


def without_pauses(text: str) -> str:
    """The text as it's read by an engine that can't pause where it's told to."""
    return " ".join(_PAUSE.sub(" ", text).split())
