"""From items to a story whose sentences have numbers."""

from collections.abc import Iterable

from podcaster.gather.splitting import split_sentences
from podcaster.models import NewsItem, Sentence

LONGEST_STORY = 400
"""Sentences; a live blog has thousands, and nobody tells them all."""


def number_sentences(story_id: str, items: Iterable[NewsItem]) -> tuple[Sentence, ...]:
    """`s2.1`, `s2.2`, ... through all items in order; never across the end of a paragraph."""
    numbered: list[Sentence] = []
    for item in items:
        for paragraph in item.text.split("\n\n"):
            for text in split_sentences(paragraph, item.language):
                if len(numbered) == LONGEST_STORY:
                    return tuple(numbered)
                numbered.append(
                    Sentence(id=f"{story_id}.{len(numbered) + 1}", item_id=item.id, text=text)
                )
    return tuple(numbered)
