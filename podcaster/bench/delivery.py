"""`podcaster bench delivery`: what tones and styles do to a voice, measured on fixed lines."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.resources import files

import click
import numpy as np

from podcaster.bench.bench import VOICES, Bench
from podcaster.bench.verdicts import Asked, Measured, Shortfall, shortfalls
from podcaster.contracts import Clip, EngineFinder, Progress, Samples, SpeechEngine, Voice
from podcaster.errors import SpeakError, UsageError
from podcaster.listen.quality import QualityMeter
from podcaster.listen.recogniser import Recogniser
from podcaster.listen.voice import melody, speech_level
from podcaster.models import Delivery
from podcaster.speak.casting import parse_voice
from podcaster.speak.delivery import NEUTRAL, Presets, load_presets, resolve
from podcaster.speak.homophones import sounds_of

GAP = 0.4
"""Seconds between lines where they're heard one after the other."""


@dataclass(frozen=True)
class Preset:
    """A tone or a style by name, and the numbers that it comes to."""

    kind: str
    name: str
    delivery: Delivery


@dataclass(frozen=True)
class Speaker:
    """A voice with the lines of its language."""

    engine: SpeechEngine
    voice: Voice
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.engine.name}:{self.voice.name}"

    @property
    def language(self) -> str:
        return self.voice.language.split("-")[0]


@dataclass(frozen=True)
class Ears:
    """What listens; both load when they first do."""

    recogniser: Recogniser
    quality: QualityMeter


@dataclass(frozen=True)
class _Heard:
    median_hz: float
    span: float
    seconds: float
    """Inside words."""
    level_db: float
    dnsmos: float
    misheard: int
    words: int


@click.command(name="delivery")
@click.option(
    "--voice",
    "voices",
    multiple=True,
    default=VOICES,
    show_default=True,
    help="A voice to measure; may be repeated.",
)
@click.option("--preset", "wanted", multiple=True, help="Only these tones and styles, and neutral.")
@click.option("--model", metavar="NAME_OR_PATH", help="A faster-whisper model; base if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(
    bench: Bench,
    /,
    voices: tuple[str, ...],
    wanted: tuple[str, ...],
    model: str | None,
    as_json: bool,
) -> None:
    """Pitch, span, rate, level, DNSMOS and misheard words of every tone and style.

    A show's own presets are measured, too. Then what falls short: two that can't be told apart,
    numbers that aren't met, words lost. Takes some minutes a voice. Needs the extra `verify`.
    """
    presets = chosen(load_presets(bench.presets), wanted)
    ears = Ears(Recogniser(model, bench.cache), QualityMeter())
    rows: list[Measured] = []
    falls: list[Shortfall] = []
    for voice in voices:
        own = list(measure(find_speaker(voice, bench.engines), presets, ears, bench.progress))
        rows += own
        falls += shortfalls(own)
    if as_json:
        bench.emit(
            {
                "rows": [asdict(row) for row in rows],
                "shortfalls": [asdict(fall) for fall in falls],
                "passed": not falls,
            }
        )
    else:
        _show(rows, falls)


def find_speaker(name: str, engines: EngineFinder) -> Speaker:
    """Raises SpeakError for a voice that the engine doesn't have, or that has no lines here."""
    engine_name, voice_name = parse_voice(name)
    engine = engines(engine_name)
    voice = next((v for v in engine.voices() if v.name == voice_name), None)
    if voice is None:
        raise SpeakError(f"The engine {engine_name} has no voice {voice_name!r}.")
    table = tomllib.loads(
        files("podcaster.bench").joinpath("data/delivery.toml").read_text(encoding="utf-8")
    )
    language = voice.language.split("-")[0]
    if language not in table:
        raise SpeakError(f"There are no lines in {language!r} to measure {name} by.")
    return Speaker(engine, voice, tuple(table[language]["lines"]))


