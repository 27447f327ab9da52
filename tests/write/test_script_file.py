"""script.yaml loses nothing, reads well, and says where it's wrong."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcaster.errors import WriteError
from podcaster.models import Delivery, Emphasis, Host, Line, Script
from podcaster.write import load_script, save_script
from podcaster.write.script_file import dump, load
from tests.write.editions import BRIDGE_ITEM, edition, write

PATH = Path("script.yaml")
text = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=40
).filter(lambda value: bool(value.strip()))
number = st.floats(0.5, 2.0, allow_nan=False)
deliveries = st.builds(
    Delivery,
    tone=st.one_of(st.sampled_from(["neutral", "warm", "rising", "rate"]), text),
    style=st.one_of(st.sampled_from(["conversational", "newsreader"]), text),
    rate=st.none() | number,
    pitch=st.none() | st.floats(-12, 12),
    range=st.none() | number,
    energy=st.none() | st.floats(-12, 12),
    emphasis=st.lists(
        st.builds(
            Emphasis, first=st.integers(0, 9), last=st.integers(0, 9), strength=st.floats(0.1, 1)
        ),
        max_size=2,
    ).map(tuple),
    ending=st.sampled_from([None, "falling", "rising", "continuing"]),
    pause_after=st.none() | st.floats(0, 5),
)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    names = draw(st.lists(text, min_size=1, max_size=3, unique=True))
    lines = [
        Line(
            id=f"l{number}",
            host=draw(st.sampled_from(names)),
            text=draw(text),
            role=draw(st.sampled_from(["open", "fact", "question", "quote"])),
            delivery=draw(deliveries),
            story_id=draw(st.sampled_from([None, "s1", "s2"])),
            evidence=tuple(
                draw(st.lists(st.sampled_from(["s1.1", "s1.2"]), min_size=1, max_size=2))
            ),
            why=draw(st.just("") | text),
            frame=draw(st.just("") | text),
            overruled=draw(st.none() | text),
        )
        for number in range(draw(st.integers(1, 4)))
    ]
    return Script(
        show="daily",
        language="en",
        date=draw(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))),
        title=draw(text),
        summary=draw(st.just("") | text),
        hosts=tuple(Host(name=name, voice=draw(text), delivery=draw(deliveries)) for name in names),
        lines=tuple(lines),
        notes=tuple(draw(st.lists(text, max_size=2))),
    )


@settings(max_examples=40, deadline=None)
@given(scripts())
def test_writing_and_reading_lose_nothing(script: Script) -> None:
    assert load(dump(script), PATH) == script


def test_a_written_dialogue_survives_the_disk(tmp_path: Path) -> None:
    script = write(edition([BRIDGE_ITEM]))
    save_script(tmp_path / "script.yaml", script)
    assert load_script(tmp_path / "script.yaml") == script
    assert load_script(tmp_path / "none.yaml") is None


SMALL = """\
show: daily
language: en
date: 2024-05-14
title: A title
summary: ""
hosts:
  - {name: Ava, voice: kokoro:af_heart}
dialogue:
  - story: s1
    lines:
      - Ava [sombre newsreader, pause 0.6]: Three people died.
        role: fact
        id: l1
        from: [s1.1]
      - Ava: What now?
"""


def test_a_person_may_leave_out_what_can_be_guessed() -> None:
    first, second = load(SMALL, PATH).lines
    assert first.delivery == Delivery(tone="sombre", style="newsreader", pause_after=0.6)
    assert (first.story_id, first.evidence) == ("s1", ("s1.1",))
    assert (second.role, second.delivery) == ("bridge", Delivery())
    assert second.id not in ("", "l1")


def test_a_line_may_be_overruled_with_a_reason() -> None:
    allowed = SMALL.replace("from: [s1.1]", "unsupported: allow\n        reason: I was there")
    assert load(allowed, PATH).lines[0].overruled == "I was there"


def saved(folder: Path, text: str) -> Path:
    path = folder / "script.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        (("sombre", "somber"), "line 11, column 9", "no tone is called 'somber'"),
        (("newsreader", "reporter"), "line 11, column 9", "no style is called 'reporter'"),
        (("- Ava:", "- Ava [dry]:"), "line 15, column 9", "known are neutral, warm, bright"),
        (
            ("kokoro:af_heart}", "kokoro:af_heart, delivery: gentle}"),
            "line 7, column 51",
            "no tone is called 'gentle'",
        ),
    ],
)
def test_a_tone_or_style_that_nobody_knows_is_refused_where_it_stands(
    change: tuple[str, str], where: str, what: str, tmp_path: Path
) -> None:
    with pytest.raises(WriteError) as caught:
        load_script(saved(tmp_path, SMALL.replace(*change)))
    assert where in caught.value.message
    assert what in caught.value.message
    assert "script.yaml" in caught.value.message


def test_a_shows_own_tones_and_styles_are_known(tmp_path: Path) -> None:
    own = tmp_path / "presets"
    own.mkdir()
    (own / "tones.toml").write_text('[dry]\nuse = "Understatement."\n', encoding="utf-8")
    path = saved(tmp_path, SMALL.replace("- Ava:", "- Ava [dry]:"))
    script = load_script(path, own)
    assert script is not None
    assert script.lines[1].delivery.tone == "dry"
    with pytest.raises(WriteError, match="no tone is called 'dry'"):
        load_script(path)


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        (("role: fact", "role: fatc"), "line 12, column 15", "a role is one of"),
        (("pause 0.6", "pause long"), "line 11, column 9", "pause needs a number"),
        (("sombre newsreader", "warm, newsreader"), "line 11, column 9", "no delivery"),
        (("title:", "titel:"), "line 4, column 1", "unknown key 'titel'"),
        (("Ava [sombre", "Eva [sombre"), "line 1, column 1", "no host is called 'Eva'"),
        (("from: [s1.1]", "unsupported: allow"), "line 14", "needs a `reason`"),
        (("date: 2024-05-14", "date: 2024-15-14"), "line 3", "date"),
        (("from: [s1.1]", "from: [s1.1"), "line 15", "isn't YAML"),
        (("show: daily", "- daily"), "line 2", "isn't YAML"),
    ],
)
def test_an_error_names_line_and_column(change: tuple[str, str], where: str, what: str) -> None:
    with pytest.raises(WriteError) as caught:
        load(SMALL.replace(*change), PATH)
    assert where in caught.value.message
    assert what in caught.value.message
    assert "script.yaml" in caught.value.message
