"""An article's own title, said word for word, as headlines do."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.reading.words import Word, words

QUOTES = frozenset('"“”„«»')


def titled(ground: Ground) -> frozenset[int]:
    """The sentences that hold an article's title word for word, as headlines do."""
    titles = [_title(title, ground.text.passage.language) for title in ground.titles]
    return frozenset(
        number
        for number in range(len(ground.text.passage.bounds))
        if any(
            title and _holds(plain(ground.text.passage.sentence(number)), title) for title in titles
        )
    )


@lru_cache(maxsize=256)
def _title(title: str, language: str) -> tuple[str, ...]:
    """A title is cut into words once, however many lines its article has."""
    return plain(words(title, language))


def _holds(sentence: Sequence[str], part: Sequence[str]) -> bool:
    return any(sentence[at : at + len(part)] == part for at in range(len(sentence) - len(part) + 1))


def plain(sentence: Sequence[Word]) -> tuple[str, ...]:
    """A sentence without its punctuation, quotation marks excepted: they say whose words it has."""
    return tuple('"' if word.text in QUOTES else word.fold for word in sentence if _counts(word))


def _counts(word: Word) -> bool:
    return word.text in QUOTES or not word.is_mark


def before_title(text: str, titles: Iterable[str], language: str) -> str | None:
    """What leads to the title that a text ends with; None where it ends with none of them."""
    said = words(text, language)
    counted = [word for word in said if _counts(word)]
    folded = plain(said)
    for title in titles:
        printed = _title(title, language)
        if printed and folded[-len(printed) :] == printed:
            return text[: counted[-len(printed)].start].strip(" :,;—-")
    return None
