"""Per what time a figure is: `30 million a year`, `600 réais par mois`."""

from podcaster.write.evidence.numerals import unit_seconds, unit_words
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading

_PER = frozenset({"a", "an", "per", "each", "every", "par", "chaque"})
_REACH = 4
"""Words between a figure and what it's per."""


def period_of(reading: Reading, quantity: Quantity) -> str:
    """The unit of time that a figure is given per; empty for none."""
    passage = reading.passage
    last = passage.bounds[passage.sentence_of[quantity.first]][1]
    for at in range(quantity.last, min(quantity.last + _REACH, last - 1)):
        word = passage.words[at]
        if word.is_mark or any(other.first == at for other in reading.quantities):
            return ""
        if word.lower in _PER:
            for unit, name in unit_words(passage.lexicon.language):
                if unit.length_at(passage.words, at + 1) and name in unit_seconds():
                    return name
    return ""
