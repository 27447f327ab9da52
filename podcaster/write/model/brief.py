"""What a model is told of one story, and what its answer is held to."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from podcaster.models import Edition, Host, Sentence
from podcaster.show import Show
from podcaster.write.offline.choose import Told
from podcaster.write.offline.days import Calendar, UnsureDayError
from podcaster.write.offline.facts import Material
from podcaster.write.offline.language import Language
from podcaster.write.offline.text import protect, words


@dataclass(frozen=True)
class Brief:
    """One story to be told. The edition holds no hidden instructions any more."""

    edition: Edition
    show: Show
    language: Language
    material: Material
    hosts: tuple[Host, ...]
    words: int
    """About how long the telling should be."""
    shown: tuple[Sentence, ...]
    """The sentences as they are, and the only ones that a line may rest on."""
    must: tuple[str, ...]
    """The ids of those that a telling may not leave out."""

    @property
    def story_id(self) -> str:
        return self.material.story.id

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(sentence.id for sentence in self.shown)

    @property
    def mark(self) -> str:
        """A mark that no sentence can hold: it depends on all of them."""
        return mark_of(sentence.text for sentence in self.shown)

    @property
    def printed(self) -> list[tuple[str, str]]:
        """Id and text of each sentence as a model sees it: its days are right when it's heard."""
        return [(sentence.id, self._as_heard(sentence)) for sentence in self.shown]

    def texts(self, ids: Sequence[str]) -> str:
        return " ".join(sentence.text for sentence in self.shown if sentence.id in ids)

    def _as_heard(self, sentence: Sentence) -> str:
        story = self.material.story
        item = next((item for item in story.items if item.id == sentence.item_id), story.lead)
        written = item.published.date() if item.published else None
        held = protect(" ".join(sentence.text.split()))
        try:
            return held.restore(
                Calendar(self.language, written, self.edition.date).turned(held.text)
            )
        except UnsureDayError:
            return held.restore(held.text)


def mark_of(texts: Iterable[str]) -> str:
    told = "\n".join(texts)
    return f"story-{hashlib.blake2b(told.encode(), digest_size=8).hexdigest()}"


def brief_for(
    edition: Edition, show: Show, language: Language, material: Material, told: Told, most: int
) -> Brief:
    """A story to be told about as long as `told`; at most about `most` words of it are shown."""
    facts = [fact for unit in told for fact in unit]
    grave = tuple(dict.fromkeys(fact.evidence[-1] for fact in facts if fact.must))
    return Brief(
        edition=edition,
        show=show,
        language=language,
        material=material,
        hosts=show.hosts[:1] if show.format == "brief" else show.hosts,
        words=sum(len(words(fact.text)) for fact in facts),
        shown=_shown(material.story.sentences, frozenset(grave), language, most),
        must=grave,
    )


def _shown(
    sentences: Sequence[Sentence], grave: frozenset[str], language: Language, most: int
) -> tuple[Sentence, ...]:
    """From the beginning on while there's room; what is gravest wherever it stands.

    Calls to the reader aren't shown: nobody needs them.
    """
    boilerplate = language.pattern(language.reading.boilerplate)
    left = most
    shown: list[Sentence] = []
    for sentence in sentences:
        if boilerplate.search(sentence.text) and sentence.id not in grave:
            continue
        left -= len(words(sentence.text))
        if left >= 0 or sentence.id in grave or not shown:
            shown.append(sentence)
    return tuple(shown)
