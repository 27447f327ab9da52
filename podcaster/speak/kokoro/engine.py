"""The embedded speech engine: Kokoro-82M on onnxruntime, planned before it's rendered."""

import copy
import hashlib
import json
import os
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import Field, field_validator

from podcaster.contracts import Clip, Control, EngineSetup, Plan, Voice
from podcaster.errors import SpeakError
from podcaster.models import Delivery, Value, Word
from podcaster.speak.asked import stress_of
from podcaster.speak.kokoro.batches import Piece, split
from podcaster.speak.kokoro.dictionary import Dictionary, find_dictionary
from podcaster.speak.kokoro.direction import Hand, Part, direct
from podcaster.speak.kokoro.explaining import Explained, explain
from podcaster.speak.kokoro.network import Network
from podcaster.speak.kokoro.phonemes import CLAUSE_MARKS, SENTENCE_MARKS
from podcaster.speak.kokoro.reading import LANGUAGES, Reading, phonemes, read
from podcaster.speak.kokoro.score import SAMPLE_RATE
from podcaster.speak.kokoro.sound import Sheet, assemble
from podcaster.speak.kokoro.tokens import NO_WORD, Tokens, tokenise
from podcaster.speak.kokoro.voices import BLEND_NAME, ROWS, Blend, Style, VoiceBook
from podcaster.speak.kokoro.weights import SHA256, find_halves
from podcaster.speak.options import located, read_options
from podcaster.speak.text import Lexicon

VERSION = 4
"""Raised by every change that alters the sound of an unchanged line."""
SENTENCE_GAP, CLAUSE_GAP, WORD_GAP = 0.32, 0.16, 0.03
"""Seconds between two passes of one line, by the mark that the first one ends with."""
DEFAULT_VOICES = {
    "en-us": ("af_heart", "am_michael"),
    "en-gb": ("bf_emma", "bm_george"),
    "fr": ("ff_siwis", "fm_hugo"),
    "es": ("ef_dora", "em_alex"),
    "it": ("if_sara", "im_nicola"),
    "pt-br": ("pf_dora", "pm_alex"),
}
REGIONS = {"en": "en-us", "pt": "pt-br", "fr-fr": "fr"}


class KokoroOptions(Value):
    """`[engine.kokoro]` of podcaster.toml."""

    threads: int | None = Field(default=None, ge=1, le=64)
    """As many as the machine has cores, up to four, when None."""
    english: Literal["espeak-ng", "misaki"] = "espeak-ng"
    """Who reads English. `misaki` needs the extra of that name, and is espeak-ng without it; it
    isn't the default, since whisper-base misheard 14 of 687 words with it and 11 without."""
    lexicon: Path | None = None
    """The user's own pronunciations, on top of the project's: a TOML file, or a folder of them,
    one a language (`fr.toml`)."""
    voices: dict[str, Blend] = Field(default_factory=dict)
    """Voices made of others: `blend` and `prosody`, each a table of voices and weights."""

    @field_validator("voices")
    @classmethod
    def _have_names_of_their_own(cls, value: dict[str, Blend]) -> dict[str, Blend]:
        if wrong := next((name for name in value if not BLEND_NAME.fullmatch(name)), None):
            raise ValueError(f"{wrong!r} should be small letters, digits and _")
        return value


