"""The voice bus: each host's takes filtered, and brought to the level of the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import MasterError
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.loudness import meter
from podcaster.master.session import SESSION_RATE, SPEECH_LUFS
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
SAMPLE_BYTES = 4
PIECE_BYTES = SESSION_RATE * SAMPLE_BYTES


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
        return np.fromfile(self.path, np.float32, count, offset=first * SAMPLE_BYTES)


def filter_voice(ffmpeg: FFmpeg, host: str, takes: Sequence[Take], path: Path) -> Voice:
    """Runs a host's takes through the voice chain, into a file of raw samples at `path`.

    Raises MasterError where a take can't be read or holds only silence.
    """
    raw = path.with_suffix(".raw")
    places = _gather(takes, raw)
    level = meter(ffmpeg, _again_if_short(raw), f"hear {host}")
    if level < SILENT_LUFS:
        raise MasterError(
            f"{host}'s takes are silent.", "Build again with --force to render them anew."
        )
    chain = (f"volume={SPEECH_LUFS - level:.3f}dB:precision=float", *CHAIN)
    arguments = [*MONO, "-i", str(raw), "-af", ",".join(chain), *MONO, str(path)]
    ffmpeg.run(arguments, f"filter {host}'s voice")
    if path.stat().st_size != raw.stat().st_size:
        raise MasterError(f"filtering changed the length of {host}'s takes.")
    raw.unlink()
    filtered = meter(ffmpeg, _again_if_short(path), f"hear {host}")
    return Voice(path, SPEECH_LUFS - filtered, places)


def _gather(takes: Sequence[Take], path: Path) -> dict[str, tuple[int, int]]:
    """Writes the takes' samples one after another; says where each one went."""
    places: dict[str, tuple[int, int]] = {}
    at = 0
    with path.open("wb") as file:
        for take in takes:
            samples = read_take(take)
            samples.tofile(file)
            places[take.line_id] = (at, len(samples))
            at += len(samples)
    return places


def _again_if_short(path: Path) -> Iterator[bytes]:
    """The samples, as often as a meter needs: it hears nothing in less than 0.4 seconds."""
    enough = MEASURABLE_SECONDS * SESSION_RATE * SAMPLE_BYTES
    for _ in range(-(-enough // max(1, path.stat().st_size))):
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece
