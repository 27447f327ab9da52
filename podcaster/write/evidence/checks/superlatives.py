"""Superlatives: `the largest`, `the first`, `the only` need the source's say."""

from collections.abc import Iterator, Sequence

from podcaster.write.evidence.bearers import bearers
from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.graded import base_of
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, Placed
from podcaster.write.evidence.people import same_name
from podcaster.write.evidence.places import aliases
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.stretch import Stretch
from podcaster.write.evidence.reading.words import Word
from podcaster.write.evidence.superlatives import Superlative, superlatives
from podcaster.write.evidence.uniqueness import (
    another_of_it,
    claims_record,
    first_of_it,
    is_scoped,
    one_of_several,
)
from podcaster.write.evidence.unsurpassed import (
    Unsurpassed,
    is_of_least,
    ranks,
    unequalled,
    unsurpassed,
)

_ABSOLUTE = frozenset(("never", "ever", "jam", "jamais"))
SUPPORT = 1.0
"""As alike two places must be before the source's superlative bears out the text's."""
LEAST = 2.0
"""As alike two places must be before a difference of rank counts."""
CARRIED = 0.3
"""As much of the text's sentence must one carry whose `never` bears out the text's."""
TOLD = 0.45
"""As much of the text's sentence must one carry for it to be the one that would rank it."""
SURELY = 0.5
"""The same, where the text has a superlative of its own."""
CLOSEST = 0.8
"""As much of what the closest sentence carries another must carry to be meant as well."""
ORDINAL_MARGIN = 0.5
"""How much more alike an ordinal's place must be for the source to say `second`, not `first`."""


def unsupported_superlatives(ground: Ground) -> Iterator[Unsupported]:
    """Superlatives that the source doesn't have of the same thing, or has with a reservation."""
    told = [item for item in superlatives(ground.source) if ground.carries(item.first)]
    loosely = ground.text.passage.lexicon.vocabulary("superlatives", "loosely")
    for item in superlatives(ground.text):
        first = ground.text.passage.bounds[ground.text.passage.sentence_of[item.first]][0]
        if item.stem in _ABSOLUTE and any(
            loosely.length_at(ground.text.passage.words, at) for at in range(first, item.first)
        ):
            continue
        if fault := _fault(ground, item, told):
            yield marked(ground, item, "superlative", *fault)
    for claim in unsurpassed(ground.text):
        if (second := _surpassed(ground, claim, told)) is not None:
            words = words_of(ground.source, second)
            reason = f"The source says {words!r}, so that there is another."
            yield marked(ground, claim, "superlative", "refuted", reason)
    for place in unequalled(ground.text):
        if not _may_rank(ground, place):
            reason = "The source ranks nothing here: there may be others."
            yield marked(ground, place, "superlative", "refuted", reason)
        elif limited := _limited(ground, place, told):
            reason = f"The source limits {words_of(ground.source, limited)!r} to a time or a place."
            yield marked(ground, place, "superlative", "refuted", reason)
    for quantity in ground.text.quantities:
        if (leader := first_of_it(ground, quantity, told)) is not None:
            words = words_of(ground.source, leader)
            reason = f"The source says {words!r}, not {words_of(ground.text, quantity)!r}."
            yield marked(ground, quantity, "superlative", "refuted", reason)


def _is_out_of_nowhere(ground: Ground, item: Superlative) -> bool:
    """Whether the sentences that carry most of the text's rank nothing; `he likes best`, `the last
    to do it` may sum up what they tell."""
    passage = ground.text.passage
    last = passage.lexicon.vocabulary("superlatives", "last")
    adverb = passage.grammar is not None and passage.grammar.parts[item.last - 1] == "ADV"
    if adverb or last.length_at(passage.words, item.first):
        return False
    return not _may_rank(ground, item, SURELY)


def _may_rank(ground: Ground, place: Placed, told: float = TOLD) -> bool:
    """Whether one of the sentences that carry most of the text's ranks something, and what is less
    where the text does; also where none carries enough of it to tell."""
    number = ground.text.passage.sentence_of[place.first]
    least = is_of_least(ground.text, range(place.last - 1, place.last + 1))
    shares = ground.alignment[number]
    best = max((shares[sentence] for sentence in ground.sentences), default=0.0)
    return best < told or any(
        shares[sentence] >= CLOSEST * best
        and ranks(ground.source, sentence)
        and (
            not least or is_of_least(ground.source, range(*ground.source.passage.bounds[sentence]))
        )
        for sentence in ground.sentences
    )


