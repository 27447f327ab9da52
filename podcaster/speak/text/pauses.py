"""The pauses that a script marks: `[pause 0.4]`."""

import re
from collections.abc import Iterator

from podcaster.speak.text.spoken import Reading

PAUSE = re.compile(r"\[\s*(?i:pause)\s+\d{1,2}(?:\.\d{1,3})?\s*s?\s*\]")


def read_pauses(text: str) -> Iterator[Reading]:
    """Each mark is a token of its own that says nothing; the engine reads its seconds."""
    for match in PAUSE.finditer(text):
        yield Reading(*match.span(), ("",), "pause")
