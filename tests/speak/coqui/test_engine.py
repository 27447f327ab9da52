"""The coqui engine through Coqui's own loading code, and a real voice heard back."""

import re
from pathlib import Path

import numpy as np
import pytest

from podcaster.contracts import Clip, EngineSetup
from podcaster.errors import SpeakError
from podcaster.models import Delivery
from podcaster.speak.coqui.engine import CoquiEngine
from podcaster.speak.guard import inspect

pytestmark = [
    pytest.mark.extra("coqui"),
    # Coqui, transformers and torch warn about each other while they're imported.
    pytest.mark.filterwarnings("ignore"),
]
TEXT = "The ferry left at nine and came back at noon."


def said(engine: CoquiEngine, voice: str, text: str = TEXT, **numbers: object) -> Clip:
    return engine.render(engine.plan(text, voice, "en", Delivery.model_validate(numbers)))


def test_a_folder_is_loaded_and_its_speakers_differ(engine: CoquiEngine, tiny: Path) -> None:
    first, second = (said(engine, f"{tiny}#{name}") for name in ("anna", "ben"))
    assert first.sample_rate == 22_050
    assert not np.array_equal(first.samples[:2000], second.samples[:2000])


def test_the_same_line_sounds_the_same_and_torch_s_own_dice_are_left_alone(
    engine: CoquiEngine, tiny: Path
) -> None:
    import torch

    torch.manual_seed(7)
    expected = torch.rand(1)
    torch.manual_seed(7)
    first = said(engine, f"{tiny}#ben")
    assert torch.equal(torch.rand(1), expected)
    assert np.array_equal(first.samples, said(engine, f"{tiny}#ben").samples)


def test_rate_is_met_by_the_model_and_does_not_stay(engine: CoquiEngine, tiny: Path) -> None:
    plain, slow, again = (said(engine, f"{tiny}#ben", rate=rate) for rate in (1.0, 0.5, 1.0))
    assert slow.seconds > 1.4 * plain.seconds
    assert again.seconds == plain.seconds


def test_coqui_s_padding_is_cut_and_marked_pauses_are_ours(engine: CoquiEngine, tiny: Path) -> None:
    voice = f"{tiny}#ben"
    plain = said(engine, voice, "One moment. Here it is.")
    paused = said(engine, voice, "One moment. [pause 1.5] Here it is.")
    here = next(word for word in paused.words if word.word == "Here")
    quiet = paused.samples[
        round((here.start - 1.45) * 22_050) : round((here.start - 0.05) * 22_050)
    ]
    assert not quiet.any()
    assert np.abs(plain.samples[-3000:]).max() > 0


def test_a_long_line_keeps_every_word(engine: CoquiEngine, tiny: Path) -> None:
    text = "Seven boats, eleven crews and a brass band crossed the bay. " * 12
    clip = said(engine, f"{tiny}#ben", text.strip())
    assert [word.word for word in clip.words] == text.split()


def test_without_a_speaker_the_first_one_reads(engine: CoquiEngine, tiny: Path) -> None:
    assert np.array_equal(said(engine, str(tiny)).samples, said(engine, f"{tiny}#anna").samples)


def test_an_unknown_speaker_is_refused_with_those_there_are(
    engine: CoquiEngine, tiny: Path
) -> None:
    with pytest.raises(SpeakError, match="carl") as caught:
        engine.plan(TEXT, f"{tiny}#carl", "en", Delivery())
    assert "anna" in caught.value.hint


def test_a_recording_is_refused_by_a_model_that_would_ignore_it(
    engine: CoquiEngine, tiny: Path, tmp_path: Path
) -> None:
    recording = tmp_path / "me.wav"
    recording.write_bytes(b"RIFF")
    with pytest.raises(SpeakError, match="recording"):
        engine.plan(TEXT, f"{tiny}#{recording}", "en", Delivery())


