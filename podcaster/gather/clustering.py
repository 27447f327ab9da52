"""Seeing that several articles tell one event.

Two articles are one event when their titles are said again in the other's title and first
sentences, and the first sentences themselves are alike. They are two events, however alike, when
each title has a name, or a word that its first sentences take up, that the other article doesn't
have: two matches of one team share most words, but not the opponent. Precision comes first: an
event told twice is a smaller fault than two events mixed up. The figures were set on the pairs in
`tests/gather/events.toml`.
"""

import datetime as dt
import functools
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from podcaster.gather.words import desk_words

LEAD_WORDS = 60
STEM_LETTERS = 6
NAME_LETTERS = 4
NAME_WEIGHT = 2.0
LEAST_COVERED = 0.3
LEAST_LIKENESS = 1.18
"""Of the titles' mean coverage and the likeness of all words, each in [0, 1], together."""
TITLES_ALONE = 0.75
APART_AT_MOST = dt.timedelta(hours=60)
_TOKEN = re.compile(r"\d+(?:[.,:\-–]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+[\"'“«(]?|^[\"'“«(])$")


@dataclass(frozen=True)
class Gist:
    """What an article's title and first sentences are made of: a weight for each stem."""

    title: Mapping[str, float]
    lead: Mapping[str, float]
    published: dt.datetime | None

    @functools.cached_property
    def words(self) -> Mapping[str, float]:
        """Of title and lead together."""
        return {**self.lead, **self.title}

    @functools.cached_property
    def length(self) -> float:
        """Of `words` as a vector."""
        return math.sqrt(sum(weight * weight for weight in self.words.values()))

    @functools.cached_property
    def beginnings(self) -> frozenset[str]:
        return frozenset(stem[:NAME_LETTERS] for stem in self.words)


def gist_of(title: str, text: str, published: dt.datetime | None, language: str) -> Gist:
    lead = " ".join(text.split()[:LEAD_WORDS])
    names = _names(lead) | (_names(title) if _is_sentence_case(title) else frozenset())
    return Gist(
        title=_weights(title, names, language),
        lead=_weights(lead, names, language),
        published=published,
    )


def same_event(one: Gist, other: Gist) -> bool:
    if one.published and other.published and abs(one.published - other.published) > APART_AT_MOST:
        return False
    covered = _covered(one, other), _covered(other, one)
    if min(covered) < LEAST_COVERED:
        return False
    if _contradict(_its_own(one, other), _its_own(other, one)):
        return False
    if _core_of_its_own(one, other) and _core_of_its_own(other, one):
        return False
    if not one.lead or not other.lead:
        return min(covered) >= TITLES_ALONE
    return sum(covered) / 2 + _alike(one, other) >= LEAST_LIKENESS


def cluster(gists: Sequence[Gist]) -> list[list[int]]:
    """Groups of indices that tell one event, in the order of their first members.

    An article joins a group when it tells the same event as its first member and as at least
    half of all its members, so that a chain of likenesses doesn't grow.
    """
    groups: list[list[int]] = []
    for index, gist in enumerate(gists):
        for group in groups:
            if same_event(gist, gists[group[0]]) and _agrees(gist, [gists[at] for at in group]):
                group.append(index)
                break
        else:
            groups.append([index])
    return groups


def _agrees(gist: Gist, members: Sequence[Gist]) -> bool:
    return sum(same_event(gist, member) for member in members) * 2 >= len(members)


def _covered(one: Gist, other: Gist) -> float:
    """How much of one's title is said in the other's title or lead, in [0, 1]."""
    whole = sum(one.title.values())
    said = sum(weight for stem, weight in one.title.items() if stem in other.words)
    return said / whole if whole else 0.0


def _its_own(one: Gist, other: Gist) -> frozenset[str]:
    """Names and figures in one's title that the other never says; "Greek" says "Greece"."""
    return frozenset(
        stem
        for stem, weight in one.title.items()
        if weight == NAME_WEIGHT and stem[:NAME_LETTERS] not in other.beginnings
    )


def _core_of_its_own(one: Gist, other: Gist) -> bool:
    """Whether a word of one's title that its lead takes up is nowhere in the other."""
    return any(
        stem in one.lead and stem[:NAME_LETTERS] not in other.beginnings for stem in one.title
    )


def _contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both titles have something of their own, and not figures alone.

    Counts of the dead differ from newsroom to newsroom; the places where they died do not.
    """
    return bool(one and other) and any(not stem[0].isdigit() for stem in one | other)


def _is_sentence_case(title: str) -> bool:
    """Whether capitals in a title mean names; in some newsrooms every word has one."""
    words = [word for word in title.split()[1:] if word[:1].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in words) * 3 <= len(words) * 2


def _alike(one: Gist, other: Gist) -> float:
    """Cosine of the two bags of stems, in [0, 1]."""
    dot = sum(weight * other.words.get(stem, 0.0) for stem, weight in one.words.items())
    return dot / (one.length * other.length) if dot else 0.0


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
