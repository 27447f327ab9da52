"""A sentence without a part that a listener can do without, where it can't be told whole.

Only parts between commas go, that a parser sees to say something besides; never what somebody
suffered, what is denied or on what condition, and never who a person is.
"""

from collections.abc import Iterator

from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import RELATIVES, Parsed, parse_of, parsed
from podcaster.write.offline.text import balanced, capitalised, unquoted, words

BESIDES = (*RELATIVES, "acl", "advcl", "appos")
CLAUSES = (*BESIDES, "ccomp", "csubj")
PHRASES = ("prep", "obl", "obl:mod", "npadvmod")
VERBAL = ("VERB", "AUX", "PRON", "ADV", "PART")
CLOSES = ",;"
LEAST = 5
"""Words that must be left."""
LEAST_SHARE = 0.4
"""The share of its words that must be left."""


def trimmed(text: str, language: Language) -> Iterator[str]:
    """The sentence without each part that may go, the shortest such part first."""
    own = parse_of(text, language)
    if own is None or language.pattern(language.rewriting.echoing).search(own.text):
        return
    for first, end in sorted(set(_parts(own)), key=lambda part: part[1] - part[0]):
        gone = own.said(first, end)
        shorter = _without(own, first, end)
        left, whole = len(words(shorter)), len(words(text))
        enough = left >= max(LEAST, LEAST_SHARE * whole)
        if enough and not _is_missed(gone, language) and _is_whole(shorter, language):
            yield f"{shorter}."


def shortened(text: str, language: Language) -> Iterator[str]:
    """What a sentence tells before one of its commas, the least first, as a headline may.

    What its subject is besides goes before that. A list isn't cut, nor what tells of harm.
    """
    own = parse_of(text, language)
    if own is None:
        return
    if bare := _bare(own, language):
        yield from shortened(bare, language)
        yield bare
    grammar, end = own.grammar, len(own.words)
    for comma in range(own.root + 1, end):
        left, gone = own.said(0, comma), own.said(comma + 1, end)
        if not own.is_mark(comma) or len(words(left)) < LEAST or not balanced(left):
            continue
        listed = any(grammar.deps[at] in ("conj", "cc") for at in _tops(own, comma + 1)[:1])
        if not listed and not _is_missed(gone, language) and _is_whole(left, language):
            yield f"{left}."


def _bare(own: Parsed, language: Language) -> str:
    """The sentence without what stands between two commas after its subject; empty without that."""
    commas = [at for at in range(own.subject + 1, own.root) if own.is_mark(at)]
    if len(commas) != 2:
        return ""
    first, end = commas
    inside = range(first + 1, end)
    hanging = [at for at in inside if own.grammar.heads[at] not in inside]
    gone, left = own.said(first + 1, end), _without(own, first, end + 1)
    only_besides = all(own.grammar.deps[at] in (*BESIDES, "punct") for at in hanging)
    if not only_besides or _is_missed(gone, language) or not _is_whole(left, language):
        return ""
    return f"{left}."


def _tops(own: Parsed, first: int) -> list[int]:
    """The words from one on that hang on a word before it."""
    heads = own.grammar.heads
    return [at for at in range(first, len(own.words)) if heads[at] < first]


def _parts(own: Parsed) -> Iterator[tuple[int, int]]:
    """The parts between commas, or between one and the sentence's end, that say more of a word."""
    grammar = own.grammar
    for at, dep in enumerate(grammar.deps):
        first, end = own.span(at)
        while first < end and own.is_mark(first):
            first += 1
        above = grammar.heads[at]
        apart = own.is_mark(first - 1) and (end == len(own.words) or own.is_mark(end, CLOSES))
        whole = grammar.subtree(at) == list(range(*own.span(at)))
        inside = any(grammar.deps[up] in CLAUSES for up in (above, *grammar.above(above)))
        if not apart or not whole or above >= first or above == at or inside:
            continue
        clause = dep in BESIDES and not grammar.hanging(at, "mark")
        names = dep in BESIDES and grammar.parts[above] == "PROPN"
        phrase = dep in PHRASES and end == len(own.words) and end - first > 1
        if first <= own.root and not (own.is_mark(end) and _goes_on(own, end + 1)):
            continue
        if (clause and not names) or phrase:
            yield first, end


def _goes_on(own: Parsed, at: int) -> bool:
    """Whether the verb follows, with what stands before it, whose subject stands before a part."""
    return at < len(own.words) and own.grammar.parts[at] in VERBAL and at <= own.root


def _without(own: Parsed, first: int, end: int) -> str:
    before, after = own.said(0, first), own.said(end, len(own.words))
    if own.is_mark(end, ";"):
        return capitalised(f"{before}{after}")
    return capitalised(f"{before} {after}".strip())


def _is_whole(shorter: str, language: Language) -> bool:
    """Whether each clause that begins in what's left has a verb there."""
    own = parsed(shorter, language)
    if own is None:
        return False
    grammar = own.grammar
    opening = [
        at
        for at, part in enumerate(grammar.parts)
        if part == "SCONJ" or (part == "PRON" and "PronType=Rel" in grammar.features[at])
    ]
    verbs = [at for at, part in enumerate(grammar.parts) if part in ("VERB", "AUX")]
    return all(any(verb > at for verb in verbs) for at in opening)


def _is_missed(gone: str, language: Language) -> bool:
    """Whether a story told without it would hide harm, a denial, a condition or who says so."""
    plain = unquoted(gone)
    reading = language.reading
    reported = language.pattern(reading.reported).match(capitalised(plain))
    return bool(reported or language.is_grave(plain)) or any(
        language.pattern(written).search(plain)
        for written in (reading.weighty, language.asking.patterns["harm"])
    )
