"""Plans: what somebody only means to do the text may not tell as done."""

from collections.abc import Iterator

from podcaster.write.evidence.denials import Denials, denials_of
from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.hedges import hedges_of
from podcaster.write.evidence.marking import marked
from podcaster.write.evidence.matching import Ground, Place
from podcaster.write.evidence.polarity import is_asked, is_conditional

ALIGNED = 0.3
"""As much of the text's sentence must a sentence carry for its plan to be the one told as done."""
SAME = 0.9
"""As alike as two words must be to tell of one deed."""
_OBJECTS = ("dobj", "obj")
_AUXILIARIES = ("aux", "aux:tense", "auxpass", "aux:pass")


def fulfilled_plans(ground: Ground) -> Iterator[Unsupported]:
    """`They have appealed`, where the source has them intend to, and nobody do it."""
    text, source = ground.text.passage, ground.source.passage
    here, hedges = denials_of(text), hedges_of(source)
    own = hedges_of(text)
    if here is None or hedges is None or own is None:
        return
    for clause in here.clauses:
        at = clause.head
        number = text.sentence_of[at]
        if not is_done(here, at) or at in ground.text.quoted or is_asked(ground.text, at):
            continue
        if at in own.reached or at in own.planned or here.counts[at] % 2:
            continue
        light = _is_light(ground, at)
        for deed in _deeds(ground, here, at):
            verbal = deed == at or light
            told = [
                k
                for k in range(len(source.words))
                if ground.same(text.words[deed], source.words[k]) >= SAME and ground.carries(k)
            ]
            planned = [k for k in told if k in hedges.planned]
            deeds = verbal or any(hedges.denials.grammar.parts[k] == "VERB" for k in planned)
            if (
                planned
                and deeds
                and len(planned) == len(told)
                and _carries(ground, number, planned)
            ):
                words = source.words[planned[0]].text
                reason = f"In the source {words!r} is only planned or expected."
                yield marked(ground, Place(deed, deed + 1), "attribution", "planned", reason)
                break


def _carries(ground: Ground, number: int, planned: list[int]) -> bool:
    shares, sentence_of = ground.alignment[number], ground.source.passage.sentence_of
    return any(shares[sentence_of[k]] >= ALIGNED for k in planned)


def _deeds(ground: Ground, here: Denials, at: int) -> Iterator[int]:
    """The words that may say what is done: the verb, and the object of a light one (`faire appel`)
    or of one that the source doesn't have (`lodge an appeal`)."""
    text = ground.text.passage
    word = text.words[at]
    light = _is_light(ground, at)
    known = any(other.stem == word.stem for other in ground.source.passage.words)
    expected = text.lexicon.vocabulary("hedges", "expected")
    promised = at in here.said or expected.length_at(text.words, at) > 0
    if not light and not promised and text.is_content(at):
        yield at
    if light or not (known or promised):
        yield from (k for k in here.grammar.hanging(at, *_OBJECTS) if _is_plain_noun(here, k))


def _is_light(ground: Ground, at: int) -> bool:
    return ground.text.passage.words[at].lemma in ground.text.passage.lexicon.light


def _is_plain_noun(here: Denials, at: int) -> bool:
    return here.grammar.parts[at] == "NOUN" and here.reading.passage.is_content(at)


def is_done(denials: Denials, at: int) -> bool:
    """Whether a verb tells a deed as done: in a past tense that isn't a habit, and not in the
    conditional."""
    grammar, passage = denials.grammar, denials.reading.passage
    if grammar.parts[at] not in ("VERB", "AUX"):
        return False
    helpers = grammar.hanging(at, *_AUXILIARIES)
    forms = [grammar.features[k] for k in helpers]
    meant = (
        passage.lexicon.vocabulary("hedges", "future"),
        passage.lexicon.vocabulary("hedges", "possible"),
    )
    unsure = (
        is_conditional(passage.words[k].lower, passage.lexicon.language)
        or any(words.length_at(passage.words, k) for words in meant)
        for k in helpers
    )
    if any("VerbForm=Inf" in form or "Tense=Fut" in form for form in forms) or any(unsure):
        return False
    features = grammar.features[at]
    if "VerbForm=Fin" in features:
        return "Tense=Past" in features
    if passage.lexicon.language == "fr":
        return "VerbForm=Part" in features and bool(grammar.hanging(at, "aux:tense"))
    past = any("Tense=Past" in form for form in forms)
    had = any(passage.words[k].lemma == "have" for k in helpers)
    return "Tense=Past" in features and (past or had)
