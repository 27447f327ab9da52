"""Other ways to say a line: cut at its marks, slower, its misheard words spelled as they sound.

Pure: texts and deliveries in, texts and deliveries out. Whether another way is better is for those
to say who hear it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from podcaster.models import Delivery, Emphasis
from podcaster.speak.kokoro.phonemes import CLAUSE_MARKS, SENTENCE_MARKS
from podcaster.speak.markup import pause_seconds
from podcaster.speak.passages import CLAUSE_GAP, SENTENCE_GAP
from podcaster.speak.text import Spoken
from podcaster.speak.wording import spoken_words

Means = Literal["split", "slower", "respelled"]
MEANS: dict[Means, str] = {
    "split": "phrase by phrase",
    "slower": "more slowly",
    "respelled": "spelled as it sounds",
}
"""Each in words, for a report."""

FEWEST_WORDS = 3
"""A phrase of fewer words is read unsteadily by itself."""
SLOWER = 0.88
SLOWEST = 0.75
"""Factors on the rate; below the second nothing is slowed further."""
CLOSERS = "”\")'»’"


@dataclass(frozen=True)
class Phrase:
    """A part of a line that's said by itself."""

    text: str
    delivery: Delivery
    gap: float = 0.0
    """Seconds of silence before it."""
    printed: tuple[str, ...] = ()
    """The printed word that each token of `text` stands for; empty for a token that goes on with
    the word before. Nothing where `text` is as printed."""


@dataclass(frozen=True)
class Version:
    """One way to say a line."""

    means: Means
    phrases: tuple[Phrase, ...]


def other_versions(
    text: str, delivery: Delivery, language: str, misheard: Sequence[str] = ()
) -> Iterator[Version]:
    """Every other way to say it, in the order in which to try them.

    `misheard` are the stretches of said words that a recogniser heard differently.
    """
    spoken = spoken_words(text, language)
    for version in (
        respelled(delivery, language, spoken, misheard),
        split(text, delivery, spoken),
        slower(text, delivery),
    ):
        if version is not None:
            yield version


def split(text: str, delivery: Delivery, spoken: Sequence[Spoken]) -> Version | None:
    """Sentence by sentence, or, where there's only one, cut at the mark nearest to its middle.

    None where there's no mark to cut at that leaves phrases of some words.
    """
    cuts = _cuts(spoken, SENTENCE_MARKS)
    if not cuts:
        middle = len(text) / 2
        cuts = sorted(
            _cuts(spoken, CLAUSE_MARKS), key=lambda cut: abs(spoken[cut - 1].end - middle)
        )[:1]
    if not cuts:
        return None
    phrases: list[Phrase] = []
    words = 0
    for first, last in pairwise([0, *cuts, len(spoken)]):
        tokens = spoken[first:last]
        count = sum(pause_seconds(token.text) is None for token in tokens)
        gap = _gap(spoken[first - 1], tokens[0], delivery) if first else 0.0
        phrases.append(
            Phrase(
                text[tokens[0].start : tokens[-1].end],
                _share(delivery, words, count, tokens[-1], ends=last == len(spoken)),
                gap,
            )
        )
        words += count
    return Version("split", tuple(phrases))


def slower(text: str, delivery: Delivery) -> Version | None:
    rate = (delivery.rate or 1.0) * SLOWER
    if rate < SLOWEST:
        return None
    return Version("slower", (Phrase(text, delivery.model_copy(update={"rate": rate})),))


def respelled(
    delivery: Delivery,
    language: str,
    spoken: Sequence[Spoken],
    misheard: Sequence[str],
) -> Version | None:
    """The misheard words spelled as they sound; None where none of them has another spelling."""
    wrong = {word.replace(".", "") for part in misheard for word in _plain(part).split()}
    tokens: list[str] = []
    printed: list[str] = []
    for token in spoken:
        said = set(_plain(token.spoken).replace(".", "").split()) | {_plain(token.text)}
        spellings = [token.text]
        if said & wrong and pause_seconds(token.text) is None:
            spellings = _spelling(token, language).split() or spellings
        tokens += spellings
        printed += [token.text, *[""] * (len(spellings) - 1)]
    if tokens == [token.text for token in spoken]:
        return None
    words = [word for word in printed if pause_seconds(word) is None]
    moved = [index for index, word in enumerate(words) if word]
    emphasis = tuple(
        Emphasis(first=moved[span.first], last=moved[span.last], strength=span.strength)
        for span in delivery.emphasis
        if span.last < len(moved)
    )
    directed = delivery.model_copy(update={"emphasis": emphasis})
    return Version("respelled", (Phrase(" ".join(tokens), directed, 0.0, tuple(printed)),))


def _spelling(token: Spoken, language: str) -> str:
    """A token in other letters that a voice reads more plainly.

    An acronym said as a word is spelled out and the other way round; a compound is said word by
    word; in English a name goes without accents, and capitals inside it begin a word.
    """
    match = re.fullmatch(r"(\W*)(.*?)(\W*)", token.text, re.DOTALL)
    before, word, after = match.groups() if match else ("", token.text, "")
    if "acronym" in token.origin:
        bare = word.replace(".", "")
        is_spelled = "." in token.spoken.rstrip(".")
        return before + (bare.capitalize() if is_spelled else ".".join(bare.upper()) + ".") + after
    if any(letter.isdecimal() for letter in word):
        return token.text
    word = re.sub(r"(?<=\w)[-‑–/](?=\w)", " ", word)
    if language.split("-")[0] == "en":
        word = _without_accents(word)
        word = re.sub(r"(?<=[a-z]{2})(?=[A-Z][a-z])", " ", word)
    return before + word + after


def _cuts(spoken: Sequence[Spoken], marks: str) -> list[int]:
    """Indices of tokens that a phrase may begin with, some words on either side of each."""
    cuts: list[int] = []
    begins = 0
    for index in range(1, len(spoken)):
        closes = spoken[index - 1].spoken.rstrip(CLOSERS)[-1:]
        if closes not in tuple(marks):
            continue
        if min(_count(spoken[begins:index]), _count(spoken[index:])) >= FEWEST_WORDS:
            cuts.append(index)
            begins = index
    return cuts


def _count(tokens: Sequence[Spoken]) -> int:
    return sum(any(letter.isalnum() for letter in token.spoken) for token in tokens)


def _gap(before: Spoken, after: Spoken, delivery: Delivery) -> float:
    if pause_seconds(after.text) is not None:
        return 0.0
    ends = before.spoken.rstrip(CLOSERS)[-1:] in tuple(SENTENCE_MARKS)
    return (SENTENCE_GAP if ends else CLAUSE_GAP) * (delivery.pauses or 1.0)


def _share(delivery: Delivery, first: int, count: int, last: Spoken, *, ends: bool) -> Delivery:
    """What a phrase of `count` words, the first being `first`, gets of the line's delivery."""
    emphasis = tuple(
        _moved(span, first, count)
        for span in delivery.emphasis
        if span.first < first + count and span.last >= first
    )
    ending = delivery.ending
    if not ends:
        closes = last.spoken.rstrip(CLOSERS)[-1:] in tuple(SENTENCE_MARKS)
        ending = None if closes else "continuing"
    return delivery.model_copy(update={"emphasis": emphasis, "ending": ending})


def _moved(span: Emphasis, first: int, count: int) -> Emphasis:
    return Emphasis(
        first=max(0, span.first - first),
        last=min(count - 1, span.last - first),
        strength=span.strength,
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w.']+", _without_accents(text.lower().replace("-", " "))))


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in letters if not unicodedata.combining(letter))
    )
