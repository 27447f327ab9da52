"""Seeing that a sentence was said already, word for word or nearly."""

import functools
import re
from collections.abc import Iterable

from podcaster.gather.words import desk_words

SHARED = 0.85
"""Of all words of both sentences."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def said_in(text: str, said: Iterable[str], language: str) -> bool:
    """Whether one of `said` has the same words but for a few that change nothing.

    A name, a figure or a negation more or less is another statement.
    """
    new = _words(text)
    return any(_same(new, _words(other), language) for other in said)


def _same(one: frozenset[str], other: frozenset[str], language: str) -> bool:
    if len(one & other) < SHARED * len(one | other):
        return False
    negations = desk_words(language).stop.negations
    return not any(
        word.lower() in negations or word[0].isdigit() or word[0].isupper() for word in one ^ other
    )


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    first, _, rest = text.partition(" ")
    return frozenset(_WORD.findall(f"{first.lower()} {rest}"))
