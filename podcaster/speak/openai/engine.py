"""Any OpenAI-compatible speech server: tone and style in words, pace and level in numbers."""

import copy
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from podcaster.contracts import Clip, Control, EngineSetup, Plan, Voice
from podcaster.errors import SpeakError
from podcaster.models import Delivery
from podcaster.speak.asked import not_honoured, out_of_reach
from podcaster.speak.estimate import reading_seconds
from podcaster.speak.joining import join
from podcaster.speak.openai.client import SpeechServer
from podcaster.speak.openai.instructions import instruct
from podcaster.speak.openai.purse import Purse
from podcaster.speak.openai.settings import Settings
from podcaster.speak.options import read_options
from podcaster.speak.passages import Reading, cut, spelled, written
from podcaster.speak.text import Spoken
from podcaster.speak.wording import spoken_words

VERSION = 1
"""Raised by every change that alters the sound of an unchanged line."""
AIM = 1500
"""Characters in one request; servers take 4096 and read long ones less steadily."""


@dataclass(frozen=True, eq=False)
class Order:
    """What a plan carries to its rendering."""

    reading: Reading
    words: tuple[Spoken, ...]
    instructions: str


class OpenAIEngine:
    """Pitch is shifted only where the model takes no instructions: words move it already."""

    name = "openai"

    def __init__(self, setup: EngineSetup) -> None:
        self.settings = read_options(Settings, self.name, setup.options)
        controls: set[Control] = {"rate", "energy", "pauses"}
        if not self.settings.instructions:
            controls.add("pitch")
        self.controls: frozenset[Control] = frozenset(controls)
        self._names: tuple[Path, ...] = ()
        self._server = SpeechServer(self.settings)
        self._purse = Purse(
            self.settings.price_per_million_characters, self.settings.spending_limit
        )

    def voices(self) -> Sequence[Voice]:
        language = self.settings.languages[0] if self.settings.languages else "en"
        return [
            Voice(name, language, licence=f"as {self.settings.base_url} says")
            for name in self.settings.voices
        ]

    def default_voices(self, language: str) -> Sequence[str]:
        return self.settings.voices if self._speaks(language) else ()

    def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
        """An estimate: nothing is sent, nothing is spent.

        Raises SpeakError for a voice or a language that the settings don't name, a missing key,
        and a text that says nothing.
        """
        self._server.check()
        if voice not in self.settings.voices:
            raise SpeakError(
                f"The speech server has no voice {voice!r} in [engine.openai].",
                f"There is: {', '.join(self.settings.voices)}.",
            )
        if not self._speaks(language):
            raise SpeakError(
                f"The speech server doesn't speak {language!r}.",
                f"languages in [engine.openai]: {', '.join(self.settings.languages)}.",
            )
        order = self._order(text, language, delivery)
        if not order.reading.passages:
            raise SpeakError(
                f"Nothing in this line can be spoken: {text[:80]!r}.", "Give it words, or drop it."
            )
        return Plan(
            text=text,
            voice=voice,
            language=language,
            delivery=delivery,
            seconds=reading_seconds(order.reading, delivery.rate or 1.0),
            words=(),
            exact=False,
            fingerprint=self._fingerprint(order, voice, delivery),
            not_honoured=not_honoured(delivery, self.controls, out_of_reach(order.reading)),
            score=order,
        )

    def render(self, plan: Plan) -> Clip:
        """Raises SpeakError where the server gives no sound, or the money is spent."""
        order: Order = plan.score
        rate = plan.delivery.rate or 1.0
        speed = rate if self.settings.speed else 1.0
        answers = []
        for passage in order.reading.passages:
            self._purse.pay(len(passage.text))
            answers.append(self._server.speak(passage.text, plan.voice, order.instructions, speed))
        rates = {sample_rate for _, sample_rate in answers}
        if len(rates) != 1:
            raise SpeakError(
                f"The speech server changed its sample rate within a line: {sorted(rates)}.",
                "Use a server that keeps to one.",
            )
        sounds = [samples for samples, _ in answers]
        return join(
            order.reading, sounds, rates.pop(), order.words, plan.delivery, rate=rate / speed
        )

    def pronouncing(self, names: Path) -> "OpenAIEngine":
        """Names are respelled for it; IPA is of no use to a server."""
        other = copy.copy(self)
        other._names = (*self._names, names)
        return other

    def _order(self, text: str, language: str, delivery: Delivery) -> Order:
        words = spoken_words(text, language, self._names)
        pauses = delivery.pauses or 1.0
        own = written(words)
        printed = [word.text for word in own]
        said = instruct(delivery, printed) if self.settings.instructions else ""
        return Order(cut(spelled(words), AIM, pauses), own, said)

    def _speaks(self, language: str) -> bool:
        """A language named without its region takes any."""
        known = {tag.split("-")[0] for tag in self.settings.languages}
        return not known or language.split("-")[0] in known

    def _fingerprint(self, order: Order, voice: str, delivery: Delivery) -> str:
        settings = self.settings
        parts = [
            "openai",
            VERSION,
            settings.base_url,
            settings.model,
            settings.format,
            settings.speed,
            voice,
            order.instructions,
            [(passage.text, passage.gap) for passage in order.reading.passages],
            order.reading.closing,
            [delivery.rate or 1.0, delivery.energy or 0.0],
            0.0 if settings.instructions else delivery.pitch or 0.0,
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