def chosen(presets: Presets, wanted: Sequence[str]) -> list[Preset]:
    """Neutral, then the tones that are wanted, then the styles; all when none is named.

    Raises UsageError for a name that no preset has.
    """
    if unknown := set(wanted) - {*presets.tones, *presets.styles}:
        raise UsageError(
            f"No tone or style is called {min(unknown)!r}.",
            f"Known: {', '.join([*presets.tones, *presets.styles])}.",
        )
    tones = [name for name in presets.tones if not wanted or name in (*wanted, "neutral")]
    tones.sort(key=lambda name: name != "neutral")
    styles = [name for name in presets.styles if not wanted or name in wanted]
    return [
        *(Preset("tone", name, resolve(Delivery(tone=name), presets)) for name in tones),
        *(Preset("style", name, resolve(Delivery(style=name), presets)) for name in styles),
    ]


def measure(
    speaker: Speaker, presets: Sequence[Preset], ears: Ears, progress: Progress
) -> Iterator[Measured]:
    """A row a preset; the first, neutral, is what all others are held against."""
    progress.stage(speaker.name, len(presets))
    known: dict[Delivery, _Heard] = {}
    base: _Heard | None = None
    for preset in presets:
        numbers = numbers_of(preset.delivery)
        if numbers not in known:
            known[numbers] = _hear(speaker, numbers, ears)
        heard = known[numbers]
        base = base or heard
        yield Measured(
            voice=speaker.name,
            kind=preset.kind,
            name=preset.name,
            asked=asked_by(numbers),
            median_hz=round(heard.median_hz, 1),
            semitones=round(12 * float(np.log2(heard.median_hz / base.median_hz)), 2),
            span=round(heard.span, 1),
            rate=round(base.seconds / heard.seconds, 3),
            level_db=round(heard.level_db - base.level_db, 2),
            dnsmos=round(heard.dnsmos, 3),
            misheard=heard.misheard,
            words=heard.words,
        )
        progress.advance(1, preset.name)


def asked_by(delivery: Delivery) -> Asked:
    """The numbers of a resolved delivery that can be held against what is heard."""
    rate, pitch, energy = (float(getattr(delivery, name)) for name in ("rate", "pitch", "energy"))
    return Asked(rate, pitch, energy)


def numbers_of(delivery: Delivery) -> Delivery:
    """The numbers alone: presets that come to the same are rendered once."""
    return Delivery(**{name: getattr(delivery, name) for name in NEUTRAL})


def _hear(speaker: Speaker, delivery: Delivery, ears: Ears) -> _Heard:
    from podcaster.speak.text.alike import compare

    clips = [_render(speaker, line, delivery) for line in speaker.lines]
    rate = clips[0].sample_rate
    joined = np.concatenate([clip.samples for clip in clips])
    tune = melody(joined, rate, speaker.voice.gender)
    text = ears.recogniser.hear(_apart(clips), rate, speaker.language)
    compared = compare(
        " ".join(speaker.lines),
        text,
        speaker.language,
        partial(sounds_of, language=speaker.language),
    )
    return _Heard(
        median_hz=tune.median_hz,
        span=tune.span_semitones,
        seconds=sum(word.end - word.start for clip in clips for word in clip.words),
        level_db=speech_level(joined, rate),
        dnsmos=ears.quality.overall(joined, rate),
        misheard=compared.wrong,
        words=compared.words,
    )


def _render(speaker: Speaker, line: str, delivery: Delivery) -> Clip:
    plan = speaker.engine.plan(line, speaker.voice.name, speaker.voice.language, delivery)
    return speaker.engine.render(plan)


def _apart(clips: Sequence[Clip]) -> Samples:
    silence = np.zeros(round(GAP * clips[0].sample_rate), np.float32)
    return np.concatenate([part for clip in clips for part in (clip.samples, silence)])


def _show(rows: Sequence[Measured], falls: Sequence[Shortfall]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(
        "voice", "preset", "Hz", "st", "span", "rate", "dB", "DNSMOS", "misheard", box=None
    )
    for row in rows:
        table.add_row(
            row.voice,
            f"{row.kind} {row.name}",
            f"{row.median_hz:.0f}",
            f"{row.semitones:+.1f}",
            f"{row.span:.1f}",
            f"{row.rate:.2f}",
            f"{row.level_db:+.1f}",
            f"{row.dnsmos:.2f}",
            f"{row.misheard}/{row.words}",
        )
    console = Console(highlight=False)
    console.print(table)
    for fall in falls:
        console.print(f"{fall.voice}: {' and '.join(fall.presets)}: {fall.reason}")
    console.print("Everything is met." if not falls else f"{len(falls)} fall short.")
