"""Any Piper voice, planned before it's rendered."""

import copy
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from podcaster.contracts import Clip, Control, EngineSetup, Plan, Samples, Voice
from podcaster.errors import SpeakError
from podcaster.models import Delivery, Word
from podcaster.speak.asked import not_honoured, stress_of
from podcaster.speak.kokoro.direction import EMPHASIS_DECIBELS
from podcaster.speak.kokoro.explaining import Explained, explain_words
from podcaster.speak.level import faded, levelled
from podcaster.speak.options import located, read_options
from podcaster.speak.passages import cut, written
from podcaster.speak.piper.network import Network, Noise
from podcaster.speak.piper.phonemes import pieces_of, tokenise
from podcaster.speak.piper.settings import Settings
from podcaster.speak.piper.timing import Part, direct
from podcaster.speak.piper.voices import PiperVoice, describe, find_voice, installed
from podcaster.speak.stretch import stretch
from podcaster.speak.text import Spoken
from podcaster.speak.wording import spoken_words

VERSION = 1
"""Raised by every change that alters the sound of an unchanged line."""
AIM = 250
"""Symbols in one pass of the graph."""
FADE_IN, FADE_OUT, EMPHASIS_EDGE = 0.005, 0.02, 0.02
"""Seconds."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A whole line, directed: what a plan carries to its rendering."""

    voice: PiperVoice
    noise: Noise
    parts: tuple[Part, ...]
    gaps: tuple[int, ...]
    """Samples of silence before each part, and after the last."""
    hop: int
    stress: Mapping[int, float]

    @property
    def samples(self) -> int:
        frames = sum(part.last - part.first for part in self.parts)
        return frames * self.hop + sum(self.gaps)


class PiperEngine:
    """Rate, pauses and word times are exact; emphasis is length and level; pitch is shifted."""

    name = "piper"
    controls: frozenset[Control] = frozenset(
        {"rate", "pitch", "energy", "emphasis", "pauses", "word_times"}
    )

    def __init__(self, setup: EngineSetup) -> None:
        self.settings = read_options(Settings, self.name, setup.options)
        own = self.settings.folder
        self.folder = located(own, setup.folder) if own else setup.cache / "piper"
        """Where voices are found by name."""
        self._base = setup.folder
        self._names: tuple[Path, ...] = ()
        self._network = cache(self._load)

    def voices(self) -> Sequence[Voice]:
        named = [self.describe(name) for name in self.settings.voices]
        known = {voice.name for voice in named}
        return [*named, *(v for v in installed(self.folder) if v.name not in known)]

    def describe(self, voice: str) -> Voice:
        return describe(voice, self._find(voice))

    def default_voices(self, language: str) -> Sequence[str]:
        """Those that the settings name, then those in the folder."""
        wanted = language.split("-")[0]
        names = dict.fromkeys([*self.settings.voices, *(v.name for v in installed(self.folder))])
        return [name for name in names if self._language(name).split("-")[0] == wanted]

    def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
        """Runs the timing part of the graph alone; seconds and word times are exact.

        Raises SpeakError for a voice that isn't there, a language that isn't the voice's, and a
        text that says nothing.
        """
        found = self._find(voice)
        region = _region(found, voice, language)
        words = spoken_words(text, region, self._names)
        sheet = self._sheet(words, found, delivery)
        if not sheet.parts:
            raise SpeakError(
                f"Nothing in this line can be spoken: {text[:80]!r}.", "Give it words, or drop it."
            )
        rate = found.config.audio.sample_rate
        return Plan(
            text=text,
            voice=voice,
            language=region,
            delivery=delivery,
            seconds=sheet.samples / rate,
            words=_word_times(sheet, written(words), rate),
            exact=True,
            fingerprint=_fingerprint(sheet, self._network(found.model).digest, delivery),
            not_honoured=not_honoured(delivery, self.controls),
            score=sheet,
        )

    def render(self, plan: Plan) -> Clip:
        sheet: Sheet = plan.score
        rate = sheet.voice.config.audio.sample_rate
        pitch, energy = plan.delivery.pitch or 0.0, plan.delivery.energy or 0.0
        sounds = [self._sound(part, sheet, rate, pitch) for part in sheet.parts]
        level = levelled(np.concatenate(sounds), rate, energy)
        stretches: list[Samples] = []
        at = 0
        for gap, sound in zip(sheet.gaps, sounds, strict=False):
            own = level[at : at + len(sound)]
            stretches += [np.zeros(gap, np.float32), faded(own, rate, FADE_IN, FADE_OUT)]
            at += len(sound)
        stretches.append(np.zeros(sheet.gaps[-1], np.float32))
        return Clip(np.concatenate(stretches), rate, plan.words)

    def pronouncing(self, names: Path) -> "PiperEngine":
        other = copy.copy(self)
        other._names = (*self._names, names)
        return other

    def explain(self, text: str, voice: str, language: str) -> Sequence[Explained]:
        """What `plan` would say, a row a written word."""
        found = self._find(voice)
        words = spoken_words(text, _region(found, voice, language), self._names)
        return explain_words(written(words), pieces_of(words, found.config))

    def _sheet(self, words: Sequence[Spoken], voice: PiperVoice, delivery: Delivery) -> Sheet:
        network = self._network(voice.model)
        noise, rate = self._noise(voice), voice.config.audio.sample_rate
        pauses, stress = delivery.pauses or 1.0, stress_of(delivery)
        reading = cut(pieces_of(words, voice.config), AIM, pauses)
        parts: list[Part] = []
        gaps: list[int] = []
        for passage in reading.passages:
            tokens = tokenise(passage.said, voice.config.phoneme_id_map)
            seed = _seed(tokens.ids.tobytes())
            frames = network.durations(tokens.ids, voice.speaker, noise, seed)
            second = rate / network.hop
            part = direct(tokens, frames, second, delivery.rate or 1.0, pauses, stress)
            if part is not None:
                parts.append(part)
                gaps.append(round(passage.gap * rate))
        gaps.append(round(reading.closing * rate))
        return Sheet(voice, noise, tuple(parts), tuple(gaps), network.hop, stress)

    def _sound(self, part: Part, sheet: Sheet, rate: int, pitch: float) -> Samples:
        ids, hop = part.tokens.ids, sheet.hop
        network = self._network(sheet.voice.model)
        seed = _seed(ids.tobytes()) + 1
        whole = network.sound(ids, sheet.voice.speaker, sheet.noise, part.frames, seed)
        own = stretch(whole[part.first * hop : part.last * hop], rate, semitones=pitch)
        for word, (begins, ends) in part.spans().items():
            if word in sheet.stress:
                gain = EMPHASIS_DECIBELS * sheet.stress[word]
                own = own * _bump(len(own), begins * hop, ends * hop, gain, rate)
        return own

    def _noise(self, voice: PiperVoice) -> Noise:
        own, given = voice.config.inference, self.settings
        return Noise(
            scale=own.noise_scale if given.noise_scale is None else given.noise_scale,
            length=given.length_scale or own.length_scale,
            width=own.noise_w if given.noise_w is None else given.noise_w,
        )

    def _load(self, model: Path) -> Network:
        return Network(model, self.settings.threads or os.cpu_count() or 1)

    def _language(self, name: str) -> str:
        return self._find(name).config.region

    def _find(self, name: str) -> PiperVoice:
        return find_voice(name, self.folder, self._base)


