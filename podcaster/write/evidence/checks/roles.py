"""Roles: who did it, and to whom."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.lexicon import Lexicon, Vocabulary
from podcaster.write.evidence.marking import marked
from podcaster.write.evidence.matching import Ground, Place
from podcaster.write.evidence.people import same_tokens
from podcaster.write.evidence.polarity import is_predicate
from podcaster.write.evidence.reading.reading import Reading

SPAN = 22
"""Words that may lie between the two parties of one deed."""
_POSSESSIVES = frozenset({"his", "her", "its", "their", "son", "sa", "ses", "leur", "leurs"})
_OTHER_LINKS = frozenset(
    {"from", "in", "at", "with", "to", "for", "de", "à", "dans", "avec", "pour", "link"}
)


@dataclass(frozen=True)
class Party:
    """Someone or something named: `first` to `last - 1`, with every name it may have."""

    first: int
    last: int
    tokens: tuple[tuple[str, ...], ...]
    """The names it may go by; one for a name, several for a pronoun."""
    noun: str = ""
    """The stem, where it's a common noun."""


def turned_roles(ground: Ground) -> Iterator[Unsupported]:
    """Deeds that the source tells of the same two, the other way round."""
    for number in range(len(ground.text.passage.bounds)):
        parties = _parties(ground.text, number, pronouns=False)
        for deed in _deeds(ground.text, number):
            fault = _turned(ground, parties, deed)
            if fault:
                place = Place(deed, deed + 1)
                reason = f"In the source it's the other way round: see {fault!r}."
                yield marked(ground, place, "role", reason)
                break


def _turned(ground: Ground, parties: list[Party], deed: int) -> str | None:
    """The source's sentence where the two have changed places; None where nothing says so."""
    text = ground.text
    pair = _around(text, parties, deed)
    if pair is None:
        return None
    doer, undergoer = pair
    agreed = False
    against: str | None = None
    for sentence in ground.sentences:
        others = _parties(ground.source, sentence, pronouns=True, ground=ground)
        for other in _deeds(ground.source, sentence):
            turned = _same_deed(ground, deed, other)
            if turned is None:
                continue
            theirs = _around(ground.source, others, other, (doer, undergoer))
            if theirs is None:
                continue
            straight = _is(doer, theirs[0]) and _is(undergoer, theirs[1])
            crossed = _is(doer, theirs[1]) and _is(undergoer, theirs[0])
            if straight == crossed:
                continue
            if straight != turned:
                agreed = True
            else:
                against = ground.source.passage.sentence_text(sentence)
    return None if agreed else against


def _is(left: Party, right: Party) -> bool:
    if left.noun or right.noun:
        return bool(left.noun) and left.noun == right.noun
    return any(same_tokens(a, b) for a in left.tokens for b in right.tokens)


def _parties(
    reading: Reading, number: int, pronouns: bool, ground: Ground | None = None
) -> list[Party]:
    passage = reading.passage
    first, last = passage.bounds[number]
    found = [
        Party(name.first, name.last, (name.tokens,))
        for name in reading.names
        if first <= name.first < last and name.first not in reading.quoted
    ]
    if pronouns and ground is not None:
        meant: dict[int, list[tuple[str, ...]]] = {}
        for item in ground.stand_ins:
            if first <= item.first < last and passage.words[item.first].lower not in _POSSESSIVES:
                meant.setdefault(item.first, []).append(item.tokens)
        found += [Party(at, at + 1, tuple(names)) for at, names in meant.items()]
    named = {at for party in found for at in range(party.first, party.last)}
    determiners = passage.lexicon.nominal
    for at in range(first + 1, last):
        if at in named or not passage.is_content(at) or at in reading.quoted:
            continue
        if passage.words[at - 1].lower in determiners and passage.words[at].kind == "word":
            found.append(Party(at, at + 1, (), passage.words[at].stem))
    return sorted(found, key=lambda party: party.first)


def _deeds(reading: Reading, number: int) -> list[int]:
    """The words of a sentence that may be its verbs."""
    passage = reading.passage
    first, last = passage.bounds[number]
    nouns = passage.lexicon.vocabulary("roles", "nouns")
    named = {
        at for name in reading.names for at in range(name.first, name.last) if name.first >= first
    }
    return [
        at
        for at in range(first, last)
        if passage.is_content(at)
        and at not in named
        and at not in reading.quoted
        and (is_predicate(reading, at) or passage.words[at] in nouns)
    ]


def _same_deed(ground: Ground, deed: int, other: int) -> bool | None:
    """False for the same verb, True for its converse (`buy`, `sell to`), None for another."""
    mine, theirs = ground.text.passage.words, ground.source.passage.words
    for sides in _converse(ground.text.passage.lexicon):
        here = [side.length_at(mine, deed) > 0 for side in sides]
        there = [side.length_at(theirs, other) > 0 for side in sides]
        if any(here) and any(there):
            return here != there
    return False if ground.same(mine[deed], theirs[other]) >= 0.9 else None


@cache
def _converse(lexicon: Lexicon) -> tuple[tuple[Vocabulary, Vocabulary], ...]:
    pairs = lexicon.entry("roles", "converse") or ()
    return tuple(
        (lexicon.make_vocabulary(one.split()), lexicon.make_vocabulary(other.split()))
        for one, other in pairs
    )


def _around(
    reading: Reading,
    parties: list[Party],
    deed: int,
    wanted: tuple[Party, Party] | None = None,
) -> tuple[Party, Party] | None:
    """Who does the deed and who undergoes it, as far as order, `by` and `whom` tell.

    With `wanted`, only these two are looked for.
    """
    passage = reading.passage
    if wanted:
        parties = [p for p in parties if _is(wanted[0], p) or _is(wanted[1], p)]
    before = [p for p in parties if p.last <= deed and deed - p.last < SPAN]
    after = [p for p in parties if p.first > deed and p.first - deed < SPAN]
    objective = _objective(reading, before, deed)
    if objective:
        return objective
    if not before or not after:
        return None
    subject = before[-1] if wanted else _subject(before)
    passive = passage.lexicon.vocabulary("roles", "passive")
    for party in after:
        lead = range(max(deed + 1, party.first - 4), party.first)
        by = [at for at in lead if passive.length_at(passage.words, at)]
        if by and not any(
            passage.words[at].lower in _OTHER_LINKS for at in range(by[-1] + 1, party.first)
        ):
            return party, subject
    return subject, after[0]


def _subject(before: list[Party]) -> Party:
    """The nearest name before the verb, or the nearest noun where there is none."""
    names = [party for party in before if not party.noun]
    return names[-1] if names else before[-1]


def _objective(reading: Reading, before: list[Party], deed: int) -> tuple[Party, Party] | None:
    """`A, whom B had beaten`, `A, qu'un assaillant a blessé`: both stand before the verb."""
    words = reading.passage.words
    for left, right in itertools.pairwise(before):
        between = [word.lower for word in words[left.last : right.first]]
        relative = any(word in ("whom", "that", "que", "qu'") for word in between)
        if relative and len(between) <= 4 and deed - right.last <= 6:
            return right, left
    return None
