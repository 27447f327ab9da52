"""XTTS by Coqui's own loading code: speakers, languages, pace, and a voice like a recording."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from podcaster.contracts import Clip, EngineSetup
from podcaster.errors import SpeakError
from podcaster.models import Delivery
from podcaster.speak.coqui.engine import CoquiEngine
from podcaster.speak.coqui.library import coqui_tts
from podcaster.speak.coqui.model import Reader
from tests.speak.coqui.models import tiny_xtts

pytestmark = [
    pytest.mark.extra("coqui"),
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),
]
TEXT = "The ferry left at nine."


@pytest.fixture(scope="module")
def xtts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("trainer", reason="the extra coqui isn't installed")
    coqui_tts()
    return tiny_xtts(tmp_path_factory.mktemp("coqui") / "xtts")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> CoquiEngine:
    return CoquiEngine(EngineSetup(tmp_path_factory.mktemp("cache"), {"cpml_agreed": True}))


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "me.wav"
    times = np.arange(4 * 22_050) / 22_050
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * 150 * times), 22_050)
    return path


def said(engine: CoquiEngine, voice: str, language: str = "en", **numbers: float) -> Clip:
    return engine.render(engine.plan(TEXT, voice, language, Delivery.model_validate(numbers)))


def test_its_speakers_differ_and_repeat(engine: CoquiEngine, xtts: Path) -> None:
    ana, ben, again = (
        said(engine, f"{xtts}#{name}") for name in ("Ana Florence", "Ben", "Ana Florence")
    )
    assert ana.sample_rate == 24_000
    assert not np.array_equal(ana.samples[:2000], ben.samples[:2000])
    assert np.array_equal(ana.samples, again.samples)


def test_it_is_told_how_fast_to_speak(engine: CoquiEngine, xtts: Path) -> None:
    plain, slow = (said(engine, f"{xtts}#Ben", rate=rate) for rate in (1.0, 0.7))
    assert slow.seconds == pytest.approx(plain.seconds / 0.7, rel=0.1)


def test_it_speaks_its_languages_and_no_other(engine: CoquiEngine, xtts: Path) -> None:
    english, french = (said(engine, f"{xtts}#Ben", tag) for tag in ("en-gb", "fr"))
    assert not np.array_equal(english.samples[:2000], french.samples[:2000])
    with pytest.raises(SpeakError, match="doesn't speak 'es'"):
        engine.plan(TEXT, f"{xtts}#Ben", "es", Delivery())


def test_a_recording_is_learnt_once(
    engine: CoquiEngine, xtts: Path, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = f"{xtts}#{recording}"
    first = said(engine, voice)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("learnt again")

    network = engine._model(str(xtts))._network
    monkeypatch.setattr(network, "_clone_voice", refuse)
    again = said(engine, voice)
    assert np.array_equal(first.samples, again.samples)
    assert not np.array_equal(first.samples, said(engine, f"{xtts}#Ben").samples)


def test_a_model_without_speakers_of_its_own_clones_too(
    engine: CoquiEngine, xtts: Path, recording: Path, tmp_path: Path
) -> None:
    for path in xtts.iterdir():
        if path.name != "speakers_xtts.pth":
            (tmp_path / path.name).symlink_to(path)
    assert said(engine, f"{tmp_path}#{recording}").seconds > 0.1


def test_a_text_too_long_for_it_is_said_plainly(engine: CoquiEngine, xtts: Path) -> None:
    """Lines are cut long before; what comes through is no failure without a name."""
    reader = Reader(speaker="Ben", language="en")
    with pytest.raises(SpeakError, match="maximum of 400 tokens"):
        engine._model(str(xtts)).speak("a" * 500, reader, 1.0, seed=1)