def _limited(ground: Ground, place: Placed, told: Sequence[Superlative]) -> Superlative | None:
    """What the source ranks only since some day or among some, where the text denies any other
    without a limit."""
    number = ground.text.passage.sentence_of[place.first]
    first, last = ground.text.passage.bounds[number]
    limits = ground.text.passage.lexicon.vocabulary("superlatives", "since")
    dated = any(first <= at < last for at in ground.text.timed)
    if dated or any(limits.length_at(ground.text.passage.words, at) for at in range(first, last)):
        return None
    closest = ground.closest(number)
    sentence_of = ground.source.passage.sentence_of
    ranked = [item for item in told if sentence_of[item.first] == closest and item.rank == 1]
    return ranked[0] if ranked and all(_limit(ground.source, item) for item in ranked) else None


def _surpassed(
    ground: Ground, claim: Unsurpassed, told: Sequence[Superlative]
) -> Superlative | None:
    """The source's `second-largest`, in the sentence that carries most of the text's, where the
    text has nothing that's larger."""
    source = ground.source.passage
    closest = ground.closest(ground.text.passage.sentence_of[claim.first])
    alike = [
        item
        for item in told
        if source.sentence_of[item.first] == closest
        and claim.base in (item.stem, base_of(source.words[item.last - 1].lower))
    ]
    # `The second-tallest in the country and the tallest in the north`: either may be meant.
    return alike[0] if alike and all(item.rank > 1 for item in alike) else None


def _fault(ground: Ground, item: Superlative, told: list[Superlative]) -> tuple[Sign, str] | None:
    words = words_of(ground.text, item)
    alike = [
        other
        for other in told
        if _same(item, other)
        and (
            ground.likeness(item, other) >= SUPPORT
            or _is_loose(ground, item)
            or _is_as_absolute(ground, item, other)
        )
        and not (claims_record(ground.text, item) and _only_ranks(ground, other))
    ]
    if (at := one_of_several(ground, item)) is not None:
        several = ground.source.passage.words[at].text
        return "refuted", f"The source has several {several!r}, not {words!r}."
    if not alike and (instead := another_of_it(ground, item, told)):
        return "refuted", f"The source says {words_of(ground.source, instead)!r}, not {words!r}."
    if not alike and _said_otherwise(ground, item):
        return None
    if not alike:
        closest = ground.closest(ground.text.passage.sentence_of[item.first])
        sentence_of = ground.source.passage.sentence_of
        ranked = any(sentence_of[o.first] == closest and o.rank == 1 for o in told)
        scoped = item.rank == 1 and not ranked and is_scoped(ground.text, item)
        scoped = scoped or _is_out_of_nowhere(ground, item)
        return "refuted" if scoped else "absent", f"The source has no {words!r}."
    best = max(alike, key=lambda other: ground.likeness(item, other))
    score = ground.likeness(item, best)
    ordinals = [q for q in ground.quantities if q.kind == "ordinal"]
    rival = max(ordinals, key=lambda other: ground.likeness(item, other), default=None)
    sentence_of = ground.source.passage.sentence_of
    # `His sixth win and the first since 2022`: both may be meant.
    apart = rival and sentence_of[rival.first] != sentence_of[best.first]
    better = rival and ground.likeness(item, rival) > score + ORDINAL_MARGIN
    if _is_first(ground, item) and rival and better and (apart or score < LEAST):
        return "instead", f"The source says {words_of(ground.source, rival)!r}, not {words!r}."
    loosely = ground.text.passage.lexicon.vocabulary("superlatives", "loosely")
    ranked = any(other.rank == item.rank for other in alike) or _ranked(ground, item)
    if item.rank > 1 and not ranked and score >= LEAST:
        return "refuted", f"The source doesn't rank it {words!r} in this way."
    if (
        best.reduced
        and not item.reduced
        and not loosely.length_at(ground.text.passage.words, item.first)
    ):
        full = [ground.likeness(item, other) for other in alike if not other.reduced]
        if score > 1.0 + max(full, default=-1.0):
            return "limit", f"The source says {words_of(ground.source, best)!r} with a reservation."
    if _limit(ground.source, best) and not _limit(ground.text, item):
        free = [ground.likeness(item, o) for o in alike if not _limit(ground.source, o)]
        if score > 0.4 + max(free, default=-1.0):
            return (
                "limit",
                f"The source limits {words_of(ground.source, best)!r} to a time or a place.",
            )
    bearer = next((o for o in alike if _is_borne_by_another(ground, item, o)), None)
    if bearer == best and not any(
        ground.likeness(item, other) > score - 1.2 and not _is_borne_by_another(ground, item, other)
        for other in alike
        if other != best
    ):
        return "elsewhere", f"The source says {words!r} of something else."
    if scope := _wider(ground, item, best):
        return "elsewhere", f"The source doesn't say {words!r} for {scope!r}."
    if _is_loose(ground, item):
        return None
    if (narrower := _narrower(ground, item, best)) and _is_first(ground, item):
        return "limit", f"In the source it's {words!r} only among the {narrower!r}."
    if _of_another(ground, item, best):
        return "elsewhere", f"The source says {words!r} of something else."
    return None


