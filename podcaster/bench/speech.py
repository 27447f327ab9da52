"""`podcaster bench speech`: how fast each engine speaks, beside a peer measured in the same run."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import numpy as np

from podcaster import registry
from podcaster.bench.bench import Bench
from podcaster.contracts import EngineFinder, SpeechEngine
from podcaster.errors import PodcasterError
from podcaster.models import Delivery
from podcaster.speak.delivery import load_presets, resolve

LINES = (
    "Good morning. The storm that closed three airports is moving away from the coast.",
    "Travelers and transportation authorities breathed a sigh of relief last night.",
    "So how bad did it get?",
    "Some complications and inconveniences, but no major delays or breakdowns.",
    "They stay on the ground if sustained winds reach the limit that the city has set.",
)
"""What a dialogue is made of: long lines and short ones."""
PEER = "kokoro-onnx"
PEER_VOICE = "af_heart"


@dataclass(frozen=True)
class Speed:
    """One engine over the lines, loaded and warm."""

    seconds_per_minute: float
    """Wall-clock seconds for a minute of speech, planning included."""
    rtf: float
    """Seconds of work per second of speech."""
    ratio_to_peer: float | None
    """The peer's time per second of speech over ours, above 1 is faster; None without a peer."""


Speaker = Callable[[str], float]
"""Speaks a line; gives the seconds of speech it made."""


@click.command(name="speech")
@click.option("--engine", "names", multiple=True, help="Only these; all that load if not given.")
@click.option("--rounds", default=3, show_default=True, help="The best of so many counts.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(bench: Bench, /, names: tuple[str, ...], rounds: int, as_json: bool) -> None:
    """Seconds of work for a minute of speech; kokoro-onnx is the peer where it's installed."""
    speakers = dict(_speakers(bench.engines, names or tuple(registry.names("engine"))))
    with TemporaryDirectory() as folder:
        peer = _peer(Path(folder))
        contenders = {**speakers, **({PEER: peer} if peer else {})}
        rtf = _measure(contenders, rounds)
    peer_rtf = rtf.pop(PEER, None)
    speeds = {
        name: Speed(
            seconds_per_minute=round(60 * value, 2),
            rtf=round(value, 4),
            ratio_to_peer=round(peer_rtf / value, 3) if peer_rtf else None,
        )
        for name, value in rtf.items()
    }
    peer_name = f"{PEER} {version(PEER)}" if peer_rtf else None
    if as_json:
        engines = {name: asdict(speed) for name, speed in speeds.items()}
        bench.emit({"engines": engines, "peer": peer_name, "peer_rtf": peer_rtf})
    else:
        _show(speeds, peer_name)


def _measure(contenders: Mapping[str, Speaker], rounds: int) -> dict[str, float]:
    """The best round's work per second of speech; rounds alternate, so that load hits all alike."""
    best: dict[str, float] = {}
    for speak in contenders.values():
        speak(LINES[0])
    for _ in range(rounds):
        for name, speak in contenders.items():
            began = time.perf_counter()
            spoken = sum(speak(line) for line in LINES)
            rtf = (time.perf_counter() - began) / spoken
            best[name] = min(rtf, best.get(name, rtf))
    return best


def _speakers(engines: EngineFinder, names: tuple[str, ...]) -> Iterator[tuple[str, Speaker]]:
    delivery = resolve(Delivery(), load_presets())
    for name in names:
        try:
            engine = engines(name)
            voices = engine.default_voices("en")
        except PodcasterError as error:
            click.echo(f"{name}: {error.message}", err=True)
            continue
        if voices:
            yield name, _speaker(engine, voices[0], delivery)
        else:
            click.echo(f"{name}: no English voice on this machine", err=True)


def _speaker(engine: SpeechEngine, voice: str, delivery: Delivery) -> Speaker:
    def speak(line: str) -> float:
        return engine.render(engine.plan(line, voice, "en", delivery)).seconds

    return speak


def _peer(folder: Path) -> Speaker | None:
    """kokoro-onnx with the same weights and voice; None where it isn't installed."""
    try:
        version(PEER)
    except PackageNotFoundError:
        return None
    from kokoro_onnx import Kokoro

    from podcaster.speak.kokoro.voices import VoiceBook
    from podcaster.speak.kokoro.weights import whole_model

    (folder / "model.onnx").write_bytes(whole_model())
    style = VoiceBook(folder).style(PEER_VOICE)
    rows = np.concatenate([style.timbre, style.prosody], axis=1)[:, None]
    with (folder / "voices.bin").open("wb") as voices:
        np.savez(voices, af_heart=rows)
    kokoro = Kokoro(str(folder / "model.onnx"), str(folder / "voices.bin"))

    def speak(line: str) -> float:
        samples, rate = kokoro.create(line, PEER_VOICE, lang="en-us")
        return len(samples) / float(rate)

    return speak


def _show(speeds: Mapping[str, Speed], peer: str | None) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("engine", "s per minute", "RTF", f"against {peer or 'no peer'}", box=None)
    for name, speed in speeds.items():
        ratio = f"{speed.ratio_to_peer:.2f} times as fast" if speed.ratio_to_peer else ""
        table.add_row(name, f"{speed.seconds_per_minute:.1f}", f"{speed.rtf:.3f}", ratio)
    Console(highlight=False).print(table)
