"""Putting a finding on the words that it's about."""

from podcaster.write.evidence.findings import Kind, Sign, Span, Unsupported
from podcaster.write.evidence.matching import Ground, Placed
from podcaster.write.evidence.reading.reading import Reading


def words_of(reading: Reading, place: Placed) -> str:
    """The words of a place, as they're written."""
    words = reading.passage.words
    return reading.passage.text[words[place.first].start : words[place.last - 1].end]


def marked(ground: Ground, place: Placed, kind: Kind, sign: Sign, reason: str) -> Unsupported:
    """A finding on the words of a place in the judged text."""
    words = ground.text.passage.words
    start, end = words[place.first].start, words[place.last - 1].end
    span = Span(start=start, end=end, words=ground.text.passage.text[start:end])
    return Unsupported(span=span, kind=kind, sign=sign, reason=reason)
