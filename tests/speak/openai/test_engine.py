"""The openai engine against a real server on this machine, its failures included."""

import logging
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from podcaster.contracts import EngineSetup
from podcaster.errors import SpeakError
from podcaster.models import Delivery
from podcaster.speak.openai.engine import OpenAIEngine
from tests.openai_server import Answer, Asked, Server, failure
from tests.speak.openai.server import speech_server, tone, wav

pytestmark = pytest.mark.extra("openai")
pytest.importorskip("openai", reason="the extra openai isn't installed")
KEY = "sk-secret-of-the-tests"
TEXT = "Four people were hurt in the fire."


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_SPEECH_KEY", KEY)


@pytest.fixture
def server() -> Iterator[Server]:
    with speech_server() as running:
        yield running


def engine_for(server: Server, **options: object) -> OpenAIEngine:
    settings = {
        "base_url": server.url,
        "key_variable": "TEST_SPEECH_KEY",
        "wait_seconds": 0.01,
        "attempts": 3,
        "voices": ["ann", "ben"],
        **options,
    }
    return OpenAIEngine(EngineSetup(Path("unused"), settings))


def said(engine: OpenAIEngine, text: str = TEXT, **numbers: object) -> np.ndarray:
    plan = engine.plan(text, "ann", "en", Delivery.model_validate(numbers))
    return engine.render(plan).samples


def test_the_request_carries_voice_model_instructions_and_the_key(server: Server) -> None:
    engine = engine_for(server, model="some-model")
    engine.render(engine.plan("It cost $3m.", "ben", "en", Delivery(tone="serious")))
    (asked,) = server.asked
    assert asked["model"] == "some-model"
    assert asked["voice"] == "ben"
    assert asked["input"] == "It cost three million dollars."
    assert "serious" in asked["instructions"]
    assert server.keys == [f"Bearer {KEY}"]


def test_silence_at_the_ends_is_cut_and_the_words_lie_inside(server: Server) -> None:
    engine = engine_for(server)
    clip = engine.render(engine.plan(TEXT, "ann", "en", Delivery()))
    assert clip.seconds == pytest.approx(len(TEXT) * 0.06, abs=0.1)
    assert [word.word for word in clip.words] == TEXT.split()
    assert clip.words[-1].end <= clip.seconds


def test_a_marked_pause_is_silence_and_never_sent(server: Server) -> None:
    engine = engine_for(server)
    plan = engine.plan("One moment. [pause 0.8] Here it is.", "ann", "en", Delivery())
    clip = engine.render(plan)
    assert [asked["input"] for asked in server.asked] == ["One moment.", "Here it is."]
    second = next(word for word in clip.words if word.word == "Here")
    quiet = clip.samples[
        int((second.start - 0.75) * clip.sample_rate) : int(
            (second.start - 0.05) * clip.sample_rate
        )
    ]
    assert not quiet.any()


def test_planning_sends_nothing(server: Server) -> None:
    plan = engine_for(server).plan(TEXT, "ann", "en", Delivery())
    assert not plan.exact
    assert 1 < plan.seconds < 5
    assert not server.asked


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_a_passing_failure_is_tried_again(server: Server, status: int) -> None:
    server.next = [failure(status, retry_after="0"), failure(status)]
    assert said(engine_for(server)).any()
    assert len(server.asked) == 3


def test_after_its_attempts_it_gives_up_and_says_what_the_server_said(server: Server) -> None:
    server.next = [failure(500)] * 3
    with pytest.raises(SpeakError, match="made to fail with 500"):
        said(engine_for(server))
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 404])
def test_a_lasting_failure_is_not_tried_again(server: Server, status: int) -> None:
    server.next = [failure(status)]
    with pytest.raises(SpeakError, match=str(status)):
        said(engine_for(server))
    assert len(server.asked) == 1


def test_an_empty_account_is_not_asked_twice(server: Server) -> None:
    server.next = [failure(429, code="insufficient_quota")]
    with pytest.raises(SpeakError, match="429"):
        said(engine_for(server))
    assert len(server.asked) == 1


def test_audio_that_breaks_off_is_asked_for_again(server: Server) -> None:
    def cut(asked: Asked) -> Answer:
        whole = wav(asked)
        return Answer(whole.body, kind=whole.kind, cut_at=len(whole.body) // 2)

    def short(asked: Asked) -> Answer:
        return Answer(wav(asked).body[:4000], kind="audio/wav")

    server.next = [cut, short]
    assert len(said(engine_for(server))) > 24_000
    assert len(server.asked) == 3


def test_a_page_instead_of_sound_is_said_plainly(server: Server) -> None:
    server.next = [lambda _: Answer(b"<html>Welcome</html>", kind="text/html")] * 3
    with pytest.raises(SpeakError, match="text/html") as caught:
        said(engine_for(server))
    assert "base_url" in caught.value.hint


def test_raw_samples_are_read_too(server: Server) -> None:
    samples = said(engine_for(server, format="pcm"))
    assert len(samples) == pytest.approx(len(tone(len(TEXT))), abs=2400)


def test_a_server_s_own_speed_is_used_where_it_has_one(server: Server) -> None:
    plain, fast = (said(engine_for(server, speed=True), rate=rate) for rate in (1.0, 1.25))
    assert server.asked[1]["speed"] == 1.25
    assert len(fast) == pytest.approx(len(plain) / 1.25, rel=0.05)


def test_money_is_not_spent_over_the_limit(server: Server) -> None:
    engine = engine_for(server, price_per_million_characters=100.0, spending_limit=0.005)
    said(engine)
    with pytest.raises(SpeakError, match="limit"):
        said(engine)
    assert len(server.asked) == 1


def test_without_a_key_a_plan_is_refused_so_that_a_fallback_speaks(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEST_SPEECH_KEY")
    with pytest.raises(SpeakError, match="TEST_SPEECH_KEY"):
        engine_for(server).plan(TEXT, "ann", "en", Delivery())
    assert engine_for(server, needs_key=False).plan(TEXT, "ann", "en", Delivery())


def test_the_key_is_in_no_message_and_no_log(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.next = [failure(401)]
    with caplog.at_level(logging.DEBUG), pytest.raises(SpeakError) as caught:
        said(engine_for(server))
    assert KEY not in f"{caught.value}{caught.value.hint}{caplog.text}"


def test_a_server_that_is_not_there_is_named() -> None:
    gone = Server("http://127.0.0.1:9/v1")
    with pytest.raises(SpeakError, match=r"127\.0\.0\.1:9"):
        said(engine_for(gone, attempts=1))


def test_what_only_words_can_ask_for_is_listed(server: Server) -> None:
    engine = engine_for(server)
    plan = engine.plan(TEXT, "ann", "en", Delivery(pitch=2, range=1.3, energy=2, pauses=1.4))
    assert plan.not_honoured == ("pitch", "range")
    commas = engine.plan("First, second.", "ann", "en", Delivery(pauses=1.4))
    assert commas.not_honoured == ("pauses",)
