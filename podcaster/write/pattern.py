"""How a framing line is built: its small words and marks, with what fills it masked."""

import re

from podcaster.write.evidence.lexicon import lexicon_for

MOST_SHARE = 0.1
"""The share of an episode's framing lines that may be built alike."""
PART = re.compile(r"\{\w+\}|[^\W_]+|[.,:;?!¿¡]")
FILL = "*"


def pattern(text: str, language: str) -> str:
    """`Now to business, Noah.` and `Now to sport, Noah.` are both `now to *, *.`.

    Blanks of a template, in single braces, count as what fills them.
    """
    small = lexicon_for(language).stop
    parts: list[str] = []
    for found in PART.findall(text):
        word = found.casefold()
        said = word if word in small or (not word[-1].isalnum() and word[0] != "{") else FILL
        if not (said == FILL and parts[-1:] == [FILL]):
            parts.append(said)
    return " ".join(parts)


def most_alike(lines: int) -> int:
    """How many of so many framing lines may be built alike; one of each is no repetition."""
    return max(1, int(MOST_SHARE * lines))
