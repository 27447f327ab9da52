"""Measuring the finished file: what a listener's player will decode."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from podcaster.contracts import Samples
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.loudness import QUIET_METER, summaries
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
        loudness=whole,
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
        f"[all]{QUIET_METER},silencedetect=noise={SILENCE_DB}dB:duration={SILENCE_SECONDS}[out]",
    ]
    for number, spans in enumerate(hosts):
        speaks = "+".join(f"between(t,{start:.3f},{end:.3f})" for start, end in spans)
        graph.append(f"[h{number}]aselect='{speaks}',{QUIET_METER},anullsink")
    return ";".join(graph)


class _Tally:
    """Counts over samples that come in pieces."""

    def __init__(self, channels: int) -> None:
        self._channels = channels
        self._left = b""
        self._sum = 0.0
        self._run = np.zeros(channels, dtype=np.int64)
        self.frames = 0
        self.clipped = 0

    @property
    def mean(self) -> float:
        return self._sum / max(1, self.frames * self._channels)

    def take(self, piece: bytes) -> None:
        whole = self._left + piece
        usable = len(whole) - len(whole) % (4 * self._channels)
        self._left = whole[usable:]
        block = np.frombuffer(whole[:usable], dtype="<f4").reshape(-1, self._channels)
        self.frames += len(block)
        self._sum += float(block.sum(dtype=np.float64))
        for channel in range(self._channels):
            self._count_clipped(block[:, channel], channel)

    def _count_clipped(self, samples: Samples, channel: int) -> None:
        high = np.abs(samples) >= CLIPPED_AT
        if not high.any() and not self._run[channel]:
            return
        edges = np.flatnonzero(np.diff(np.concatenate(([False], high, [False])).astype(np.int8)))
        runs = edges[1::2] - edges[::2]
        if high.size and high[0]:
            runs[0] += self._run[channel]
        self._run[channel] = runs[-1] if high.size and high[-1] else 0
        self.clipped += int(runs[runs >= CLIPPED_RUN].sum())
