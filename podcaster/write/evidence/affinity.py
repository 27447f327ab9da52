"""How much of what some words of a text speak of stands close to a place in the source."""

from collections.abc import Collection, Mapping

from podcaster.write.evidence.matching import LIGHT, Ground, Placed, content
from podcaster.write.evidence.people import same_name
from podcaster.write.evidence.reading.reading import Reading

NEW = 2.0
"""What a word weighs that the source doesn't have."""
BEFORE = 0.3
"""What a word of the sentence before the place's counts."""
MEANT = 0.7
"""What a name counts that a pronoun of the place's sentence may mean."""


def counting(reading: Reading, words: Collection[int], near: Placed) -> Mapping[int, float]:
    """The content words among some of a text, with how much each counts: those near a place
    more than others."""
    passage = reading.passage
    close = reading.closeness(near)
    return {
        at: close.get(at, 0.5)
        * (LIGHT if passage.words[at].lemma in passage.lexicon.light else 1.0)
        for at in words
        if passage.is_content(at) or passage.words[at].kind == "number"
    }


def affinity(ground: Ground, said: Mapping[int, float], told: Mapping[int, float]) -> float:
    """From 0 to 1: how much of some words of the text is among some of one sentence of the source,
    each with how much it counts."""
    if not told:
        return 0.0
    sentence = ground.source.passage.sentence_of[next(iter(told))]
    whole = carried = 0.0
    for at, counts in said.items():
        weight = counts * ground.weights.get(ground.text.passage.words[at].stem, NEW)
        whole += weight
        carried += weight * _found(ground, at, told, sentence)
    return carried / whole if whole else 0.0


def around(ground: Ground, place: Placed) -> Mapping[int, float]:
    """The words of the source's sentence around a place, with how close they are to it."""
    near = ground.source.closeness(place)
    sentence = ground.source.passage.sentence_of[place.first]
    return {
        at: near.get(at, 0.0)
        for at in content(ground.source, sentence)
        if not place.first <= at < place.last
    }


def _found(ground: Ground, at: int, told: Mapping[int, float], sentence: int) -> float:
    """How much a word of the text, or one that means the same, counts in the source."""
    word, words = ground.text.passage.words[at], ground.source.passage.words
    best = max(
        (ground.same(word, words[other]) * near for other, near in told.items()), default=0.0
    )
    if not best and _is_meant(ground, at, sentence):
        return MEANT
    if not best and sentence:
        before = content(ground.source, sentence - 1)
        best = BEFORE * max((ground.same(word, words[other]) for other in before), default=0.0)
    return best


def _is_meant(ground: Ground, at: int, sentence: int) -> bool:
    """Whether a name of the text is one that a pronoun of the source's sentence may mean."""
    name = next((name for name in ground.text.names if name.first <= at < name.last), None)
    return name is not None and any(
        same_name(name, other)
        for other in ground.antecedents
        if ground.source.passage.sentence_of[other.first] == sentence
    )
