"""Names become numbers: presets combine, layers add up, what a line says itself wins."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.errors import UsageError
from podcaster.models import Delivery
from podcaster.speak.delivery import BOUNDS, NEUTRAL, load_presets, resolve

PRESETS = load_presets()
TONES = [
    "neutral",
    "warm",
    "bright",
    "excited",
    "calm",
    "serious",
    "sombre",
    "curious",
    "playful",
    "urgent",
    "sceptical",
]
STYLES = ["newsreader", "conversational", "storyteller", "interviewer", "hushed", "announcer"]


def test_every_tone_and_style_is_there_and_says_when_to_use_it() -> None:
    assert set(TONES) <= set(PRESETS.tones)
    assert set(STYLES) <= set(PRESETS.styles)
    assert all(preset.use for preset in [*PRESETS.tones.values(), *PRESETS.styles.values()])


def test_neutral_conversation_changes_nothing() -> None:
    resolved = resolve(Delivery(), PRESETS)
    assert {name: getattr(resolved, name) for name in NEUTRAL} == dict(NEUTRAL)


def test_tone_and_style_combine() -> None:
    tone, style = PRESETS.tones["excited"], PRESETS.styles["announcer"]
    resolved = resolve(Delivery(tone="excited", style="announcer"), PRESETS)
    assert resolved.rate == pytest.approx(tone.rate * style.rate)
    assert resolved.pitch == pytest.approx(tone.pitch + style.pitch)


def test_a_number_on_the_line_wins_over_everything() -> None:
    under = (Delivery(rate=1.5), Delivery(rate=0.9))
    assert resolve(Delivery(tone="excited", rate=1.0), PRESETS, under).rate == 1.0


def test_show_and_host_add_to_the_presets() -> None:
    under = (Delivery(pitch=1.0), Delivery(rate=0.9))
    resolved = resolve(Delivery(tone="excited"), PRESETS, under)
    assert resolved.pitch == pytest.approx(PRESETS.tones["excited"].pitch + 1.0)
    assert resolved.rate == pytest.approx(PRESETS.tones["excited"].rate * 0.9)


def test_the_host_s_tone_holds_where_the_line_names_none() -> None:
    under = (Delivery(style="newsreader"), Delivery(tone="calm"))
    resolved = resolve(Delivery(), PRESETS, under)
    assert (resolved.tone, resolved.style) == ("calm", "newsreader")
    assert resolve(Delivery(tone="urgent"), PRESETS, under).tone == "urgent"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        resolve(Delivery(tone="jolly"), PRESETS)
    assert "jolly" in caught.value.message
    assert "playful" in caught.value.hint


def test_a_show_adds_and_replaces_presets(tmp_path: Path) -> None:
    (tmp_path / "tones.toml").write_text(
        '[jolly]\nuse = "Parties."\nrate = 1.1\n[calm]\nuse = "Ours."\nrate = 0.7\n'
    )
    presets = load_presets(tmp_path)
    assert resolve(Delivery(tone="jolly"), presets).rate == 1.1
    assert resolve(Delivery(tone="calm"), presets).rate == 0.7
    assert resolve(Delivery(tone="excited"), presets).rate == PRESETS.tones["excited"].rate


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[jolly]\nuse = "x"\nrate = 9\n', "jolly.rate"),
        ("[jolly]\nrate = 1\n", "jolly.use"),
        ('[jolly]\nuse = "x"\nspeed = 1\n', "jolly.speed"),
        ("[jolly\n", "TOML"),
    ],
)
def test_a_wrong_preset_is_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "tones.toml").write_text(text)
    with pytest.raises(UsageError, match=named):
        load_presets(tmp_path)


@given(
    tone=st.sampled_from(TONES),
    style=st.sampled_from(STYLES),
    rates=st.lists(st.floats(0.5, 2.0), max_size=3),
    pitches=st.lists(st.floats(-12, 12), max_size=3),
)
def test_what_is_resolved_is_always_a_valid_delivery(
    tone: str, style: str, rates: list[float], pitches: list[float]
) -> None:
    under = [Delivery(rate=rate) for rate in rates] + [Delivery(pitch=pitch) for pitch in pitches]
    resolved = resolve(Delivery(tone=tone, style=style), PRESETS, under)
    assert Delivery.model_validate(resolved.model_dump()) == resolved
    for name, (least, most) in BOUNDS.items():
        assert least <= getattr(resolved, name) <= most
