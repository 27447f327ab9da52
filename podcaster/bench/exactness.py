"""`podcaster bench exactness`: lines of 3 to 60 words last as planned and end as they should."""

import itertools
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.resources import files
from typing import Any

import click
import numpy as np

from podcaster.bench.bench import VOICES, Bench
from podcaster.contracts import Clip, EngineFinder, Plan, Progress
from podcaster.listen.recogniser import Recogniser
from podcaster.models import Delivery
from podcaster.speak.casting import parse_voice
from podcaster.speak.delivery import load_presets, resolve
from podcaster.speak.guard import EXACT_SECONDS, inspect
from podcaster.speak.homophones import sounds_of

SHORTEST, LONGEST = 3, 60
"""Words in a line."""
LENGTHS = (3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 5, 9, 20, 6, 24, 4, 30, 8, 40, 60)
"""Words in one line after another, short ones as often as dialogue has them."""
ENDS = 0.025
"""Seconds at a clip's end in which the sound must have died away."""
DIED_AWAY_DB = 25.0
"""Below the loudest stretch of the same length."""
LAST_WORDS = 2
"""So many must be heard at the end, where a recogniser listens."""


@dataclass(frozen=True)
class Rendered:
    """One line."""

    voice: str
    tone: str
    text: str
    planned: float
    """Seconds."""
    seconds: float
    faults: tuple[str, ...]

    @property
    def off(self) -> float:
        return abs(self.seconds - self.planned)


@click.command(name="exactness")
@click.option(
    "--lines",
    default=200,
    show_default=True,
    type=click.IntRange(1, 2000),
    help="How many lines to render.",
)
@click.option(
    "--voice",
    "voices",
    multiple=True,
    default=VOICES,
    show_default=True,
    help="A voice to render them with.",
)
@click.option("--listen", is_flag=True, help="Whether a recogniser hears the last words, too.")
@click.option("--model", metavar="NAME_OR_PATH", help="A faster-whisper model; base if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(
    bench: Bench,
    /,
    lines: int,
    voices: tuple[str, ...],
    listen: bool,
    model: str | None,
    as_json: bool,
) -> None:
    """Render lines of 3 to 60 words in every tone: seconds against plan, cut ends, noise.

    Takes a few minutes; twice that with --listen, which needs the extra `verify`.
    """
    recogniser = Recogniser(model, bench.cache) if listen else None
    rows = list(render(lines, voices, bench.engines, bench.progress, recogniser))
    report = summary(rows)
    if as_json:
        bench.emit(report)
        return
    for row in rows:
        for fault in row.faults:
            click.echo(f"{row.voice} {row.tone}: {fault}: {row.text}")
    click.echo(
        f"{report['lines']} lines, {report['seconds']:.0f} s: at most "
        f"{report['most_off'] * 1000:.1f} ms off the plan, {len(report['faults'])} at fault"
    )


def render(
    count: int,
    voices: Sequence[str],
    engines: EngineFinder,
    progress: Progress,
    recogniser: Recogniser | None,
) -> Iterator[Rendered]:
    """Lines in turn by each voice, each in the next tone."""
    presets = load_presets()
    texts = {language: running_text(language) for language in ("en", "fr")}
    turns = zip(itertools.cycle(voices), itertools.cycle(presets.tones), itertools.cycle(LENGTHS))
    progress.stage("exactness", count)
    for voice, tone, length in itertools.islice(turns, count):
        engine_name, name = parse_voice(voice)
        engine = engines(engine_name)
        language = next(v.language for v in engine.voices() if v.name == name)
        code = language.split("-")[0]
        line = next_line(texts[code], length)
        plan = engine.plan(line, name, language, resolve(Delivery(tone=tone), presets))
        clip = engine.render(plan)
        faults = list(faults_of(clip, plan))
        if recogniser and (missing := _unheard(line, clip, code, recogniser)):
            faults.append(missing)
        yield Rendered(voice, tone, line, plan.seconds, clip.seconds, tuple(faults))
        progress.advance(1)


def running_text(language: str) -> Iterator[str]:
    """The words of the articles in a language, again and again."""
    folder = files("podcaster.bench").joinpath("data/articles")
    paths = sorted(folder.iterdir(), key=lambda path: path.name)
    articles = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]
    texts = [article["text"] for article in articles if article["language"] == language]
    return itertools.cycle(" ".join(texts).split())


def next_line(words: Iterator[str], length: int) -> str:
    """So many words, with a full stop where they end."""
    line = " ".join(itertools.islice(words, length))
    return line.rstrip('.,;:!?…"”» ') + "."


def faults_of(clip: Clip, plan: Plan) -> Iterator[str]:
    """What can be told without a recogniser."""
    if fault := inspect(clip, plan):
        yield fault.reason
    size = round(ENDS * clip.sample_rate)
    whole = len(clip.samples) // size * size
    levels = np.mean(clip.samples[len(clip.samples) - whole :].reshape(-1, size) ** 2, axis=1)
    if levels[-1] > levels.max() * 10 ** (-DIED_AWAY_DB / 10):
        yield "ends before its sound does"


def _unheard(line: str, clip: Clip, language: str, recogniser: Recogniser) -> str:
    """Says so where the line's last words are missing from what is heard."""
    from podcaster.speak.text.alike import compare, said_words

    heard = recogniser.hear(clip.samples, clip.sample_rate, language)
    compared = compare(line, heard, language, partial(sounds_of, language=language))
    last = " ".join(said_words(line, language)[-LAST_WORDS:])
    missing = [wanted for wanted, got in compared.misheard if not got]
    cut = any(last.endswith(wanted) or wanted.endswith(last) for wanted in missing)
    return f"isn't heard to its end: {heard}" if cut else ""


def summary(rows: Sequence[Rendered]) -> dict[str, Any]:
    """Figures over all lines, and every line at fault."""
    return {
        "lines": len(rows),
        "words": [min(len(r.text.split()) for r in rows), max(len(r.text.split()) for r in rows)],
        "seconds": sum(row.seconds for row in rows),
        "most_off": max(row.off for row in rows),
        "exact": all(row.off <= EXACT_SECONDS for row in rows),
        "faults": [asdict(row) for row in rows if row.faults],
    }
