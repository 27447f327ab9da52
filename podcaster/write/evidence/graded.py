"""Words that compare: `larger`, `more expensive`, `plus grand`, `aussi long`."""

from podcaster.write.evidence.reading.reading import Reading

_MORE = frozenset({"more", "less", "plus", "moins", "aussi", "si"})
_SHORTEST = 5
"""Letters that an English comparative has at least."""


def graded_at(reading: Reading, at: int) -> tuple[int, str] | None:
    """How many words make a comparative at a place, and its base; None where none stands there."""
    passage, grammar = reading.passage, reading.passage.grammar
    if grammar is None:
        return None
    word = passage.words[at]
    after = at + 1
    same = after < len(passage.words) and passage.sentence_of[after] == passage.sentence_of[at]
    if word.lower in _MORE and same and grammar.parts[after] == "ADJ":
        return 2, passage.words[after].stem
    graded = word.lower.endswith("er") and len(word.lower) >= _SHORTEST
    english = passage.lexicon.language == "en"
    if english and graded and grammar.parts[at] in ("ADJ", "ADV") and word.lemma != word.lower:
        return 1, base_of(word.lower)
    return None


def base_of(form: str) -> str:
    """`large` of `larger` and `largest`: what both have in common."""
    for ending in ("est", "er"):
        if form.endswith(ending):
            return form.removesuffix(ending)
    return form
