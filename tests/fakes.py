"""Small stand-ins for plumbing tests: an engine of pure tones, and a progress that keeps notes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from podcaster.contracts import Clip, Control, EngineSetup, Plan, SpeechEngine, Voice
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Delivery, Word

SAMPLE_RATE = 8000
SECONDS_A_WORD = 0.2


class FakeEngine:
    """Each word is a fifth of a second of one tone; voices differ by its pitch. Exact, instant."""

    controls: frozenset[Control] = frozenset({"rate", "word_times"})

    def __init__(self, setup: EngineSetup | None = None, name: str = "fake") -> None:
        self.name = name
        self.rendered: list[str] = []
        """The texts that were rendered, in order."""

    def voices(self) -> Sequence[Voice]:
        return [Voice("low", "en", "male"), Voice("high", "en", "female")]

    def default_voices(self, language: str) -> Sequence[str]:
        return ("high", "low")

    def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
        if voice not in ("low", "high"):
            raise SpeakError(f"The fake engine has no voice {voice!r}.", "Take low or high.")
        if not text.split():
            raise SpeakError("Nothing in this line can be spoken.", "Give it words, or drop it.")
        each = round(SECONDS_A_WORD / (delivery.rate or 1.0) * SAMPLE_RATE) / SAMPLE_RATE
        words = tuple(
            Word(word=word, start=each * at, end=each * (at + 1))
            for at, word in enumerate(text.split())
        )
        key = "\n".join([self.name, text, voice, str(each)])
        return Plan(
            text=text,
            voice=voice,
            language=language,
            delivery=delivery,
            seconds=each * len(words),
            words=words,
            exact=True,
            fingerprint=hashlib.sha256(key.encode()).hexdigest(),
            not_honoured=("pitch",) if delivery.pitch else (),
        )

    def render(self, plan: Plan) -> Clip:
        self.rendered.append(plan.text)
        times = np.arange(round(plan.seconds * SAMPLE_RATE)) / SAMPLE_RATE
        pitch = 110.0 if plan.voice == "low" else 220.0
        tone = 0.1 * np.sin(2 * np.pi * pitch * times)
        return Clip(tone.astype(np.float32), SAMPLE_RATE, plan.words)


def finder(*engines: SpeechEngine):
    """An EngineFinder over these engines."""
    by_name = {engine.name: engine for engine in engines}

    def find(name: str) -> SpeechEngine:
        if name not in by_name:
            raise UsageError(f"No engine is called {name!r}.", f"Installed: {', '.join(by_name)}.")
        return by_name[name]

    return find


@dataclass
class QuietProgress:
    """Keeps what it's told."""

    stages: list[tuple[str, float | None]] = field(default_factory=list)
    advanced: float = 0.0
    warnings: list[str] = field(default_factory=list)

    def stage(self, name: str, total: float | None = None) -> None:
        self.stages.append((name, total))

    def advance(self, amount: float = 1.0, note: str = "") -> None:
        self.advanced += amount

    def warn(self, message: str) -> None:
        self.warnings.append(message)
