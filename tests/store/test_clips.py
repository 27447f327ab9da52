"""The clip cache gives back what was stored, whole or not at all, and stays within its limit."""

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from podcaster.models import Word
from podcaster.store.clips import ClipCache

RATE = 8000
WORDS = (Word(word="été", start=0.0, end=0.5), Word(word="là", start=0.5, end=1.0))


def noise(seconds: float, seed: int = 0) -> np.ndarray:
    generator = np.random.default_rng(seed)
    return generator.uniform(-0.5, 0.5, round(seconds * RATE)).astype(np.float32)


def key(number: int) -> str:
    return f"{number:064x}"


def test_what_is_stored_comes_back(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, 10**7)
    samples = noise(1.0)
    cache.save(key(1), samples, RATE, WORDS)
    found = ClipCache(tmp_path, 10**7).find(key(1))
    assert found is not None
    assert (found.seconds, found.sample_rate, found.words) == (1.0, RATE, WORDS)
    read, rate = soundfile.read(found.path, dtype="float32")
    assert rate == RATE
    assert np.abs(read - samples).max() < 1e-4


def test_what_was_not_stored_is_not_there(tmp_path: Path) -> None:
    assert ClipCache(tmp_path, 10**7).find(key(1)) is None


@pytest.mark.parametrize("damage", ["cut audio", "no audio", "bad notes", "no notes"])
def test_a_damaged_entry_counts_as_missing_and_can_be_stored_again(
    tmp_path: Path, damage: str
) -> None:
    cache = ClipCache(tmp_path, 10**7)
    clip = cache.save(key(1), noise(1.0), RATE, WORDS)
    notes = clip.path.with_suffix(".json")
    match damage:
        case "cut audio":
            clip.path.write_bytes(clip.path.read_bytes()[:100])
        case "no audio":
            clip.path.unlink()
        case "bad notes":
            notes.write_text('{"seconds": ')
        case _:
            notes.unlink()
    assert cache.find(key(1)) is None
    cache.save(key(1), noise(1.0), RATE, WORDS)
    assert cache.find(key(1)) is not None


def test_the_clips_used_longest_ago_go_first(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, 10**9)
    for number in range(3):
        clip = cache.save(key(number), noise(1.0, number), RATE, WORDS)
        os.utime(clip.path, (1000 + number, 1000 + number))
    size = clip.path.stat().st_size
    assert cache.find(key(0)) is not None
    small = ClipCache(tmp_path, int(3.5 * size))
    small.save(key(3), noise(1.0, 3), RATE, WORDS)
    kept = [number for number in range(4) if small.find(key(number))]
    assert kept == [0, 2, 3]


def test_the_clip_just_stored_stays_even_over_the_limit(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, 10)
    cache.save(key(1), noise(1.0), RATE, WORDS)
    assert cache.find(key(1)) is not None


def test_nothing_half_written_is_left_beside(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, 10**7)
    with pytest.raises((ValueError, TypeError, RuntimeError)):
        cache.save(key(1), np.zeros((2, 2, 2), np.float32), RATE, WORDS)
    assert cache.find(key(1)) is None
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
