"""Negation: what the source denies the text may not affirm, and the other way round."""

from collections.abc import Iterator

from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked
from podcaster.write.evidence.matching import Ground, Place, content
from podcaster.write.evidence.polarity import denied, denied_head, is_asked, is_predicate, negations
from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.words import Word

LEAST = 2.6
"""As alike two places must be before their difference in polarity counts."""
MARGIN = 0.5
ALONE = 1.5
"""The same where no use of the word in the source agrees."""
PLANNED = 2.5
"""What an agreeing word loses that is only planned where the text says that it happened."""
CARRIED = 0.75
"""The share of a sentence that a denied clause must carry before its denial is missed."""
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
    for number, told in _undenied(ground):
        if number not in done:
            done.add(number)
            first, last = ground.text.passage.bounds[number]
            word = ground.source.passage.words[told].text
            reason = f"The source denies this: see {word!r} there."
            yield marked(ground, Place(first, last), "negation", reason)
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
    say = ground.text.passage.lexicon.vocabulary("attribution", "say")
    reports = word in say and _follows_what_is_said(ground.text, at)
    if is_asked(ground.text, at) or reports or _is_common_noun(ground.text, at):
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
            if agrees and _is_mere_plan(ground.source, other) > _is_mere_plan(ground.text, at):
                score -= PLANNED
            if score > alike.get(agrees, -1.0):
                alike[agrees], best[agrees] = score, other
    against = alike.get(False, 0.0)
    agreeing = alike.get(True, 0.0)
    clearly = against >= LEAST and against > agreeing + MARGIN
    # Where all else speaks of something else, less will do.
    alone = against >= ALONE and against > agreeing + 2 * ALONE - MARGIN
    return best[False] if clearly or alone else None


def _follows_what_is_said(reading: Reading, at: int) -> bool:
    """`..., assure X`: a verb that only tells whose words come before it."""
    grammar = reading.passage.grammar
    words = reading.passage.words
    step = at - 1
    while grammar is not None and step > 0 and grammar.parts[step] in ("AUX", "PRON"):
        step -= 1
    clause = grammar is not None and bool(grammar.hanging(at, "ccomp"))
    return clause or (step >= 0 and words[step].is_mark)


def _is_mere_plan(reading: Reading, at: int) -> bool:
    """Whether a verb is only planned, wanted or possible there: `the plan to send them`."""
    grammar = reading.passage.grammar
    return (
        grammar is not None
        and "VerbForm=Inf" in grammar.features[at]
        and grammar.deps[at] in ("acl", "xcomp", "advcl", "relcl")
    )


def _is_common_noun(reading: Reading, at: int) -> bool:
    """Whether a word names a thing and says nothing of it."""
    grammar = reading.passage.grammar
    if grammar is None or grammar.parts[at] != "NOUN":
        return False
    said = ("attr", "dobj", "obj", "ROOT", "conj", "acomp")
    return grammar.deps[at] not in said and not grammar.hanging(at, "cop")


def _undenied(ground: Ground) -> Iterator[tuple[int, int]]:
    """Sentences without any denial whose words a denied clause of the source carries best: which
    one, and the word denied there."""
    grammar = ground.source.passage.grammar
    if grammar is None or ground.text.passage.grammar is None:
        return
    cues = {
        head
        for cue in negations(ground.source)
        if cue not in ground.source.quoted
        and (head := denied_head(ground.source, grammar, cue)) is not None
        and ground.carries(head)
    }
    for number in range(len(ground.text.passage.bounds)):
        if _is_negative(ground.text, number) or is_asked(
            ground.text, ground.text.passage.bounds[number][0]
        ):
            continue
        closest = ground.closest(number)
        if closest is None:
            continue
        shares = {
            head: _share(ground, number, _region(ground.source, grammar, head))
            for head in cues
            if ground.source.passage.sentence_of[head] == closest
        }
        best = max(shares, key=lambda head: shares[head], default=None)
        if best is None or shares[best] < CARRIED:
            continue
        rest = max(
            ground.alignment[number][other] if other != closest else 0.0
            for other in ground.sentences
        )
        if shares[best] > rest + 0.15:
            yield number, best


def _region(reading: Reading, grammar: Grammar, head: int) -> list[int]:
    """The words of the clause that a negation denies: all below its verb, and the subject that it
    shares with the verb before it."""
    found = set(grammar.subtree(head))
    for clause in reading.clauses:
        if clause.at == head:
            for party in (*clause.subjects, *clause.objects):
                found.update(grammar.subtree(party))
    return sorted(found)


def _share(ground: Ground, number: int, region: list[int]) -> float:
    """What share of a sentence's weight some words of the source carry."""
    text, source = ground.text.passage, ground.source.passage
    there = [source.words[at] for at in region if source.is_content(at)]
    whole = carried = 0.0
    for at in content(ground.text, number):
        word = text.words[at]
        best = max(
            (ground.same(word, other) * ground.weights[other.stem] for other in there), default=0.0
        )
        whole += max(best, ground.weights.get(word.stem, 1.5))
        carried += best
    return carried / whole if whole else 0.0


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
