"""The speech engine over Coqui's models: our splitting, our pauses, their voices."""

import copy
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from podcaster.contracts import Clip, Control, EngineSetup, Plan, Samples, Voice
from podcaster.errors import SpeakError
from podcaster.models import Delivery
from podcaster.speak.asked import not_honoured, out_of_reach
from podcaster.speak.coqui.model import Model, Reader
from podcaster.speak.coqui.settings import Settings
from podcaster.speak.coqui.voices import Address, describe, language_of, listing, parse
from podcaster.speak.estimate import passage_seconds, reading_seconds
from podcaster.speak.joining import join
from podcaster.speak.options import read_options
from podcaster.speak.passages import Passage, Reading, cut, spelled, written
from podcaster.speak.text import Spoken
from podcaster.speak.wording import spoken_words

VERSION = 1
"""Raised by every change that alters the sound of an unchanged line."""
AIM = 200
"""Letters in one call: XTTS warns above 250 and makes things up on three or four words."""
RUNAWAY = 2.5
"""A passage that lasts so many times its estimate has run away; it's drawn again."""
DRAWS = 3
PLAIN_MARKS = str.maketrans(
    {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "’": "'", "—": ",", "–": ",", "…": "."}
)
"""Few models were trained with printers' marks; they would be left out, pauses and all."""


@dataclass(frozen=True, eq=False)
class Part:
    """What a plan carries to its rendering."""

    model: Model
    reader: Reader
    reading: Reading
    words: tuple[Spoken, ...]


class CoquiEngine:
    """Rate by the model where it can be told, else by stretching; pitch by shifting."""

    name = "coqui"
    controls: frozenset[Control] = frozenset({"rate", "pitch", "energy", "pauses"})

    def __init__(self, setup: EngineSetup) -> None:
        self.settings = read_options(Settings, self.name, setup.options)
        self._voice_folder = setup.cache / "coqui" / "voices"
        self._base = setup.folder
        self._names: tuple[Path, ...] = ()
        self._model = cache(self._load)

    def voices(self) -> Sequence[Voice]:
        return list(listing(self.settings, self._base))

    def describe(self, voice: str) -> Voice:
        return describe(voice, self._base)

    def default_voices(self, language: str) -> Sequence[str]:
        wanted = language.split("-")[0]
        return [v.name for v in self.voices() if v.language.split("-")[0] == wanted]

    def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
        """An estimate, once the model is loaded, which fetches it where it isn't there.

        Raises SpeakError for a model, a speaker or a language that can't be had, for terms that
        the user hasn't agreed to, and for a text that says nothing.
        """
        address = parse(voice, self.settings, self._base)
        words = spoken_words(text, language, self._names)
        reading = cut(spelled(words), AIM, delivery.pauses or 1.0)
        if not reading.passages:
            raise SpeakError(
                f"Nothing in this line can be spoken: {text[:80]!r}.", "Give it words, or drop it."
            )
        model = self._model(address.model)
        reader = _reader(address, model, language)
        part = Part(model, reader, reading, written(words))
        return Plan(
            text=text,
            voice=voice,
            language=language,
            delivery=delivery,
            seconds=reading_seconds(reading, delivery.rate or 1.0),
            words=(),
            exact=False,
            fingerprint=self._fingerprint(part, delivery),
            not_honoured=not_honoured(delivery, self.controls, out_of_reach(reading)),
            score=part,
        )

    def render(self, plan: Plan) -> Clip:
        part: Part = plan.score
        rate = plan.delivery.rate or 1.0
        own = rate if part.model.paces else 1.0
        sounds = [_sound(passage, part, own) for passage in part.reading.passages]
        return join(
            part.reading,
            sounds,
            part.model.sample_rate,
            part.words,
            plan.delivery,
            rate=rate / own,
        )

    def pronouncing(self, names: Path) -> "CoquiEngine":
        other = copy.copy(self)
        other._names = (*self._names, names)
        return other

    def _load(self, name: str) -> Model:
        return Model(Address(name), self.settings, self._voice_folder)

    def _fingerprint(self, part: Part, delivery: Delivery) -> str:
        reader, settings = part.reader, self.settings
        recording = reader.recording.read_bytes() if reader.recording else b""
        parts = [
            "coqui",
            VERSION,
            part.model.digest,
            reader.speaker,
            hashlib.sha256(recording).hexdigest(),
            reader.language,
            settings.model_dump(mode="json", exclude={"voices", "recordings", "cpml_agreed"}),
            [(passage.text, passage.gap) for passage in part.reading.passages],
            part.reading.closing,
            [delivery.rate or 1.0, delivery.pitch or 0.0, delivery.energy or 0.0],
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _sound(passage: Passage, part: Part, rate: float) -> Samples:
    """The passage as drawn first, or, where that ran away, the shortest of a few draws."""
    longest = RUNAWAY * passage_seconds(passage, rate) + 1.0
    text = passage.text.translate(PLAIN_MARKS)
    draws: list[Samples] = []
    for draw in range(DRAWS):
        draws.append(part.model.speak(text, part.reader, rate, _seed(text, draw)))
        if len(draws[-1]) <= longest * part.model.sample_rate:
            return draws[-1]
    return min(draws, key=len)


def _seed(text: str, draw: int) -> int:
    """The same words are always drawn alike."""
    return int.from_bytes(hashlib.sha256(f"{draw} {text}".encode()).digest()[:6])


def _reader(address: Address, model: Model, language: str) -> Reader:
    """Raises SpeakError for a speaker, a recording or a language that the model can't do."""
    spoken = _language(address, model, language)
    if address.recording is not None:
        if not model.clones:
            raise SpeakError(
                f"{address.model} can't speak like a recording.",
                "XTTS can: coqui:tts_models/multilingual/multi-dataset/xtts_v2#my-voice.wav.",
            )
        return Reader(recording=address.recording, language=spoken)
    if not model.speakers:
        if address.speaker:
            raise SpeakError(
                f"{address.model} has only one speaker, not {address.speaker!r}.",
                f"Write it as coqui:{address.model}.",
            )
        return Reader(language=spoken)
    speaker = address.speaker or model.speakers[0]
    if speaker not in model.speakers:
        shown = ", ".join(model.speakers[:12]) + (", ..." if len(model.speakers) > 12 else "")
        raise SpeakError(f"{address.model} has no speaker {speaker!r}.", f"It has {shown}.")
    return Reader(speaker=speaker, language=spoken)


def _language(address: Address, model: Model, language: str) -> str | None:
    """The model's own tag for a language: `pt` for pt-br, `zh-cn` for zh."""
    bare = language.split("-")[0]
    if not model.languages:
        own = language_of(address)
        if own and own.split("-")[0] != bare:
            raise SpeakError(
                f"{address.model} speaks {own!r}, not {language!r}.",
                "Take a voice of that language.",
            )
        return None
    for tag in (language, bare):
        if tag in model.languages:
            return tag
    akin = next((tag for tag in model.languages if tag.split("-")[0] == bare), None)
    if akin is None:
        raise SpeakError(
            f"{address.model} doesn't speak {language!r}.", f"It has {', '.join(model.languages)}."
        )
    return akin
