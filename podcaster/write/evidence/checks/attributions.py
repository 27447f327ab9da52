"""Attribution: who says it, and whether it's said outright or only claimed."""

from collections.abc import Iterator

from podcaster.write.evidence.findings import Unsupported
from podcaster.write.evidence.marking import marked, words_of
from podcaster.write.evidence.matching import Ground, Place, content
from podcaster.write.evidence.polarity import hedged, is_hedged, is_predicate
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.speakers import Speaker, may_be_speaker, speakers

ALIGNED = 0.3
"""The share of a sentence that the source must carry before its speaker is compared."""
NEARLY = 0.75
"""A sentence that carries this much of what the closest one carries may be the one meant."""
HALFWAY = 0.62
"""A sentence in which the named one does speak must carry at least this much of it."""
LEAST = 3.6
"""As alike two places must be before a dropped `may` counts."""
MARGIN = 0.8


def unsupported_attributions(ground: Ground) -> Iterator[Unsupported]:
    """Words given to somebody else, and claims or chances told as facts."""
    for number in range(len(ground.text.passage.bounds)):
        for speaker in speakers(ground.text, number):
            if _is_wrong(ground, number, speaker):
                place = Place(speaker.first, speaker.last)
                words = words_of(ground.text, place)
                reason = f"In the source it isn't {words} who says this."
                yield marked(ground, place, "attribution", reason)
        hardened = _hardened(ground, number)
        if hardened is not None:
            word = ground.text.passage.words[hardened].text
            reason = f"The source doesn't say {word!r} outright; it's claimed or possible there."
            yield marked(ground, Place(hardened, hardened + 1), "attribution", reason)


def _is_wrong(ground: Ground, number: int, speaker: Speaker) -> bool:
    name = speaker.name or (_meant(ground, speaker) if speaker.pronoun else None)
    if speaker.pronoun and name is None:
        return False
    if name and set(name.tokens) <= ground.allowed:
        return False
    without = frozenset({speaker.verb, *range(speaker.first, speaker.last)})
    shares = {s: ground.carried(number, s, without) for s in ground.sentences}
    best = max(shares.values(), default=0.0)
    if best < ALIGNED:
        return False
    if name is None:
        close = [s for s in ground.sentences if shares[s] >= NEARLY * best]
        return _is_other_role(ground, speaker, close)
    own = max(
        (
            share
            for sentence, share in shares.items()
            if share >= HALFWAY * best
            and may_be_speaker(ground.source, sentence, name, ground.source)
        ),
        default=0.0,
    )
    return own < HALFWAY * best


def _meant(ground: Ground, speaker: Speaker) -> Name | None:
    """The one name before a pronoun of the text; None where there are several."""
    earlier = [name for name in ground.text.names if name.last <= speaker.first]
    return earlier[0] if len({name.tokens[-1] for name in earlier}) == 1 else None


def _is_other_role(ground: Ground, speaker: Speaker, close: list[int]) -> bool:
    """Whether `the prosecutor` speaks elsewhere in the source, and somebody else speaks here."""
    source = ground.source
    word = ground.text.passage.words[speaker.first]
    if not any(speakers(source, sentence) for sentence in close):
        return False
    for sentence in close:
        for near in (sentence - 1, sentence):
            if near >= 0 and any(
                ground.same(word, source.passage.words[at]) for at in content(source, near)
            ):
                return False
    return any(
        ground.same(word, source.passage.words[other.first]) >= 1
        for sentence in range(len(source.passage.bounds))
        if sentence not in close
        for other in speakers(source, sentence)
    )


def _hardened(ground: Ground, number: int) -> int | None:
    """A word told as a fact where the source only claims it or thinks it possible."""
    if is_hedged(ground.text, number):
        return None
    here, there = hedged(ground.text), hedged(ground.source)
    for at in content(ground.text, number):
        word = ground.text.passage.words[at]
        if word.kind != "word" or word.capital or at in ground.text.quoted:
            continue
        if at in here or not is_predicate(ground.text, at):
            continue
        place = Place(at, at + 1)
        scores = {True: 0.0, False: 0.0}
        for sentence in ground.sentences:
            for other in content(ground.source, sentence):
                if ground.source.passage.words[other].stem != word.stem:
                    continue
                score = ground.likeness(place, Place(other, other + 1))
                score += 0.5 * ground.weights[word.stem]
                scores[other in there] = max(scores[other in there], score)
        if scores[True] >= LEAST and scores[True] > scores[False] + MARGIN:
            return at
    return None
