"""The voice bus: each host's takes filtered, and brought to the level of the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import MasterError
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.loudness import meter
from podcaster.master.session import SAMPLES_PER_MS, SESSION_RATE, SPEECH_LUFS
from podcaster.master.takes import read_take
from podcaster.models import Take

CHAIN = (
    "highpass=frequency=70:poles=2",
    "deesser=i=0.35:m=0.5:f=0.5",
    "acompressor=threshold=-26dB:ratio=2.2:attack=8:release=140:knee=6:detection=rms",
)
"""ffmpeg's filters on every voice; levels are for speech at the session's loudness."""
SILENT_LUFS = -69.0
MEASURABLE_SECONDS = 3
MONO = ("-f", "f32le", "-ar", str(SESSION_RATE), "-ac", "1")


@dataclass(frozen=True)
class Voice:
    """One host's filtered takes on disk, one after another, and where each begins."""

    path: Path
    gain_db: float
    """Brings the host to the session's loudness."""
    places: dict[str, tuple[int, int]]
    """By line id: the first sample, and how many."""

    def take(self, line_id: str) -> Samples:
        """A copy of one filtered take, float32 mono, before its gain."""
        first, count = self.places[line_id]
        return np.fromfile(self.path, dtype=np.float32, count=count, offset=first * 4)


def filter_voice(ffmpeg: FFmpeg, host: str, takes: Sequence[Take], path: Path) -> Voice:
    """Runs a host's takes through the voice chain, into a file of raw samples at `path`.

    Raises MasterError where a take can't be read or holds only silence.
    """
    raw = meter(ffmpeg, _again_if_short(takes), f"hear {host}")
    if raw < SILENT_LUFS:
        raise MasterError(
            f"{host}'s takes are silent.", "Build again with --force to render them anew."
        )
    places: dict[str, tuple[int, int]] = {}
    chain = (f"volume={SPEECH_LUFS - raw:.3f}dB:precision=float", *CHAIN)
    with path.open("wb") as stem:
        ffmpeg.run(
            [*MONO, "-i", "-", "-af", ",".join(chain), *MONO, "-"],
            f"filter {host}'s voice",
            source=_one_after_another(takes, places),
            sink=stem.write,
        )
    expected = sum(count for _, count in places.values())
    if path.stat().st_size != expected * 4:
        raise MasterError(f"filtering changed the length of {host}'s takes.")
    heard = meter(ffmpeg, _pieces(path, times=_rounds(expected)), f"hear {host}")
    return Voice(path, SPEECH_LUFS - heard, places)


def _one_after_another(
    takes: Sequence[Take], places: dict[str, tuple[int, int]]
) -> Iterator[bytes]:
    """The takes' samples; notes in `places` where each one went."""
    at = 0
    for take in takes:
        samples = read_take(take)
        places[take.line_id] = (at, len(samples))
        at += len(samples)
        yield samples.tobytes()


def _again_if_short(takes: Sequence[Take]) -> Iterator[bytes]:
    samples = sum(round(take.seconds * SESSION_RATE) for take in takes)
    for _ in range(_rounds(samples)):
        yield from _one_after_another(takes, {})


def _pieces(path: Path, times: int) -> Iterator[bytes]:
    for _ in range(times):
        with path.open("rb") as stem:
            while piece := stem.read(SAMPLES_PER_MS * 4000):
                yield piece


def _rounds(samples: int) -> int:
    """How often a host's speech is played to the meter, which hears nothing in under 0.4 s."""
    return max(1, -(-MEASURABLE_SECONDS * SESSION_RATE // max(1, samples)))
