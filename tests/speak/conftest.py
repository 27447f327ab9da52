"""The real voice model, split once per machine and loaded once per session."""

from pathlib import Path

import platformdirs
import pytest

from podcaster.contracts import EngineSetup
from podcaster.speak.kokoro.engine import KokoroEngine
from podcaster.speak.kokoro.weights import SHA256


@pytest.fixture(scope="session")
def kokoro(tmp_path_factory: pytest.TempPathFactory) -> KokoroEngine:
    """The embedded engine, with no voices or blends of a user's; reuses a model already split."""
    cache = tmp_path_factory.mktemp("engine")
    split = Path(platformdirs.user_cache_dir("podcaster")) / "kokoro" / SHA256[:16]
    if split.is_dir():
        (cache / "kokoro").mkdir()
        (cache / "kokoro" / SHA256[:16]).symlink_to(split)
    return KokoroEngine(EngineSetup(cache, {"threads": 2}))
