"""The files that a feed names, where they lie on this machine: are they what it promises?"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

Level = Literal["must", "should"]
Faults = Iterator[tuple[Level, str]]

SAMPLE_RATES = (44_100, 48_000)
BITRATES_KBPS = {1: (64, 128), 2: (128, 256)}
"""By channels, from Apple's requirements for audio."""
SLACK = 0.1
"""AAC keeps a bitrate only on average."""


def sound_faults(path: Path) -> Faults:
    """Of an episode's audio: its format, sample rate and bitrate, as Apple asks for them."""
    import mutagen

    try:
        audio = mutagen.File(path)
    except (mutagen.MutagenError, OSError):
        audio = None
    if audio is None or not hasattr(audio.info, "channels"):
        yield "must", f"names {path.name}, which isn't audio that can be read"
        return
    if path.suffix not in (".mp3", ".m4a"):
        yield "should", f"has {path.suffix[1:]}; Apple takes MP3 and AAC: set sound.format"
        return
    info = audio.info
    if info.sample_rate not in SAMPLE_RATES:
        yield "should", f"has audio of {info.sample_rate} Hz instead of 44100 or 48000"
    kbps = info.bitrate / 1000
    least, most = BITRATES_KBPS[min(2, info.channels)]
    if not least * (1 - SLACK) <= kbps <= most * (1 + SLACK):
        shape = "mono" if info.channels == 1 else "stereo"
        yield "should", f"has {shape} audio of {kbps:.0f} kbit/s instead of {least} to {most}"


def chapters_faults(path: Path) -> Faults:
    """Of a file of chapters: there, readable, the first at 0, in order, each with a title."""
    try:
        found = json.loads(path.read_bytes())
        chapters = [(float(one["startTime"]), str(one["title"])) for one in found["chapters"]]
        version = str(found["version"])
    except (OSError, ValueError, KeyError, TypeError):
        yield "should", f"names {path}, which is no file of chapters"
        return
    if not version.startswith("1."):
        yield "should", f"has chapters of version {version!r} instead of 1.2.0"
    starts = [start for start, _ in chapters]
    if not starts or starts[0] != 0 or starts != sorted(set(starts)):
        yield "should", "has chapters whose starts don't rise from 0"
    if not all(title.strip() for _, title in chapters):
        yield "should", "has a chapter without a title"
