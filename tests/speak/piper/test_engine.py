"""The piper engine on a tiny voice made here, which takes the same way as a real one."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcaster.contracts import Clip, EngineSetup, Plan
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Delivery, Emphasis
from podcaster.speak.guard import inspect
from podcaster.speak.piper.engine import PiperEngine
from tests.speak.piper.tiny import HOP, SAMPLE_RATE, tiny_voice

TEXT = "The ferry left at nine, and came back at noon."
FRAME = HOP / SAMPLE_RATE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("voices")
    tiny_voice(folder)
    tiny_voice(folder, "pair", speakers=("anna", "ben"))
    return folder


@pytest.fixture(scope="module")
def engine(folder: Path) -> PiperEngine:
    return PiperEngine(EngineSetup(folder, {"folder": str(folder), "threads": 1}))


def planned(engine: PiperEngine, text: str = TEXT, voice: str = "tiny", **numbers: object) -> Plan:
    return engine.plan(text, voice, "en", Delivery.model_validate(numbers))


def said(engine: PiperEngine, text: str = TEXT, voice: str = "tiny", **numbers: object) -> Clip:
    return engine.render(planned(engine, text, voice, **numbers))


def times(plan: Plan, word: str) -> tuple[float, float]:
    found = next(timed for timed in plan.words if timed.word == word)
    return found.start, found.end


@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(st.sampled_from(["storm", "Nine,", "of", "2026", "it's", "—", "[pause 0.3]"])),
    rate=st.floats(0.5, 2.0),
    pauses=st.floats(0.3, 3.0),
)
def test_a_clip_lasts_as_planned_and_its_words_lie_in_order(
    engine: PiperEngine, words: list[str], rate: float, pauses: float
) -> None:
    text = " ".join(["Today", *words])
    plan = planned(engine, text, rate=rate, pauses=pauses)
    clip = engine.render(plan)
    assert clip.seconds == pytest.approx(plan.seconds, abs=1e-9)
    spoken = [word for word in text.replace("[pause 0.3]", "").split() if word != "—"]
    assert [timed.word for timed in clip.words] == spoken
    edges = [edge for timed in clip.words for edge in (timed.start, timed.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= clip.seconds + 1e-3
    assert inspect(clip, plan) is None


@pytest.mark.parametrize("rate", [0.7, 0.9, 1.1, 1.4])
def test_rate_is_met(engine: PiperEngine, rate: float) -> None:
    long = " ".join([TEXT] * 4)
    first, last = planned(engine, long), planned(engine, long, rate=rate)
    spoken = [plan.words[10].end - plan.words[0].start for plan in (first, last)]
    assert spoken[0] / spoken[1] == pytest.approx(rate, rel=0.03)


def test_length_scale_is_how_slow_a_voice_is_at_rest(engine: PiperEngine, folder: Path) -> None:
    slow = PiperEngine(EngineSetup(folder, {"folder": str(folder), "length_scale": 2.0}))
    assert planned(slow).seconds > 1.4 * planned(engine).seconds


def test_energy_is_met_by_gain(engine: PiperEngine) -> None:
    plain, loud = (np.sqrt(np.mean(said(engine, energy=e).samples ** 2)) for e in (0.0, 6.0))
    assert 20 * np.log10(loud / plain) == pytest.approx(6.0, abs=0.2)


def test_emphasis_makes_a_word_longer_and_louder(engine: PiperEngine) -> None:
    ferry = (Emphasis(first=1, last=1, strength=1.0),)
    plain, stressed = planned(engine), planned(engine, emphasis=ferry)
    lengths = [end - start for start, end in (times(p, "ferry") for p in (plain, stressed))]
    assert lengths[1] > lengths[0]
    levels = []
    for plan in (plain, stressed):
        start, end = (round(edge * SAMPLE_RATE) for edge in times(plan, "ferry"))
        samples = engine.render(plan).samples
        levels.append(np.sqrt(np.mean(samples[start:end] ** 2)) / np.abs(samples).mean())
    assert levels[1] > levels[0]


def test_pauses_lengthen_at_marks_alone(engine: PiperEngine) -> None:
    plain, slow = planned(engine), planned(engine, pauses=3.0)
    at_comma = [times(p, "and")[0] - times(p, "nine,")[1] for p in (plain, slow)]
    elsewhere = [times(p, "ferry")[0] - times(p, "The")[1] for p in (plain, slow)]
    assert at_comma[1] > at_comma[0]
    assert elsewhere[0] == pytest.approx(elsewhere[1], abs=FRAME)


def test_a_marked_pause_is_silent_and_as_long_as_it_says(engine: PiperEngine) -> None:
    plan = planned(engine, "One moment [pause 0.8] please")
    gap = times(plan, "please")[0] - times(plan, "moment")[1]
    assert 0.8 <= gap < 1.0
    clip = engine.render(plan)
    middle = round((times(plan, "please")[0] - 0.4) * SAMPLE_RATE)
    assert not clip.samples[middle - 4000 : middle + 4000].any()


def test_pauses_at_the_ends_of_a_line_are_kept(engine: PiperEngine) -> None:
    plain = planned(engine, "Noon.")
    opened, closed = (planned(engine, text) for text in ("[pause 1] Noon.", "Noon. [pause 1]"))
    assert opened.seconds == pytest.approx(plain.seconds + 1, abs=1e-3)
    assert closed.seconds == pytest.approx(plain.seconds + 1, abs=1e-3)
    assert opened.words[0].start == pytest.approx(plain.words[0].start + 1, abs=1e-3)


def test_a_long_line_keeps_every_word(engine: PiperEngine) -> None:
    text = ("Seven boats, eleven crews and a brass band crossed the bay " * 40).strip()
    assert [timed.word for timed in planned(engine, text).words] == text.split()


def test_the_same_line_sounds_the_same_in_another_process(
    engine: PiperEngine, folder: Path
) -> None:
    other = PiperEngine(EngineSetup(folder, {"folder": str(folder), "threads": 1}))
    said(other, "Something else first.")
    assert np.array_equal(said(engine).samples, said(other).samples)
    assert planned(engine).fingerprint == planned(other).fingerprint


def test_speakers_go_by_name_or_number_and_differ(engine: PiperEngine) -> None:
    by_name, by_number = (said(engine, voice=f"pair#{key}") for key in ("ben", "1"))
    first = said(engine, voice="pair")
    assert np.array_equal(by_name.samples, by_number.samples)
    assert not np.array_equal(by_name.samples, first.samples)


def test_voices_lists_each_speaker(engine: PiperEngine) -> None:
    assert {voice.name for voice in engine.voices()} == {"tiny", "pair#anna", "pair#ben"}
    assert set(engine.default_voices("en-gb")) == {"tiny", "pair#anna", "pair#ben"}
    assert engine.default_voices("fr") == []


def test_named_voices_come_first(folder: Path) -> None:
    options = {"folder": str(folder), "voices": ["pair#ben", str(folder / "tiny.onnx")]}
    engine = PiperEngine(EngineSetup(folder, options))
    assert engine.default_voices("en")[:2] == ["pair#ben", str(folder / "tiny.onnx")]


def test_a_voice_may_be_given_by_its_path(engine: PiperEngine, folder: Path) -> None:
    by_path = said(engine, voice=str(folder / "tiny.onnx"))
    assert np.array_equal(by_path.samples, said(engine).samples)


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        ("nobody", "nobody"),
        ("/nowhere/at/all.onnx", "/nowhere/at/all.onnx"),
        ("tiny#anna", "only one speaker"),
        ("pair#carl", "no speaker 'carl'"),
        ("pair#2", "no speaker '2'"),
    ],
)
def test_a_voice_that_is_not_there_is_refused(engine: PiperEngine, voice: str, told: str) -> None:
    with pytest.raises(SpeakError, match=told):
        planned(engine, voice=voice)


def test_another_language_than_the_voice_s_own_is_refused(engine: PiperEngine) -> None:
    with pytest.raises(SpeakError, match="en-us"):
        engine.plan("Bonjour", "tiny", "fr", Delivery())


@pytest.mark.parametrize("text", ["", "  ", "…", "[pause 1]"])
def test_a_line_without_words_is_refused(engine: PiperEngine, text: str) -> None:
    with pytest.raises(SpeakError):
        planned(engine, text)


def test_what_cannot_be_honoured_is_listed(engine: PiperEngine) -> None:
    plan = planned(engine, range=1.4, ending="rising", energy=2)
    assert plan.not_honoured == ("range", "ending")


@pytest.mark.parametrize("content", [b"", b"no model", b"\x08\x07"])
def test_a_damaged_model_is_named(tmp_path: Path, content: bytes) -> None:
    path = tiny_voice(tmp_path)
    path.write_bytes(content)
    with pytest.raises(SpeakError, match=r"tiny\.onnx"):
        planned(PiperEngine(EngineSetup(tmp_path)), voice=str(path))


@pytest.mark.parametrize("drop", ["audio", "espeak", "phoneme_id_map"])
def test_a_description_that_lacks_something_says_what(tmp_path: Path, drop: str) -> None:
    path = tiny_voice(tmp_path)
    beside = path.with_name("tiny.onnx.json")
    table = json.loads(beside.read_text(encoding="utf-8"))
    del table[drop]
    beside.write_text(json.dumps(table), encoding="utf-8")
    with pytest.raises(SpeakError, match=drop):
        planned(PiperEngine(EngineSetup(tmp_path)), voice=str(path))


def test_a_voice_that_reads_letters_is_given_letters(tmp_path: Path) -> None:
    path = tiny_voice(tmp_path)
    beside = path.with_name("tiny.onnx.json")
    table = json.loads(beside.read_text(encoding="utf-8"))
    beside.write_text(json.dumps({**table, "phoneme_type": "text"}), encoding="utf-8")
    plan = planned(PiperEngine(EngineSetup(tmp_path)), "A cab [pause 0.2] in 2 bays", str(path))
    assert [timed.word for timed in plan.words] == ["A", "cab", "in", "2", "bays"]


def test_an_unknown_setting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"engine\.piper\.nose_scale"):
        PiperEngine(EngineSetup(tmp_path, {"nose_scale": 1}))


def test_paths_begin_where_podcaster_toml_lies(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """cron starts podcaster somewhere else."""
    monkeypatch.chdir(tmp_path)
    by_path = PiperEngine(EngineSetup(tmp_path, {"voices": ["tiny.onnx"]}, folder))
    assert planned(by_path, voice="tiny.onnx").seconds > 0
    assert [voice.name for voice in by_path.voices()] == ["tiny.onnx"]
    by_name = PiperEngine(EngineSetup(tmp_path, {"folder": folder.name}, folder.parent))
    assert planned(by_name, voice="tiny").seconds > 0


def test_a_path_on_the_command_line_is_found_from_where_one_is(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    engine = PiperEngine(EngineSetup(tmp_path, {}, tmp_path))
    assert planned(engine, voice="tiny.onnx").seconds > 0


def test_the_licence_is_what_the_card_beside_the_voice_says(tmp_path: Path) -> None:
    voice = tiny_voice(tmp_path)
    tiny_voice(tmp_path, "other")
    tiny_voice(tmp_path, "bare")
    (tmp_path / "tiny.MODEL_CARD").write_text("# Card\n\n* URL: none\n* License: CC0 \n")
    (tmp_path / "other.MODEL_CARD").write_text("# Card\n")
    engine = PiperEngine(EngineSetup(tmp_path, {"folder": str(tmp_path)}))
    licences = {voice.name: voice.licence for voice in engine.voices()}
    assert licences == {"tiny": "CC0", "other": "see its MODEL_CARD", "bare": "see its author"}
    assert engine.describe(str(voice)).licence == "CC0"
