"""Loudness by ITU-R BS.1770, through ffmpeg's ebur128."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from podcaster.errors import MasterError
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.session import SESSION_RATE
from podcaster.models import Loudness

SUMMARY = re.compile(r"\[Parsed_ebur128_(\d+) @ [^\]]*\] Summary:(.*?)(?=\n\[|\Z)", re.DOTALL)
INTEGRATED = re.compile(r"\bI:\s+(\S+) LUFS")
RANGE = re.compile(r"\bLRA:\s+(\S+) LU")
PEAK = re.compile(r"\bPeak:\s+(\S+) dBFS")
METER = "ebur128=framelog=verbose"
PEAK_METER = f"{METER}:peak=true"
"""Looks for true peaks too, which is most of its work."""


def meter(ffmpeg: FFmpeg, sound: Iterable[bytes], purpose: str, channels: int = 1) -> float:
    """Integrated loudness in LUFS of raw float32 sound at the session's rate."""
    shape = ["-f", "f32le", "-ar", str(SESSION_RATE), "-ac", str(channels)]
    arguments = [*shape, "-i", "-", "-af", METER, "-f", "null", "-"]
    said = ffmpeg.run(arguments, purpose, source=sound)
    return summaries(said)[0].integrated_lufs


@dataclass(frozen=True)
class Summary:
    integrated_lufs: float
    range_lu: float
    true_peak_db: float | None
    """None where the meter wasn't asked for it."""

    def loudness(self) -> Loudness:
        """Raises MasterError where the true peak wasn't measured."""
        if self.true_peak_db is None:
            raise MasterError("ffmpeg measured no true peak.", "Run `podcaster doctor`.")
        return Loudness(
            integrated_lufs=self.integrated_lufs,
            true_peak_db=self.true_peak_db,
            range_lu=self.range_lu,
        )


def summaries(said: str) -> list[Summary]:
    """What each ebur128 of a run measured, in the order of the filters in its graph.

    ffmpeg 5 sets a graph up twice where a decoder's first frame isn't what the file promised, and
    the first of the two says that it heard nothing: the last word of each filter counts.
    """
    found = {int(number): _summary(text) for number, text in SUMMARY.findall(said)}
    if not found:
        raise MasterError("ffmpeg measured no loudness.", "Run `podcaster doctor`.")
    return [found[number] for number in sorted(found)]


def _summary(text: str) -> Summary:
    integrated, span, peak = (pattern.search(text) for pattern in (INTEGRATED, RANGE, PEAK))
    if not (integrated and span):
        raise MasterError("ffmpeg's loudness summary isn't as expected.", "Run `podcaster doctor`.")
    return Summary(float(integrated[1]), float(span[1]), float(peak[1]) if peak else None)
