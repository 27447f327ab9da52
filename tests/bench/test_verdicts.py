"""What the bench holds against tones and styles, on rows made for it."""

from dataclasses import replace

import pytest

from podcaster.bench.delivery import VOICES, asked_by, chosen
from podcaster.bench.verdicts import (
    DIRECTIONS,
    Asked,
    Measured,
    Shortfall,
    can_be_told_apart,
    shortfalls,
)
from podcaster.errors import UsageError
from podcaster.speak.delivery import load_presets

NEUTRAL = Measured(
    voice="kokoro:af_heart",
    kind="tone",
    name="neutral",
    asked=Asked(rate=1, pitch=0, energy=0),
    median_hz=200,
    semitones=0,
    span=8,
    rate=1,
    level_db=0,
    dnsmos=3.4,
    misheard=0,
    words=50,
)
EXCITED = replace(
    NEUTRAL,
    name="excited",
    asked=Asked(rate=1.13, pitch=2.7, energy=2),
    semitones=2.6,
    span=10,
    rate=1.12,
    level_db=2.1,
)


def _faults(*rows: Measured) -> set[tuple[str, tuple[str, ...]]]:
    return {(fall.kind, fall.presets) for fall in shortfalls(rows)}


def test_a_tone_that_does_what_it_should_has_no_fault() -> None:
    assert shortfalls([NEUTRAL, EXCITED]) == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"span": 7.9}, "direction"),
        ({"semitones": 2.1}, "missed"),
        ({"rate": 1.08}, "missed"),
        ({"level_db": 2.6}, "missed"),
        ({"dnsmos": 3.29}, "costs"),
        ({"misheard": 1}, "costs"),
    ],
)
def test_each_shortfall_is_named(change: dict[str, float], kind: str) -> None:
    row = replace(EXCITED, **change)  # type: ignore[arg-type]
    assert _faults(NEUTRAL, row) == {(kind, ("excited",))}


@pytest.mark.parametrize(
    ("change", "apart"),
    [
        ({"semitones": 1.1}, True),
        ({"semitones": -1.0}, False),
        ({"rate": 1.06}, True),
        ({"rate": 0.96}, False),
        ({"level_db": -1.6}, True),
        ({"level_db": 1.5}, False),
        ({"span": 12.0}, False),
    ],
)
def test_a_listener_tells_them_apart_by_one_measure(change: dict[str, float], apart: bool) -> None:
    other = replace(NEUTRAL, **change)  # type: ignore[arg-type]
    assert can_be_told_apart(NEUTRAL, other) == can_be_told_apart(other, NEUTRAL) == apart


def test_pairs_are_held_against_each_other_and_not_only_against_neutral() -> None:
    twin = replace(EXCITED, name="twin")
    assert ("alike", ("excited", "twin")) in _faults(NEUTRAL, EXCITED, twin)


def test_a_tone_and_a_style_may_be_alike() -> None:
    style = replace(NEUTRAL, kind="style", name="conversational")
    assert shortfalls([NEUTRAL, style]) == []


def test_neutral_comes_first_and_every_direction_names_a_preset() -> None:
    presets = chosen(load_presets(), ())
    assert (presets[0].kind, presets[0].name) == ("tone", "neutral")
    assert set(DIRECTIONS) <= {preset.name for preset in presets}
    assert [p.name for p in chosen(load_presets(), ["hushed"])] == ["neutral", "hushed"]


def test_an_unknown_preset_lists_the_known() -> None:
    with pytest.raises(UsageError) as caught:
        chosen(load_presets(), ["husky"])
    assert "hushed" in caught.value.hint


def test_any_two_presets_ask_for_what_a_listener_tells_apart() -> None:
    presets = chosen(load_presets(), ())
    rows = [
        replace(
            NEUTRAL,
            voice=VOICES[0],
            kind=preset.kind,
            name=preset.name,
            asked=asked_by(preset.delivery),
            rate=preset.delivery.rate or 1,
            semitones=preset.delivery.pitch or 0,
            level_db=preset.delivery.energy or 0,
            span=NEUTRAL.span * (preset.delivery.range or 1),
        )
        for preset in presets
    ]
    assert shortfalls(rows) == []


def test_a_shortfall_says_why() -> None:
    (fall,) = shortfalls([NEUTRAL, replace(EXCITED, dnsmos=3.0)])
    assert fall == Shortfall(NEUTRAL.voice, "costs", ("excited",), "costs 0.40 DNSMOS")
