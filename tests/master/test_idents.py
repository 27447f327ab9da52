"""A show's own music: checked before anything is built on it, then laid like ours."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from podcaster.errors import MasterError
from podcaster.master.idents import ident_lengths, make_ident
from podcaster.master.session import SESSION_RATE
from podcaster.show import Sound


def own(path: Path, seconds: float, rate: int = 44_100, channels: int = 1) -> Path:
    at = np.arange(round(seconds * rate)) / rate
    tone = 0.3 * np.sin(2 * np.pi * 330 * at)
    soundfile.write(path, np.repeat(tone[:, None], channels, axis=1), rate)
    return path


@pytest.mark.parametrize("name", ["intro.wav", "intro.flac", "intro.mp3", "intro.ogg"])
def test_a_file_of_the_shows_own_holds_the_floor_for_its_whole_length(tmp_path: Path, name: str):
    sound = Sound(intro=own(tmp_path / name, 2.5))
    assert ident_lengths(sound).opening == pytest.approx(2.5, abs=0.06)
    piece = make_ident(sound, "opening")
    assert piece.samples.shape[1] == 2
    assert len(piece.samples) / SESSION_RATE == pytest.approx(
        ident_lengths(sound).opening, abs=0.01
    )


def test_its_ends_are_faded_so_that_a_hard_cut_does_not_click(tmp_path: Path):
    path = tmp_path / "cut.wav"
    soundfile.write(path, np.full((44_100, 2), 0.5), 44_100)
    piece = make_ident(Sound(between=path), "between")
    assert np.abs(piece.samples[0]).max() < 1e-3
    assert np.abs(piece.samples[-1]).max() < 1e-3


def test_own_files_are_used_even_where_the_project_makes_no_music(tmp_path: Path):
    lengths = ident_lengths(Sound(music="none", outro=own(tmp_path / "outro.wav", 3)))
    assert (lengths.opening, lengths.between) == (0, 0)
    assert lengths.closing == pytest.approx(3, abs=0.01)


@pytest.mark.parametrize(
    ("place", "seconds", "limits"),
    [("intro", 0.2, "0.5 to 60"), ("between", 11, "0.3 to 10"), ("outro", 121, "0.5 to 120")],
)
def test_a_file_of_the_wrong_length_is_refused_with_the_limits(
    tmp_path: Path, place: str, seconds: float, limits: str
):
    sound = Sound.model_validate({place: own(tmp_path / "x.wav", seconds, rate=8000)})
    with pytest.raises(MasterError, match=r"lasts \d+\.\d seconds") as caught:
        ident_lengths(sound)
    assert limits in caught.value.hint


def test_what_is_no_sound_is_refused_with_the_formats(tmp_path: Path):
    text = tmp_path / "intro.mp3"
    text.write_text("not music")
    with pytest.raises(MasterError, match="can't be read") as caught:
        ident_lengths(Sound(intro=text))
    assert "WAV" in caught.value.hint


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(MasterError, match=r"isn't there: .*gone\.wav"):
        ident_lengths(Sound(outro=tmp_path / "gone.wav"))