def _region(voice: PiperVoice, name: str, language: str) -> str:
    own = voice.config.region
    if own.split("-")[0] != language.split("-")[0]:
        raise SpeakError(
            f"The Piper voice {name!r} speaks {own!r}, not {language!r}.",
            f"Take a voice of that language, or say --language {own.split('-')[0]}.",
        )
    return own


def _word_times(sheet: Sheet, words: Sequence[Spoken], rate: int) -> tuple[Word, ...]:
    spans: dict[int, tuple[int, int]] = {}
    at = 0
    for part, gap in zip(sheet.parts, sheet.gaps, strict=False):
        at += gap
        for word, (begins, ends) in part.spans().items():
            first = spans.get(word, (at + begins * sheet.hop, 0))[0]
            spans[word] = (first, at + ends * sheet.hop)
        at += (part.last - part.first) * sheet.hop
    return tuple(
        Word(word=words[word].text, start=round(first / rate, 4), end=round(last / rate, 4))
        for word, (first, last) in sorted(spans.items())
    )


def _bump(length: int, begins: int, ends: int, decibels: float, rate: int) -> Samples:
    """Gain over one word that rises and falls beside it."""
    edge = round(EMPHASIS_EDGE * rate)
    places = [begins - edge, begins, ends, ends + edge]
    gain = np.interp(np.arange(length), places, [0.0, decibels, decibels, 0.0])
    return np.asarray(10 ** (gain / 20), np.float32)


def _seed(content: bytes) -> int:
    """The same phonemes are always drawn alike."""
    return int.from_bytes(hashlib.sha256(content).digest()[:6])


def _fingerprint(sheet: Sheet, digest: str, delivery: Delivery) -> str:
    parts = [
        "piper",
        str(VERSION),
        digest,
        repr(sheet.voice.speaker),
        repr(sheet.noise),
        repr(sheet.gaps),
        *(part.tokens.ids.tobytes().hex() + part.frames.tobytes().hex() for part in sheet.parts),
        json.dumps([part.tokens.words.tolist() for part in sheet.parts]),
        repr([delivery.pitch or 0.0, delivery.energy or 0.0, sorted(sheet.stress.items())]),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