@pytest.mark.parametrize("text", ["", "  ", "…", "[pause 1]"])
def test_a_line_without_words_is_refused(engine: CoquiEngine, tiny: Path, text: str) -> None:
    with pytest.raises(SpeakError):
        engine.plan(text, str(tiny), "en", Delivery())


def test_a_text_without_a_letter_the_model_knows_is_said_plainly(
    engine: CoquiEngine, tiny: Path
) -> None:
    with pytest.raises(SpeakError, match="can't read"):
        said(engine, str(tiny), "北京")


def test_xtts_by_name_is_not_fetched_before_its_licence_is_agreed_to(
    engine: CoquiEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COQUI_TOS_AGREED", raising=False)
    with pytest.raises(SpeakError, match="CPML"):
        engine.plan(TEXT, "tts_models/multilingual/multi-dataset/xtts_v2", "en", Delivery())


def test_coqui_s_own_question_about_xtts_comes_through_on_a_terminal(
    engine: CoquiEngine, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The answer is the user's: no, and nothing is fetched. Standard output stays clean."""
    monkeypatch.delenv("COQUI_TOS_AGREED", raising=False)
    monkeypatch.setenv("TTS_HOME", str(engine._voice_folder))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    asked: list[str] = []
    monkeypatch.setattr("builtins.input", lambda prompt="": asked.append(prompt) or "n")
    with pytest.raises(SpeakError, match="agree to the terms"):
        engine.plan(TEXT, "tts_models/multilingual/multi-dataset/xtts_v2", "en", Delivery())
    out, err = capfd.readouterr()
    assert len(asked) == 1
    assert out == ""
    assert "non-commercial CPML" in err


def test_a_device_that_is_not_there_is_said_plainly(tiny: Path, tmp_path: Path) -> None:
    engine = CoquiEngine(EngineSetup(tmp_path, {"device": "cuda:7"}))
    with pytest.raises(SpeakError, match="can't be had"):
        engine.plan(TEXT, str(tiny), "en", Delivery())


def test_a_name_that_coqui_does_not_have_is_answered_with_near_ones(engine: CoquiEngine) -> None:
    with pytest.raises(SpeakError, match="no model") as caught:
        engine.plan(TEXT, "tts_models/en/vctk/vit", "en", Delivery())
    assert "tts_models/en/vctk/vits" in caught.value.hint


def test_a_damaged_model_is_named(engine: CoquiEngine, tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_bytes((tiny / "config.json").read_bytes())
    (tmp_path / "model.pth").write_bytes(b"no weights")
    with pytest.raises(SpeakError, match=re.escape(str(tmp_path))):
        engine.plan(TEXT, str(tmp_path), "en", Delivery())


def test_the_sampling_is_the_settings(tiny: Path, tmp_path: Path) -> None:
    quiet = CoquiEngine(EngineSetup(tmp_path, {"noise_scale": 0.0}))
    loud = CoquiEngine(EngineSetup(tmp_path, {"noise_scale": 1.0}))
    plans = [engine.plan(TEXT, str(tiny), "en", Delivery()) for engine in (quiet, loud)]
    assert plans[0].fingerprint != plans[1].fingerprint


@pytest.mark.slow
def test_a_real_voice_is_understood(engine: CoquiEngine, joe: Path) -> None:
    from tests.speak.hearing import misheard

    plan = engine.plan(TEXT, str(joe), "en", Delivery())
    clip = engine.render(plan)
    assert inspect(clip, plan) is None
    assert misheard(clip, TEXT) <= 0.12


@pytest.mark.slow
def test_pitch_is_shifted_and_the_words_stay(engine: CoquiEngine, joe: Path) -> None:
    from tests.speak.hearing import median_pitch, misheard

    plain, raised = (said(engine, str(joe), pitch=pitch) for pitch in (0.0, 2.0))
    moved = 12 * np.log2(median_pitch(raised) / median_pitch(plain))
    assert moved == pytest.approx(2.0, abs=0.5)
    assert misheard(raised, TEXT) <= 0.12
