"""A line with its days, figures and initials in the source's words.

The rules can tell that the 24th is the source's Thursday, 13,000,000,000 its 13 billion, and `the
bank, or SVB,` its `the bank (SVB)`; the reader can't, and would doubt it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from podcaster.write.evidence.checks.dates import same_moment
from podcaster.write.evidence.marking import words_of
from podcaster.write.evidence.matching import Ground, Place, Placed
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reckonings import reckoned_from

LONGEST = 7
"""Letters that initials have at most."""
BROUGHT = 6
"""Words from the comma to the initials in `X, known as SVB`."""


def in_the_sources_words(ground: Ground, first: int, last: int) -> str:
    """The sentences `first` to `last - 1` of the text, with what is the same said the same."""
    passage = ground.text.passage
    start, end = passage.bounds[first][0], passage.bounds[last - 1][1]
    pieces: list[str] = []
    at = passage.words[start].start
    pairs = sorted(
        chain(_days(ground), _figures(ground), _initials(ground)), key=lambda pair: pair[0].first
    )
    for place, words in pairs:
        if not start <= place.first < place.last <= end:
            continue
        begins = passage.words[place.first].start
        if begins >= at:
            pieces += [passage.text[at:begins], words]
            at = passage.words[place.last - 1].end
    return "".join([*pieces, passage.text[at : passage.words[end - 1].end]])


def _days(ground: Ground) -> Iterator[tuple[Placed, str]]:
    same = same_moment(ground)
    for moment in ground.text.moments:
        if moment.kind != "shift" and moment.first not in ground.text.quoted:
            told: list[Placed] = [other for other in ground.moments if same(moment, other)]
            if not told and (counted := reckoned_from(ground, moment)) is not None:
                yield _with_article(ground, moment), words_of(ground.source, counted)
            yield from _other_words(ground, moment, told)


def _with_article(ground: Ground, moment: Placed) -> Placed:
    """A day with the word that brings it: `le 4 mai`, `in April`."""
    before = ground.text.passage.words[moment.first - 1] if moment.first else None
    nominal = ground.text.passage.lexicon.nominal
    small = before is not None and not before.capital and before.lower in nominal
    return Place(moment.first - 1, moment.last) if small else moment


def _figures(ground: Ground) -> Iterator[tuple[Placed, str]]:
    for quantity in ground.text.quantities:
        if _is_plain(quantity) and quantity.first not in ground.text.quoted:
            told = [
                other
                for other in ground.quantities
                if _is_plain(other)
                and (other.kind, other.unit, other.values)
                == (quantity.kind, quantity.unit, quantity.values)
            ]
            yield from _other_words(ground, quantity, told)


def _initials(ground: Ground) -> Iterator[tuple[Placed, str]]:
    """`X, or SVB,` and `X, known as SVB`, for the source's `X (SVB)`."""
    bracketed = _bracketed(ground.source.passage)
    passage = ground.text.passage
    words = passage.words
    brings = passage.lexicon.vocabulary("names", "gloss")
    for at, word in enumerate(words):
        if word.text not in bracketed:
            continue
        for comma in range(max(0, at - BROUGHT), at):
            length = brings.length_at(words, comma + 1)
            if words[comma].text == "," and length and comma + 1 + length == at:
                closed = at + 1 < len(words) and words[at + 1].text == ","
                yield Place(comma, at + 1 + closed), f" ({word.text})"


def _bracketed(passage: Passage) -> frozenset[str]:
    """Initials that stand alone in brackets."""
    words = passage.words
    return frozenset(
        words[at].text
        for at in range(1, len(words) - 1)
        if words[at - 1].text == "("
        and words[at + 1].text == ")"
        and 1 < len(words[at].text) <= LONGEST
        and words[at].text.isupper()
    )


def _is_plain(quantity: Quantity) -> bool:
    exact = quantity.bound == "exact" and not quantity.vague
    return exact and quantity.kind in ("count", "money", "percent")


def _other_words(
    ground: Ground, said: Placed, told: Sequence[Placed]
) -> Iterator[tuple[Placed, str]]:
    """The source's words, where none of its places has the text's."""
    words = [words_of(ground.source, place) for place in told]
    own = words_of(ground.text, said)
    if words and own.casefold() not in (word.casefold() for word in words):
        yield said, words[0]
