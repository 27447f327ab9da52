"""What superlatives are of, and what the source says of the same thing instead."""

from collections.abc import Sequence

from podcaster.write.evidence.lexicon import Vocabulary
from podcaster.write.evidence.matching import Ground, counted
from podcaster.write.evidence.reading.quantity import Quantity
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.superlatives import Superlative

_BEFORE = 4
"""Words before a noun within which `one of the` or `several` stands."""
_HIGHEST = 5
"""The highest rank that is commonly mistaken for the first."""
_SCOPE = 12
"""Words after a superlative within which it's said among what."""


def noun_of(reading: Reading, item: Superlative) -> int | None:
    """The noun that a superlative describes."""
    grammar = reading.passage.grammar
    if grammar is None:
        return None
    at = item.last - 1
    if grammar.parts[at] in ("NOUN", "PROPN"):
        return at
    for above in (at, *grammar.above(at)):
        if grammar.parts[above] in ("NOUN", "PROPN"):
            return above
        if grammar.deps[above] not in ("amod", "advmod", "nummod", "det", "acl", "fixed"):
            return None
    return None


def another_of_it(
    ground: Ground, item: Superlative, told: Sequence[Superlative]
) -> Superlative | None:
    """What the sentence that carries most of the text's calls the same thing instead: the largest
    carmaker, where the text has the oldest; None where it calls it the same as well."""
    here = noun_of(ground.text, item)
    first = ground.text.passage.lexicon.vocabulary("superlatives", "first")
    ranks = first.length_at(ground.text.passage.words, item.first) > 0
    if ranks or _is_adverb(ground.text, item):
        return None
    number = ground.text.passage.sentence_of[item.first]
    closest = ground.closest(number)
    if here is None or closest is None:
        return None
    words = ground.text.passage.words, ground.source.passage.words
    other: Superlative | None = None
    for each in told:
        there = noun_of(ground.source, each)
        if there is None or words[0][here].stem != words[1][there].stem:
            continue
        if each.stem == item.stem or each.families & item.families:
            return None
        if ground.source.passage.sentence_of[each.first] == closest and each.rank == 1:
            other = each
    return other


def first_of_it(ground: Ground, rank: Quantity, told: Sequence[Superlative]) -> Superlative | None:
    """Where the source has the first of what the text has the second of."""
    noun = counted(ground.text, rank) if rank.kind == "ordinal" else None
    if noun is None or rank.first in ground.text.quoted or rank.values[0] > _HIGHEST:
        return None
    if any(q.kind == "ordinal" and q.values == rank.values for q in ground.source.quantities):
        return None
    source = ground.source.passage
    closest = ground.closest(ground.text.passage.sentence_of[rank.first])
    first = source.lexicon.vocabulary("superlatives", "first")
    stem = ground.text.passage.words[noun].stem
    for item in told:
        sentence = source.sentence_of[item.first]
        if sentence != closest or not first.length_at(source.words, item.first):
            continue
        described = noun_of(ground.source, item)
        times = source.lexicon.vocabulary("superlatives", "times")
        if described is None or times.length_at(source.words, described):
            same = any(word.stem == stem for word in source.sentence(sentence))
        else:
            same = source.words[described].stem == stem
        if same:
            return item
    return None


def one_of_several(ground: Ground, item: Superlative) -> int | None:
    """The source's noun of which it says that there are others, where the text has the only one."""
    here = noun_of(ground.text, item)
    lexicon = ground.source.passage.lexicon
    if here is None or not _is_only(ground.text, item) or _is_adverb(ground.text, item):
        return None
    several = lexicon.vocabulary("superlatives", "several")
    only = lexicon.vocabulary("superlatives", "only")
    closest = ground.closest(ground.text.passage.sentence_of[item.first])
    source = ground.source.passage
    for at in range(*source.bounds[closest]) if closest is not None else ():
        if source.words[at].stem != ground.text.passage.words[here].stem:
            continue
        before = range(max(source.bounds[closest or 0][0], at - _BEFORE), at)
        if any(only.length_at(source.words, k) for k in before):
            return None
        if any(several.length_at(source.words, k) for k in before):
            return at
    return None


def _is_adverb(reading: Reading, item: Superlative) -> bool:
    """`only three`, `only the second`: a word that restricts what follows."""
    after = reading.passage.words[item.last] if item.last < len(reading.passage.words) else None
    definite = reading.passage.lexicon.vocabulary("definite")
    noun = noun_of(reading, item)
    far = noun is not None and noun > item.last + 1
    counted = far or item.last in reading.timed or (after is not None and after in definite)
    first = reading.passage.bounds[reading.passage.sentence_of[item.first]][0]
    before = reading.passage.words[item.first - 1] if item.first > first else None
    attributive = before is None or before in definite or before.is_mark
    return _is_only(reading, item) and (counted or not attributive)


def _is_only(reading: Reading, item: Superlative) -> bool:
    only = reading.passage.lexicon.vocabulary("superlatives", "only")
    return only.length_at(reading.passage.words, item.first) > 0


def is_scoped(reading: Reading, item: Superlative) -> bool:
    """Whether it's said among what, or in what time, it's the most: `ever`, `in the world`."""
    passage = reading.passage
    scope = passage.lexicon.vocabulary("superlatives", "scoped")
    last = passage.bounds[passage.sentence_of[item.first]][1]
    if item.first > 1 and passage.words[item.first - 2].lower == "at":
        return False  # `at its strongest`
    after = range(item.last, min(last, item.last + _SCOPE))
    if any(scope.length_at(passage.words, at) for at in after):
        return True
    return claims_record(reading, item)


def claims_record(reading: Reading, item: Superlative) -> bool:
    """`never had it taken so long`: whether a word that denies all other times goes with a word
    of degree, so that this one is the most."""
    passage = reading.passage
    never = passage.lexicon.vocabulary("superlatives", "never")
    if not never.length_at(passage.words, item.first):
        return False
    degree = passage.lexicon.vocabulary("superlatives", "degree")
    last = passage.bounds[passage.sentence_of[item.first]][1]
    after = range(item.last, min(last, item.last + _SCOPE))
    return any(_holds(degree, reading, at) for at in after)


def _holds(vocabulary: Vocabulary, reading: Reading, at: int) -> bool:
    return vocabulary.length_at(reading.passage.words, at) > 0
