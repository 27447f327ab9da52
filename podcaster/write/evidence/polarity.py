"""Which words of a text are denied, and which are only claimed or possible."""

from collections.abc import Iterator

from podcaster.write.evidence.graded import graded_at
from podcaster.write.evidence.reading.clauses import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS
from podcaster.write.evidence.reading.grammar import Grammar
from podcaster.write.evidence.reading.reading import Reading

REACH = 10
"""Words after a cue that it may reach."""
CONTENT = 4
"""Content words after a cue that it governs."""
_STRESSED = 6
"""Words between a negation and what stresses it."""
_STOPS = frozenset(',;:.?!…()"“”«»—–')
_SECOND = frozenset(
    {"pas", "jamais", "plus", "aucun", "aucune", "rien", "personne", "ni", "guère", "point", "nul"}
)


def denied(reading: Reading) -> frozenset[int]:
    """The words in reach of a negation, or of a verb that comes to the same (`refuse`, `échouer`).

    A word in reach of two is affirmed again.
    """
    grammar = reading.passage.grammar
    counts: dict[int, int] = {}
    cues = list(_cues(reading))
    reached = (
        [*_negated(reading), *_softly(reading)]
        if grammar is None
        else [
            *(at for group in _by_head(reading, grammar, cues).values() for at in group),
            *_below_soft(reading, grammar),
        ]
    )
    for at in reached:
        counts[at] = counts.get(at, 0) + 1
    return frozenset(at for at, count in counts.items() if count % 2)


def _by_head(reading: Reading, grammar: Grammar, cues: list[int]) -> dict[int, set[int]]:
    """For each word that a negation hangs on, what it denies; `ne ... pas` counts once."""
    found: dict[int, set[int]] = {}
    for cue in cues:
        head = denied_head(reading, grammar, cue)
        # What is denied within a quotation is said there, and not by who quotes it.
        if head is not None and (cue in reading.quoted) == (head in reading.quoted):
            found.setdefault(head, set()).update(_predicate(reading, grammar, head))
            if head != grammar.heads[cue] and grammar.parts[grammar.heads[cue]] == "NOUN":
                found[head].add(grammar.heads[cue])
    return found


def denied_head(reading: Reading, grammar: Grammar, cue: int) -> int | None:
    """The word that a negation denies: the verb or the noun that it hangs on, and where it's a
    subject or an object (`nobody`, `no team`), the verb."""
    word = reading.passage.words[cue].lower
    if word in ("without", "sans"):
        below = grammar.hanging(cue, "pcomp", "pobj")
        return below[0] if below else grammar.heads[cue]
    head = grammar.heads[cue]
    if head == cue:
        return cue
    while grammar.deps[head] in ("nummod", "det", "amod", "quantmod", "advmod"):
        head = grammar.heads[head]
    if (
        grammar.parts[head] == "AUX"
        and grammar.heads[head] != head
        and (grammar.deps[head] in ("aux", "auxpass", "aux:tense", "aux:pass", "cop"))
    ):
        head = grammar.heads[head]
    step = cue if grammar.parts[cue] in ("PRON", "NOUN") else head
    arguments = (*SUBJECTS, *PASSIVE_SUBJECTS, *OBJECTS, "attr")
    if grammar.parts[step] in ("NOUN", "PROPN", "PRON") and grammar.deps[step] in arguments:
        return grammar.heads[step]
    return head


def _predicate(reading: Reading, grammar: Grammar, head: int) -> set[int]:
    """A predicate and what completes it: `was not safe`, `did not want to go`."""
    found = {head}
    if reading.passage.words[head].lemma in ("have", "avoir", "be", "exister"):
        found.update(grammar.hanging(head, "dobj", "obj", "attr"))
    for child in grammar.hanging(head, "acomp", "attr", "oprd", "xcomp", "prt"):
        found |= _predicate(reading, grammar, child)
    for child in grammar.hanging(head, "conj"):
        own = grammar.hanging(child, *SUBJECTS, *PASSIVE_SUBJECTS, "neg", "aux")
        apart = (child in reading.quoted) != (head in reading.quoted)
        if (
            not apart
            and child > head
            and grammar.parts[child] in ("VERB", "ADJ", "NOUN")
            and not own
        ):
            found.add(child)
    return found


def _below_soft(reading: Reading, grammar: Grammar) -> Iterator[int]:
    """What `refuse`, `fail` and the like bring."""
    passage = reading.passage
    words = passage.words
    soft = passage.lexicon.vocabulary("negation", "soft")
    for at in range(len(words)):
        if not soft.length_at(words, at) or at in reading.quoted:
            continue
        found = set(_infinitive_after(reading, grammar, at))
        for child in grammar.hanging(
            at, "xcomp", "ccomp", "dobj", "obj", "prep", "acl", "obl:arg", "nmod", "pcomp"
        ):
            if child < at:
                continue
            if grammar.deps[child] == "prep" and words[child].lower not in ("from", "of", "to"):
                continue
            below = (
                grammar.hanging(child, "pobj", "pcomp")
                if grammar.parts[child] == "ADP"
                else [child]
            )
            for low in below:
                found |= _predicate(reading, grammar, low)
        yield from found


def _infinitive_after(reading: Reading, grammar: Grammar, at: int) -> Iterator[int]:
    """`refused in July to halt it`, wherever the parser hangs what is refused."""
    words = reading.passage.words
    for step in range(at + 1, min(at + 5, len(words) - 1)):
        if words[step].lower == "to" and grammar.parts[step + 1] == "VERB":
            yield step + 1
            return


