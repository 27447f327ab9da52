"""Nothing that goes out is silent for more than two seconds."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from podcaster.errors import MasterError
from podcaster.master.silences import closed_up
from podcaster.models import Delivery, Recording, Silence
from podcaster.timeline import Ident, Timeline
from tests.master.conftest import RATES, Day, speechlike


def test_a_pause_that_a_script_asks_for_is_cut_to_what_may_be_silent(day: Day, tmp_path: Path):
    lines = list(day.script.lines)
    lines[5] = lines[5].model_copy(update={"delivery": Delivery(pause_after=4.5)})
    script = day.script.model_copy(update={"lines": tuple(lines)})
    made = Day(day.edition, script, day.recording, day.cover).master(tmp_path, music="none")
    assert made.soundness.silences == ()
    pause = made.starts[6] - made.starts[5] - day.recording.takes[5].seconds
    assert pause == pytest.approx(1.5, abs=0.15)
    assert made.seconds == pytest.approx(made.starts[-1] + 1.2 + 0.4, abs=0.1)
    assert made.notes[0].startswith("Silence over 2 seconds was shortened: 4.")


def test_a_silence_in_the_midst_of_a_line_fails_and_names_it(day: Day, tmp_path: Path):
    rate = RATES["Ava"]
    words = speechlike(1.0, rate, 1, 0.5)
    sound = np.concatenate([words, np.zeros(3 * rate, np.float32), words])
    path = tmp_path / "halting.flac"
    soundfile.write(path, sound, rate)
    takes = list(day.recording.takes)
    takes[3] = takes[3].model_copy(update={"path": path, "seconds": len(sound) / rate})
    hurt = Day(day.edition, day.script, Recording(takes=tuple(takes)), day.cover)
    with pytest.raises(MasterError, match=r"silent for 3\.0 seconds at .* in the midst of line l3"):
        hurt.master(tmp_path / "out", music="none")
    assert list((tmp_path / "out").iterdir()) == []


def test_what_follows_a_silence_moves_and_what_stands_before_it_stays(day: Day):
    takes = day.recording.takes[:3]
    timeline = Timeline((1.0, 3.0, 10.0), (Ident("opening", 0.0), Ident("closing", 12.0)), 20.0)
    silences = [Silence(start=4.5, seconds=5.5), Silence(start=16.0, seconds=4.0)]
    closer = closed_up(timeline, Recording(takes=takes), silences)
    assert closer.starts == (1.0, 3.0, 6.0)
    assert closer.idents == (Ident("opening", 0.0), Ident("closing", 8.0))
    assert closer.seconds == 13.5


def test_music_that_stands_off_centre_is_brought_back(day: Day, tmp_path: Path):
    at = np.arange(4 * 48_000) / 48_000
    intro = (0.3 + 0.2 * np.sin(2 * np.pi * 330 * at)).astype(np.float32)
    soundfile.write(tmp_path / "intro.wav", intro, 48_000)
    made = day.master(tmp_path / "out", intro=tmp_path / "intro.wav")
    assert abs(made.soundness.dc_offset) < 0.002
