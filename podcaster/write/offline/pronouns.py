"""Whether a pronoun in a sentence stands for a thing that only the sentence before it names."""

from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.sentences import Passage

OBJECTS = ("dobj", "obj", "iobj", "pobj")
EMPTY = ("expl", "expl:subj", "expl:comp", "expl:pass")
ANNOUNCING = ("ccomp", "csubj", "xcomp", "advcl", "csubj:pass")
"""What an "it" only announces: "it was clear that ..."."""
TELLING = ("prep", "nmod", "relcl", "acl", "acl:relcl", "appos", "compound", "amod", "nummod")
"""What may tell which things a number counts."""
PARTIAL = ("NUM", "DET", "PRON", "ADJ", "ADV")
"""What may stand before "of them"."""
SIGNS = ("Number=", "Gender=")
SAME_CLAUSE = ("xcomp", "aux", "conj")


def names_nothing(
    passage: Passage, grammar: Grammar, first: int, end: int, pronouns: frozenset[str]
) -> bool:
    """Whether one of `pronouns` in `words[first:end]` has nothing before it that it may mean.

    An object never means what the same verb's clause names.
    """
    return any(
        passage.words[at].lower in pronouns
        and grammar.parts[at] == "PRON"
        and not _is_empty(grammar, at)
        and not any(_may_mean(grammar, at, noun) for noun in range(first, at))
        for at in range(first, end)
    )


def leaves_out(
    passage: Passage, grammar: Grammar, first: int, end: int, counting: frozenset[str]
) -> bool:
    """Whether a subject or object is a bare one of `counting`: "one is still at large"."""
    return any(
        passage.words[at].lower in counting
        and (grammar.deps[at].startswith("nsubj") or grammar.deps[at] in OBJECTS)
        and not any(grammar.deps[below] in TELLING for below in grammar.children[at])
        for at in range(first, end)
    )


def _is_empty(grammar: Grammar, at: int) -> bool:
    """Whether it stands for nothing, or for the whole of what is counted: "one of them"."""
    if grammar.deps[at] in EMPTY:
        return True
    whole = grammar.heads[grammar.heads[at]]
    if grammar.deps[at] == "pobj" and grammar.parts[whole] in PARTIAL:
        return True
    subject = grammar.deps[at].startswith("nsubj")
    return subject and bool(grammar.hanging(grammar.heads[at], *ANNOUNCING))


def _may_mean(grammar: Grammar, pronoun: int, noun: int) -> bool:
    if grammar.parts[noun] not in ("NOUN", "PROPN"):
        return False
    if grammar.deps[pronoun] in OBJECTS and _verb(grammar, pronoun) == _verb(grammar, noun):
        return False
    return all(_agrees(grammar, pronoun, noun, sign) for sign in SIGNS)


def _agrees(grammar: Grammar, one: int, other: int, sign: str) -> bool:
    """Whether both are of one number or gender, as far as the parser tells."""
    signs = [{f for f in grammar.features[at] if f.startswith(sign)} for at in (one, other)]
    return not all(signs) or bool(signs[0] & signs[1])


def _verb(grammar: Grammar, at: int) -> int:
    """The verb whose clause a word stands in."""
    for above in grammar.above(at):
        verbal = grammar.parts[above] in ("VERB", "AUX")
        if verbal and grammar.deps[above] not in SAME_CLAUSE:
            return above
    return at
