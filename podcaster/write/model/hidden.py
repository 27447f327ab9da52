"""Instructions hidden in an article: sentences that speak to a machine, and what stands by them.

A prompt can't protect from these. So the model isn't shown the paragraph that one stands in, and no
line may rest on it.
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from podcaster.models import Edition, Sentence, Story
from podcaster.write.model.words import machine_patterns, one_apostrophe

UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Mn"})
LOOKALIKE = re.compile(r"[a-z]{2}[\u0370-\u04ff]|[\u0400-\u04ff][a-z]{2}", re.IGNORECASE)
"""A word in two alphabets; nobody writes one by chance, but for units such as μm."""


def speaks_to_a_machine(text: str) -> bool:
    """Also where it hides from readers or from patterns: by what shows nothing, by lookalikes."""
    plain = one_apostrophe(" ".join(_shown(text).split()))
    return bool(LOOKALIKE.search(plain)) or any(
        pattern.search(plain) for pattern in machine_patterns()
    )


def _shown(text: str) -> str:
    """The text without characters that show nothing, in their plain forms."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKC", text)
        if letter.isspace() or unicodedata.category(letter) not in UNSEEN
    )


def without_instructions(edition: Edition) -> tuple[Edition, list[str]]:
    """The edition without such paragraphs, and a note for each story that had one.

    A story of which nothing is left is left out.
    """
    stories: list[Story] = []
    notes: list[str] = []
    for story in edition.stories:
        clean = clean_sentences(story)
        titled = not speaks_to_a_machine(story.title)
        gone = len(story.sentences) - len(clean) + (not titled)
        if gone:
            notes.append(
                f"left out, as they speak to a machine: {gone} sentences of {story.lead.url}"
            )
        if clean:
            title = story.title if titled else clean[0].text
            stories.append(story.model_copy(update={"sentences": tuple(clean), "title": title}))
    return edition.model_copy(update={"stories": tuple(stories)}), notes


def clean_sentences(
    story: Story, translated: Mapping[str, str] = MappingProxyType({})
) -> list[Sentence]:
    """Those that no paragraph with an order holds.

    `translated` may hold what sentences say in another language, by id: an order is one where
    either text is.
    """
    paragraphs = {
        item.id: [" ".join(part.split()) for part in item.text.split("\n\n")]
        for item in story.items
    }
    tainted = {
        (item_id, part)
        for item_id, parts in paragraphs.items()
        for part in parts
        if speaks_to_a_machine(part)
    }
    orders = {
        sentence.id
        for sentence in story.sentences
        if speaks_to_a_machine(sentence.text)
        or speaks_to_a_machine(translated.get(sentence.id, ""))
    }
    for sentence in story.sentences:
        if sentence.id in orders:
            tainted |= {(sentence.item_id, part) for part in _holding(sentence, paragraphs)}
    return [
        sentence
        for sentence in story.sentences
        if sentence.id not in orders
        and not any((sentence.item_id, part) in tainted for part in _holding(sentence, paragraphs))
    ]


def _holding(sentence: Sentence, paragraphs: dict[str, list[str]]) -> list[str]:
    text = " ".join(sentence.text.split())
    return [part for part in paragraphs.get(sentence.item_id, []) if text in part]
