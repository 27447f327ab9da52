"""What was said against what was heard, word by word."""

import re
import unicodedata
from collections.abc import Sequence

_APART = re.compile(r"[^\w']+")


def bare_words(text: str) -> list[str]:
    """The words in lower case, without punctuation and quotation marks."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'").lower()
    return [word for word in (part.strip("'") for part in _APART.split(plain)) if word]


def misheard(said: str, heard: str) -> int:
    """Words that must be put in, taken out or changed to get from the one to the other."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(bare_words(said), bare_words(heard))


def word_error_rate(pairs: Sequence[tuple[str, str]]) -> float:
    """Misheard words as a share of the words said, over pairs of (said, heard)."""
    total = sum(len(bare_words(said)) for said, _ in pairs)
    return sum(misheard(said, heard) for said, heard in pairs) / max(1, total)
