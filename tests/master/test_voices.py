"""The voice bus: rumble and hiss go, the voice stays, and every take keeps its place."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from podcaster.errors import MasterError
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.loudness import meter
from podcaster.master.session import SESSION_RATE, SPEECH_LUFS
from podcaster.master.voices import Voice, filter_voice
from podcaster.models import Take
from tests.master.conftest import speechlike


def take(folder: Path, name: str, sound: np.ndarray, rate: int = SESSION_RATE) -> Take:
    path = folder / f"{name}.flac"
    soundfile.write(path, sound, rate, subtype="PCM_24")
    return Take(
        line_id=name,
        path=path,
        seconds=len(sound) / rate,
        sample_rate=rate,
        words=(),
        engine="fake",
        voice="high",
        cached=False,
    )


def level(samples: np.ndarray, low: float, high: float) -> float:
    """Decibels between two frequencies in hertz."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / SESSION_RATE)
    return float(10 * np.log10(spectrum[(hertz >= low) & (hertz < high)].sum()))


@pytest.fixture
def filtered(ffmpeg: FFmpeg, tmp_path: Path):
    def run(*takes: Take) -> Voice:
        return filter_voice(ffmpeg, "Ava", takes, tmp_path / "voice.f32")

    return run


def test_takes_of_several_rates_keep_their_places_and_lengths(filtered, tmp_path: Path):
    lengths = {"a": (1.0, 24_000), "b": (0.7501, 22_050), "c": (0.5, 16_000)}
    voice = filtered(
        *(
            take(tmp_path, name, speechlike(seconds, rate, 1, 0.5), rate)
            for name, (seconds, rate) in lengths.items()
        )
    )
    at = 0
    for name, (seconds, _) in lengths.items():
        first, count = voice.places[name]
        assert first == at
        assert count / SESSION_RATE == pytest.approx(seconds, abs=0.0011)
        assert len(voice.take(name)) == count
        at += count


def test_with_its_gain_a_voice_is_at_the_sessions_loudness(
    filtered, ffmpeg: FFmpeg, tmp_path: Path
):
    for loud in (0.03, 0.9):
        voice = filtered(take(tmp_path, "a", speechlike(6, SESSION_RATE, 3, loud)))
        heard = voice.take("a") * np.float32(10 ** (voice.gain_db / 20))
        lufs = meter(ffmpeg, [heard.tobytes()], "hear it")
        assert lufs == pytest.approx(SPEECH_LUFS, abs=0.15)


def test_rumble_goes_and_the_voice_stays(filtered, tmp_path: Path):
    at = np.arange(6 * SESSION_RATE) / SESSION_RATE
    speech = speechlike(6, SESSION_RATE, 3, 0.5)
    rumble = (0.2 * np.sin(2 * np.pi * 25 * at)).astype(np.float32)
    heard = filtered(take(tmp_path, "a", speech + rumble)).take("a")
    before = level(speech + rumble, 20, 30) - level(speech + rumble, 200, 3000)
    after = level(heard, 20, 30) - level(heard, 200, 3000)
    assert after < before - 12


def test_a_harsh_s_is_softened_against_the_vowels(filtered, tmp_path: Path):
    chance = np.random.default_rng(1)
    vowel = speechlike(1.0, SESSION_RATE, 3, 0.3)
    hiss = np.diff(chance.uniform(-0.35, 0.35, round(0.15 * SESSION_RATE) + 1)).astype(np.float32)
    heard = filtered(take(tmp_path, "a", np.concatenate([vowel, hiss, vowel] * 3))).take("a")
    first, last = len(vowel), len(vowel) + len(hiss)
    before = level(hiss, 5000, 12000) - level(vowel, 200, 3000)
    after = level(heard[first:last], 5000, 12000) - level(heard[:first], 200, 3000)
    assert after < before - 1


def test_silence_is_an_error_that_names_the_host(filtered, tmp_path: Path):
    with pytest.raises(MasterError, match="Ava's takes are silent"):
        filtered(take(tmp_path, "a", np.zeros(SESSION_RATE)))
