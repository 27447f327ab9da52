"""Sound that can't be right is caught without a recogniser; sound that can be isn't."""

import numpy as np
import pytest

from podcaster.contracts import Clip, Plan
from podcaster.models import Delivery, Word
from podcaster.speak.guard import UNKNOWN_PACE, Fault, Pace, inspect

RATE = 16_000
TEXT = "one two three four"
EACH = 0.4


def speech(seconds: float = EACH * 4, level: float = 0.1) -> np.ndarray:
    """A hum that ends as speech does, some milliseconds before the sound is over."""
    times = np.arange(round(seconds * RATE)) / RATE
    hum = level * np.sin(2 * np.pi * 150 * times)
    hum[times > seconds - 0.06] *= 0.02 if seconds > 0.1 else 1
    return hum.astype(np.float32)


def words(count: int = 4) -> tuple[Word, ...]:
    return tuple(
        Word(word=word, start=EACH * at, end=EACH * (at + 1))
        for at, word in enumerate(TEXT.split()[:count])
    )


def planned(seconds: float = EACH * 4, exact: bool = True, text: str = TEXT) -> Plan:
    own = words() if exact else ()
    return Plan(text, "v", "en", Delivery(), seconds, own, exact, "key")


def seen(samples: np.ndarray, plan: Plan, pace: Pace = UNKNOWN_PACE) -> Fault | None:
    own = plan.words if plan.exact else words()
    return inspect(Clip(samples.astype(np.float32), RATE, own), plan, pace)


@pytest.mark.parametrize("exact", [True, False])
def test_speech_that_lasts_as_planned_passes(exact: bool) -> None:
    assert seen(speech(), planned(exact=exact)) is None


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda s: s * np.nan, "no sound"),
        (lambda s: np.where(np.arange(len(s)) == 99, np.inf, s), "no sound"),
        (lambda s: s[:0], "0.00 s"),
        (lambda s: s[:800], "0.05 s"),
        (lambda s: s * 0, "silent"),
        (lambda s: s * 1e-3, "silent"),
        (lambda s: np.where(np.arange(len(s)) < len(s) // 5, s, 0), "silent"),
    ],
)
def test_what_no_listener_could_follow_is_not_usable(spoil, reason: str, exact: bool) -> None:
    fault = seen(spoil(speech()), planned(exact=exact))
    assert fault is not None
    assert reason in fault.reason
    assert not fault.usable


@pytest.mark.parametrize("exact", [True, False])
def test_clipping_is_told_and_loud_speech_is_not(exact: bool) -> None:
    fault = seen(np.clip(speech(level=3.0), -1, 1), planned(exact=exact))
    assert fault == Fault("is clipped")
    assert seen(speech(level=0.97), planned(exact=exact)) is None


@pytest.mark.parametrize(
    ("factor", "usable"), [(0.5, False), (0.97, True), (1.04, True), (3, False)]
)
def test_an_exact_plan_is_met_to_a_frame(factor: float, usable: bool) -> None:
    fault = seen(speech(EACH * 4 * factor), planned())
    assert fault is not None
    assert "planned" in fault.reason
    assert fault.usable == usable


def test_a_few_milliseconds_off_an_exact_plan_are_nothing() -> None:
    assert seen(speech(EACH * 4 + 0.02), planned()) is None


@pytest.mark.parametrize("seconds", [4.0, 8.0, 15.0])
def test_an_estimate_may_be_off_until_the_voice_is_known(seconds: float) -> None:
    assert seen(speech(seconds), planned(8.0, exact=False)) is None


@pytest.mark.parametrize("seconds", [1.0, 30.0])
def test_a_line_cut_short_or_running_away_is_caught_at_once(seconds: float) -> None:
    fault = seen(speech(seconds), planned(8.0, exact=False))
    assert fault is not None
    assert not fault.usable


def test_a_slow_voice_is_measured_by_its_own_pace() -> None:
    pace = UNKNOWN_PACE
    plan = planned(4.0, exact=False)
    for _ in range(3):
        pace = pace.after(Clip(speech(8.0), RATE, ()), plan)
    assert seen(speech(8.0), plan, pace) is None
    assert seen(speech(8.0), plan, Pace((1.0, 1.0, 1.0))) is not None
    cut = seen(speech(3.0), plan, pace)
    assert cut is not None
    assert "8.00 s were planned" in cut.reason


def test_an_exact_plan_teaches_nothing_about_pace() -> None:
    assert UNKNOWN_PACE.after(Clip(speech(), RATE, ()), planned()) == UNKNOWN_PACE


@pytest.mark.parametrize(("seconds", "broken"), [(1.0, True), (1.6, False)])
def test_a_line_that_stops_inside_a_word_is_caught_where_nothing_is_exact(
    seconds: float, broken: bool
) -> None:
    fault = seen(speech()[: round(seconds * RATE)], planned(exact=False))
    assert fault == (Fault("breaks off") if broken else None)


def test_noise_after_the_last_word_is_caught() -> None:
    early = Plan(TEXT, "v", "en", Delivery(), EACH * 4, words(3), True, "key")
    assert seen(speech(), early) == Fault("has noise after its last word")
    quiet = np.concatenate([speech(EACH * 3), np.zeros(round(EACH * RATE))])
    assert seen(quiet, early) is None


def test_a_stray_sound_after_a_silence_is_caught_where_word_times_are_guessed() -> None:
    silence = np.zeros(round(0.5 * RATE))
    clicked = np.concatenate([speech(), silence, speech(0.03)])
    assert seen(clicked, planned(exact=False)) == Fault("has noise after its last word")


def test_a_last_word_after_a_pause_is_not_noise() -> None:
    said = np.concatenate([speech(), np.zeros(round(0.5 * RATE)), speech(0.2)])
    assert seen(said, planned(exact=False)) is None


def test_pauses_are_not_held_against_a_line() -> None:
    """Silence counts inside words only."""
    spaced = Plan(
        "one two",
        "v",
        "en",
        Delivery(),
        4.0,
        (Word(word="one", start=0.0, end=0.3), Word(word="two", start=3.7, end=4.0)),
        True,
        "key",
    )
    sound = np.concatenate([speech(0.3), np.zeros(round(3.4 * RATE)), speech(0.3)])
    assert seen(sound, spaced) is None


def test_the_worst_fault_is_told_first() -> None:
    fault = seen(np.clip(speech(EACH * 12, level=3.0), -1, 1), planned())
    assert fault is not None
    assert not fault.usable
