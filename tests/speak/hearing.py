"""What a recogniser and Praat make of a clip, for tests of engines."""

from functools import cache
from pathlib import Path

import platformdirs
import pytest

from podcaster.contracts import Clip
from podcaster.listen.recogniser import Recogniser
from podcaster.listen.voice import melody
from podcaster.listen.words import word_error_rate


def heard(clip: Clip, language: str = "en") -> str:
    pytest.importorskip("faster_whisper", reason="the extra verify isn't installed")
    return _recogniser().hear(clip.samples, clip.sample_rate, language)


def misheard(clip: Clip, text: str, language: str = "en") -> float:
    """Share of the text's words that weren't heard as they stand."""
    return word_error_rate([(text, heard(clip, language))])


def median_pitch(clip: Clip, gender: str = "male") -> float:
    """In Hz."""
    pytest.importorskip("parselmouth", reason="the extra verify isn't installed")
    return melody(clip.samples, clip.sample_rate, gender).median_hz


@cache
def _recogniser() -> Recogniser:
    return Recogniser(None, Path(platformdirs.user_cache_dir("podcaster")))
