"""What a story is about, by the words that give it away."""

import functools
import re

from podcaster.gather.words import desk_words
from podcaster.models import Topic

TITLE_WEIGHT = 3
MOST_OF_ONE_WORD = 2
LEAST_SCORE = 2
READ_CHARACTERS = 2500


@functools.cache
def _patterns(language: str) -> dict[Topic, re.Pattern[str]]:
    return {
        topic: re.compile(r"\b(" + "|".join(_expression(word) for word in words) + ")", re.I)
        for topic, words in desk_words(language).topics.items()
    }


def _expression(word: str) -> str:
    """A beginning of words; one of three letters or fewer must be the whole word."""
    return re.escape(word) + (r"\b" if len(word) <= 3 else "")


def topic_of(title: str, text: str, language: str) -> Topic:
    scores: dict[Topic, int] = {}
    for topic, pattern in _patterns(language).items():
        counts: dict[str, int] = {}
        for found in pattern.findall(text[:READ_CHARACTERS]):
            counts[found.lower()] = min(MOST_OF_ONE_WORD, counts.get(found.lower(), 0) + 1)
        scores[topic] = sum(counts.values()) + TITLE_WEIGHT * len(set(pattern.findall(title)))
    if not scores:
        return "other"
    best = max(scores, key=lambda topic: scores[topic])
    return best if scores[best] >= LEAST_SCORE else "other"
