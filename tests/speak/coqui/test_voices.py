"""What a Coqui voice's name means, and the terms that are asked about; needs no Coqui."""

import json
from pathlib import Path

import pytest

from podcaster.contracts import EngineSetup
from podcaster.errors import SpeakError, UsageError
from podcaster.speak.coqui.engine import CoquiEngine
from podcaster.speak.coqui.settings import Settings
from podcaster.speak.coqui.voices import Address, check_licence, find_files, language_of, parse

NONE_SET = Settings()


def model_in(folder: Path, **config: object) -> Path:
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps({"model": "vits", **config}))
    return folder


def test_a_name_carries_its_speaker_after_a_hash() -> None:
    address = parse("tts_models/en/vctk/vits#p225", NONE_SET)
    assert (address.model, address.speaker) == ("tts_models/en/vctk/vits", "p225")
    assert address.folder is None


def test_a_path_may_name_a_folder_or_its_checkpoint() -> None:
    assert parse("/models/mine#ben", NONE_SET).folder == Path("/models/mine")
    assert parse("/models/mine/best.pth", NONE_SET).folder == Path("/models/mine")


def test_a_recording_is_a_speaker_by_its_path_or_by_its_name(tmp_path: Path) -> None:
    recording = tmp_path / "me.wav"
    recording.write_bytes(b"RIFF")
    by_path = parse(f"tts_models/multilingual/multi-dataset/xtts_v2#{recording}", NONE_SET)
    by_name = parse("some/model#me", Settings(recordings={"me": recording}))
    assert by_path.recording == by_name.recording == recording


def test_a_recording_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SpeakError, match=r"gone\.wav"):
        parse(f"xtts#{tmp_path}/gone.wav", NONE_SET)


def test_a_folder_without_a_configuration_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(SpeakError, match=r"config\.json"):
        find_files(Address(str(tmp_path)))


def test_a_folder_without_weights_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(SpeakError, match=r"\.pth"):
        find_files(Address(str(model_in(tmp_path / "empty"))))


def test_a_checkpoint_under_another_name_is_found(tmp_path: Path) -> None:
    folder = model_in(tmp_path / "trained")
    (folder / "checkpoint_10000.pth").touch()
    (folder / "speakers.pth").touch()
    files = find_files(Address(str(folder)))
    assert files is not None
    assert files.weights.name == "checkpoint_10000.pth"


def test_xtts_by_path_is_refused_until_its_licence_is_agreed_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COQUI_TOS_AGREED", raising=False)
    address = Address(str(model_in(tmp_path / "xtts", model="xtts")))
    files = find_files(address)
    with pytest.raises(SpeakError, match="CPML") as caught:
        check_licence(address, files, NONE_SET)
    assert "cpml_agreed" in caught.value.hint
    with pytest.raises(SpeakError, match="CPML"):
        check_licence(address, files, NONE_SET, may_ask=True)
    check_licence(address, files, Settings(cpml_agreed=True))
    monkeypatch.setenv("COQUI_TOS_AGREED", "1")
    check_licence(address, files, NONE_SET)


def test_an_agreement_given_to_coqui_itself_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COQUI_TOS_AGREED", raising=False)
    address = Address(str(model_in(tmp_path / "xtts", model="xtts")))
    (tmp_path / "xtts" / "tos_agreed.txt").touch()
    check_licence(address, find_files(address), NONE_SET)


def test_other_models_ask_for_nothing(tmp_path: Path) -> None:
    address = Address(str(model_in(tmp_path / "vits")))
    (tmp_path / "vits" / "model.pth").touch()
    check_licence(address, find_files(address), NONE_SET)


@pytest.mark.parametrize(
    ("model", "language"),
    [
        ("tts_models/fr/css10/vits", "fr"),
        ("tts_models/multilingual/multi-dataset/xtts_v2", ""),
        ("/nowhere/at/all", ""),
    ],
)
def test_the_language_is_read_from_the_name(model: str, language: str) -> None:
    assert language_of(Address(model)) == language


def test_a_model_by_path_says_its_language_in_its_configuration(tmp_path: Path) -> None:
    folder = model_in(tmp_path / "de", phoneme_language="de")
    assert language_of(Address(str(folder))) == "de"


def test_default_voices_are_free_to_publish_with(tmp_path: Path) -> None:
    engine = CoquiEngine(EngineSetup(tmp_path))
    first, second, *_ = engine.default_voices("en-us")
    assert first != second
    assert all("xtts" not in voice.name for voice in engine.voices())
    assert engine.default_voices("xx") == []


def test_an_unknown_setting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"engine\.coqui\.divice"):
        CoquiEngine(EngineSetup(tmp_path, {"divice": "cuda"}))


def test_paths_begin_where_podcaster_toml_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """cron starts podcaster somewhere else."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    model_in(tmp_path / "mine", phoneme_language="fr")
    (tmp_path / "me.wav").write_bytes(b"RIFF")
    assert parse("mine#ben", NONE_SET, tmp_path).folder == tmp_path / "mine"
    assert parse("mine#me.wav", NONE_SET, tmp_path).recording == tmp_path / "me.wav"
    assert parse("tts_models/en/vctk/vits", NONE_SET, tmp_path).folder is None
    engine = CoquiEngine(EngineSetup(tmp_path, {"voices": ["mine#ben"]}, tmp_path))
    assert [(voice.name, voice.language) for voice in engine.voices()] == [("mine#ben", "fr")]


def test_a_voice_by_its_path_has_its_licence_too(tmp_path: Path) -> None:
    engine = CoquiEngine(EngineSetup(tmp_path, {}, tmp_path))
    model_in(tmp_path / "mine")
    (tmp_path / "cloned").mkdir()
    (tmp_path / "cloned" / "config.json").write_text(json.dumps({"model": "xtts"}))
    assert engine.describe("cloned#me.wav").licence == "CPML"
    assert engine.describe("mine").licence == "see its author"
