"""Numbers written out in words, found with text2num."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.words import Word

_ORDINAL_ENDINGS = ("first", "second", "third", "th", "ième", "ièmes")
_SPOKEN = frozenset({"en", "fr", "es", "pt", "it", "de", "nl"})


@dataclass(frozen=True)
class Spelled:
    """Words `first` to `last - 1` spell `value`."""

    first: int
    last: int
    value: float
    ordinal: bool


@dataclass(frozen=True)
class _Token:
    written: str
    first: int
    last: int

    def text(self) -> str:
        return self.written

    def nt_separated(self, previous: "_Token") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def spelled_numbers(passage: Passage, taken: frozenset[int] = frozenset()) -> list[Spelled]:
    """In order; words whose index is in `taken` are no part of any."""
    language = passage.lexicon.language
    if language not in _SPOKEN:
        return []
    found: list[Spelled] = []
    for first, last in passage.bounds:
        found += _in_sentence(passage.words, first, last, language, taken)
    return found


def _in_sentence(
    words: Sequence[Word], first: int, last: int, language: str, taken: frozenset[int]
) -> Iterator[Spelled]:
    import text_to_num

    tokens = list(_tokens(words, first, last, language, taken))
    for run in text_to_num.find_numbers(tokens, language, threshold=0):
        parts = [token for token in tokens[run.start : run.end] if token.written.strip()]
        yield Spelled(parts[0].first, parts[-1].last, run.value, run.is_ordinal)


def _tokens(
    words: Sequence[Word], first: int, last: int, language: str, taken: frozenset[int]
) -> Iterator[_Token]:
    """Words that a hyphen joins into a number are one token, and spaces are tokens too."""
    at = first
    while at < last:
        end = at + 1
        while (
            end + 1 < last
            and words[end].text in "-‑"
            and words[end].start == words[end - 1].end
            and words[end + 1].start == words[end].end
            and not taken & {at, end + 1}
        ):
            end += 2
        if end > at + 1 and not _is_number("".join(w.lower for w in words[at:end]), language):
            end = at + 1
        readable = not (set(range(at, end)) & taken) and words[at].kind == "word"
        written = "".join(word.lower for word in words[at:end]) if readable else ";"
        yield _Token(written, at, end)
        yield _Token(" ", end, end)
        at = end


def _is_number(written: str, language: str) -> bool:
    import text_to_num

    try:
        text_to_num.text2num(written, language)
    except ValueError:
        return any(written.endswith(ending) for ending in _ORDINAL_ENDINGS)
    return True
