"""What the rules alone find: the second reader has tests of its own."""

import datetime as dt

from podcaster.write.evidence import Unsupported
from podcaster.write.evidence.gate import by_rules, ground_for


def found_by_rules(
    text: str,
    source: str,
    language: str,
    published: dt.date | str | None = None,
    listening: dt.date | None = None,
) -> list[Unsupported]:
    """As `find_unsupported`, without the reader."""
    return by_rules(ground_for(text, source, language, published, listening))
