"""From script to takes: what is rendered, what is found again, who stands in, what is told."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from podcaster.contracts import Clip, Plan, Voice
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Delivery, Host, Line, Script
from podcaster.show import Show
from podcaster.speak import credited, measurer, speak
from podcaster.store.clips import ClipCache
from podcaster.timeline import Idents, lay
from tests.fakes import FakeEngine, QuietProgress, finder

HOSTS = (Host(name="Ava", voice="fake:high"), Host(name="Noah", voice="fake:low"))
TEXTS = ("Good morning to you", "And to you", "Good morning to you")


def show(**changes: object) -> Show:
    return Show.model_validate({"name": "daily", "title": "Daily", "hosts": HOSTS, **changes})


def script(*lines: Line, hosts: tuple[Host, ...] = HOSTS) -> Script:
    told = lines or tuple(
        Line(id=f"l{at}", host=("Ava", "Noah")[at % 2], text=text, role="open")
        for at, text in enumerate(TEXTS)
    )
    return Script(
        show="daily",
        language="en",
        date=dt.date(2026, 1, 2),
        title="t",
        summary="s",
        hosts=hosts,
        lines=told,
    )


@pytest.fixture
def clips(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path, 10**8)


def test_one_take_a_line_on_disk_with_its_words(clips: ClipCache) -> None:
    recording = speak(script(), show(), finder(FakeEngine()), clips, QuietProgress())
    assert [take.line_id for take in recording.takes] == ["l0", "l1", "l2"]
    for take, text in zip(recording.takes, TEXTS, strict=True):
        assert soundfile.info(take.path).duration == pytest.approx(take.seconds)
        assert [word.word for word in take.words] == text.split()
        assert take.path.suffix == ".flac"


def test_a_second_run_renders_nothing(clips: ClipCache) -> None:
    engine = FakeEngine()
    first = speak(script(), show(), finder(engine), clips, QuietProgress())
    engine.rendered.clear()
    second = speak(script(), show(), finder(engine), clips, QuietProgress())
    assert engine.rendered == []
    assert [t.path for t in second.takes] == [t.path for t in first.takes]
    assert all(take.cached for take in second.takes)
    assert second.render_seconds == 0


def test_the_same_words_by_the_same_voice_are_rendered_once(clips: ClipCache) -> None:
    engine = FakeEngine()
    recording = speak(script(), show(), finder(engine), clips, QuietProgress())
    assert len(engine.rendered) == 2
    assert [take.cached for take in recording.takes] == [False, False, True]


def test_only_the_changed_line_is_rendered_again(clips: ClipCache) -> None:
    engine = FakeEngine()
    speak(script(), show(), finder(engine), clips, QuietProgress())
    engine.rendered.clear()
    lines = script().lines
    changed = (lines[0], lines[1].model_copy(update={"text": "And to all"}), lines[2])
    speak(script(*changed), show(), finder(engine), clips, QuietProgress())
    assert engine.rendered == ["And to all"]


def test_a_damaged_clip_is_rendered_again(clips: ClipCache) -> None:
    engine = FakeEngine()
    first = speak(script(), show(), finder(engine), clips, QuietProgress())
    first.takes[0].path.write_bytes(b"fLaC")
    engine.rendered.clear()
    again = speak(script(), show(), finder(engine), clips, QuietProgress())
    assert engine.rendered == [TEXTS[0]]
    assert soundfile.info(again.takes[0].path).duration == pytest.approx(again.takes[0].seconds)


def test_progress_counts_the_seconds_that_are_rendered(clips: ClipCache) -> None:
    progress = QuietProgress()
    recording = speak(script(), show(), finder(FakeEngine()), clips, progress)
    rendered = sum(take.seconds for take in recording.takes if not take.cached)
    assert progress.stages[-1] == ("speak", pytest.approx(rendered))
    assert progress.advanced == pytest.approx(rendered)


def test_a_voice_that_cannot_be_had_falls_back_loudly(clips: ClipCache) -> None:
    hosts = (Host(name="Ava", voice="fake:lost"), HOSTS[1])
    progress = QuietProgress()
    own = show(hosts=hosts, fallback=("none:low", "fake:low"))
    recording = speak(script(hosts=hosts), own, finder(FakeEngine()), clips, progress)
    assert recording.takes[0].voice == "low"
    assert "Ava speaks with fake:low" in recording.notes[0]
    assert progress.warnings == list(recording.notes)


def test_without_a_fallback_the_reason_is_told(clips: ClipCache) -> None:
    hosts = (Host(name="Ava", voice="fake:lost"), HOSTS[1])
    with pytest.raises(SpeakError, match="lost"):
        speak(script(hosts=hosts), show(hosts=hosts), finder(FakeEngine()), clips, QuietProgress())


@pytest.mark.parametrize("voice", ["fake", ":low", "fake:"])
def test_a_voice_without_its_engine_is_refused(clips: ClipCache, voice: str) -> None:
    hosts = (Host(name="Ava", voice=voice), HOSTS[1])
    with pytest.raises(UsageError, match="isn't a voice"):
        speak(script(hosts=hosts), show(hosts=hosts), finder(FakeEngine()), clips, QuietProgress())


def test_the_show_s_engine_speaks_for_all_with_its_own_voices(clips: ClipCache) -> None:
    engines = finder(FakeEngine(), FakeEngine(name="other"))
    recording = speak(script(), show(engine="other"), engines, clips, QuietProgress())
    assert {take.engine for take in recording.takes} == {"other"}
    assert [take.voice for take in recording.takes] == ["high", "low", "high"]


def test_hosts_of_one_episode_may_use_different_engines(clips: ClipCache) -> None:
    hosts = (HOSTS[0], Host(name="Noah", voice="other:low"))
    engines = finder(FakeEngine(), FakeEngine(name="other"))
    recording = speak(script(hosts=hosts), show(hosts=hosts), engines, clips, QuietProgress())
    assert [take.engine for take in recording.takes] == ["fake", "other", "fake"]


def test_what_was_not_honoured_is_on_the_take(clips: ClipCache) -> None:
    line = Line(id="a", host="Ava", text="So so", role="open", delivery=Delivery(tone="excited"))
    recording = speak(script(line), show(), finder(FakeEngine()), clips, QuietProgress())
    assert recording.takes[0].not_honoured == ("pitch",)


def test_a_line_that_cannot_be_spoken_is_named(clips: ClipCache) -> None:
    line = Line(id="mute", host="Ava", text="   ", role="open")
    with pytest.raises(SpeakError, match="mute"):
        speak(script(line), show(), finder(FakeEngine()), clips, QuietProgress())


def spoiled(change: Callable[[np.ndarray], np.ndarray]) -> FakeEngine:
    class Spoiled(FakeEngine):
        def render(self, plan: Plan) -> Clip:
            clip = super().render(plan)
            return Clip(change(clip.samples), clip.sample_rate, clip.words)

    return Spoiled()


def test_sound_that_is_not_as_it_should_be_is_told_every_time(clips: ClipCache) -> None:
    engines = finder(spoiled(np.sign))
    for _ in range(2):
        progress = QuietProgress()
        recording = speak(script(), show(), engines, clips, progress)
        assert recording.notes[0].startswith("Line l0 is clipped")
        assert progress.warnings == list(recording.notes)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda samples: samples * 0, "silent"),
        (lambda samples: samples[: len(samples) // 2], "planned"),
        (lambda samples: np.concatenate([samples, samples]), "planned"),
        (lambda samples: samples * np.float32(np.nan), "no sound"),
        (lambda samples: samples[:0], "0.00 s"),
    ],
)
def test_what_no_listener_could_follow_stops_at_its_line(
    clips: ClipCache, change: Callable[[np.ndarray], np.ndarray], reason: str
) -> None:
    with pytest.raises(SpeakError, match=rf"Line l0 .*{reason}") as caught:
        speak(script(), show(), finder(spoiled(change)), clips, QuietProgress())
    assert "another voice" in caught.value.hint


@pytest.mark.parametrize("change", [lambda samples: samples * 0, lambda samples: samples[:0]])
def test_a_fallback_speaks_the_line_that_a_voice_cannot_loudly(
    clips: ClipCache, change: Callable[[np.ndarray], np.ndarray]
) -> None:
    spare, progress = FakeEngine(name="spare"), QuietProgress()
    own = show(fallback=("fake:low", "lost:low", "spare:low"))
    recording = speak(script(), own, finder(spoiled(change), spare), clips, progress)
    assert [(take.engine, take.voice) for take in recording.takes] == [("spare", "low")] * 3
    assert "Line l0 is spoken by spare:low" in progress.warnings[0]
    assert progress.warnings == list(recording.notes)


def test_an_engine_that_gives_up_on_a_line_is_stood_in_for(clips: ClipCache) -> None:
    class Spent(FakeEngine):
        def render(self, plan: Plan) -> Clip:
            if self.rendered:
                raise SpeakError("The money is spent.", "Raise the limit.")
            return super().render(plan)

    engines = finder(Spent(), FakeEngine(name="spare"))
    with pytest.raises(SpeakError, match=r"Line l1 .*money") as caught:
        speak(script(), show(), engines, clips, QuietProgress())
    assert caught.value.hint == "Raise the limit."
    own = show(fallback=("spare:low",))
    recording = speak(script(), own, engines, clips, QuietProgress())
    assert [take.engine for take in recording.takes] == ["fake", "spare", "fake"]
    assert "money is spent" in recording.notes[0]


LONG = "The storm has moved on, and the harbour is open again."


def test_a_faulty_take_is_rendered_by_other_means(clips: ClipCache) -> None:
    class Overlong(FakeEngine):
        """Can't say more than eight words at once."""

        def render(self, plan: Plan) -> Clip:
            clip = super().render(plan)
            long = len(plan.text.split()) > 8
            return Clip(clip.samples * (0 if long else 1), clip.sample_rate, clip.words)

    engine, progress = Overlong(), QuietProgress()
    line = Line(id="a", host="Ava", text=LONG, role="open")
    recording = speak(script(line), show(), finder(engine), clips, progress)
    assert engine.rendered == [LONG, "The storm has moved on,", "and the harbour is open again."]
    assert [word.word for word in recording.takes[0].words] == LONG.split()
    assert progress.warnings == [
        "Line a is silent for the most part, and was said again, phrase by phrase."
    ]
    engine.rendered.clear()
    again = speak(script(line), show(), finder(engine), clips, QuietProgress())
    assert engine.rendered == []
    assert again.takes[0].words == recording.takes[0].words


