"""`podcaster bench delivery`: what tones and styles do to a voice, measured on fixed lines."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import click
import numpy as np

from podcaster.contracts import Clip, EngineFinder, SpeechEngine
from podcaster.errors import SpeakError
from podcaster.listen.quality import QualityMeter
from podcaster.listen.recogniser import Recogniser
from podcaster.listen.voice import melody, speech_level
from podcaster.listen.words import misheard
from podcaster.models import Delivery
from podcaster.speak.casting import parse_voice
from podcaster.speak.delivery import Presets, load_presets, resolve

VOICES = ("kokoro:af_heart", "kokoro:am_michael", "kokoro:bf_emma", "kokoro:ff_siwis")
LINES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Some complications and inconveniences, but no major delays or breakdowns.",
        "That will be decided this morning, before the parade begins.",
        "The forecasters say the storm is moving away from the coast.",
    ),
    "fr": (
        "Le premier modèle produit une minute de son en moins d'une seconde.",
        "La décision sera prise ce matin, avant le début de la réunion.",
        "Les prévisions annoncent que la tempête s'éloigne de la côte.",
    ),
}
SEMITONE, RATE_SHARE, LEVEL_DB = 1.0, 0.05, 1.5
"""A listener's just-noticeable differences: what two tones must differ by in one measure."""


class Bench(Protocol):
    """What the command line hands to a benchmark."""

    engines: EngineFinder
    cache: Path

    def emit(self, value: Mapping[str, Any]) -> None: ...


@dataclass(frozen=True)
class Measured:
    """One voice in one tone or style, over its language's lines."""

    voice: str
    kind: str
    """`tone` or `style`."""
    name: str
    median_hz: float
    semitones: float
    """From the voice in neutral."""
    span: float
    """Semitones between the 10th and the 90th percentile of its pitch."""
    rate: float
    """Factor on neutral's words a second."""
    level_db: float
    """From neutral."""
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
    """Pitch, span, rate, level, DNSMOS and misheard words of every tone and style."""
    presets = load_presets()
    recogniser = Recogniser(model, bench.cache)
    rows: list[Measured] = []
    for voice in voices:
        asked = list(_asked(presets, wanted))
        rows.extend(measure_voice(voice, bench.engines, presets, asked, recogniser, QualityMeter()))
        click.echo(f"{voice}: measured", err=True)
    alike = [pair for voice in voices for pair in indistinct(rows, voice)]
    if as_json:
        bench.emit({"rows": [asdict(row) for row in rows], "indistinct": alike})
    else:
        _show(rows, alike)


def measure_voice(
    voice: str,
    engines: EngineFinder,
    presets: Presets,
    asked: Sequence[tuple[str, str, Delivery]],
    recogniser: Recogniser,
    quality: QualityMeter,
) -> Iterator[Measured]:
    """One row for each kind, name and delivery; the first is what all others are held against."""
    engine_name, name = parse_voice(voice)
    engine = engines(engine_name)
    known = next((v for v in engine.voices() if v.name == name), None)
    if known is None:
        raise SpeakError(f"The engine {engine_name} has no voice {name!r}.")
    language = known.language.split("-")[0]
    lines = LINES[language]
    base: tuple[float, float, float] | None = None
    for kind, preset, delivery in asked:
        clips = _render(engine, name, known.language, lines, resolve(delivery, presets))
        heard = [recogniser.hear(clip.samples, clip.sample_rate, language) for clip in clips]
        rate = clips[0].sample_rate
        joined = np.concatenate([clip.samples for clip in clips])
        tune = melody(joined, rate, known.gender)
        level = speech_level(joined, rate)
        seconds = sum(clip.seconds for clip in clips)
        base = base or (tune.median_hz, seconds, level)
        yield Measured(
            voice=voice,
            kind=kind,
            name=preset,
            median_hz=round(tune.median_hz, 1),
            semitones=round(12 * float(np.log2(tune.median_hz / base[0])), 2),
            span=round(tune.span_semitones, 1),
            rate=round(base[1] / seconds, 3),
            level_db=round(level - base[2], 2),
            dnsmos=round(quality.overall(joined, rate), 2),
            misheard=sum(map(misheard, lines, heard)),
            words=sum(len(line.split()) for line in lines),
        )


def indistinct(rows: Sequence[Measured], voice: str) -> list[tuple[str, str, str]]:
    """Pairs of tones that no listener could tell apart by pitch, rate or level."""
    tones = [row for row in rows if row.voice == voice and row.kind == "tone"]
    return [
        (voice, one.name, other.name)
        for one, other in itertools.combinations(tones, 2)
        if abs(one.semitones - other.semitones) <= SEMITONE
        and max(one.rate, other.rate) / min(one.rate, other.rate) <= 1 + RATE_SHARE
        and abs(one.level_db - other.level_db) <= LEVEL_DB
    ]


def _asked(presets: Presets, wanted: Sequence[str]) -> Iterator[tuple[str, str, Delivery]]:
    """Neutral, then the tones that are wanted, then the styles; all when none is named."""
    for tone in presets.tones:
        if not wanted or tone in (*wanted, "neutral"):
            yield "tone", tone, Delivery(tone=tone)
    for style in presets.styles:
        if not wanted or style in wanted:
            yield "style", style, Delivery(style=style)


def _render(
    engine: SpeechEngine, voice: str, language: str, lines: Sequence[str], delivery: Delivery
) -> list[Clip]:
    return [engine.render(engine.plan(line, voice, language, delivery)) for line in lines]


def _show(rows: Sequence[Measured], alike: Sequence[tuple[str, str, str]]) -> None:
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
    for voice, one, other in alike:
        console.print(f"{voice}: {one} and {other} can't be told apart")
