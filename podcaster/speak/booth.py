"""One line at the microphone: planned by its part in one version or another, and rendered."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from podcaster.contracts import Clip, Plan, Samples
from podcaster.errors import SpeakError
from podcaster.models import Delivery, Line, Word
from podcaster.speak.casting import Part
from podcaster.speak.versions import Phrase, Version
from podcaster.speak.wording import spoken_words


@dataclass(frozen=True, eq=False)
class Cue:
    """A line with who says it and how."""

    line: Line
    part: Part
    language: str
    plan: Plan
    """Of the line as it's written."""

    @property
    def delivery(self) -> Delivery:
        """Every number is set."""
        return self.plan.delivery


@dataclass(frozen=True, eq=False)
class _Phrases:
    """The score of a line that's said phrase by phrase."""

    phrases: tuple[Phrase, ...]
    plans: tuple[Plan, ...]


def cue_for(line: Line, part: Part, language: str, delivery: Delivery) -> Cue:
    """Raises SpeakError naming the line that can't be planned."""
    try:
        return Cue(line, part, language, part.plan(line.text, language, delivery))
    except SpeakError as error:
        raise SpeakError(f"Line {line.id}: {error.message}", error.hint) from error


def plan_version(version: Version, cue: Cue) -> Plan:
    """The line in another version, as one plan whose words are the printed ones.

    Raises SpeakError where the engine can't say a phrase of it.
    """
    phrases = version.phrases
    plans = [cue.part.plan(phrase.text, cue.language, phrase.delivery) for phrase in phrases]
    parts = [
        f"{plan.fingerprint} {phrase.gap} {phrase.printed}"
        for plan, phrase in zip(plans, phrases, strict=True)
    ]
    exact = all(plan.exact for plan in plans)
    return replace(
        cue.plan,
        seconds=sum(plan.seconds for plan in plans) + sum(phrase.gap for phrase in phrases),
        words=_together(phrases, plans, cue.language) if exact else (),
        exact=exact,
        fingerprint=hashlib.sha256("\n".join(parts).encode()).hexdigest(),
        not_honoured=tuple(dict.fromkeys(name for plan in plans for name in plan.not_honoured)),
        score=_Phrases(phrases, tuple(plans)),
    )


def render(plan: Plan, part: Part) -> Clip:
    """Raises SpeakError where the engine gives no sound."""
    if not isinstance(plan.score, _Phrases):
        return part.engine.render(plan)
    phrases = plan.score.phrases
    clips = [part.engine.render(own) for own in plan.score.plans]
    rate = clips[0].sample_rate
    if any(clip.sample_rate != rate for clip in clips):
        raise SpeakError(f"{part.engine.name} changed its sample rate within a line.")
    pieces: list[Samples] = []
    for phrase, clip in zip(phrases, clips, strict=True):
        pieces += [np.zeros(round(phrase.gap * rate), np.float32), clip.samples]
    return Clip(np.concatenate(pieces), rate, _together(phrases, clips, plan.language))


def _together(
    phrases: Sequence[Phrase], parts: Sequence[Plan | Clip], language: str
) -> tuple[Word, ...]:
    """The words of all phrases, timed from the line's beginning and named as they're printed."""
    words: list[Word] = []
    at = 0.0
    for phrase, part in zip(phrases, parts, strict=True):
        at += phrase.gap
        own = _as_printed(part.words, phrase, language) if phrase.printed else part.words
        words += [
            Word(word=word.word, start=round(word.start + at, 4), end=round(word.end + at, 4))
            for word in own
        ]
        at += part.seconds
    return tuple(words)


def _as_printed(words: Sequence[Word], phrase: Phrase, language: str) -> tuple[Word, ...]:
    """Tokens that stand for one printed word become one; those that aren't said have no time."""
    tokens = [token.text for token in spoken_words(phrase.text, language)]
    found: list[Word] = []
    place = -1
    for word in words:
        place = tokens.index(word.word, place + 1)
        goes_on = not phrase.printed[place]
        if goes_on and found:
            found[-1] = found[-1].model_copy(update={"end": word.end})
        elif not goes_on:
            found.append(word.model_copy(update={"word": phrase.printed[place]}))
    return tuple(found)
