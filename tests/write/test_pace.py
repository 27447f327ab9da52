"""A length that pauses can't settle is met by the hosts' pace, but not by padding."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.models import Line, Script
from podcaster.write.pace import paced
from tests.write.editions import show


def script() -> Script:
    told = show()
    line = Line(id="l1", host=told.hosts[0].name, text="Good morning.", role="open")
    return Script(
        show=told.name,
        language="en",
        date="2026-11-24",
        title="One",
        summary="One.",
        hosts=told.hosts,
        lines=(line,),
    )


def rates(told: Script) -> set[float | None]:
    return {host.delivery.rate for host in told.hosts}


@given(seconds=st.floats(200, 400))
def test_the_pace_brings_the_length_within_what_pauses_settle(seconds: float) -> None:
    def measure(lines: Sequence[Line]) -> float:
        return seconds

    (rate,) = rates(paced(script(), show(minutes=5), measure))
    left = abs(300 - seconds / (rate or 1.0))
    assert left <= abs(300 - seconds)
    assert 0.97 <= (rate or 1.0) <= 1.031
    if 289 < seconds < 311:
        assert left <= 3.2


@pytest.mark.parametrize("minutes", [5, None])
def test_what_is_far_too_short_or_has_no_length_keeps_its_pace(minutes: float | None) -> None:
    assert rates(paced(script(), show(minutes=minutes), lambda lines: 200.0)) == {None}
