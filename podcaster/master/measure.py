"""Measuring the finished file: what a listener's player will decode."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.loudness import METER, PEAK_METER, summaries
from podcaster.models import Loudness, Silence, Soundness

Spans = Sequence[tuple[float, float]]
"""Stretches of the file, (start, end) in seconds."""

SILENCE_SECONDS = 2.0
SILENCE_DB = -55
CLIPPED_AT = 0.9999
CLIPPED_RUN = 3
"""Samples in a row at full scale that are taken for clipping."""
SILENCE = re.compile(r"silence_end: (\S+) \| silence_duration: (\S+)")


@dataclass(frozen=True)
class Measured:
    seconds: float
    loudness: Loudness
    soundness: Soundness


def measure(
    ffmpeg: FFmpeg, path: Path, sample_rate: int, channels: int, hosts: Mapping[str, Spans]
) -> Measured:
    """Decodes the file once and measures the whole, and each host where he or she speaks."""
    tally = _Tally(channels)
    graph = ["-filter_complex", _graph(tuple(hosts.values())), "-map", "[out]"]
    raw = ["-f", "f32le", "-ar", str(sample_rate), "-ac", str(channels), "-"]
    said = ffmpeg.run(["-i", str(path), *graph, *raw], f"measure {path.name}", sink=tally.take)
    whole, *each = summaries(said)
    return Measured(
        seconds=tally.frames / sample_rate,
        loudness=whole.loudness(),
        soundness=Soundness(
            silences=tuple(
                Silence(start=max(0.0, round(float(end) - float(lasts), 3)), seconds=float(lasts))
                for end, lasts in SILENCE.findall(said)
            ),
            clipped=tally.clipped,
            dc_offset=tally.mean,
            host_lufs={host: one.integrated_lufs for host, one in zip(hosts, each, strict=True)},
        ),
    )


def _graph(hosts: Sequence[Spans]) -> str:
    """One branch for the whole file and one for each host, whose other frames are dropped."""
    branches = "".join(f"[h{number}]" for number in range(len(hosts)))
    graph = [
        f"[0:a]asplit={len(hosts) + 1}[all]{branches}",
        f"[all]{PEAK_METER},silencedetect=noise={SILENCE_DB}dB:duration={SILENCE_SECONDS}[out]",
    ]
    for number, spans in enumerate(hosts):
        speaks = _sum([f"between(t,{start:.3f},{end:.3f})" for start, end in spans])
        graph.append(f"[h{number}]aselect='{speaks}',{METER},anullsink")
    return ";".join(graph)


def _sum(terms: Sequence[str]) -> str:
    """The terms added in pairs of pairs: ffmpeg takes no expression a hundred levels deep."""
    if len(terms) == 1:
        return terms[0]
    middle = len(terms) // 2
    return f"({_sum(terms[:middle])}+{_sum(terms[middle:])})"


class _Tally:
    """Counts over samples that come in pieces."""

    def __init__(self, channels: int) -> None:
        self._channels = channels
        self._left = b""
        self._sum = 0.0
        self._counted = 0
        self._open_runs = [0] * channels
        self.frames = 0

    @property
    def mean(self) -> float:
        return self._sum / max(1, self.frames * self._channels)

    @property
    def clipped(self) -> int:
        return self._counted + sum(run for run in self._open_runs if run >= CLIPPED_RUN)

    def take(self, piece: bytes) -> None:
        whole = self._left + piece
        usable = len(whole) - len(whole) % (4 * self._channels)
        self._left = whole[usable:]
        block = np.frombuffer(whole[:usable], dtype="<f4").reshape(-1, self._channels)
        self.frames += len(block)
        self._sum += float(block.sum(dtype=np.float64))
        for channel in range(self._channels):
            self._count_clipped(np.abs(block[:, channel]) >= CLIPPED_AT, channel)

    def _count_clipped(self, high: NDArray[np.bool_], channel: int) -> None:
        """Counts the runs that end in this piece; one that reaches its end stays open."""
        edges = np.flatnonzero(np.diff(np.concatenate(([False], high, [False])).astype(np.int8)))
        runs = [int(run) for run in edges[1::2] - edges[::2]]
        if len(high) and high[0]:
            runs[0] += self._open_runs[channel]
        else:
            runs.insert(0, self._open_runs[channel])
        self._open_runs[channel] = runs.pop() if len(high) and high[-1] else 0
        self._counted += sum(run for run in runs if run >= CLIPPED_RUN)
