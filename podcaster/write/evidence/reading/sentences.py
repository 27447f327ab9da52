"""A text as the gate reads it: sentences of words, each word in its chunk."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from podcaster.write.evidence.lexicon import Lexicon, lexicon_for
from podcaster.write.evidence.reading.grammar import Grammar, parse
from podcaster.write.evidence.reading.words import Word, words

_ENDS = ".!?…"
_CLOSING = "\"”’»)]'"
_OPENING = '"“‘«([—–-¿¡'
WRAPPED = 0.4
"""Share of lines that begin small from which on a single line break ends no sentence."""
_BREAKING_MARKS = ',;:()–—"“”«»…'


@dataclass(frozen=True)
class Passage:
    """A text read once: its words, sentences and chunks.

    A chunk is the stretch between commas, conjunctions and the like; it holds what belongs most
    closely together.
    """

    text: str
    language: str
    words: tuple[Word, ...]
    bounds: tuple[tuple[int, int], ...]
    """First and last-but-one word of each sentence."""
    groups: tuple[str, ...] = ()
    """What each sentence belongs to (an item's id), where the passage holds several articles."""
    ids: tuple[str, ...] = ()
    """The sentences' own ids, where they have any."""

    @cached_property
    def lexicon(self) -> Lexicon:
        return lexicon_for(self.language)

    @cached_property
    def grammar(self) -> Grammar | None:
        """The parse of every sentence; None in a language without a parser."""
        return parse(self.words, self.bounds, self.language)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The number of the sentence that each word stands in."""
        return tuple(
            number for number, (first, last) in enumerate(self.bounds) for _ in range(first, last)
        )

    @cached_property
    def chunk_of(self) -> tuple[int, ...]:
        """The number of the chunk that each word stands in."""
        breaks = self.lexicon.vocabulary("breaks")
        chunks: list[int] = []
        number = 0
        for first, last in self.bounds:
            number += 1
            for at in range(first, last):
                word = self.words[at]
                if (word.is_mark and word.text in _BREAKING_MARKS) or breaks.length_at(
                    self.words, at
                ):
                    number += 1
                chunks.append(number)
        return tuple(chunks)

    def sentence(self, number: int) -> Sequence[Word]:
        first, last = self.bounds[number]
        return self.words[first:last]

    def sentence_text(self, number: int) -> str:
        first, last = self.bounds[number]
        return self.text[self.words[first].start : self.words[last - 1].end]

    def says(self, number: int, *entry: str) -> bool:
        """Whether a sentence has one of the phrases of one of the lexicon's vocabularies."""
        phrases = self.lexicon.vocabulary(*entry)
        return any(phrases.length_at(self.words, at) for at in range(*self.bounds[number]))

    def is_content(self, at: int) -> bool:
        word = self.words[at]
        return word.kind in ("word", "code") and not self.lexicon.is_stop(word)


def read(text: str, language: str) -> Passage:
    """Cuts a text into sentences and words."""
    found = words(text, language)
    bounds = tuple(_sentences(text, found, lexicon_for(language)))
    return Passage(text, language, found, bounds)


def read_sentences(
    sentences: Sequence[str],
    language: str,
    groups: Sequence[str] = (),
    ids: Sequence[str] = (),
) -> Passage:
    """A passage of sentences that are numbered already; empty ones are left out."""
    text = "\n\n".join(sentences)
    found: list[Word] = []
    bounds: list[tuple[int, int]] = []
    kept: list[int] = []
    offset = 0
    for number, sentence in enumerate(sentences):
        first = len(found)
        found += (_moved(word, offset) for word in words(sentence, language))
        if len(found) > first:
            bounds.append((first, len(found)))
            kept.append(number)
        offset += len(sentence) + 2
    return Passage(
        text,
        language,
        tuple(found),
        tuple(bounds),
        tuple(groups[n] for n in kept) if groups else (),
        tuple(ids[n] for n in kept) if ids else (),
    )


def _moved(word: Word, by: int) -> Word:
    return Word(
        word.text,
        word.start + by,
        word.end + by,
        word.kind,
        word.lower,
        word.fold,
        word.lemma,
        word.stem,
    )


def _sentences(text: str, found: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    first = 0
    at = 0
    wrapped = _is_wrapped(text)
    while at < len(found):
        word = found[at]
        following = at + 1
        paragraph = following < len(found) and _parts(text, word, found[following], wrapped)
        if paragraph or (word.text in _ENDS and _ends(text, found, at, lexicon)):
            while (
                not paragraph
                and following < len(found)
                and found[following].text in _CLOSING
                and text[found[following].start - 1 : found[following].start] != " "
            ):
                following += 1
            yield first, following
            first = following
            at = following
        else:
            at += 1
    if first < len(found):
        yield first, len(found)


def _is_wrapped(text: str) -> bool:
    """Whether lines break for their width: a new one often goes on in small letters."""
    starts = re.findall(r"[^\s][ \t]*\n[ \t]*([^\s])", text)
    small = sum(str(start).islower() for start in starts)
    return small > 0 and small >= WRAPPED * len(starts)


def _parts(text: str, left: Word, right: Word, wrapped: bool) -> bool:
    """Whether a paragraph ends between two words, and not only a line."""
    lines = text.count("\n", left.end, right.start)
    goes_on = wrapped or (left.text not in _ENDS and right.text[:1].islower())
    return lines > 1 or (lines == 1 and not goes_on)


def _ends(text: str, found: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the mark at `at` ends a sentence, and isn't an abbreviation's full stop."""
    rest = [word for word in found[at + 1 : at + 4] if word.text not in _CLOSING + _OPENING]
    if not rest:
        return True
    if text[found[at].end : found[at].end + 1].isalnum():
        return False
    if rest[0].text[:1].islower() or rest[0].text in ",;:":
        return False
    if found[at].text != "." or at == 0:
        return True
    before = found[at - 1]
    initial = len(before.text) == 1 and before.text.isupper()
    return not initial and before.lower.rstrip(".") not in lexicon.abbreviations
