"""One line of a script against exactly the sentences that it cites."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from podcaster.models import ASSERTING_ROLES, Edition, Line, NewsItem, Sentence, Story
from podcaster.write.evidence.findings import Span, Unsupported
from podcaster.write.evidence.gate import examine
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read, read_sentences
from podcaster.write.evidence.reading.words import fold
from podcaster.write.evidence.titles import before_title

ANNOUNCING = ("headline", "recap")
"""Roles of a line that may say a title as its publisher printed it."""
BARELY = 0.12
"""A line that shares less than this of its weight with what it cites isn't carried by it."""


def judge(line: Line, edition: Edition, listening: dt.date | None = None) -> list[Unsupported]:
    """What an asserting line says that its sentences don't; empty where all is well.

    The rest of the article only tells who "he" is; a headline may say its title. A line of another
    role asserts nothing and is never at fault; `overruled` isn't looked at. `listening` is the day
    the line is heard on, the edition's own where it's None.
    """
    if line.role not in ASSERTING_ROLES:
        return []
    known = edition.sentences_by_id()
    missing = [ref for ref in line.evidence if ref not in known]
    ground = ground_of(line, edition, listening)
    if missing or ground is None:
        named = ", ".join(missing) or "no sentence"
        return [_whole(line, f"The line cites {named}, which the edition doesn't have.")]
    if line.role in ANNOUNCING:
        before = before_title(line.text, ground.titles, edition.language)
        if before is not None:
            return _in(line, edition, listening, before)
    return examine(ground) or _uncarried(line, ground)


def _in(line: Line, edition: Edition, listening: dt.date | None, text: str) -> list[Unsupported]:
    """What a part of the line says that its sentences don't."""
    if not text:
        return []
    ground = ground_of(line.model_copy(update={"text": text}), edition, listening)
    return examine(ground) if ground is not None else []


def ground_of(line: Line, edition: Edition, listening: dt.date | None = None) -> Ground | None:
    """The line and the sentences it's held against; None where the edition has none of them."""
    stories = [story for story in edition.stories if _cites(line, story)]
    if not stories:
        return None
    source = _reading(
        tuple(sentence for story in stories for sentence in story.sentences),
        tuple(item for story in stories for item in story.items),
        edition.language,
    )
    return Ground(
        text=Reading(
            read(_named_plainly(line.text, stories), edition.language), listening or edition.date
        ),
        source=source,
        cited=_cited(line, source.passage.ids),
        allowed=_publishers(stories),
        titles=tuple(item.title for story in stories for item in story.items),
    )


def _cites(line: Line, story: Story) -> bool:
    return any(sentence.id in line.evidence for sentence in story.sentences)


@lru_cache(maxsize=64)
def _reading(
    sentences: tuple[Sentence, ...], items: tuple[NewsItem, ...], language: str
) -> Reading:
    """All sentences of the line's stories; read once for all the lines that tell them."""
    passage = read_sentences(
        [sentence.text for sentence in sentences],
        language,
        [sentence.item_id for sentence in sentences],
        [sentence.id for sentence in sentences],
    )
    days = {item.id: item.published.date() if item.published else None for item in items}
    return Reading(passage, None, days)


def _cited(line: Line, ids: Sequence[str]) -> frozenset[int]:
    return frozenset(number for number, ref in enumerate(ids) if ref in line.evidence)


def _publishers(stories: list[Story]) -> frozenset[str]:
    """The sources' names, which a line may say aloud, cut into folded words."""
    names = (item.source for story in stories for item in story.items)
    return frozenset(fold(part) for name in names for part in name.replace("-", " ").split())


def _named_plainly(text: str, stories: list[Story]) -> str:
    """The line with the figures of its publishers' own names, as in FOX 13, made letters."""
    for name in {item.source for story in stories for item in story.items if item.source}:
        text = text.replace(name, re.sub(r"\d", "x", name))
    return text


def _uncarried(line: Line, ground: Ground) -> list[Unsupported]:
    """A line whose sentences are about something else, though nothing in it is wrong as such."""
    for number, shares in enumerate(ground.alignment):
        cited = max((shares[other] for other in ground.sentences), default=0.0)
        elsewhere = max(shares, default=0.0)
        if cited < BARELY and elsewhere > 2 * max(cited, 0.1):
            words = ground.text.passage.sentence_text(number)
            return [_whole(line, f"The sentences cited don't say this: {words}")]
    return []


def _whole(line: Line, reason: str) -> Unsupported:
    span = Span(start=0, end=len(line.text), words=line.text)
    return Unsupported(span=span, kind="attribution", sign="elsewhere", reason=reason)
