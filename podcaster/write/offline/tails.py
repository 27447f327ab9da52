"""What a sentence adds after a comma, said by itself: "That averted a trial", "It's a record".

For sentences that a parser reads. Like the other cuts, each rule gives up rather than guess, and
nothing that is reported, denied or conditional loses the words that make it so.
"""

from podcaster.write.offline.attribute import reports_speech
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import (
    HELPERS,
    OBJECTS,
    RELATIVES,
    SUBJECTS,
    Parsed,
    Rule,
    again,
    cut_by,
    goes_on,
    news_first,
    parsed,
)
from podcaster.write.offline.piece import Piece
from podcaster.write.offline.table import Tails
from podcaster.write.offline.text import capitalised, words

LEAST_BEFORE, LEAST_AFTER = 5, 3
"""Words that a sentence keeps, and words that are worth a sentence of their own."""
CLOSED = frozenset({"advcl", "acl", "ccomp"})


def added(text: str, language: Language) -> list[Piece] | None:
    """The sentence, and what it adds at its end; None where nothing is to be cut."""
    return cut_by(RULES, text, language)


def _two_statements(own: Parsed, language: Language) -> list[Piece] | None:
    """ "A: B", where both are sentences."""
    left, mark, right = own.text.partition(": ")
    if not mark or reports_speech(left, language) or len(words(left)) < LEAST_BEFORE:
        return None
    both = parsed(left, language) and parsed(capitalised(right), language)
    return [Piece(left), Piece(capitalised(right), leans=True)] if both else None


def _apposed_inside(own: Parsed, language: Language) -> list[Piece] | None:
    """ "X, the Y, does Z": what X is comes last."""
    grammar, tails = own.grammar, language.rewriting.tails_apart
    start, end = own.span(own.subject)
    stop = next((at for at in (end - 1, end) if own.is_mark(at)), None)
    if tails is None or start or stop is None:
        return None
    for at in grammar.hanging(own.subject, "appos"):
        first, last = own.span(at)
        first -= grammar.parts[first - 1] == "DET"
        named = own.said(0, first)
        alone = (
            own.subject < first - 1 and own.is_mark(first - 1) and last == stop and "," not in named
        )
        if not alone or grammar.parts[first] != "DET" or own.words[first - 2].kind != "word":
            continue
        verb = tails.copula.get(_number(own, own.subject))
        called = again(own, own.subject, named, language)
        if not verb or not called:
            continue
        rest = own.said(stop, len(own.words))
        return news_first(named, rest, called, f"{verb} {own.said(first, last)}")
    return None


def _resulting(own: Parsed, language: Language) -> list[Piece] | None:
    """ "A, averting B": that averted B."""
    tails, grammar = language.rewriting.tails_apart, own.grammar
    if tails is None or not _is_past(own):
        return None
    verbs = (own.root, *grammar.hanging(own.root, "xcomp"))
    for first in (at for verb in verbs for at in grammar.hanging(verb, *CLOSED)):
        said, rest = own.words[first].lower, own.said(first + 1, len(own.words))
        alone = own.span(first) == (first, len(own.words)) and own.is_mark(first - 1)
        if not alone or not _may_end(own, first, language) or _is_to_come(own, first, language):
            continue
        form = tails.resulting.get(said, "")
        if not form and (verb := tails.becoming.get(said)):
            called = again(own, own.subject, own.said(*own.span(own.subject)), language)
            form = f"{called} {verb}" if called else ""
        if form:
            return [Piece(own.said(0, first)), Piece(f"{form} {rest}", leans=True)]
    return None


def _set_apart(own: Parsed, language: Language) -> list[Piece] | None:
    """ "A, a B with C": that's a B with C."""
    tail = _tail(own, language)
    if tail is None:
        return None
    first, tails = tail
    grammar = own.grammar
    opening = own.words[first].lower
    if opening not in tails.articles or grammar.parts[first] != "DET":
        return None
    noun = grammar.heads[first]
    if opening not in tails.indefinite and not _is_ranked(own, noun, tails):
        return None
    before = own.words[first - 2]
    named = before.capital and before.kind == "word" and grammar.parts[first - 2] == "PROPN"
    whole = own.span(noun) == (first, len(own.words))
    if named or not whole or grammar.hanging(noun, "conj"):
        return None
    form = tails.it_is.get(_number(own, noun))
    if not form:
        return None
    return [
        Piece(own.said(0, first)),
        Piece(f"{form} {own.said(first, len(own.words))}", leans=True),
    ]