def negations(reading: Reading) -> list[int]:
    """Where the cues of negation themselves stand."""
    return list(_cues(reading))


def _cues(reading: Reading) -> Iterator[int]:
    passage = reading.passage
    cues = passage.lexicon.vocabulary("negation", "cues")
    double = passage.lexicon.vocabulary("negation", "double")
    french = passage.lexicon.language == "fr"
    at = 0
    while at < len(passage.words):
        if skip := double.length_at(passage.words, at):
            at += skip
            continue
        first = passage.bounds[passage.sentence_of[at]][0]
        # `the No campaign`: what is voted, and denies nothing.
        named = passage.words[at].text == "No" and at > first and not passage.words[at - 1].is_mark
        if named and not french:
            at += 1
            continue
        if cues.length_at(passage.words, at) and (not french or _denies(reading, at)):
            yield at
        at += 1


def _denies(reading: Reading, at: int) -> bool:
    """Whether a French cue really denies: `ne` needs its second half, and `jamais` a `ne`."""
    start = max(0, at - 7)
    words = [word.lower for word in reading.passage.words[start : at + 7]]
    here = min(at, 7)
    word, before, after = words[here], words[:here], words[here + 1 :]
    if word in ("ne", "n'"):
        double = reading.passage.lexicon.vocabulary("negation", "double")
        if any(
            double.length_at(reading.passage.words, start + k)
            for k in range(here + 1, len(words))
            if words[k] in _SECOND
        ):
            return False
        if "que" in after or "qu'" in after:
            stop = min(after.index(q) for q in ("que", "qu'") if q in after)
            return any(second in after[:stop] for second in _SECOND)
        return any(second in _SECOND for second in (*after, *before[-5:]))
    if word == "sans":
        return True
    if word in ("non", "ni"):
        return "ne" not in before and "n'" not in before
    if word == "pas":
        return "ne" not in before and "n'" not in before
    return False


def _negated(reading: Reading) -> Iterator[int]:
    passage = reading.passage
    for cue in _cues(reading):
        yield from _governed(reading, cue, CONTENT)
        if passage.words[cue].lower in ("nothing", "none", "nobody"):
            back = cue - 1
            if back >= 0 and passage.is_content(back):
                yield back


def _softly(reading: Reading) -> Iterator[int]:
    passage = reading.passage
    soft = passage.lexicon.vocabulary("negation", "soft")
    for at in range(len(passage.words)):
        if length := soft.length_at(passage.words, at):
            yield from _governed(reading, at + length - 1, 2)


def _governed(reading: Reading, cue: int, most: int) -> Iterator[int]:
    """The content words after a cue, as far as it reaches."""
    passage = reading.passage
    found = 0
    for at in range(cue + 1, min(cue + 1 + REACH, len(passage.words))):
        word = passage.words[at]
        if word.text in _STOPS or passage.sentence_of[at] != passage.sentence_of[cue]:
            return
        if word.lower in ("but", "mais", "ni", "nor"):
            return
        if passage.is_content(at):
            yield at
            found += 1
            if found == most:
                return


def is_asked(reading: Reading, at: int) -> bool:
    """Whether a word stands in a question, which asserts nothing."""
    passage = reading.passage
    first, last = passage.bounds[passage.sentence_of[at]]
    return any(word.text == "?" for word in passage.words[max(first, last - 2) : last])


def is_conditional(form: str, language: str) -> bool:
    """Whether a French verb stands in the conditional, the mood of what's only reported."""
    endings = ("rait", "raient")
    return language == "fr" and len(form) > 6 and form.endswith(endings)


def sums_up(reading: Reading, at: int) -> bool:
    """`No other country had done it before`: a denial that only puts a "first" another way."""
    passage = reading.passage
    first, last = passage.bounds[passage.sentence_of[at]]
    exceptions = passage.lexicon.vocabulary("negation", "except")
    if any(graded_at(reading, k) for k in range(first, last)):
        return True  # `No strike was longer` puts `the longest` another way.
    return any(
        exceptions.length_at(passage.words, k)
        and not is_emphatic(reading, k)
        and not _is_of_now(reading, k)
        for k in range(first, last)
    )


def _is_of_now(reading: Reading, at: int) -> bool:
    """`il n'est jamais revenu`: a denial of what is, where `n'était jamais venu` tells of a first
    time."""
    passage = reading.passage
    cues = passage.lexicon.vocabulary("negation", "cues")
    grammar = passage.grammar
    if grammar is None or not at or not cues.length_at(passage.words, at):
        return False
    return "Tense=Pres" in grammar.features[at - 1]


def is_emphatic(reading: Reading, at: int) -> bool:
    """`not a single one`, `pas une seule fois`: a word that only stresses a denial."""
    passage = reading.passage
    single = passage.lexicon.vocabulary("negation", "single")
    article = passage.words[at - 1].lower if at else ""
    if not single.length_at(passage.words, at) or article not in ("a", "one", "un", "une"):
        return False
    cues = passage.lexicon.vocabulary("negation", "cues")
    first = passage.bounds[passage.sentence_of[at]][0]
    return any(cues.length_at(passage.words, k) for k in range(max(first, at - _STRESSED), at - 1))


def excepts(reading: Reading, sentence: int) -> bool:
    """`All voted for it except one`: whether a sentence leaves somebody out."""
    return reading.passage.says(sentence, "negation", "but")
