"""Which words of a sentence belong to which of several figures or names that stand side by side.

In `the winner gets 500, the runner-up 200` each figure has its zone: what lies between it and its
neighbours, cut at the first comma or conjunction. A text that gives `500` to the runner-up takes
its words from the other figure's zone.
"""

from collections.abc import Sequence
from typing import TypeVar

from podcaster.write.evidence.matching import Ground, Placed, content
from podcaster.write.evidence.people import same_name

_CUTS = frozenset(",;:–—()") | frozenset(
    "and et but mais while whereas tandis contre against y e und ou or".split()
)
_FROM = frozenset({"from", "de", "da", "von", "d'", "between", "entre"})
_TO = frozenset({"to", "à", "a", "zu", "auf", "bis"})
P = TypeVar("P", bound=Placed)
_HARD = frozenset("; but mais while whereas tandis against contre und".split())
_PHRASE = 3
"""How many words after a figure say what it counts."""
STRONG = 1.2
"""The least weight of a word that tells two zones apart."""


def zone(ground: Ground, place: Placed, others: Sequence[Placed]) -> range:
    """The words of the source's sentence that belong to a place rather than to the `others`."""
    passage = ground.source.passage
    first, last = passage.bounds[passage.sentence_of[place.first]]
    before = [other.last for other in others if first <= other.first < place.first]
    after = [other.first for other in others if place.first < other.first < last]
    start, end = first, last
    if before:
        start = _cut(ground, max(before), place.first)
    if after:
        end = _cut(ground, place.last, min(after))
    return range(start, end)


def on_other_side(ground: Ground, said: P, own: Sequence[P], rivals: Sequence[P]) -> P | None:
    """The end of a span (`from 70 to 50 percent`) that the text takes for its other end."""
    words = ground.text.passage.words
    side = words[said.first - 1].lower if said.first else ""
    if side in _TO:
        there, here = _FROM, _TO
    elif side in _FROM:
        there, here = _TO, _FROM
    else:
        return None
    source = ground.source.passage.words
    found = None
    for place in own:
        found = next(
            (
                other
                for other in rivals
                if max(place.first, other.first) - min(place.last, other.last) <= 2
                and source[place.first - 1].lower in there
                and source[other.first - 1].lower in here
            ),
            None,
        )
        if found is None:
            return None
    return found


def _cut(ground: Ground, start: int, end: int) -> int:
    """Where the words between two places part: at the last conjunction after a comma, or that sets
    one against the other, else at the first comma or conjunction, if any."""
    words = ground.source.passage.words
    cuts = [at for at in range(start, end) if words[at].lower in _CUTS]
    hard = [
        at
        for at in cuts
        if words[at].lower in _HARD or (words[at].lower.isalpha() and words[at - 1].text == ",")
    ]
    return hard[-1] if hard else cuts[0] if cuts else start


def belongs_elsewhere(ground: Ground, said: P, own: Sequence[P], rivals: Sequence[P]) -> P | None:
    """The place beside which the source has the words that the text has beside `said`.

    None unless every place that may carry `said` has such a neighbour in its sentence.
    """
    found: P | None = None
    for place in own:
        here = ground.source.passage.sentence_of[place.first]
        beside = [r for r in rivals if ground.source.passage.sentence_of[r.first] == here]
        found = next((r for r in beside if _fits_better(ground, said, place, r, beside)), None)
        if found is None:
            return None
    return found


def _fits_better(ground: Ground, said: P, own: P, rival: P, beside: Sequence[P]) -> bool:
    neighbours = [*beside, own]
    mine = zone(ground, own, [p for p in neighbours if p.first != own.first])
    theirs = zone(ground, rival, [p for p in neighbours if p.first != rival.first])
    words = ground.source.passage.words
    sentence = ground.text.passage.sentence_of[said.first]
    texts = [ground.text.passage.words[at] for at in content(ground.text, sentence, said)]

    def told_in(zone: range, place: Placed) -> set[int]:
        return {
            at
            for at in content(ground.source, ground.source.passage.sentence_of[place.first], place)
            if at in zone and any(ground.same(text, words[at]) >= 0.85 for text in texts)
        }

    my_words, their_words = told_in(mine, own), told_in(theirs, rival)
    shared = {words[at].stem for at in my_words} & {words[at].stem for at in their_words}
    gained = {at for at in their_words if words[at].stem not in shared}
    kept = {at for at in my_words if words[at].stem not in shared}
    names = [n for n in ground.source.names if n.first != own.first and n.first != rival.first]
    named = {at for name in names for at in range(name.first, name.last)}
    if not any(at in named or ground.weights[words[at].stem] >= STRONG for at in gained):
        return False
    if gained & named:
        known = [n for n in names if n.first in mine]
        mentioned = [n for n in known if any(same_name(n, o) for o in ground.text.names)]
        return bool(known) and not mentioned
    return not _own(ground, own, kept, mine, theirs)


def _own(ground: Ground, own: Placed, kept: set[int], mine: range, theirs: range) -> set[int]:
    """What the text shares with a zone and not only because the other leaves it unsaid, as in
    `51.9 percent of voters chose to leave and 48.1 percent to remain`."""
    grammar = ground.source.passage.grammar
    if grammar is None:
        return kept
    elliptical = mine.start < theirs.start and not any(
        grammar.parts[at] in ("VERB", "AUX") and "VerbForm=Fin" in grammar.features[at]
        for at in theirs
    )
    if not elliptical:
        return kept
    counted = range(own.last, own.last + _PHRASE)
    return {at for at in kept if grammar.parts[at] not in ("VERB", "AUX") and at not in counted}
