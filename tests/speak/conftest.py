"""The real voice model, split once per machine and loaded once per session."""

from pathlib import Path

import platformdirs
import pytest

from podcaster.contracts import EngineSetup
from podcaster.speak.kokoro.engine import KokoroEngine
from podcaster.speak.kokoro.weights import SHA256


@pytest.fixture(scope="session")
def kokoro(tmp_path_factory: pytest.TempPathFactory) -> KokoroEngine:
    """The embedded engine, with no voices or blends of a user's."""
    cache = tmp_path_factory.mktemp("engine")
    reuse_model(cache)
    return KokoroEngine(EngineSetup(cache, {"threads": 2}))


def reuse_model(cache: Path) -> None:
    """Puts a model that this machine has split already into an empty cache."""
    split = Path(platformdirs.user_cache_dir("podcaster")) / "kokoro" / SHA256[:16]
    if split.is_dir():
        (cache / "kokoro").mkdir(parents=True)
        (cache / "kokoro" / SHA256[:16]).symlink_to(split)