def _is_ranked(own: Parsed, noun: int, tails: Tails) -> bool:
    """Whether it's the first or the largest of its kind, and so surely tells what a thing is."""
    grammar = own.grammar
    below = (noun, *grammar.children[noun])
    return any(
        {"Degree=Sup", "NumType=Ord"} & grammar.features[at] or own.words[at].lower in tails.ranks
        for at in below
    )


def _relative_object(own: Parsed, language: Language) -> list[Piece] | None:
    """ "A, which B does": B does it."""
    grammar, tails = own.grammar, language.rewriting.tails_apart
    if tails is None:
        return None
    for noun in range(own.root + 1, len(own.words)):
        for verb in grammar.hanging(noun, *RELATIVES):
            first, end = own.span(verb)
            which = grammar.hanging(verb, *OBJECTS)
            subjects = grammar.hanging(verb, *SUBJECTS)
            it = tails.objects.get(_number(own, noun))
            fits = (
                it
                and end == len(own.words)
                and which == [first]
                and own.words[first].lower in tails.which
                and subjects
                and own.is_mark(first - 1)
                and own.is_finite(verb)
                and subjects[0] < verb
                and not grammar.hanging(verb, "prt", "compound:prt")
            )
            if not fits or reports_speech(own.said(0, first), language):
                continue
            if goes_on(own, verb, end):
                return None
            clause = f"{own.said(first + 1, verb + 1)} {it} {own.said(verb + 1, end)}".strip()
            return [Piece(own.said(0, first)), Piece(capitalised(clause), leans=True)]
    return None


def _tail(own: Parsed, language: Language) -> tuple[int, Tails] | None:
    """Where what follows the last comma begins, if it may be said by itself."""
    tails = language.rewriting.tails_apart
    commas = [at for at in range(own.root + 1, len(own.words)) if own.is_mark(at)]
    if tails is None or not commas or not _may_end(own, commas[-1] + 1, language):
        return None
    return commas[-1] + 1, tails


def _may_end(own: Parsed, first: int, language: Language) -> bool:
    """Whether what stands before a word is a sentence that says the same by itself."""
    left = own.said(0, first)
    enough = len(words(left)) >= LEAST_BEFORE and len(own.words) - first >= LEAST_AFTER
    held = reports_speech(left, language) or language.pattern(language.reading.weighty).search(left)
    return bool(enough and not held and parsed(left, language))


def _is_to_come(own: Parsed, end: int, language: Language) -> bool:
    return bool(language.pattern(language.days.future).search(own.said(0, end)))


def _is_past(own: Parsed) -> bool:
    """Whether the main verb says that it has happened."""
    grammar = own.grammar
    verbs = [own.root, *(at for at in grammar.hanging(own.root, *HELPERS) if at < own.root)]
    features = [grammar.features[at] for at in verbs]
    past = any({"Tense=Past", "VerbForm=Fin"} <= each for each in features)
    imperfect = any("Tense=Imp" in each for each in features)
    composed = len(verbs) > 1 and "VerbForm=Part" in features[0] and "Voice=Pass" not in features[0]
    return past or imperfect or (composed and "Aspect=Perf" not in features[0]) or len(verbs) > 2


def _number(own: Parsed, noun: int) -> str:
    """ "Sing", "Plur", or nothing where the parser doesn't say."""
    found = (f.partition("=")[2] for f in own.grammar.features[noun] if f.startswith("Number="))
    return next(found, "")


RULES: tuple[Rule, ...] = (
    _two_statements,
    _resulting,
    _set_apart,
    _relative_object,
    _apposed_inside,
)