def _is_as_absolute(ground: Ground, item: Superlative, other: Superlative) -> bool:
    """Whether both say `never`, in sentences of which the one carries some of the other."""
    number = ground.text.passage.sentence_of[item.first]
    sentence = ground.source.passage.sentence_of[other.first]
    same = item.stem == other.stem and item.stem in _ABSOLUTE
    return same and ground.alignment[number][sentence] >= CARRIED


def _only_ranks(ground: Ground, other: Superlative) -> bool:
    """`the first`: what happens for the first time hasn't happened on such a scale yet, either,
    but that's not what it says."""
    first = ground.source.passage.lexicon.vocabulary("superlatives", "first")
    return first.length_at(ground.source.passage.words, other.first) > 0


def _is_loose(ground: Ground, item: Superlative) -> bool:
    """`only`, `just`: what may say in short what the source tells at length."""
    loosely = ground.text.passage.lexicon.vocabulary("superlatives", "loosely")
    return loosely.length_at(ground.text.passage.words, item.first) > 0


def _ranked(ground: Ground, item: Superlative) -> bool:
    """Whether the source has the text's ordinal in a sentence of its own."""
    return any(
        item.rank in quantity.values for quantity in ground.quantities if quantity.kind == "ordinal"
    )


def _is_borne_by_another(ground: Ground, item: Superlative, other: Superlative) -> bool:
    """Whether the parse gives both to different names."""
    if _is_loose(ground, item):
        return False
    here, there = bearers(ground.text, item.first), bearers(ground.source, other.first)
    if not here or not there:
        return False
    known = any(same_name(name, told) for name in here for told in ground.source.names)
    return known and not any(same_name(name, told) for name in here for told in there)


def _wider(ground: Ground, item: Superlative, best: Superlative) -> str | None:
    """The place or the span that the text takes it for and the source's sentence doesn't have."""
    passage, source = ground.text.passage, ground.source.passage
    scopes = passage.lexicon.vocabulary("superlatives", "scopes")
    last = passage.bounds[passage.sentence_of[item.first]][1]
    there = [source.words[at] for at in range(*source.bounds[source.sentence_of[best.first]])]
    for at in range(item.last, min(last, item.last + 7)):
        word = passage.words[at]
        grammar = passage.grammar
        if word.text in ",;:" or (grammar and grammar.parts[at] in ("VERB", "AUX")):
            return None
        field = _field(ground, at, last) if word.lower in ("history", "histoire") else None
        if field and not any(ground.same(field, other) for other in there):
            return field.text
        place = aliases().of(word.fold) is not None and word.capital
        if place and _is_meant_by_role(ground, word, there):
            continue
        if (scopes.length_at(passage.words, at) or place) and not any(
            ground.same(word, other) for other in there
        ):
            return word.text
    return None


