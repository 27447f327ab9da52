"""The finished file as curves: its waveform's outline and its short-term loudness."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcaster.master.ffmpeg import FFmpeg

RATE = 16_000
RAW = ("-f", "s16le", "-ar", str(RATE), "-ac", "1")
SHORT_TERM = re.compile(r"\bt:\s*([\d.]+)\s.*?\bS:\s*(-?[\d.]+|-?inf|nan)")
FIRST_FULL = 3.0
"""Seconds before which short-term loudness, a mean over three, isn't whole."""


@dataclass(frozen=True)
class Trace:
    peaks: NDArray[np.float32]
    """The highest absolute sample in each column of equal length, full scale being 1."""
    loudness: tuple[tuple[float, float], ...]
    """(seconds, short-term LUFS) ten times a second (EBU Tech 3341)."""


def trace(ffmpeg: FFmpeg, path: Path, columns: int) -> Trace:
    """Decodes a file once. Raises MasterError where it can't be decoded."""
    pieces: list[bytes] = []
    said = ffmpeg.run(
        ["-i", str(path), "-af", "ebur128=framelog=info", *RAW, "-"],
        f"read {path.name}",
        sink=pieces.append,
    )
    samples = np.abs(np.frombuffer(b"".join(pieces), dtype="<i2").astype(np.int32))
    peaks = [part.max(initial=0) for part in np.array_split(samples, columns)]
    loudness = (
        (float(at), float(lufs)) for at, lufs in SHORT_TERM.findall(said) if float(at) >= FIRST_FULL
    )
    return Trace(
        peaks=np.asarray(np.divide(peaks, 32768), dtype=np.float32),
        loudness=tuple((at, lufs) for at, lufs in loudness if np.isfinite(lufs)),
    )
