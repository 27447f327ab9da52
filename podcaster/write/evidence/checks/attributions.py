"""Attribution: who says it, and whether it's said outright or only claimed."""

from collections.abc import Iterator, Sequence

from podcaster.write.evidence.findings import Sign, Unsupported
from podcaster.write.evidence.hedges import Hedges, hedges_of
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, Place, content
from podcaster.write.evidence.people import is_person
from podcaster.write.evidence.polarity import is_asked
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.speakers import Speaker, is_anothers, speakers
from podcaster.write.evidence.substitutes import is_not_meant
from podcaster.write.evidence.voices import Voices

ALIGNED = 0.4
"""The share of a sentence that the source must carry before its speaker is compared."""
HALFWAY = 0.7
"""A sentence that carries this much of what the closest one carries may be the one meant."""
SPOKEN = 0.45
"""The same, where the named one surely speaks."""
SURELY = 0.5
"""The share of a sentence that the source must carry before its speaker is surely meant."""
PLAINLY = 0.7
"""The same, where the source calls its speaker `he`."""
WHOLLY = 0.8
"""The same, where the source has somebody else heard in any way."""
CLOSEST = 0.8
"""As much of what the closest sentence carries another must carry to be meant as well."""
CARRIED = 0.5
"""The share of a sentence that one of the source's must carry before it counts as its claim."""
CLAIMED = 0.6
"""How much of that must be claimed only."""
PLAIN = 0.7
"""As much of it told outright in some sentence is enough."""

ENOUGH = 2
"""Words besides names that are enough to find who says them."""
_OF_SPEAKER = ("nmod", "amod", "compound", "flat:name", "prep", "pobj", "poss")
"""What hangs on a speaker and tells only who it is: `le ministre de l'Économie`."""

_BETWEEN = 6
"""Words from a word of saying to who says it: `à en croire le ministre`."""
_MODALS = frozenset("will would may might could can pouvoir".split())


def unsupported_attributions(ground: Ground) -> Iterator[Unsupported]:
    """Words given to somebody else, and claims or chances told as facts."""
    voices = Voices(ground)
    for number in range(len(ground.text.passage.bounds)):
        for speaker in speakers(ground.text, number):
            if _is_wrong(ground, voices, number, speaker):
                place = Place(speaker.first, speaker.last)
                words = words_of(ground.text, place)
                reason = f"In the source it isn't {words} who says this."
                sign: Sign = "refuted" if _is_sure(ground, voices, number, speaker) else "speaker"
                yield marked(ground, place, "attribution", sign, reason)
        hardened = _hardened(ground, number)
        if hardened is not None:
            word = ground.text.passage.words[hardened].text
            reason = f"The source doesn't say {word!r} outright; it's claimed or possible there."
            yield marked(ground, Place(hardened, hardened + 1), "attribution", "limit", reason)


def _is_wrong(ground: Ground, voices: Voices, number: int, speaker: Speaker) -> bool:
    name = speaker.name or (_meant(ground, speaker) if speaker.pronoun else None)
    grammar = ground.text.passage.grammar
    if (speaker.pronoun and name is None) or (
        grammar is not None and "VerbForm=Inf" in grammar.features[speaker.verb]
    ):
        return False
    if name and set(name.tokens) <= ground.allowed:
        return False
    shares = _shares(ground, number, speaker)
    best = max(shares.values(), default=0.0)
    if best < ALIGNED:
        return False
    without = _saying(ground.text, speaker)
    said = [at for at in content(ground.text, number) if at not in without]
    return not any(
        share >= (SPOKEN if voices.speaks(sentence, name) else HALFWAY) * best
        and voices.may_be(said, sentence, name, speaker.first)
        for sentence, share in shares.items()
    )


def _saying(reading: Reading, speaker: Speaker) -> frozenset[int]:
    """The words of a sentence that tell who says it, and not what."""
    found = [*range(speaker.verb, speaker.first)][:_BETWEEN]
    found += range(speaker.first, speaker.last)
    grammar = reading.passage.grammar
    for at in found:
        below = grammar.hanging(at, *_OF_SPEAKER) if grammar else []
        found += [low for low in below if low not in found and not _are_apart(reading, at, low)]
    return frozenset({speaker.verb, *found})


def _are_apart(reading: Reading, left: int, right: int) -> bool:
    """Whether a mark stands between two words."""
    first, last = sorted((left, right))
    return any(word.is_mark and word.text != "-" for word in reading.passage.words[first:last])