def test_an_engine_of_chance_is_asked_once_more_first(clips: ClipCache) -> None:
    class Unsteady(FakeEngine):
        """Runs away now and then, as a model that draws its sounds may."""

        def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
            return replace(super().plan(text, voice, language, delivery), exact=False, words=())

        def render(self, plan: Plan) -> Clip:
            clip = super().render(plan)
            clip.samples[-500:] = 0
            run_away = len(self.rendered) == 1
            return Clip(np.tile(clip.samples, 9 if run_away else 1), clip.sample_rate, ())

    engine, progress = Unsteady(), QuietProgress()
    line = Line(id="a", host="Ava", text=LONG, role="open")
    recording = speak(script(line), show(), finder(engine), clips, progress)
    assert engine.rendered == [LONG, LONG]
    assert recording.takes[0].seconds == pytest.approx(11 * 0.2, abs=1e-3)
    assert "drawn anew" in progress.warnings[0]


def test_measuring_agrees_with_what_is_rendered_and_laid(clips: ClipCache) -> None:
    idents = Idents(opening=2.0)
    engines = finder(FakeEngine())
    measured = measurer(show(), engines, idents)(script().lines)
    recording = speak(script(), show(), engines, clips, QuietProgress())
    laid = lay(script().lines, [take.seconds for take in recording.takes], idents)
    assert measured == pytest.approx(laid.seconds)


