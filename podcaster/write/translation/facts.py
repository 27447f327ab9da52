"""What a translation must keep and may not add: figures, dates and names, read on both sides."""

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from podcaster.write.evidence.checks.dates import same_moment
from podcaster.write.evidence.checks.numbers import same_amount
from podcaster.write.evidence.marking import words_of
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.places import first_names
from podcaster.write.evidence.reading.moments import Moment
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read
from podcaster.write.evidence.reading.stretch import Stretch
from podcaster.write.translation.same import listed, marks_of, unit_mark

S = TypeVar("S", bound=Stretch)
Same = Callable[[S, S], bool]
"""Whether what the original has, and what the translation has, is the same."""


def changed_facts(
    original: str, translation: str, language: str, into: str, written: dt.date | None
) -> list[str]:
    """Every figure, date and name that is lost, added or moved, in words for the translator.

    `written` is the day that "ayer" and "yesterday" count from; without it they're compared as
    words.
    """
    source = Reading(read(original, language), written)
    said = Reading(read(translation, into), written)
    return [*_figures(source, said), *_dates(source, said), *_names(source, said)]


def _figures(source: Reading, said: Reading) -> Iterator[str]:
    told, given = source.quantities, said.quantities
    yield from _unpaired(source, said, told, given, _same_figure)
    for kind in {quantity.kind for quantity in told}:
        alike = [quantity for quantity in told if quantity.kind == kind]
        places = [
            [place for place, other in enumerate(given) if _same_figure(quantity, other)]
            for quantity in alike
        ]
        sure = [found[0] for found in places if len(found) == 1]
        if sure != sorted(sure):
            yield "The figures stand in another order than in the original; keep its order."


def _same_figure(told: Quantity, said: Quantity) -> bool:
    """The same amount of the same thing: nothing may be rounded or converted on the way."""
    told, said = replace(told, unit=_unit(told)), replace(said, unit=_unit(said))
    if not (same_amount(told, said) and same_amount(said, told)) or told.unit != said.unit:
        return False
    if told.vague or "share" in (told.kind, said.kind):
        return True
    return any(math.isclose(a, b) for a in told.values for b in said.values)


def _unit(quantity: Quantity) -> str:
    return quantity.unit if quantity.kind == "money" else unit_mark(quantity.unit)


def _dates(source: Reading, said: Reading) -> Iterator[str]:
    there, back = same_moment(Ground(said, source)), same_moment(Ground(source, said))

    def same(told: Moment, given: Moment) -> bool:
        """Neither side may say more than the other."""
        return there(given, told) and back(told, given)

    yield from _unpaired(source, said, _moments(source), _moments(said), same)


def _moments(reading: Reading) -> list[Moment]:
    """Without those that only count from another one, such as "the next day"."""
    return [moment for moment in reading.moments if moment.kind != "shift"]


def _names(source: Reading, said: Reading) -> Iterator[str]:
    for word in _strangers(source, said):
        yield f"{word} is missing; keep the name as it stands."
    for word in _strangers(said, source):
        yield f"{word} isn't in the original."


def _strangers(here: Reading, there: Reading) -> Iterator[str]:
    """Words of names on one side that the other hasn't, neither as they stand nor as its own name
    of the same place. A name of common words, such as a court's, may be translated freely."""
    there_words = there.passage.words
    known = {part for word in there_words for part in (word.fold, *word.fold.split("-"))}
    named = frozenset[str]().union(*marks_of(there_words))
    marks, sure = marks_of(here.passage.words), listed(here.passage.words)
    for name in here.names:
        person = False
        for at in range(name.first, name.last):
            word = here.passage.words[at]
            person = person or word.fold in first_names()
            free = not person and at not in sure and here.passage.lexicon.knows(word)
            small = not any(letter.isupper() for letter in word.text)
            if not (small or free or word.fold in known or marks[at] & named):
                yield word.text


def _unpaired(
    source: Reading, said: Reading, told: Sequence[S], given: Sequence[S], same: "Same[S]"
) -> Iterator[str]:
    for item in told:
        if not any(same(item, other) for other in given):
            yield f"{words_of(source, item)} is missing, or another one."
    for item in given:
        if not any(same(other, item) for other in told):
            yield f"{words_of(said, item)} isn't in the original."
