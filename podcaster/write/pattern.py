"""How framing lines are built: their small words and marks, with what fills them masked."""

import re
from collections import Counter
from collections.abc import Sequence

from podcaster.models import ASSERTING_ROLES, Line
from podcaster.write.evidence.lexicon import lexicon_for

MOST_SHARE = 0.1
"""The share of an episode's framing lines that may be built alike."""
PART = re.compile(r"\{\w+\}|[^\W_]+|[.,:;?!¿¡]")
FILL = "*"


def pattern(text: str, language: str) -> str:
    """`Now to business, Noah.` and `Now to sport, Noah.` are both `* to * , * .`.

    Blanks of a template, in single braces, count as what fills them.
    """
    small = lexicon_for(language).stop
    parts: list[str] = []
    for found in PART.findall(text):
        word = found.casefold()
        is_mark = len(word) == 1 and not word.isalnum()
        said = word if is_mark or word in small else FILL
        if said != FILL or parts[-1:] != [FILL]:
            parts.append(said)
    return " ".join(parts)


def built_alike(lines: Sequence[Line], language: str) -> list[tuple[Line, str]]:
    """The framing lines whose pattern more than a tenth of them share, each with its pattern.

    Of those that share one, the first are as many as may; only the others are named. One line of
    each pattern is never too many.
    """
    framing = [line for line in lines if line.role not in ASSERTING_ROLES or line.frame]
    most = max(1, int(MOST_SHARE * len(framing)))
    counts: Counter[str] = Counter()
    found: list[tuple[Line, str]] = []
    for line in framing:
        told = line.role in ASSERTING_ROLES
        built = pattern(line.frame.partition(": ")[2] if told else line.text, language)
        counts[built] += 1
        if counts[built] > most:
            found.append((line, built))
    return found
