"""Measuring what is wrong with a file: each fault is put into one and has to be found."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.loudness import meter, summaries
from podcaster.master.measure import Measured, measure

RATE = 48_000


def tone(seconds: float, level: float) -> np.ndarray:
    at = np.arange(round(seconds * RATE)) / RATE
    return (level * np.sin(2 * np.pi * 997 * at)).astype(np.float32)


@pytest.fixture
def measured(ffmpeg: FFmpeg, tmp_path: Path):
    def take(samples: np.ndarray, hosts=None) -> Measured:
        path = tmp_path / "sound.wav"
        soundfile.write(path, samples, RATE, subtype="FLOAT")
        channels = 1 if samples.ndim == 1 else samples.shape[1]
        return measure(ffmpeg, path, RATE, channels, hosts or {})

    return take


def test_the_reference_tone_of_ebu_tech_3341_reads_as_it_should(measured):
    """A 997 Hz sine at -23 dBFS in both channels is -23 LUFS."""
    one = tone(20, 10 ** (-23 / 20))
    heard = measured(np.stack([one, one], axis=1))
    assert heard.loudness.integrated_lufs == pytest.approx(-23.0, abs=0.1)
    assert heard.loudness.true_peak_db == pytest.approx(-23.0, abs=0.2)
    assert heard.seconds == 20


def test_silences_over_two_seconds_are_found_and_shorter_ones_not(measured):
    sound = np.concatenate(
        [tone(3, 0.1), np.zeros(round(2.5 * RATE)), tone(3, 0.1), np.zeros(RATE), tone(1, 0.1)]
    )
    (silence,) = measured(sound.astype(np.float32)).soundness.silences
    assert silence.start == pytest.approx(3.0, abs=0.05)
    assert silence.seconds == pytest.approx(2.5, abs=0.05)


def test_clipped_samples_are_counted_across_the_pieces_that_they_come_in(measured):
    sound = tone(20, 0.5)
    sound[100:105] = 1.0
    sound[300_000:500_000] = -1.0
    sound[700_000:700_002] = 1.0
    assert measured(sound).soundness.clipped == 200_005


def test_an_offset_is_found(measured):
    assert measured(tone(5, 0.1) + np.float32(0.05)).soundness.dc_offset == pytest.approx(
        0.05, abs=1e-4
    )


def test_each_host_is_measured_where_he_or_she_speaks(measured):
    sound = np.concatenate([tone(4, 0.2), tone(4, 0.1), tone(4, 0.2), tone(4, 0.1)])
    hosts = {"Ava": ((0.0, 4.0), (8.0, 12.0)), "Noé": ((4.0, 8.0), (12.0, 16.0))}
    lufs = measured(sound, hosts).soundness.host_lufs
    assert lufs["Ava"] - lufs["Noé"] == pytest.approx(6.02, abs=0.2)


def test_a_long_shows_hundreds_of_lines_are_measured(measured):
    """ffmpeg refuses expressions that are nested too deeply."""
    sound = tone(120, 0.1)
    spans = tuple((at * 0.2, at * 0.2 + 0.15) for at in range(600))
    heard = measured(sound, {"Ava": spans[::2], "Noé": spans[1::2]})
    assert heard.soundness.host_lufs["Ava"] == pytest.approx(
        heard.loudness.integrated_lufs, abs=0.1
    )


def test_the_meter_hears_raw_samples_in_any_pieces(ffmpeg: FFmpeg):
    raw = tone(5, 10 ** (-20 / 20)).tobytes()
    pieces = [raw[first : first + 10_007] for first in range(0, len(raw), 10_007)]
    assert meter(ffmpeg, pieces, "hear it") == pytest.approx(-23.0, abs=0.1)


SUMMARY = """[Parsed_ebur128_{filter} @ 0x55] Summary:

  Integrated loudness:
    I:         {lufs} LUFS
    Threshold: -26.1 LUFS

  Loudness range:
    LRA:         1.6 LU
    Threshold: -36.1 LUFS

  True peak:
    Peak:       {peak} dBFS
"""


def test_a_graph_that_ffmpeg_sets_up_twice_is_read_once():
    """As ffmpeg 5.1 does with an MP3: the graph it throws away says that nothing was heard."""
    said = "".join(
        SUMMARY.format(filter=filter, lufs=lufs, peak=peak)
        for filter, lufs, peak in (
            (4, "-70.0", "-inf"),
            (1, "-70.0", "-inf"),
            (4, "-15.8", "-1.9"),
            (1, "-16.3", "-1.6"),
        )
    )
    assert [loudness.integrated_lufs for loudness in summaries(said)] == [-16.3, -15.8]