def _is_meant_by_role(ground: Ground, place: Word, there: Sequence[Word]) -> bool:
    """Whether the source's `the country` may be the place that the text names."""
    source = ground.source.passage
    roles = source.lexicon.vocabulary("superlatives", "places")
    return any(word in roles for word in there) and any(
        word.capital and ground.same(place, word) for word in source.words
    )


def _narrower(ground: Ground, item: Superlative, best: Superlative) -> str | None:
    """What else the source's noun is said to be, and the text's isn't: `the first black woman`."""
    grammar, source = ground.source.passage.grammar, ground.source.passage
    if grammar is None:
        return None
    noun = grammar.heads[best.first]
    number = ground.text.passage.sentence_of[item.first]
    here = ground.text.passage.sentence(number)
    if grammar.parts[noun] != "NOUN" or not any(w.stem == source.words[noun].stem for w in here):
        return None
    for at in grammar.hanging(noun, "amod"):
        word = source.words[at]
        told = (
            grammar.parts[at] == "ADJ" and source.is_content(at) and at not in ground.source.timed
        )
        if at != best.first and told and not any(ground.same(word, other) for other in here):
            return word.text
    return None


def _field(ground: Ground, at: int, last: int) -> Word | None:
    """What a history is of."""
    words, passage = ground.text.passage.words, ground.text.passage
    if at > 1 and words[at - 1].lower in ("'s", "’s") and passage.is_content(at - 2):
        return words[at - 2]
    if at + 1 >= last or words[at + 1].lower not in ("of", "de", "du", "des"):
        return None
    return next((words[k] for k in range(at + 2, min(at + 5, last)) if passage.is_content(k)), None)


def _is_first(ground: Ground, item: Superlative) -> bool:
    return ground.text.passage.words[item.first].stem in (
        "first",
        "premi",
        "premier",
        "only",
        "seul",
    )


def _limit(reading: Reading, item: Superlative) -> bool:
    """Whether `since 2008`, `in four years` or the like follows in the sentence."""
    passage = reading.passage
    limits = passage.lexicon.vocabulary("superlatives", "limits")
    last = passage.bounds[passage.sentence_of[item.first]][1]
    for at in range(item.last, min(last, item.last + 12)):
        if passage.words[at].text in ",;" and at > item.last + 2:
            return False
        if limits.length_at(passage.words, at) and _counts_time(reading, at, last):
            return True
    return False


def _counts_time(reading: Reading, at: int, last: int) -> bool:
    """Whether a number or a date follows closely."""
    near = range(at, min(at + 7, last))
    timed: tuple[Stretch, ...] = (*reading.quantities, *reading.moments)
    return any(item.first in near for item in timed) or any(
        reading.passage.words[k].lower
        in ("decade", "decades", "years", "décennie", "ans", "since", "depuis")
        for k in near
    )


def _of_another(ground: Ground, item: Superlative, best: Superlative) -> bool:
    """Whether the sentence's subject is a name that the source's sentence cannot mean."""
    passage = ground.text.passage
    number = passage.sentence_of[item.first]
    subjects = [
        name
        for name in ground.text.names
        if passage.sentence_of[name.first] == number and name.last <= item.first
    ]
    if not subjects:
        return False
    there = ground.source.passage.sentence_of[best.first]
    near = [
        name
        for name in (*ground.source.names, *ground.stand_ins)
        if there - 1 <= ground.source.passage.sentence_of[name.first] <= there
    ]
    return not any(same_name(subject, name) for subject in subjects for name in near)


def _same(item: Superlative, other: Superlative) -> bool:
    return item.stem == other.stem or bool(item.families & other.families)


def _said_otherwise(ground: Ground, item: Superlative) -> bool:
    """`Only he had been younger`: an exception that sums up what the source ranks or counts."""
    passage = ground.text.passage
    closest = ground.closest(passage.sentence_of[item.first])
    loosely = passage.lexicon.vocabulary("superlatives", "loosely")
    if closest is None or not loosely.length_at(passage.words, item.first):
        return False
    near = range(closest - 1, closest + 2)
    source = ground.source
    ranked: list[Stretch] = [
        *superlatives(source),
        *(q for q in source.quantities if q.kind in ("ordinal", "count")),
    ]
    return any(source.passage.sentence_of[other.first] in near for other in ranked)
