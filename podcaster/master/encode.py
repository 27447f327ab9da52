"""The last step to a file: limiter, sample rate, codec."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.session import SESSION_RATE
from podcaster.show import AudioFormat, Sound

OVERSAMPLED = SESSION_RATE * 2
"""The limiter's rate: between its samples a peak of speech, whose energy lies low, hides little."""
LOWEST_HERTZ = 15
"""What a show's own music has below this, such as an offset, is nothing that anybody hears."""
MONO_KBPS = 96
STEREO_KBPS = 128


@dataclass(frozen=True)
class Encoding:
    """A format as ffmpeg makes it."""

    extension: str
    mime_type: str
    sample_rate: int
    codec: tuple[str, ...]
    container: tuple[str, ...]


ENCODINGS: dict[AudioFormat, Encoding] = {
    "mp3": Encoding(
        "mp3",
        "audio/mpeg",
        44_100,
        # At a podcast's bitrates LAME's slower searches gain speech nothing that DNSMOS can tell.
        ("-c:a", "libmp3lame", "-compression_level", "7"),
        ("-id3v2_version", "0", "-write_id3v1", "0", "-write_xing", "1", "-f", "mp3"),
    ),
    "m4a": Encoding(
        "m4a", "audio/x-m4a", 44_100, ("-c:a", "aac"), ("-movflags", "+faststart", "-f", "ipod")
    ),
    "opus": Encoding(
        "opus", "audio/ogg", 48_000, ("-c:a", "libopus", "-application", "audio"), ("-f", "opus")
    ),
}


@dataclass(frozen=True)
class Levels:
    """What is turned until the finished file measures right."""

    gain_db: float
    ceiling_db: float
    """Where the limiter holds the peaks, in dB below full scale."""


def encode(
    ffmpeg: FFmpeg,
    sound: Sound,
    mixed: Iterable[bytes],
    levels: Levels,
    path: Path,
    chapters: Path | None = None,
) -> None:
    """Limits and encodes raw 32-bit sound at the session's rate into `path`.

    `chapters` is a file in ffmpeg's metadata format, for formats whose chapters it writes.
    """
    encoding = ENCODINGS[sound.format]
    kbps = sound.bitrate_kbps or (MONO_KBPS if sound.channels == 1 else STEREO_KBPS)
    limit = 10 ** (levels.ceiling_db / 20)
    filters = (
        "aformat=sample_fmts=fltp",
        f"highpass=frequency={LOWEST_HERTZ}",
        f"volume={levels.gain_db:.3f}dB:precision=float",
        f"aresample={OVERSAMPLED}",
        f"alimiter=limit={limit:.5f}:attack=4:release=60:level=false:latency=true",
        f"aresample={encoding.sample_rate}",
    )
    raw = ["-f", "s32le", "-ar", str(SESSION_RATE), "-ac", str(sound.channels), "-i", "-"]
    marks = ["-f", "ffmetadata", "-i", str(chapters), "-map_chapters", "1"] if chapters else []
    codec = [*encoding.codec, "-b:a", f"{kbps}k", "-fflags", "+bitexact", "-flags:a", "+bitexact"]
    filtered = ["-af", ",".join(filters)]
    ffmpeg.run(
        [*raw, *marks, "-map", "0:a", *filtered, *codec, *encoding.container, str(path)],
        f"encode {path.name}",
        source=mixed,
    )
