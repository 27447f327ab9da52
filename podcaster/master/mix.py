"""Laying sound on the timeline with pydub, a stretch at a time, so that a long show stays small."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from podcaster.contracts import Samples
from podcaster.master.session import SESSION_RATE

if TYPE_CHECKING:
    from pydub import AudioSegment

WIDTH = 4
"""Bytes a sample: with 32 bits neither gains nor sums are heard."""
FULL_SCALE = 2**31 - 256
"""The largest float32 that still fits a 32-bit sample."""


@dataclass(frozen=True)
class Placed:
    """A sound and when it begins; `read` gives its samples when its turn comes."""

    start_ms: int
    read: Callable[[], Samples]
    """float32 at the session's rate, shape (samples,) or (samples, 2)."""
    gain_db: float = 0.0


def mix(placed: Sequence[Placed], length_ms: int, channels: int) -> Iterator[bytes]:
    """The sum of all sounds as raw little-endian 32-bit samples, `length_ms` long.

    What comes after the end is cut. Only what sounds at a time is in memory.
    """
    audio = segment_class()
    silence = audio.silent(0, frame_rate=SESSION_RATE).set_sample_width(WIDTH)
    silence = silence.set_channels(channels)
    done, pending = 0, silence
    inside = (sound for sound in placed if sound.start_ms < length_ms)
    for sound in sorted(inside, key=lambda one: one.start_ms):
        ready = min(sound.start_ms - done, len(pending))
        yield pending[:ready].raw_data
        pending, done = pending[ready:], done + ready
        if sound.start_ms > done:
            yield bytes((sound.start_ms - done) * SESSION_RATE // 1000 * WIDTH * channels)
            done = sound.start_ms
        segment = to_segment(sound.read(), channels)
        if sound.gain_db:
            segment = segment.apply_gain(sound.gain_db)
        longer, shorter = sorted((pending, segment), key=len, reverse=True)
        pending = longer.overlay(shorter) if len(shorter) else longer
    left = max(0, length_ms - done)
    yield pending[:left].raw_data
    yield bytes(max(0, left - len(pending)) * SESSION_RATE // 1000 * WIDTH * channels)


def to_segment(samples: Samples, channels: int) -> "AudioSegment":
    """float32 samples as a pydub segment of whole milliseconds, 32 bits wide."""
    if samples.ndim == 1 and channels == 2:
        samples = np.repeat(samples[:, None], 2, axis=1)
    elif samples.ndim == 2 and channels == 1:
        samples = samples.mean(axis=1)
    spare = -len(samples) % (SESSION_RATE // 1000)
    if spare:
        samples = np.pad(samples, ((0, spare), *((0, 0),) * (samples.ndim - 1)))
    whole = (np.clip(samples, -1, 1) * np.float32(FULL_SCALE)).astype("<i4")
    return segment_class()(
        data=whole.tobytes(), sample_width=WIDTH, frame_rate=SESSION_RATE, channels=channels
    )


def segment_class() -> "type[AudioSegment]":
    """pydub's AudioSegment, imported without its warning that no ffmpeg is on the PATH.

    The ffmpeg that is used is found elsewhere; pydub only lays raw sound here.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    chosen: type[AudioSegment] = AudioSegment
    return chosen
