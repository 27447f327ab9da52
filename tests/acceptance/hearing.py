"""A finished episode, heard by a recogniser that knows nothing of it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from podcaster.listen.recogniser import packaged_base
from podcaster.speak.homophones import sounds_of
from podcaster.speak.text.alike import Comparison, compare


def heard_back(episode: dict[str, Any]) -> Comparison:
    """Its audio file against its transcript; the language is guessed from the sound.

    `episode` is what `build --json` prints under that name.
    """
    language = episode["language"]
    folder = Path(episode["page"]).parent
    transcript = json.loads((folder / "transcript.json").read_text(encoding="utf-8"))
    said = " ".join(segment["body"] for segment in transcript["segments"])
    segments, about = _whisper().transcribe(episode["audio"], condition_on_previous_text=False)
    heard = " ".join(segment.text for segment in segments)
    assert about.language == language
    return compare(said, heard, language, lambda text: sounds_of(text, language))


@cache
def _whisper() -> Any:
    whisper = pytest.importorskip("faster_whisper", reason="needs the extra verify")
    cache_folder = Path(platformdirs.user_cache_dir("podcaster"))
    return whisper.WhisperModel(str(packaged_base(cache_folder)), device="cpu", compute_type="int8")
