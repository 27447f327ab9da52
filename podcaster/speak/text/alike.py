"""How far what was heard is from what was written, whatever way either is spelled."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from podcaster.speak.text.lexicon import Lexicon
from podcaster.speak.text.verbalise import verbalise


@dataclass(frozen=True)
class Comparison:
    """A written line against what a recogniser wrote down."""

    words: int
    """Words that should have been heard, numbers and acronyms counted as they're said."""
    wrong: int
    """Words put in, left out or taken for others, as in a word error rate."""
    misheard: tuple[tuple[str, str], ...]
    """Each stretch that differs: what was written and what was heard, in said words."""

    @property
    def rate(self) -> float:
        """Share of words that were heard differently; 0 is perfect."""
        return self.wrong / self.words if self.words else float(self.wrong > 0)


def compare(
    written: str, heard: str, language: str, sound: Callable[[str], str] = str
) -> Comparison:
    """Both texts are put into said words first, so that `$5` and `five dollars` are the same.

    What differs only in where words are joined (`health care`, `healthcare`) counts as the same,
    and so does what `sound` makes equal: given a phonemiser, homophones (`frappé`, `frapper`).
    """
    from rapidfuzz.distance import Levenshtein

    wanted, got = said_words(written, language), said_words(heard, language)
    bare = [[_bare(word) for word in words] for words in (wanted, got)]
    wrong = 0
    misheard: list[tuple[str, str]] = []
    for first, last, start, end in _differing(Levenshtein.opcodes(*bare)):
        missing, instead = wanted[first:last], got[start:end]
        if _bare("".join(missing)) == _bare("".join(instead)):
            continue
        if missing and instead and sound(" ".join(missing)) == sound(" ".join(instead)):
            continue
        wrong += max(len(missing), len(instead))
        misheard.append((" ".join(missing), " ".join(instead)))
    return Comparison(len(wanted), wrong, tuple(misheard))


def said_words(text: str, language: str) -> list[str]:
    """The words of a text as they're said, without case and punctuation."""
    spoken = " ".join(token.spoken for token in verbalise(text, language, Lexicon()))
    plain = unicodedata.normalize("NFC", spoken.lower()).replace("-", " ")
    return re.findall(r"[^\W_]+(?:\.[^\W_]+)*(?:'[^\W_]+)?", plain)


def _bare(word: str) -> str:
    """Without accents and the points of acronyms, which recognisers set as they like."""
    letters = unicodedata.normalize("NFD", word.replace("œ", "oe").replace(".", ""))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _differing(opcodes: Iterable[Any]) -> list[tuple[int, int, int, int]]:
    """Stretches that differ, neighbours put together."""
    stretches: list[tuple[int, int, int, int]] = []
    for tag, first, last, start, end in opcodes:
        if tag == "equal":
            continue
        if stretches and stretches[-1][1] == first and stretches[-1][3] == start:
            stretches[-1] = (stretches[-1][0], last, stretches[-1][2], end)
        else:
            stretches.append((first, last, start, end))
    return stretches
