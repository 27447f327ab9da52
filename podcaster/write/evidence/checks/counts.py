"""Counts: of what the source has so many the text may not have none, nor another's number."""

from collections.abc import Iterator, Sequence

from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, Place, counted
from podcaster.write.evidence.polarity import denied, sums_up
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading

ALIGNED = 0.35
"""As much of the text's sentence must a sentence carry that counts what the text has none of."""
_FUNCTIONS = frozenset("AUX ADP ADV DET PRON NUM CCONJ SCONJ".split())
_REACH = 2
"""Words between `no` and what there's none of."""


def refuted_counts(ground: Ground) -> Iterator[Unsupported]:
    """`no pacemaker` where the source has 41, and numbers given to what stands beside."""
    told = [q for q in ground.quantities if q.kind == "count" and q.values[0] >= 1]
    for at, noun in _none(ground):
        number = ground.text.passage.sentence_of[at]
        for quantity in told:
            sentence = ground.source.passage.sentence_of[quantity.first]
            if ground.alignment[number][sentence] >= ALIGNED and _counts(ground, quantity, noun):
                words = words_of(ground.source, quantity)
                reason = f"The source has {words} of them."
                yield marked(ground, Place(at, noun + 1), "negation", "refuted", reason)
                break
    for quantity in ground.text.quantities:
        if (other := _exchanged(ground, quantity, told)) is not None:
            reason = f"The source gives {words_of(ground.source, other)} for this."
            yield marked(ground, quantity, "number", "refuted", reason)


def _none(ground: Ground) -> Iterator[tuple[int, int]]:
    """Where the text says that there's none of something, and the noun."""
    reading = ground.text
    grammar, passage = reading.passage.grammar, reading.passage
    none = passage.lexicon.vocabulary("negation", "none")
    for at in range(len(passage.words)):
        if grammar is None or at in reading.quoted or not none.length_at(passage.words, at):
            continue
        last = min(at + 2 + _REACH, passage.bounds[passage.sentence_of[at]][1])
        noun = next((k for k in range(at + 1, last) if grammar.parts[k] == "NOUN"), None)
        if noun is not None and not sums_up(reading, at):
            yield at, noun


def _counts(ground: Ground, quantity: Quantity, noun: int) -> bool:
    """Whether the source counts with a number what the text has none of, beside it or by an
    apposition (`des lièvres, 41 au total`), and doesn't deny it."""
    source = ground.source.passage
    stem = ground.text.passage.words[noun].stem
    there = counted(ground.source, quantity)
    if quantity.first in denied(ground.source) or quantity.unit:
        return False
    if there is not None and source.words[there].stem == stem:
        return there not in denied(ground.source)
    before = quantity.first - 2
    listed = before >= 0 and source.words[before + 1].text in ",("
    return listed and source.words[before].stem == stem


def _exchanged(ground: Ground, said: Quantity, told: Sequence[Quantity]) -> Quantity | None:
    """The source's number of what the text counts, where it gives the text's to something that
    stands beside it."""
    if said.kind != "count" or said.unit or said.first in ground.text.quoted:
        return None
    noun = _noun(ground.text, said)
    if noun is None:
        return None
    words = ground.source.passage.words
    stem = ground.text.passage.words[noun].stem
    nouns = {quantity.first: _noun(ground.source, quantity) for quantity in told}
    own = [q for q in told if said.values == q.values]
    others = [
        q
        for q in told
        if (at := nouns[q.first]) is not None and words[at].stem == stem and q.values != said.values
    ]
    sentence_of = ground.source.passage.sentence_of
    apart = all((at := nouns[q.first]) is not None and words[at].stem != stem for q in own)
    beside = [o for o in others for q in own if sentence_of[o.first] == sentence_of[q.first]]
    written = ground.text.passage.words[said.first].lower
    if sum(word.lower == written for word in words) > len(own):
        return None
    return beside[0] if own and apart and beside and len(others) == 1 else None


def _noun(reading: Reading, quantity: Quantity) -> int | None:
    """The noun right after a number; None for `other` and the like, which stand for another."""
    grammar, at = reading.passage.grammar, quantity.last
    if grammar is None or at >= len(reading.passage.words) or quantity.unit:
        return None
    word = reading.passage.words[at]
    times = reading.passage.lexicon.vocabulary("superlatives", "times")
    named = reading.passage.is_content(at) and grammar.parts[at] not in _FUNCTIONS
    is_noun = named or word.kind == "code"
    return at if is_noun and not times.length_at(reading.passage.words, at) else None
