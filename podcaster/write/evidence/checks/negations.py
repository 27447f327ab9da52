"""Negation: what the source denies the text may not affirm, and the other way round."""

from collections.abc import Iterator

from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked
from podcaster.write.evidence.matching import Ground, Place, content
from podcaster.write.evidence.polarity import denied, is_asked, is_predicate, negations
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.words import Word

LEAST = 2.6
"""As alike two places must be before their difference in polarity counts."""
MARGIN = 0.5
ALIGNED = 0.55
"""The share of a sentence that the source must carry before a negation out of nowhere counts."""


def unsupported_negations(ground: Ground) -> Iterator[Unsupported]:
    """Words affirmed here and denied there, and negations that nothing in the source bears out."""
    here, there = denied(ground.text), denied(ground.source)
    done: set[int] = set()
    for number in range(len(ground.text.passage.bounds)):
        for at in content(ground.text, number):
            turned = _turned(ground, at, here, there)
            if turned is not None and number not in done:
                done.add(number)
                word = ground.source.passage.words[turned].text
                said = "denies" if turned in there else "affirms"
                reason = f"The source {said} this: see {word!r} there."
                yield marked(ground, Place(at, at + 1), "negation", reason)
    for cue in negations(ground.text):
        number = ground.text.passage.sentence_of[cue]
        if cue in ground.text.quoted or number in done:
            continue
        if _is_aside(ground, cue) or sums_up(ground, cue):
            continue
        if _unfounded(ground, number):
            done.add(number)
            reason = "Nothing in the source's sentence is denied."
            yield marked(ground, Place(cue, cue + 1), "negation", reason)


def _turned(ground: Ground, at: int, here: frozenset[int], there: frozenset[int]) -> int | None:
    """The source's use of the same word in the same surroundings, but of the other polarity."""
    word = ground.text.passage.words[at]
    if word.kind != "word" or at in ground.text.quoted or word.capital:
        return None
    if is_asked(ground.text, at):
        return None
    if not is_predicate(ground.text, at) or (at in here and sums_up(ground, at)):
        return None
    place = Place(at, at + 1)
    alike: dict[bool, float] = {}
    best: dict[bool, int] = {}
    for sentence in ground.sentences:
        for other in content(ground.source, sentence):
            there_word = ground.source.passage.words[other]
            prefixed = _is_contrary(word, there_word)
            if not (prefixed or there_word.stem == word.stem):
                continue
            if not is_predicate(ground.source, other):
                continue
            agrees = ((at in here) == (other in there)) != prefixed
            score = ground.likeness(place, Place(other, other + 1))
            if score > alike.get(agrees, -1.0):
                alike[agrees], best[agrees] = score, other
    against = alike.get(False, 0.0)
    if against >= LEAST and against > alike.get(True, 0.0) + MARGIN:
        return best[False]
    return None


def _is_contrary(left: Word, right: Word) -> bool:
    """`fair` and `unfair`, `possible` and `impossible`."""
    shorter, longer = sorted((left.lower, right.lower), key=len)
    prefixes = ("un", "in", "im", "il", "ir", "dis", "non")
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in prefixes)


def sums_up(ground: Ground, at: int) -> bool:
    """`No other country had done it before`: a denial that only puts a "first" another way."""
    passage = ground.text.passage
    first, last = passage.bounds[passage.sentence_of[at]]
    exceptions = passage.lexicon.vocabulary("negation", "except")
    return any(exceptions.length_at(passage.words, k) for k in range(first, last))


def _is_aside(ground: Ground, cue: int) -> bool:
    """`and not to her`, `pas davantage`: a negation without a verb of its own."""
    passage = ground.text.passage
    before = passage.words[cue - 1].lower if cue else ""
    chunk = [at for at, number in enumerate(passage.chunk_of) if number == passage.chunk_of[cue]]
    lone = sum(passage.is_content(at) for at in chunk) < 2
    return lone or before in ("and", "et", "but", "mais", "or", "ou", ",")


def _unfounded(ground: Ground, number: int) -> bool:
    """Whether the sentence that carries most of this one has no negative word at all."""
    closest = ground.closest(number)
    if closest is None or ground.alignment[number][closest] < ALIGNED:
        return False
    near = (closest - 1, closest, closest + 1)
    return not any(
        _is_negative(ground.source, other) for other in near if ground_has(ground, other)
    )


def ground_has(ground: Ground, sentence: int) -> bool:
    """Whether the source has a sentence of this number."""
    return 0 <= sentence < len(ground.source.passage.bounds)


def _is_negative(reading: Reading, sentence: int) -> bool:
    passage = reading.passage
    first, last = passage.bounds[sentence]
    lexicon = passage.lexicon
    vocabularies = [
        lexicon.vocabulary("negation", name) for name in ("cues", "negative", "soft", "weak")
    ]
    return any(
        vocabulary.length_at(passage.words, at)
        for at in range(first, last)
        for vocabulary in vocabularies
    ) or any(
        opposites.minus.length_at(passage.words, at)
        for at in range(first, last)
        for opposites in lexicon.opposites
        if opposites.kind == "negation"
    )
