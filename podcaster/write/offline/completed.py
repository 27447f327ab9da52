"""What ends a sentence after a comma, said by itself: "With 800,000 doses from Belgium."

In a talk the other host may add it. Only where a parser sees that it says more of something before
it and has no verb of its own.
"""

from podcaster.write.offline.attribute import reports_speech
from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import RELATIVES, Parsed, parsed
from podcaster.write.offline.piece import Piece
from podcaster.write.offline.text import capitalised, words

LEAST_BEFORE, LEAST_ADDED = 6, 4
"""Words of what is completed, and of what completes it."""
MOST_ADDED = 20
SPEAKING = ("ccomp", "parataxis", "nsubj", "csubj", "conj", "cc", "punct")
"""What isn't added to a sentence, though it stands at its end after a comma."""


def completed(text: str, language: Language) -> list[Piece] | None:
    """The sentence and what's added to it; None where nothing surely is."""
    own = parsed(text.strip().removesuffix("."), language)
    framed = language.pattern(language.rewriting.framing)
    if own is None or reports_speech(own.text, language) or framed.search(own.text):
        return None
    for comma in range(own.root + 1, len(own.words)):
        if (
            not own.is_mark(comma)
            or own.text[own.words[comma].end : own.words[comma].end + 1] != " "
        ):
            continue
        left, added = own.said(0, comma), own.said(comma + 1, len(own.words))
        enough = len(words(left)) >= LEAST_BEFORE and (
            LEAST_ADDED <= len(words(added)) <= MOST_ADDED
        )
        if enough and _is_added(own, comma + 1, language):
            return [Piece(left), Piece(capitalised(added), leans=True, adds=True)]
    return None


def _is_added(own: Parsed, first: int, language: Language) -> bool:
    """Whether all from a word on hangs, in one piece, on something before it."""
    grammar, end = own.grammar, len(own.words)
    outside = [at for at in range(first, end) if not first <= grammar.heads[at] < end]
    tops = [at for at in outside if grammar.deps[at] != "punct"]
    if len(tops) != 1 or grammar.deps[tops[0]] in SPEAKING:
        return False
    if any(own.is_mark(at) for at in range(grammar.heads[tops[0]], first - 1)):
        return False
    definite = own.words[first].lower in (*language.quoting.articles, *language.rewriting.gapping)
    counted = any(grammar.parts[at] == "NUM" for at in range(first, end))
    ranked = language.pattern(language.rewriting.ranking).match(own.said(first, end))
    if definite and counted and not ranked:
        return False
    named = grammar.deps[tops[0]] == "appos" and grammar.parts[tops[0]] == "PROPN"
    listed = any(own.is_mark(at) and grammar.deps[at + 1] == "cc" for at in range(first, end - 1))
    if named or listed or grammar.hanging(tops[0], "conj"):
        return False
    added, rewriting = own.said(first, end), language.rewriting
    if language.pattern(rewriting.always_added).match(added):
        return True
    if language.pattern(rf", {rewriting.always_added}").search(added):
        return False
    done = (tops[0] == first and grammar.parts[first] == "VERB") or any(
        grammar.deps[at].startswith("nsubj") and not own.is_finite(grammar.heads[at])
        for at in range(first, end)
    )
    has_own = any(_is_own_verb(own, at, first) for at in range(first, end))
    return not (done or has_own or language.pattern(rewriting.never_added).match(added))


def _is_own_verb(own: Parsed, at: int, first: int) -> bool:
    """Whether it's a finite verb, and not one that only tells which thing is meant."""
    grammar = own.grammar
    above = [place for place in (at, *grammar.above(at)) if place >= first]
    inside = any(grammar.deps[place] in RELATIVES for place in above)
    return "VerbForm=Fin" in grammar.features[at] and not inside
