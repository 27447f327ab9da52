"""From items to a story whose sentences have numbers."""

from collections.abc import Iterable, Iterator

from podcaster.gather.repetition import said_in
from podcaster.gather.splitting import split_sentences
from podcaster.models import NewsItem, Sentence

LONGEST_STORY = 400
"""Sentences; a live page has thousands, and nobody tells them all."""


def number_sentences(
    story_id: str, items: Iterable[NewsItem], told: Iterable[NewsItem] = ()
) -> tuple[Sentence, ...]:
    """`s2.1`, `s2.2`, ... through all items in order; never across the end of a paragraph.

    A sentence that another item has said already is left out: newsrooms print the same agency's
    words. So is one that is said in the items of `told`, which earlier episodes told.
    """
    numbered: list[Sentence] = []
    said = [text for item in told for text in sentences_of(item)]
    for item in items:
        fresh = [text for text in sentences_of(item) if not said_in(text, said, item.language)]
        for text in fresh[: LONGEST_STORY - len(numbered)]:
            number = len(numbered) + 1
            numbered.append(Sentence(id=f"{story_id}.{number}", item_id=item.id, text=text))
        said += fresh
    return tuple(numbered)


def sentences_of(item: NewsItem) -> Iterator[str]:
    for paragraph in item.text.split("\n\n"):
        yield from split_sentences(paragraph, item.language)
