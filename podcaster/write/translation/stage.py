"""News in another language becomes the show's, sentence by sentence, or isn't told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from podcaster.contracts import Foreign, Progress, Translator
from podcaster.errors import NothingToTell, WriteError
from podcaster.models import Edition, LeftOut, NewsItem, Sentence, Story
from podcaster.write.evidence.reading.words import primary
from podcaster.write.model.hidden import clean_sentences, speaks_to_a_machine
from podcaster.write.translation.check import can_read, faults, unmarked

TITLE = "title"
"""A title's id, beside the sentences' own."""
MOST_WORDS = 1500
"""How much of an article is translated, its beginning first."""
LEAST_HELD = 0.5
"""The share of an article's sentences that must hold, or it isn't told."""
SENTENCES, MENDED, DROPPED = "sentences", "mended by asking again", "left out"


def translate(edition: Edition, translator: Translator, progress: Progress) -> Edition:
    """The edition with its foreign articles in its own language; ids stay as they are.

    An article that can't be translated is left out with the reason, and a sentence whose
    translation doesn't hold is counted in the notes. Raises NothingToTell where no news is left.
    """
    foreign = sum(_is_foreign(item, edition) for story in edition.stories for item in story.items)
    if not foreign:
        return edition
    progress.stage("translate", float(foreign))
    desk = _Desk(translator, edition.language, progress)
    told = [desk.story(story, edition) for story in edition.stories]
    stories = tuple(story for story in told if story is not None)
    notes = (*desk.notes, desk.summary(foreign))
    for note in notes:
        progress.warn(f"{note[0].upper()}{note[1:]}.")
    if all(story.topic == "weather" for story in stories):
        raise NothingToTell(
            f"No news is left in the language of the show ({edition.language}):\n  "
            + "\n  ".join(notes),
            "See that the translator can be reached, or name other sources with --source.",
        )
    changes = {
        "stories": stories,
        "left_out": (*edition.left_out, *desk.left_out),
        "notes": (*edition.notes, *notes),
    }
    return edition.model_copy(update=changes)


def _is_foreign(item: NewsItem, edition: Edition) -> bool:
    return primary(item.language) != primary(edition.language)


@dataclass(frozen=True)
class _Article:
    item: NewsItem
    sentences: tuple[Sentence, ...]


class _Desk:
    """One edition's: it counts what became of the sentences."""

    def __init__(self, translator: Translator, into: str, progress: Progress) -> None:
        self._translator = translator
        self._into = into
        self._progress = progress
        self._done: Counter[str] = Counter()
        self.left_out: list[LeftOut] = []
        self.notes: list[str] = []

    def story(self, story: Story, edition: Edition) -> Story | None:
        """None where nothing of it can be told."""
        articles: list[_Article] = []
        for item in story.items:
            own = [sentence for sentence in story.sentences if sentence.item_id == item.id]
            if not _is_foreign(item, edition):
                articles.append(_Article(item, tuple(own)))
                continue
            try:
                articles.append(self._article(item, story))
            except WriteError as error:
                reason = (
                    f"it's in another language ({item.language}) than the show ({self._into}),"
                    f" and wasn't translated: {error.message}"
                )
                self._leave_out(item, reason)
            self._progress.advance(1, item.title[:60])
        sentences = tuple(s for article in articles for s in article.sentences)
        if not sentences:
            return None
        items = tuple(article.item for article in articles)
        changes = {"items": items, "sentences": sentences, "title": items[0].title}
        return story.model_copy(update=changes)

    def summary(self, foreign: int) -> str:
        articles = foreign - len(self.left_out)
        counts = [f"{self._done[what]} {what}" for what in (SENTENCES, MENDED, DROPPED)]
        told = f"translated: {articles} of {foreign} articles, {', '.join(counts)}"
        return f"{told}; {self._translator.account}"

    def _leave_out(self, item: NewsItem, reason: str) -> None:
        self.notes.append(f"left out, as {reason}: {item.title}")
        self.left_out.append(LeftOut.of(item, reason))

    def _article(self, item: NewsItem, story: Story) -> _Article:
        """Raises WriteError where it can't be told."""
        if not can_read(item.language):
            raise WriteError("no translation from that language can be checked")
        whole = [s for s in story.sentences if s.item_id == item.id]
        clean = [s for s in clean_sentences(story) if s.item_id == item.id]
        shown = _beginning(clean)
        title = [] if speaks_to_a_machine(item.title) else [Foreign(TITLE, item.title)]
        wanted = [*title, *(Foreign(sentence.id, sentence.text) for sentence in shown)]
        tried = self._tried(wanted, item)
        held = {text.id: text.tried for text in tried if not text.faults}
        said = {text.id: text.tried for text in tried}
        innocent = {sentence.id for sentence in clean_sentences(story, said)}
        kept = [s for s in shown if s.id in held and s.id in innocent]
        orders = len(whole) - len(clean) + sum(s.id not in innocent for s in shown)
        self._note(item, orders, [t for t in tried if t.faults and t.id in innocent])
        if not kept or len(kept) < LEAST_HELD * len(shown):
            raise WriteError("most of its translation doesn't hold")
        self._done[SENTENCES] += len(kept)
        sentences = tuple(
            s.model_copy(update={"text": held[s.id], "original": s.text}) for s in kept
        )
        heading = held.get(TITLE, "")
        changes = {
            "title": sentences[0].text if speaks_to_a_machine(heading) or not heading else heading,
            "text": _paragraphs(item, sentences),
            "language": self._into,
            "translated_from": primary(item.language),
        }
        return _Article(item.model_copy(update=changes), sentences)

    def _tried(self, wanted: Sequence[Foreign], item: NewsItem) -> list[Foreign]:
        """Every text with its translation and what's wrong with it, after two rounds at most."""
        answer = self._translator.translate(wanted, item.language, self._into)
        first = [self._checked(text, answer, item) for text in wanted]
        if not any(text.faults for text in first):
            return first
        try:
            again = self._translator.translate(first, item.language, self._into)
        except WriteError:
            return first
        second = [self._checked(text, again, item) if text.faults else text for text in first]
        self._done[MENDED] += sum(bool(text.faults) for text in first)
        self._done[MENDED] -= sum(bool(text.faults) for text in second)
        return second

    def _checked(self, text: Foreign, answer: Mapping[str, str], item: NewsItem) -> Foreign:
        tried = unmarked(answer.get(text.id, ""))
        written = item.published.date() if item.published else None
        found = faults(text.text, tried, item.language, self._into, written)
        return replace(text, tried=tried, faults=found)

    def _note(self, item: NewsItem, orders: int, wrong: Sequence[Foreign]) -> None:
        """What is left out of an article, and why."""
        self._done[DROPPED] += orders + len(wrong)
        if wrong:
            reason = wrong[0].faults[0].rstrip(".")
            self.notes.append(f"not translated: {len(wrong)} sentences of {item.url} ({reason})")
        if orders:
            self.notes.append(
                f"left out, as they speak to a machine: {orders} sentences of {item.url}"
            )


def _beginning(sentences: Sequence[Sentence]) -> list[Sentence]:
    left = MOST_WORDS
    shown: list[Sentence] = []
    for sentence in sentences:
        left -= len(sentence.text.split())
        if left < 0 and shown:
            break
        shown.append(sentence)
    return shown


def _paragraphs(item: NewsItem, sentences: Sequence[Sentence]) -> str:
    """The translated sentences in the article's own paragraphs."""
    paragraphs: list[str] = []
    left = list(sentences)
    for part in item.text.split("\n\n"):
        plain = " ".join(part.split())
        inside = [s for s in left if " ".join((s.original or "").split()) in plain]
        left = [sentence for sentence in left if sentence not in inside]
        if inside:
            paragraphs.append(" ".join(sentence.text for sentence in inside))
    return "\n\n".join(paragraphs)
