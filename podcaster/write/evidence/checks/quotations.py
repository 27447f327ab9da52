"""Quotations: the words must stand in the source as quoted, and be said by whom the text says."""

import re
from collections.abc import Iterator, Sequence

from podcaster.write.evidence.findings import Sign, Span, Unsupported
from podcaster.write.evidence.matching import Ground
from podcaster.write.evidence.people import is_person, is_place, likeliest, same_name
from podcaster.write.evidence.reading.names import Name
from podcaster.write.evidence.reading.quotations import Quotation
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.speakers import is_anothers, may_be_speaker, speakers
from podcaster.write.evidence.substitutes import is_not_meant

_ELLIPSIS = re.compile(r"\[?(?:…|\.\.\.)\]?|\[[^\]]*\]")
_PERSONAL = frozenset({"he", "she", "il", "elle"})
_BESIDE = 4
"""How near to a quotation its verb of saying stands."""
_UNQUOTED = 3
"""As few words as this may be quoted where the source has them without marks, as a title."""


def unsupported_quotations(ground: Ground) -> Iterator[Unsupported]:
    """Quoted words that aren't in the source, weren't quoted there, or were somebody else's."""
    for quotation in ground.text.quotations:
        parts = _parts(ground.text.passage.text[quotation.start : quotation.end])
        if not parts:
            continue
        place = _find(parts, ground)
        if place is None:
            reason = "These words aren't in the source as they're quoted."
            yield _finding(ground, quotation, "absent", reason)
            continue
        long = sum(len(part) for part in parts) > _UNQUOTED
        if long and not place & ground.source.quoted:
            reason = "The source has these words, but not as a quotation."
            yield _finding(ground, quotation, "elsewhere", reason)
            continue
        speaker = None if _is_title(ground, quotation, place) else _speaker(ground, quotation)
        if speaker and not _said_by(ground, speaker, place):
            name = " ".join(speaker.tokens).title()
            reason = f"In the source it isn't {name} who says this."
            sentences = _sentences(ground, place)
            sure = is_anothers(
                ground.source, sentences, speaker, ground.text.names
            ) or is_not_meant(ground.source, sentences, speaker)
            yield _finding(ground, quotation, "refuted" if sure else "speaker", reason)


def _parts(quoted: str) -> list[tuple[str, ...]]:
    """The words of a quotation, cut where it leaves something out."""
    pieces = (_plain(piece) for piece in _ELLIPSIS.split(quoted))
    return [piece for piece in pieces if piece]


def _plain(text: str) -> tuple[str, ...]:
    """Its words without marks; `n't` is one of its own, as it is where a text is read."""
    straight = text.casefold().replace("’", "'")
    return tuple(re.findall(r"\w+", re.sub(r"n't\b", " n't", straight)))


def _find(parts: Sequence[tuple[str, ...]], ground: Ground) -> frozenset[int] | None:
    """The words of the source that the parts stand on, in order; None where one is missing.

    Looked for in the quoted words alone first: then a quotation that the source interrupts
    (`"We," he said, "won."`) is found whole.
    """
    source = ground.source
    words = [
        at
        for at, word in enumerate(source.passage.words)
        if not word.is_mark and ground.carries(at)
    ]
    quoted = [at for at in words if at in source.quoted]
    for places in (quoted, words):
        if found := _in_order(parts, places, source):
            return found
    return None


def _in_order(
    parts: Sequence[tuple[str, ...]], places: Sequence[int], source: Reading
) -> frozenset[int] | None:
    flat = [(piece, at) for at in places for piece in _plain(source.passage.words[at].text)]
    position = 0
    found: set[int] = set()
    for part in parts:
        start = next(
            (
                k
                for k in range(position, len(flat) - len(part) + 1)
                if all(flat[k + n][0] == piece for n, piece in enumerate(part))
            ),
            None,
        )
        if start is None:
            return None
        found.update(at for _, at in flat[start : start + len(part)])
        position = start + len(part)
    return frozenset(found)


def _is_title(ground: Ground, quotation: Quotation, place: frozenset[int]) -> bool:
    """Whether the marks hold a work's or a thing's name, which nobody says: short, with a capital
    and no full stop, and in a sentence of the source that has no verb of saying."""
    words = ground.text.passage.text[quotation.start : quotation.end].split()
    if not words or len(words) > 8 or words[-1][-1] in ".!?," or not words[0][:1].isupper():
        return False
    capitals = sum(word[:1].isupper() for word in words)
    said = [s.verb for number in _sentences(ground, place) for s in speakers(ground.source, number)]
    edges = (min(place), max(place))
    beside = any(abs(verb - edge) <= _BESIDE for verb in said for edge in edges)
    return not beside and (2 * capitals > len(words) > 1 or not said)


