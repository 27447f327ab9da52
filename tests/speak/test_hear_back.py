"""Lines are heard back by a recogniser that mishears what it's told to, and said again by turns."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from podcaster.contracts import Clip, Plan, Samples
from podcaster.models import Host, Line, Script
from podcaster.show import Show
from podcaster.speak import hear_back, speak
from podcaster.speak.verdict import judge
from podcaster.store.clips import ClipCache
from podcaster.timeline import Idents
from tests.fakes import FakeEngine, QuietProgress, finder

HOSTS = (Host(name="Ava", voice="fake:high"), Host(name="Noah", voice="fake:low"))
STORM = "The storm has moved on, and the harbour is open again."
DUC = "Viollet-le-Duc drew the spire of the old church himself."


class MarkedEngine(FakeEngine):
    """Each rendering is as loud as no other, so that a recogniser can tell which one it hears."""

    def __init__(self, name: str = "fake") -> None:
        super().__init__(name=name)
        self.plans: list[Plan] = []

    def render(self, plan: Plan) -> Clip:
        self.plans.append(plan)
        clip = super().render(plan)
        level = 0.01 * len(self.plans)
        return Clip(np.full(len(clip.samples), level, np.float32), clip.sample_rate, clip.words)


@dataclass
class Ears:
    """Hears what was said, but for what `mishears` makes of it."""

    engine: MarkedEngine
    mishears: Callable[[list[Plan]], str | None]
    name: str = "fake-ears"
    heard: list[str] = field(default_factory=list)

    def hear(self, samples: Samples, sample_rate: int, language: str | None = None) -> str:
        levels = dict.fromkeys(np.round(samples[samples > 0.005] * 100).astype(int).tolist())
        plans = [self.engine.plans[level - 1] for level in levels]
        said = self.mishears(plans)
        self.heard.append(" ".join(plan.text for plan in plans) if said is None else said)
        return self.heard[-1]


def script(*texts: str) -> Script:
    return Script(
        show="daily",
        language="en",
        date=dt.date(2026, 1, 2),
        title="t",
        summary="s",
        hosts=HOSTS,
        lines=tuple(
            Line(id=f"l{at}", host=("Ava", "Noah")[at % 2], text=text, role="open")
            for at, text in enumerate(texts)
        ),
    )


def show(**changes: object) -> Show:
    table = {"name": "daily", "title": "Daily", "hosts": HOSTS, "minutes": None, **changes}
    return Show.model_validate(table)


@pytest.fixture
def clips(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path, 10**8)


@pytest.fixture
def engine() -> MarkedEngine:
    return MarkedEngine()


def listened(engine: MarkedEngine, ears: Ears, clips: ClipCache, *texts: str, **changes: object):
    told, own, progress = script(*texts), show(**changes), QuietProgress()
    recording = speak(told, own, finder(engine), clips, progress)
    return hear_back(
        told, own, recording, finder(engine), clips, ears, Idents(), progress
    ), progress


def test_what_is_heard_right_is_left_alone(engine: MarkedEngine, clips: ClipCache) -> None:
    ears = Ears(engine, lambda plans: None)
    recording, progress = listened(engine, ears, clips, STORM, DUC)
    assert engine.rendered == [STORM, DUC]
    assert [(one.line_id, one.wrong, one.means) for one in recording.heard] == [
        ("l0", 0, ""),
        ("l1", 0, ""),
    ]
    assert all(one.passed for one in recording.heard)
    assert progress.stages[-1] == ("listen", pytest.approx(sum(t.seconds for t in recording.takes)))
    assert progress.advanced > 0
    assert not progress.warnings


def test_a_line_that_is_understood_phrase_by_phrase_is_kept_so(
    engine: MarkedEngine, clips: ClipCache
) -> None:
    ears = Ears(engine, lambda plans: "mumble mumble" if len(plans) == 1 else None)
    recording, _ = listened(engine, ears, clips, STORM)
    assert engine.rendered == [STORM, "The storm has moved on,", "and the harbour is open again."]
    (heard,), (take,) = recording.heard, recording.takes
    assert (heard.means, heard.passed, heard.wrong) == ("split", True, 0)
    assert [word.word for word in take.words] == STORM.split()
    edges = [edge for word in take.words for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= take.seconds + 1e-3


def test_a_line_that_is_understood_when_slower_is_kept_so(
    engine: MarkedEngine, clips: ClipCache
) -> None:
    def only_slow(plans: list[Plan]) -> str | None:
        return None if (plans[0].delivery.rate or 1) < 0.95 else "mumble"

    recording, _ = listened(engine, Ears(engine, only_slow), clips, STORM)
    assert recording.heard[0].means == "slower"
    first = engine.plans[0]
    assert recording.takes[0].seconds == pytest.approx(first.seconds / 0.88, rel=1e-3)
    assert recording.takes[0].words[-1].end == pytest.approx(recording.takes[0].seconds, abs=1e-2)


def test_a_misheard_word_is_respelled_and_stays_as_printed(
    engine: MarkedEngine, clips: ClipCache
) -> None:
    def no_hyphens(plans: list[Plan]) -> str | None:
        return DUC.replace("Viollet-le-Duc", "be all a dog") if "-" in plans[0].text else None

    recording, _ = listened(engine, Ears(engine, no_hyphens), clips, DUC)
    assert engine.rendered[1].startswith("Viollet le Duc drew")
    assert recording.heard[0].means == "respelled"
    words = recording.takes[0].words
    assert [word.word for word in words] == DUC.split()
    assert words[0].end == pytest.approx(0.6, abs=0.01)


def test_a_line_that_stays_wrong_keeps_its_first_take_and_is_told(
    engine: MarkedEngine, clips: ClipCache
) -> None:
    ears = Ears(engine, lambda plans: "something else altogether")
    recording, progress = listened(engine, ears, clips, STORM)
    assert engine.rendered[0] == STORM
    assert len(engine.rendered) == 4
    assert recording.takes[0].seconds == pytest.approx(engine.plans[0].seconds, abs=1e-3)
    (heard,) = recording.heard
    assert not heard.passed
    assert heard.means == ""
    assert "Line l0 is heard differently" in recording.notes[-1]
    assert progress.warnings == [recording.notes[-1]]


def test_a_little_better_is_kept_and_still_told(engine: MarkedEngine, clips: ClipCache) -> None:
    def better_when_split(plans: list[Plan]) -> str:
        return "the storm has moved on and mumble" if len(plans) > 1 else "the mumble"

    recording, _ = listened(engine, Ears(engine, better_when_split), clips, STORM)
    (heard,) = recording.heard
    assert (heard.means, heard.passed) == ("split", False)
    assert recording.notes


def test_a_second_run_finds_the_better_take_and_hears_nothing_twice(
    engine: MarkedEngine, clips: ClipCache
) -> None:
    ears = Ears(engine, lambda plans: "mumble mumble" if len(plans) == 1 else None)
    first, _ = listened(engine, ears, clips, STORM, DUC, STORM)
    count, times = len(engine.rendered), len(ears.heard)
    second, _ = listened(engine, ears, clips, STORM, DUC, STORM)
    assert (len(engine.rendered), len(ears.heard)) == (count, times)
    assert [take.path for take in second.takes] == [take.path for take in first.takes]
    assert [take.words for take in second.takes] == [take.words for take in first.takes]
    assert second.heard == first.heard


def test_a_build_that_does_not_listen_takes_the_better_take_too(
    engine: MarkedEngine, clips: ClipCache
) -> None:
    ears = Ears(engine, lambda plans: "mumble mumble" if len(plans) == 1 else None)
    kept, _ = listened(engine, ears, clips, STORM)
    plain = speak(script(STORM), show(), finder(engine), clips, QuietProgress())
    assert plain.takes[0].seconds == kept.takes[0].seconds
    assert plain.takes[0].words == kept.takes[0].words


def test_another_recogniser_listens_for_itself(engine: MarkedEngine, clips: ClipCache) -> None:
    listened(engine, Ears(engine, lambda plans: None), clips, STORM)
    other = Ears(engine, lambda plans: None, name="others")
    listened(engine, other, clips, STORM)
    assert other.heard == [STORM]


def test_an_episode_keeps_its_length_when_lines_are_said_again(
    engine: MarkedEngine, clips: ClipCache
) -> None:
    """Slower takes are kept while gaps can make up for them, and no longer."""
    texts = [f"Word {'and word ' * 12}number {at}." for at in range(12)]

    def only_slow(plans: list[Plan]) -> str | None:
        return None if (plans[0].delivery.rate or 1) < 0.95 else "mumble"

    told, progress = script(*texts), QuietProgress()
    natural = speak(told, show(), finder(engine), clips, progress)
    seconds = sum(take.seconds for take in natural.takes)
    own = show(minutes=(seconds + 5.0) / 60)
    ears = Ears(engine, only_slow)
    recording = hear_back(told, own, natural, finder(engine), clips, ears, Idents(), progress)
    grown = sum(take.seconds for take in recording.takes) - seconds
    again = sum(one.means == "slower" for one in recording.heard)
    assert 0 < again < len(texts)
    assert 0 < grown < 5.0
    assert len(recording.notes) == len(texts) - again


def test_a_fallback_s_take_is_heard_and_left_as_it_is(clips: ClipCache) -> None:
    class Mute(FakeEngine):
        def render(self, plan: Plan) -> Clip:
            clip = super().render(plan)
            return Clip(clip.samples * 0, clip.sample_rate, clip.words)

    spare, mute = MarkedEngine(), Mute(name="mute")
    hosts = (Host(name="Ava", voice="mute:high"), HOSTS[1])
    told = script(STORM).model_copy(update={"hosts": hosts})
    own = show(hosts=hosts, fallback=("fake:low",))
    engines, progress = finder(spare, mute), QuietProgress()
    recording = speak(told, own, engines, clips, progress)
    ears = Ears(spare, lambda plans: "mumble")
    heard = hear_back(told, own, recording, engines, clips, ears, Idents(), progress)
    assert heard.takes == recording.takes
    assert not heard.heard[0].passed


@pytest.mark.parametrize(
    ("text", "heard", "wrong"),
    [
        ("It cost $5 in 2024.", "It cost five dollars in twenty twenty-four.", 0),
        ("The health care bill.", "The healthcare bill", 0),
        ("They knew their rights.", "They knew there rights.", 0),
        ("One moment. [pause 0.4] Here it is.", "One moment here it is.", 0),
        ("The storm has gone.", "The storm has.", 1),
        ("The storm has gone.", "", 4),
    ],
)
def test_spelling_does_not_count_and_lost_words_do(text: str, heard: str, wrong: int) -> None:
    assert judge(text, heard, "en").compared.wrong == wrong


def test_a_language_without_rules_is_judged_by_its_letters() -> None:
    verdict = judge("Guten Tag, [pause 1] zusammen.", "guten tag zusammen", "de")
    assert verdict.passes
    assert verdict.compared.words == 3
    assert not judge("Guten Tag.", "Gute Nacht", "de").passes
