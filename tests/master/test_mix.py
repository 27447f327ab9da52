"""Mixing: every sound where it belongs, sums exact, and no more in memory than what sounds."""

import subprocess
import sys
from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from podcaster.master.duck import ATTACK_SECONDS, DUCK_DB, ducked
from podcaster.master.mix import FULL_SCALE, Placed, mix
from podcaster.master.session import SAMPLES_PER_MS, SESSION_RATE


def mixed(placed: Sequence[Placed], length_ms: int, channels: int = 1) -> np.ndarray:
    raw = b"".join(mix(placed, length_ms, channels))
    return np.frombuffer(raw, "<i4").reshape(-1, channels) / FULL_SCALE


def at(start_ms: int, samples: np.ndarray, gain_db: float = 0.0) -> Placed:
    return Placed(start_ms, lambda: samples, gain_db)


def expected(placed: Sequence[tuple[int, np.ndarray]], length_ms: int) -> np.ndarray:
    total = np.zeros(length_ms * SAMPLES_PER_MS)
    for start_ms, samples in placed:
        first = start_ms * SAMPLES_PER_MS
        part = samples[: max(0, len(total) - first)]
        total[first : first + len(part)] += part
    return total


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 4000)), max_size=6), st.data())
def test_the_mix_is_the_sum_of_its_sounds_however_they_overlap(sounds, data):
    length_ms = data.draw(st.integers(0, 300))
    chance = np.random.default_rng(len(sounds))
    placed = [
        (start, chance.uniform(-0.1, 0.1, count).astype(np.float32)) for start, count in sounds
    ]
    heard = mixed([at(start, samples) for start, samples in placed], length_ms)[:, 0]
    assert len(heard) == length_ms * SAMPLES_PER_MS
    assert np.allclose(heard, expected(placed, length_ms), atol=1e-6)


def test_a_mono_voice_stands_in_the_middle_of_two_channels():
    voice = np.full(480, 0.25, dtype=np.float32)
    heard = mixed([at(5, voice)], 20, channels=2)
    assert np.allclose(heard[5 * 48 : 15 * 48], 0.25, atol=1e-6)
    assert np.array_equal(heard[:, 0], heard[:, 1])


def test_stereo_music_is_folded_for_a_mono_file():
    music = np.tile(np.array([[0.2, 0.4]], dtype=np.float32), (480, 1))
    assert np.allclose(mixed([at(0, music)], 10)[:, 0], 0.3, atol=1e-6)


def test_gain_is_in_decibels():
    tone = np.full(480, 0.1, dtype=np.float32)
    assert np.allclose(mixed([at(0, tone, 6.0206)], 10), 0.2, atol=1e-4)


def test_a_sound_is_read_only_when_its_turn_comes():
    read: list[int] = []

    def sound(number: int) -> np.ndarray:
        read.append(number)
        return np.zeros(4800, dtype=np.float32)

    placed = [Placed(number * 1000, lambda n=number: sound(n)) for number in range(5)]
    pieces = mix(placed, 6000, 1)
    for _ in range(3):
        next(pieces)
    assert read == [0]


def test_pydub_comes_without_its_warning_where_the_path_holds_no_ffmpeg():
    code = "from podcaster.master.mix import segment_class; print(segment_class().__name__)"
    run = subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-c", code],
        env={"PATH": "", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
    )
    assert (run.stdout, run.stderr) == ("AudioSegment\n", "")


def test_music_steps_back_under_words_and_comes_back_after():
    music = np.ones((10 * SESSION_RATE, 2), dtype=np.float32)
    heard = 20 * np.log10(ducked(music, [(2.0, 4.0), (4.5, 6.0)])[:, 0])
    assert heard[round((2.0 - ATTACK_SECONDS) * SESSION_RATE) - 1] > -0.01
    assert np.allclose(heard[2 * SESSION_RATE : 6 * SESSION_RATE], -DUCK_DB, atol=0.01)
    assert heard[9 * SESSION_RATE] > -0.01
    assert np.abs(np.diff(heard)).max() < 0.01