def _sentences(ground: Ground, place: frozenset[int]) -> set[int]:
    """The sentences of the source that words stand in, with all of the quotation around them."""
    passage = ground.source.passage
    starts = [passage.words[at].start for at in place]
    around = [
        q for q in ground.source.quotations if any(q.start <= start < q.end for start in starts)
    ]
    return {passage.sentence_of[at] for at in place} | {
        passage.sentence_of[at]
        for at, word in enumerate(passage.words)
        if any(q.start <= word.start < q.end for q in around)
    }


def _speaker(ground: Ground, quotation: Quotation) -> Name | None:
    """Whom the text lets say this: by a verb of saying, or the nearest name outside the marks."""
    text = ground.text
    passage = text.passage
    inside = [
        at for at, w in enumerate(passage.words) if quotation.start <= w.start < quotation.end
    ]
    sentences = sorted({passage.sentence_of[at] for at in inside})
    whole = not any(
        passage.sentence_of[at] in sentences and at not in text.quoted and not word.is_mark
        for at, word in enumerate(passage.words)
    )
    if whole:
        sentences = [s for s in (sentences[0] - 1,) if s >= 0] or sentences
        if sentences[0] >= 0 and not any(speakers(text, s) for s in sentences):
            after = passage.sentence_of[inside[-1]] + 1
            sentences += [after] if after < len(passage.bounds) else []
    found = [speaker for s in sentences for speaker in speakers(text, s)]
    if found:
        near = min(found, key=lambda speaker: abs(speaker.verb - inside[0]))
        near = min(found, key=lambda s: min(abs(s.verb - inside[0]), abs(s.verb - inside[-1])))
        if near.name and _is_demonym(text, near.name):
            return None
        if near.name or near.pronoun:
            return near.name or _before(text, near.first)
        return None
    outside = [
        name
        for name in text.names
        if passage.sentence_of[name.first] in sentences and name.first not in text.quoted
    ]
    return outside[0] if outside and not is_place(outside[0]) else None


def _is_demonym(text: Reading, name: Name) -> bool:
    """`le Suisse`, `the Dane`: someone whom the text leaves unnamed."""
    before = text.passage.words[name.first - 1].lower if name.first else ""
    return len(name.tokens) == 1 and is_place(name) and before in ("the", "le", "la", "l'", "les")


def _before(text: Reading, at: int) -> Name | None:
    """The one name that a pronoun of the text can mean; None where it could be several."""
    earlier = [n for n in text.names if n.last <= at and n.first not in text.quoted]
    distinct = {name.tokens[-1] for name in earlier}
    return earlier[-1] if len(distinct) == 1 else None


def _said_by(ground: Ground, speaker: Name, place: frozenset[int]) -> bool:
    if set(speaker.tokens) <= ground.allowed:
        return True
    sentences = _sentences(ground, place)
    telling = [s for s in sentences if speakers(ground.source, s)] or sentences
    return any(_may_say(ground, s, speaker, place) for s in telling)


def _may_say(ground: Ground, sentence: int, speaker: Name, place: frozenset[int]) -> bool:
    """Whether a sentence of the source may give the words at a place to someone: to the person
    whom the nearest verb of saying has for its subject, or whom its `he` most likely means."""
    source = ground.source
    found = speakers(source, sentence)
    if found and is_person(speaker, source):
        near = min(found, key=lambda s: min(abs(s.verb - min(place)), abs(s.verb - max(place))))
        meant = near.name
        if near.pronoun and source.passage.words[near.first].lower in _PERSONAL:
            meant = likeliest(source, near.first)
        if meant and is_person(meant, source):
            return same_name(speaker, meant)
    return may_be_speaker(source, sentence, speaker, source)


def _finding(ground: Ground, quotation: Quotation, sign: Sign, reason: str) -> Unsupported:
    words = ground.text.passage.text[quotation.start : quotation.end]
    return Unsupported(
        span=Span(start=quotation.start, end=quotation.end, words=words),
        kind="quotation",
        sign=sign,
        reason=reason,
    )
