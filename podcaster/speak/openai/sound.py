"""What a server sent back, as sound, or a plain word on why it isn't one."""

import io

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import SpeakError

SHORTEST_SECONDS = 0.05
PCM_FULL_SCALE = 32768.0


def read_wav(content: bytes, content_type: str) -> tuple[Samples, int]:
    """float32 mono and its sample rate. Raises SpeakError for anything but a whole WAV."""
    import soundfile

    if not content.startswith((b"RIFF", b"RF64")):
        raise _not_sound(content, content_type)
    # Servers that stream don't know the length beforehand and write the largest number there is.
    promised = int.from_bytes(content[4:8], "little") + 8
    if len(content) < promised < 0x7FFF0000:
        raise SpeakError(
            f"The speech server's sound broke off after {len(content)} of {promised} bytes.",
            "Try again; a proxy between here and the server may cut it short.",
        )
    try:
        samples, rate = soundfile.read(io.BytesIO(content), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise _not_sound(content, content_type) from error
    return _checked(samples.mean(axis=1, dtype=np.float32), int(rate))


def read_pcm(content: bytes, content_type: str, sample_rate: int) -> tuple[Samples, int]:
    """16-bit little-endian mono without a header."""
    if "html" in content_type or "json" in content_type or len(content) % 2:
        raise _not_sound(content, content_type)
    samples = np.frombuffer(content, "<i2").astype(np.float32) / np.float32(PCM_FULL_SCALE)
    return _checked(samples, sample_rate)


def _checked(samples: Samples, rate: int) -> tuple[Samples, int]:
    if len(samples) < SHORTEST_SECONDS * rate or not np.isfinite(samples).all():
        raise SpeakError(
            f"The speech server sent {len(samples)} samples, which is no speech.",
            "Check that the model and the voice in [engine.openai] are ones that the server has.",
        )
    return samples, rate


def _not_sound(content: bytes, content_type: str) -> SpeakError:
    begins = content[:60].decode("utf-8", "replace").strip()
    return SpeakError(
        f"The speech server sent {content_type or 'something'} that isn't a sound: {begins!r}.",
        "Check base_url in [engine.openai]: it ends in /v1 for most servers.",
    )