def _shares(ground: Ground, number: int, speaker: Speaker) -> dict[int, float]:
    """What share of a sentence of the text each of the source's carries, whoever says it."""
    without = _saying(ground.text, speaker)
    named = {k for name in ground.text.names for k in range(name.first, name.last)} - without
    rest = [at for at in content(ground.text, number) if at not in without | named]
    if len(rest) >= ENOUGH:
        # Whom it's said of doesn't tell what is said.
        without |= named
    return {s: ground.carried(number, s, without) for s in ground.sentences}


def _is_sure(ground: Ground, voices: Voices, number: int, speaker: Speaker) -> bool:
    """Whether the sentences that carry most of the text's surely have another speaker."""
    shares = _shares(ground, number, speaker)
    best = max(shares.values(), default=0.0)
    if speaker.name is None or best < SURELY:
        return False
    sentences = {s for s, share in shares.items() if share >= CLOSEST * best}
    said = [at for at in content(ground.text, number) if at not in _saying(ground.text, speaker)]
    if best >= WHOLLY and len(said) >= ENOUGH and not _is_quoting(ground.text, number):
        # All of it is there, and somebody else is heard to say it.
        return any(voices.speakers[sentence] for sentence in sentences)
    return is_anothers(ground.source, sentences, speaker.name, ground.text.names) or (
        best >= PLAINLY
        and (
            is_not_meant(ground.source, sentences, speaker.name)
            or voices.are_anothers(sentences, speaker.name)
        )
    )


def _is_quoting(reading: Reading, number: int) -> bool:
    return any(at in reading.quoted for at in range(*reading.passage.bounds[number]))


def _meant(ground: Ground, speaker: Speaker) -> Name | None:
    """The one name before a pronoun of the text; None where there are several."""
    earlier = [name for name in ground.text.names if name.last <= speaker.first]
    people = [name for name in earlier if is_person(name, ground.source)] or earlier
    return people[0] if len({name.tokens[-1] for name in people}) == 1 else None


def _hardened(ground: Ground, number: int) -> int | None:
    """A word told as a fact where the source only claims it or thinks it possible."""
    hedges, own = hedges_of(ground.source.passage), hedges_of(ground.text.passage)
    if (
        hedges is None
        or own is None
        or _is_hedged(ground.text, number)
        or is_asked_in(ground.text, number)
    ):
        return None
    passage = ground.text.passage
    words = [
        at
        for at in content(ground.text, number)
        if passage.words[at].lemma not in passage.lexicon.light or passage.words[at].kind != "word"
    ]
    words = [at for at in words if at not in ground.text.quoted and at not in own.reached]
    hedged = sum(at in own.reached for at in content(ground.text, number))
    if len(words) < max(2, hedged):
        return None
    found = [_weighed(ground, words, sentence, hedges) for sentence in ground.sentences]
    best = max(found, key=lambda item: item[0], default=(0.0, 0.0, None))
    carried, claimed, at = best
    plain = max(share - unsure for share, unsure, _ in found)
    if at is None or carried < CARRIED or claimed < CLAIMED * carried or plain > PLAIN * carried:
        return None
    return at


def _weighed(
    ground: Ground, words: Sequence[int], sentence: int, hedges: Hedges
) -> tuple[float, float, int | None]:
    """What share of the words a sentence carries, what share it doesn't tell outright, and which
    word of the text is the weightiest among those."""
    passage, source = ground.text.passage, ground.source.passage
    whole = carried = claimed = heaviest = 0.0
    which: int | None = None
    there = content(ground.source, sentence)
    for at in words:
        word = passage.words[at]
        weight = ground.weights.get(word.stem, 2.0) * (0.5 if word.capital else 1.0)
        whole += weight
        alike = [(ground.same(word, source.words[k]), k not in hedges.reached, k) for k in there]
        best, plain, _ = max(alike, default=(0.0, True, 0))
        carried += best * weight
        if best and not plain:
            claimed += best * weight
            if weight > heaviest and not word.capital:
                heaviest, which = weight, at
    return (carried / whole, claimed / whole, which) if whole else (0.0, 0.0, None)


def _is_hedged(reading: Reading, sentence: int) -> bool:
    """Whether a sentence of the text isn't said outright anywhere."""
    passage = reading.passage
    names = (
        *(("hedges", name) for name in ("alleged", "claim", "expected")),
        ("attribution", "say"),
        ("attribution", "according"),
    )
    cues = [passage.lexicon.vocabulary(*name) for name in names]
    grammar = passage.grammar
    return any(
        any(cue.length_at(passage.words, at) for cue in cues)
        for at in range(*passage.bounds[sentence])
        if passage.words[at].lemma not in _MODALS
        and (grammar is None or grammar.parts[at] != "NOUN")
    )


def is_asked_in(reading: Reading, sentence: int) -> bool:
    return is_asked(reading, reading.passage.bounds[sentence][0])
