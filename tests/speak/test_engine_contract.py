"""What every engine promises, ours and others': one suite over all that are installed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from podcaster import registry
from podcaster.contracts import EngineSetup, Pronouncing, SpeechEngine
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Delivery, Emphasis
from podcaster.speak.delivery import load_presets, resolve
from podcaster.speak.kokoro.engine import KokoroEngine
from podcaster.speak.piper.engine import PiperEngine
from tests.fakes import FakeEngine
from tests.speak.openai.server import speech_server
from tests.speak.piper.tiny import tiny_voice

TEXT = "The storm is moving away from the coast."


@contextmanager
def made(name: str, folder: Path, kokoro: KokoroEngine) -> Iterator[tuple[SpeechEngine, list[str]]]:
    """The engine and its voices; ours that need a model or a server get a small one made here."""
    if name == "fake":
        yield FakeEngine(), ["high", "low"]
    elif name == "kokoro":
        yield kokoro, ["af_heart", "am_michael"]
    elif name == "piper":
        tiny_voice(folder, "one")
        tiny_voice(folder, "two", speakers=("anna", "ben"))
        yield PiperEngine(EngineSetup(folder, {"folder": str(folder)})), ["one", "two#anna"]
    elif name == "openai":
        pytest.importorskip("openai", reason="the extra openai isn't installed")
        with speech_server() as server, pytest.MonkeyPatch.context() as patch:
            patch.setenv("TEST_SPEECH_KEY", "sk-none")
            options = {
                "base_url": server.url,
                "key_variable": "TEST_SPEECH_KEY",
                "voices": ["ann", "ben"],
            }
            yield registry.load("engine", name)(EngineSetup(folder, options)), ["ann", "ben"]
    elif name == "coqui":
        pytest.importorskip("trainer", reason="the extra coqui isn't installed")
        from podcaster.speak.coqui.library import coqui_tts
        from tests.speak.coqui.models import tiny_vits

        coqui_tts()
        voice = str(tiny_vits(folder / "tiny"))
        yield registry.load("engine", name)(EngineSetup(folder)), [voice]
    else:
        other = registry.load("engine", name)(EngineSetup(folder))
        voices = list(other.default_voices("en"))
        if not voices:
            pytest.skip(f"{name} has no English voice on this machine")
        yield other, voices


@pytest.fixture(
    scope="module", params=sorted({"fake", "kokoro", "piper", *registry.names("engine")})
)
def speaking(
    request: pytest.FixtureRequest, kokoro: KokoroEngine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[SpeechEngine, list[str]]]:
    with made(request.param, tmp_path_factory.mktemp(request.param), kokoro) as pair:
        yield pair


@pytest.fixture
def engine(speaking: tuple[SpeechEngine, list[str]]) -> SpeechEngine:
    return speaking[0]


@pytest.fixture
def voices(speaking: tuple[SpeechEngine, list[str]]) -> list[str]:
    return speaking[1]


@pytest.fixture
def voice(voices: list[str]) -> str:
    return voices[0]


def plain(**numbers: object) -> Delivery:
    return resolve(Delivery.model_validate(numbers), load_presets())


def test_the_name_is_how_it_is_asked_for(engine: SpeechEngine) -> None:
    assert engine.name
    assert engine.name == engine.name.lower()
    assert ":" not in engine.name


def test_its_default_voices_are_among_its_voices(engine: SpeechEngine) -> None:
    names = {voice.name for voice in engine.voices()}
    assert set(engine.default_voices("en")) <= names


def test_a_language_without_voices_has_no_defaults_or_usable_ones(engine: SpeechEngine) -> None:
    assert all(isinstance(name, str) for name in engine.default_voices("xx"))


def test_a_plan_says_how_long_the_clip_is(engine: SpeechEngine, voice: str) -> None:
    plan = engine.plan(TEXT, voice, "en", plain())
    clip = engine.render(plan)
    assert clip.samples.dtype == np.float32
    assert clip.samples.ndim == 1
    assert np.isfinite(clip.samples).all()
    assert 0.01 < np.abs(clip.samples).max() <= 1.0
    if plan.exact:
        assert clip.seconds == pytest.approx(plan.seconds, abs=0.025)


def test_words_are_the_line_s_own_in_order_and_inside_the_clip(
    engine: SpeechEngine, voice: str
) -> None:
    if "word_times" not in engine.controls:
        pytest.skip("it gives no word times")
    clip = engine.render(engine.plan(TEXT, voice, "en", plain()))
    assert [word.word for word in clip.words] == TEXT.split()
    edges = [edge for word in clip.words for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= clip.seconds + 0.025


def test_the_same_line_has_the_same_fingerprint_and_the_same_sound(
    engine: SpeechEngine, voice: str
) -> None:
    first, second = (engine.plan(TEXT, voice, "en", plain()) for _ in range(2))
    assert first.fingerprint == second.fingerprint
    if first.exact:
        assert np.array_equal(engine.render(first).samples, engine.render(second).samples)


def test_whatever_changes_the_sound_changes_the_fingerprint(
    engine: SpeechEngine, voice: str, voices: list[str]
) -> None:
    other_voices = voices[1:]
    plans = [
        engine.plan(TEXT, voice, "en", plain()),
        engine.plan(TEXT + " Slowly.", voice, "en", plain()),
        *(engine.plan(TEXT, name, "en", plain()) for name in other_voices),
    ]
    asked = {
        "rate": plain(rate=1.2),
        "pitch": plain(pitch=2),
        "range": plain(range=1.4),
        "energy": plain(energy=3),
        "ending": plain(ending="rising"),
        "emphasis": Delivery(emphasis=(Emphasis(first=1, last=1),)),
    }
    plans += [
        engine.plan(TEXT, voice, "en", delivery)
        for control, delivery in asked.items()
        if control in engine.controls
    ]
    prints = [plan.fingerprint for plan in plans]
    assert len(set(prints)) == len(prints)


def test_what_it_cannot_honour_it_says(engine: SpeechEngine, voice: str) -> None:
    plan = engine.plan(TEXT, voice, "en", plain(pitch=3))
    assert ("pitch" in engine.controls) != ("pitch" in plan.not_honoured)


def test_a_voice_it_does_not_have_is_refused(engine: SpeechEngine) -> None:
    with pytest.raises((SpeakError, UsageError)):
        engine.plan(TEXT, "nobody-of-that-name", "en", plain())


@pytest.mark.parametrize("text", ["", "   "])
def test_a_line_that_says_nothing_is_refused(engine: SpeechEngine, voice: str, text: str) -> None:
    with pytest.raises(SpeakError):
        engine.plan(text, voice, "en", plain())


def test_a_faster_line_is_shorter(engine: SpeechEngine, voice: str) -> None:
    if "rate" not in engine.controls:
        pytest.skip("it can't change its rate")
    slow = engine.plan(TEXT, voice, "en", plain(rate=0.8)).seconds
    fast = engine.plan(TEXT, voice, "en", plain(rate=1.25)).seconds
    assert fast < slow


def test_a_name_is_said_as_the_show_s_own_lexicon_says(
    engine: SpeechEngine, voice: str, tmp_path: Path
) -> None:
    if not isinstance(engine, Pronouncing):
        pytest.skip("it can't be told how names are said")
    (tmp_path / "en.toml").write_text('"Nguyen" = "win"\n', encoding="utf-8")
    (tmp_path / "file.toml").write_text('"Nguyen" = "win"\n', encoding="utf-8")
    text = "Nguyen has won."
    plain_plan = engine.plan(text, voice, "en", plain())
    for names in (tmp_path, tmp_path / "file.toml"):
        told = engine.pronouncing(names).plan(text, voice, "en", plain())
        assert told.fingerprint != plain_plan.fingerprint
        assert [word.word for word in told.words] in ([], text.split())
    assert engine.plan(text, voice, "en", plain()).fingerprint == plain_plan.fingerprint


def test_our_engines_can_all_be_told_how_names_are_said(engine: SpeechEngine) -> None:
    ours = engine.name in ("kokoro", "piper", "coqui", "openai")
    assert isinstance(engine, Pronouncing) == ours