class KokoroEngine:
    """Directs what it plans: rate, pitch, range, energy, emphasis, ending and pauses are exact."""

    name = "kokoro"
    controls: frozenset[Control] = frozenset(
        {"rate", "pitch", "range", "energy", "emphasis", "ending", "pauses", "word_times"}
    )

    def __init__(self, setup: EngineSetup) -> None:
        self._cache = setup.cache
        self._options = read_options(KokoroOptions, self.name, setup.options)
        self.book = VoiceBook(setup.cache / "kokoro" / "voices", self._options.voices)
        own = self._options.lexicon
        self._names = (located(own, setup.folder),) if own else ()
        self._load = cache(self._loaded)

    def voices(self) -> Sequence[Voice]:
        return self.book.voices()

    def describe(self, voice: str) -> Voice:
        return self.book.describe(voice)

    def default_voices(self, language: str) -> Sequence[str]:
        return DEFAULT_VOICES.get(REGIONS.get(language, language), ())

    def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
        """Runs the prosody half alone; seconds and word times are exact.

        Raises SpeakError for an unknown voice or language, and for a text that says nothing.
        """
        style = self.book.style(voice)
        region = self._region(language, voice)
        reading = self._read(text, region)
        sheet = self._sheet(reading, style, hand_for(delivery))
        if not sheet.parts:
            raise SpeakError(
                f"Nothing in this line can be spoken: {text[:80]!r}.", "Give it words, or drop it."
            )
        return Plan(
            text=text,
            voice=voice,
            language=region,
            delivery=delivery,
            seconds=sheet.seconds,
            words=_word_times(sheet, reading),
            exact=True,
            fingerprint=_fingerprint(reading, style, delivery),
            score=sheet,
        )

    def render(self, plan: Plan) -> Clip:
        sheet: Sheet = plan.score
        decoded = [self._network.decode(part.score) for part in sheet.parts]
        return Clip(assemble(sheet, decoded), SAMPLE_RATE, plan.words)

    def pronouncing(self, names: Path) -> "KokoroEngine":
        other = copy.copy(self)
        other._names = (*self._names, names)
        return other

    def explain(self, text: str, voice: str, language: str) -> Sequence[Explained]:
        """What `plan` would say, a row a written word."""
        return explain(self._read(text, self._region(language, voice)))

    def _read(self, text: str, region: str) -> Reading:
        lexicon = Lexicon.load(region, *self._names) if self._names else None
        return read(text, region, lexicon, dictionary=self._dictionary(region))

    def _dictionary(self, region: str) -> Dictionary | None:
        return find_dictionary(region) if self._options.english == "misaki" else None

    def _sheet(self, reading: Reading, style: Style, hand: Hand) -> Sheet:
        groups = [(group, tokenise(group)) for group in split(reading.pieces)]
        said = [(group, tokens) for group, tokens in groups if tokens is not None]
        parts: list[Part] = []
        gaps: list[int] = []
        for index, (_, tokens) in enumerate(said):
            gap = _opening_pause(reading.pieces) if index == 0 else _gap(said[index - 1][0])
            gaps.append(round(gap * (hand.pauses if index else 1) * SAMPLE_RATE))
            parts.append(self._part(tokens, style, hand, ends=index == len(said) - 1))
        return Sheet(tuple(parts), tuple(gaps), hand.energy)

    def _part(self, tokens: Tokens, style: Style, hand: Hand, *, ends: bool) -> Part:
        count = len(tokens.ids) - 2
        row = min(count, ROWS) - 1
        score = self._network.prosody(tokens.ids, style.timbre[row], style.prosody[row])
        return direct(score, tokens, hand, ends=ends)

    def _region(self, language: str, voice: str) -> str:
        """A bare language is read as its voice's own region reads it."""
        own = self.book.describe(voice).language
        region = own if own.split("-")[0] == language else REGIONS.get(language, language)
        if region not in LANGUAGES:
            raise SpeakError(
                f"Kokoro can't read the language {language!r} here.",
                f"It reads {', '.join(LANGUAGES)}.",
            )
        return region

    @cached_property
    def _network(self) -> Network:
        return self._load()

    def _loaded(self) -> Network:
        """Once for this engine and those that only read by other lexicons."""
        threads = self._options.threads or os.cpu_count() or 1
        return Network(find_halves(self._cache), threads)


def hand_for(delivery: Delivery) -> Hand:
    """A resolved delivery as the numbers that direct a score; what isn't set stays untouched."""

    def number(value: float | None, neutral: float) -> float:
        return neutral if value is None else value

    stress = stress_of(delivery)
    return Hand(
        rate=number(delivery.rate, 1.0),
        pitch=number(delivery.pitch, 0.0),
        range=number(delivery.range, 1.0),
        energy=number(delivery.energy, 0.0),
        pauses=number(delivery.pauses, 1.0),
        ending=delivery.ending,
        stress=tuple(sorted(stress.items())),
    )


def _opening_pause(pieces: Sequence[Piece]) -> float:
    seconds = 0.0
    for piece in pieces:
        if piece.said is not None:
            break
        seconds += piece.pause
    return seconds


def _gap(group: Sequence[Piece]) -> float:
    last = next((piece.said for piece in reversed(group) if piece.said), None)
    mark = last.after.rstrip("”)")[-1:] if last else ""
    if mark and mark in SENTENCE_MARKS:
        return SENTENCE_GAP
    return CLAUSE_GAP if mark and mark in CLAUSE_MARKS else WORD_GAP


def _word_times(sheet: Sheet, reading: Reading) -> tuple[Word, ...]:
    """When each written word is heard; words that aren't said have no time."""
    spans: dict[int, tuple[int, int]] = {}
    at = 0
    for part, gap in zip(sheet.parts, sheet.gaps, strict=True):
        at += gap
        starts = part.score.starts
        for token in np.flatnonzero(part.words != NO_WORD):
            word = int(part.words[token])
            begins = at + part.place(int(starts[token]), opens=True)
            ends = at + part.place(int(starts[token] + part.score.durations[token]), opens=False)
            first, _ = spans.get(word, (begins, ends))
            spans[word] = (first, ends)
        at += part.samples
    return tuple(
        Word(
            word=reading.written[word].text,
            start=round(first / SAMPLE_RATE, 4),
            end=round(last / SAMPLE_RATE, 4),
        )
        for word, (first, last) in sorted(spans.items())
    )


def _fingerprint(reading: Reading, style: Style, delivery: Delivery) -> str:
    hand = hand_for(delivery)
    parts = [
        "kokoro",
        str(VERSION),
        SHA256,
        style.digest,
        phonemes(reading.pieces),
        json.dumps([piece.said.written if piece.said else -1 for piece in reading.pieces]),
        repr(hand),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
