"""What a model is told of one story, and what its answer is held to."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from podcaster.models import Edition, Host, Sentence, Story
from podcaster.show import Show
from podcaster.write.offline.facts import Material
from podcaster.write.offline.language import Language
from podcaster.write.offline.text import words


@dataclass(frozen=True)
class Brief:
    """One story to be told. The edition holds no hidden instructions any more."""

    edition: Edition
    show: Show
    language: Language
    story: Story
    hosts: tuple[Host, ...]
    words: int
    """About how long the telling should be."""
    shown: tuple[Sentence, ...]
    """The sentences that the model sees, and the only ones that a line may rest on."""
    must: tuple[str, ...]
    """The ids of those that a telling may not leave out."""

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(sentence.id for sentence in self.shown)

    @property
    def mark(self) -> str:
        """A mark that no sentence can hold: it depends on all of them."""
        told = "\n".join(sentence.text for sentence in self.shown)
        return f"story-{hashlib.blake2b(told.encode(), digest_size=8).hexdigest()}"


def brief_for(
    edition: Edition, show: Show, language: Language, material: Material, length: int, most: int
) -> Brief:
    """`length` in words of dialogue; at most about `most` words of the story are shown."""
    story = material.story
    grave = [fact.evidence[-1] for unit in material.units for fact in unit.facts if fact.must]
    shown = _shown(story.sentences, frozenset(grave), most)
    known = {sentence.id for sentence in shown}
    hosts = show.hosts[:1] if show.format == "brief" else show.hosts
    must = tuple(ref for ref in dict.fromkeys(grave) if ref in known)
    return Brief(edition, show, language, story, hosts, length, shown, must)


def _shown(sentences: Sequence[Sentence], grave: frozenset[str], most: int) -> tuple[Sentence, ...]:
    """From the beginning on while there's room; what is gravest wherever it stands."""
    left = most
    shown: list[Sentence] = []
    for sentence in sentences:
        left -= len(words(sentence.text))
        if left >= 0 or sentence.id in grave or not shown:
            shown.append(sentence)
    return tuple(shown)
