"""An episode lasts as long as it was asked to, or says that there is too little news."""

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcaster.contracts import WriterSetup
from podcaster.models import Line
from podcaster.speak.kokoro.engine import KokoroEngine
from podcaster.speak.measure import measurer
from podcaster.timeline import Idents
from podcaster.timeline import fit as settled
from podcaster.write import write as write_gated
from podcaster.write.offline.choose import Told
from podcaster.write.offline.days import Calendar
from podcaster.write.offline.facts import Material
from podcaster.write.offline.fitting import fit
from podcaster.write.offline.language import load
from podcaster.write.offline.material import material
from podcaster.write.offline.writer import OfflineWriter
from tests.fakes import finder
from tests.speak.conftest import kokoro
from tests.write.articles import all_of
from tests.write.editions import measure, seconds_of, show

__all__ = ["kokoro"]

IDENTS = Idents(4, 1, 4)
ENGLISH = load("en")


def read() -> list[Material]:
    calendar = Calendar(ENGLISH, None, dt.date(2026, 11, 24))
    return [material(story, ENGLISH, calendar) for story in all_of("en", times=2).stories]


MATERIALS = read()


def plainly(chosen: Mapping[int, Told]) -> list[Line]:
    """The facts alone, one host after the other, between a greeting and a goodbye."""
    told = [(place, fact) for place, facts in chosen.items() for unit in facts for fact in unit]
    said = [("open", "Good morning. Here is the news.", None, ())]
    said += [("fact", fact.text, f"s{place}", fact.evidence) for place, fact in told]
    said += [("close", "That was the news. Until tomorrow.", None, ())]
    return [
        Line(id=f"l{n}", host="AB"[n % 2], text=text, role=role, story_id=story, evidence=evidence)
        for n, (role, text, story, evidence) in enumerate(said)
    ]


@settings(max_examples=10)
@given(minutes=st.integers(1, 30), letters_a_second=st.floats(12, 19))
def test_any_length_is_met_within_what_pauses_settle(minutes: int, letters_a_second: float) -> None:
    def lengths(lines: Sequence[Line]) -> list[float]:
        return [0.3 + len(line.text) / letters_a_second for line in lines]

    def seconds(lines: Sequence[Line]) -> float:
        return settled(lines, lengths(lines), IDENTS, 0).seconds / 2 + (
            settled(lines, lengths(lines), IDENTS, 1e9).seconds / 2
        )

    target = 60.0 * minutes
    found = fit(MATERIALS, "conversation", target, plainly, seconds)
    if found.complete:
        assert found.seconds < target
    else:
        finished = settled(found.lines, lengths(found.lines), IDENTS, target).seconds
        assert finished == pytest.approx(target, abs=2)


@pytest.mark.parametrize(
    ("language", "minutes"),
    [
        ("en", 2),
        *(
            pytest.param(language, minutes, marks=pytest.mark.slow)
            for language, minutes in [
                *(("en", minutes) for minutes in (1, 3, 4, 5, 7, 10, 15, 20)),
                *(("fr", minutes) for minutes in (1, 2, 3, 5, 7, 10)),
            ]
        ),
    ],
)
def test_what_has_passed_the_gate_lasts_as_long_as_asked(language: str, minutes: int) -> None:
    told = all_of(language)
    few = told.model_copy(update={"stories": told.stories[: minutes * 3 // 2 + 2]})
    told_by = show(minutes=minutes, language=language)
    fitted = write_gated(few, told_by, OfflineWriter(WriterSetup()), measure)
    lengths = [seconds_of(line.text) for line in fitted.lines]
    finished = settled(fitted.lines, lengths, IDENTS, 60 * minutes).seconds
    assert finished == pytest.approx(60 * minutes, abs=2)
    assert not any("seconds are filled" in note for note in fitted.notes)


@pytest.mark.slow
def test_half_an_hour_is_filled_where_there_is_news_for_it() -> None:
    told = all_of("en")
    fitted = write_gated(told, show(minutes=30), OfflineWriter(WriterSetup()), measure)
    assert measure(fitted.lines) == pytest.approx(1800, abs=2)


def test_too_little_news_for_half_an_hour_is_said() -> None:
    told = all_of("en")
    few = told.model_copy(update={"stories": told.stories[:2]})
    fitted = write_gated(few, show(minutes=30), OfflineWriter(WriterSetup()), measure)
    assert any("of 1800 seconds are filled: there was no more news" in n for n in fitted.notes)


@pytest.mark.slow
@pytest.mark.parametrize("minutes", [2, 5, 10])
def test_kokoros_own_plans_add_up_to_the_minute(kokoro: KokoroEngine, minutes: int) -> None:
    voiced = show(minutes=minutes)
    voices = ("kokoro:af_heart", "kokoro:am_michael")
    hosts = [
        host.model_copy(update={"voice": voice})
        for host, voice in zip(voiced.hosts, voices, strict=True)
    ]
    voiced = voiced.model_copy(update={"hosts": tuple(hosts)})
    by_plan = measurer(voiced, finder(kokoro), IDENTS)
    told = all_of("en")
    told = told.model_copy(update={"stories": told.stories[: minutes * 3 // 2 + 2]})
    script = write_gated(told, voiced, OfflineWriter(WriterSetup()), by_plan)
    pauses_settle = max(2, 0.01 * 60 * minutes)
    assert by_plan(script.lines) == pytest.approx(60 * minutes, abs=pauses_settle)