def test_a_line_is_planned_once_however_often_it_is_measured() -> None:
    class Counting(FakeEngine):
        planned = 0

        def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
            Counting.planned += 1
            return super().plan(text, voice, language, delivery)

    measure = measurer(show(), finder(Counting()), Idents())
    measure(script().lines)
    before = Counting.planned
    measure(script().lines)
    assert Counting.planned == before


def test_an_engine_that_cannot_be_told_the_show_s_names_is_told_of(
    clips: ClipCache, tmp_path: Path
) -> None:
    names = tmp_path / "names.toml"
    own = show(lexicon=names)
    recording = speak(script(), own, finder(FakeEngine()), clips, QuietProgress())
    assert recording.notes == (f"fake can't be told how names are said: {names} is no use to it",)


def test_the_show_s_names_reach_an_engine_that_can_be_told(
    clips: ClipCache, tmp_path: Path
) -> None:
    told: list[Path] = []

    class Reads(FakeEngine):
        def pronouncing(self, names: Path) -> "Reads":
            told.append(names)
            return self

    own = show(lexicon=tmp_path / "names")
    assert speak(script(), own, finder(Reads()), clips, QuietProgress()).notes == ()
    measurer(own, finder(Reads()), Idents())(script().lines)
    assert set(told) == {tmp_path / "names"}


def test_the_voices_that_speak_are_credited_whatever_the_hosts_own_are() -> None:
    """The notes name a stand-in with its licence, and of a file on somebody's disk its name."""

    class Knows(FakeEngine):
        def describe(self, voice: str) -> Voice:
            return Voice(voice, "en", licence="CC0")

        def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
            return super().plan(text, "low", language, delivery)

    hosts = (Host(name="Ava", voice="fake:/home/ava/voices/me.onnx#ben"), HOSTS[1])
    own = show(hosts=hosts, fallback=["fake:high"])
    spoken = credited(script(hosts=hosts), own, finder(FakeEngine()))
    assert {host: voice.name for host, voice in spoken.items()} == {
        "Ava": "fake:high",
        "Noah": "fake:low",
    }
    spoken = credited(script(hosts=hosts), own, finder(Knows()))
    assert spoken["Ava"].name == "fake:me.onnx#ben"
    assert spoken["Ava"].licence == "CC0"
