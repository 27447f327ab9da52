"""Seeing that several articles tell one event.

Two articles are one event when each one's title is mostly said again in the other's title and
first sentences, and the first sentences themselves are alike. Names and figures count double:
two matches of one team share most words, but not the opponent and the score. Precision comes
first: an event told twice is a smaller fault than two events mixed up.
"""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from podcaster.gather.words import desk_words

LEAD_WORDS = 60
STEM_LETTERS = 6
NAME_WEIGHT = 2.0
TITLE_COVERED = 0.5
LEADS_ALIKE = 0.22
APART_AT_MOST = dt.timedelta(hours=60)
_TOKEN = re.compile(r"\d+(?:[.,:\-–]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+[\"'“«(]?|^[\"'“«(])$")


@dataclass(frozen=True)
class Gist:
    """What an article's title and first sentences are made of: a weight for each stem."""

    title: Mapping[str, float]
    lead: Mapping[str, float]
    published: dt.datetime | None

    def has(self, stem: str) -> bool:
        return stem in self.title or stem in self.lead


def gist_of(title: str, text: str, published: dt.datetime | None, language: str) -> Gist:
    lead = " ".join(text.split()[:LEAD_WORDS])
    names = _names(lead)
    return Gist(_weights(title, names, language), _weights(lead, names, language), published)


def same_event(one: Gist, other: Gist) -> bool:
    if one.published and other.published and abs(one.published - other.published) > APART_AT_MOST:
        return False
    if min(_covered(one, other), _covered(other, one)) < TITLE_COVERED:
        return False
    if not one.lead or not other.lead:
        return min(_covered(one, other), _covered(other, one)) > 0.75
    return _alike(one.lead, other.lead) >= LEADS_ALIKE


def cluster(gists: Sequence[Gist]) -> list[list[int]]:
    """Groups of indices that tell one event, in the order of their first members.

    An article joins a group when it tells the same event as its first member and as at least
    half of all its members, so that a chain of likenesses doesn't grow.
    """
    groups: list[list[int]] = []
    for index, gist in enumerate(gists):
        for group in groups:
            agreeing = [same_event(gist, gists[member]) for member in group]
            if agreeing[0] and sum(agreeing) * 2 >= len(group):
                group.append(index)
                break
        else:
            groups.append([index])
    return groups


def _covered(one: Gist, other: Gist) -> float:
    """How much of one's title is said in the other's title or lead, in [0, 1]."""
    whole = sum(one.title.values())
    said = sum(weight for stem, weight in one.title.items() if other.has(stem))
    return said / whole if whole else 0.0


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of two weighted bags of stems, in [0, 1]."""
    dot = sum(weight * other.get(stem, 0.0) for stem, weight in one.items())
    return dot / (_length(one) * _length(other)) if dot else 0.0


def _length(bag: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in bag.values()))


def _weights(text: str, names: frozenset[str], language: str) -> dict[str, float]:
    stop = desk_words(language).stop.words
    found: dict[str, float] = {}
    for token in _TOKEN.findall(text):
        word = re.sub(r"^[^\W\d_]{1,2}['’]|['’]s?$", "", token)
        if word.lower() in stop or (len(word) < 2 and not word.isdigit()):
            continue
        stem = _stem(word)
        heavy = stem in names or word[0].isdigit() or (word.isupper() and len(word) > 1)
        found[stem] = NAME_WEIGHT if heavy else 1.0
    return found


def _names(text: str) -> frozenset[str]:
    """Stems of words with a capital inside a sentence."""
    return frozenset(
        _stem(match.group())
        for match in _TOKEN.finditer(text)
        if match.group()[0].isupper() and not _SENTENCE_START.search(text[: match.start()])
    )


def _stem(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.lower())
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    return bare if bare[:1].isdigit() else re.sub(r"['’]s?$", "", bare)[:STEM_LETTERS]
