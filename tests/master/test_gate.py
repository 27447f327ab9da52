"""What comes through the gate, by what a meter that speaks in tenths says of it."""

import pytest

from podcaster.master.gate import ALLOWED, Settings, first_settings, within
from podcaster.master.measure import Measured
from podcaster.models import Loudness, Soundness
from podcaster.show import Sound

ROUNDING = 0.1


def heard(lufs: float = -16.0, peak: float = -1.5, hosts: tuple[float, float] = (-16, -16)):
    return Measured(
        60.0,
        Loudness(integrated_lufs=lufs, true_peak_db=peak, range_lu=3.0),
        Soundness(host_lufs={"Ava": hosts[0], "Noah": hosts[1]}),
    )


@pytest.mark.parametrize(
    ("measured", "passes"),
    [
        (heard(), True),
        (heard(lufs=-16.2), True),
        (heard(lufs=-15.7), False),  # -15.65 is said so, too
        (heard(peak=-1.1), True),
        (heard(peak=-1.0), False),  # so is -0.95
        (heard(hosts=(-15.8, -16.2)), True),
        (heard(hosts=(-15.7, -16.2)), False),
    ],
)
def test_a_figure_passes_only_if_it_does_however_it_was_rounded(measured: Measured, passes: bool):
    assert within(measured, Sound(), ALLOWED) == passes


def test_a_peak_that_may_be_too_high_is_turned_down_for_the_next_round():
    first = first_settings(Sound())
    following: Settings = first.corrected(heard(peak=-1.0), Sound())
    assert following.levels.ceiling_db < first.levels.ceiling_db - ROUNDING
    assert first.corrected(heard(peak=-1.1), Sound()).levels == first.levels
