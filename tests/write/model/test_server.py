"""The model writer against a real server on this machine, its failures included."""

import json
import logging
from collections.abc import Callable, Iterator

import pytest

from podcaster.contracts import WriterSetup
from podcaster.models import Script
from podcaster.write.model.failures import BadAnswer, ModelFailed
from podcaster.write.model.server import ChatServer
from podcaster.write.model.settings import Settings
from podcaster.write.model.writer import ModelWriter
from tests.openai_server import Answer, Asked, Server, failure
from tests.write.editions import measure, show
from tests.write.model.scripted import good
from tests.write.model.server import chat_server, completion, prompt_of, says
from tests.write.model.test_writer import INVENTED, OFFLINE, TOLD, liar, noted, texts

pytestmark = pytest.mark.extra("openai")
pytest.importorskip("openai", reason="the extra openai isn't installed")
KEY = "sk-secret-of-the-tests"
HELLO = [{"role": "user", "content": "Hello?"}]


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_CHAT_KEY", KEY)


@pytest.fixture
def server() -> Iterator[Server]:
    with chat_server() as running:
        yield running


def options(server: Server, **more: object) -> dict[str, object]:
    return {
        "base_url": server.url,
        "model": "some-model",
        "key_variable": "TEST_CHAT_KEY",
        "wait_seconds": 0.01,
        **more,
    }


def chat(server: Server, **more: object) -> ChatServer:
    return ChatServer(Settings.model_validate(options(server, **more)))


def written(server: Server, **more: object) -> Script:
    return ModelWriter(WriterSetup(frozenset(), options(server, **more))).write(
        TOLD, show(), measure
    )


def said(text: str) -> Callable[[Asked], Answer]:
    return lambda _: completion(text)


def test_an_episode_is_written_with_a_servers_words(server: Server) -> None:
    script = written(server, temperature=0.7, max_tokens=900)
    assert "model: 2 of 2 stories drafted, 10 lines; 2 requests, 2400 tokens" in noted(script)
    first = server.asked[0]
    assert first["model"] == "some-model"
    assert first["temperature"] == 0.7
    assert first["max_tokens"] == 900
    shape = first["response_format"]["json_schema"]["schema"]["properties"]["lines"]["items"]
    assert shape["properties"]["evidence"]["items"]["enum"] == [
        sentence.id for sentence in TOLD.stories[0].sentences
    ]
    assert shape["properties"]["host"]["enum"] == ["Ava", "Noah"]
    assert server.keys == [f"Bearer {KEY}"] * 2


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_a_passing_failure_is_tried_again(server: Server, status: int) -> None:
    server.next = [failure(status, retry_after="0"), failure(status), said("hello")]
    assert chat(server).ask(HELLO, {}) == "hello"
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [429, 500])
def test_a_lasting_one_costs_the_story_its_model_and_no_more(server: Server, status: int) -> None:
    server.next = [failure(status)] * 3
    script = written(server)
    assert "1 of 2 stories" in noted(script)
    assert f"refused with {status}: made to fail with {status}): Three die" in noted(script)
    assert any("3 people died" in line.text for line in script.lines)


def test_a_server_that_is_too_slow_is_not_waited_for(server: Server) -> None:
    def slow(asked: Asked) -> Answer:
        return Answer(completion(good(prompt_of(asked))).body, after=1.0)

    server.next = [slow] * 2
    script = written(server, timeout_seconds=0.2, attempts=2)
    assert "didn't answer in time): Three die" in noted(script)
    assert "1 of 2 stories" in noted(script)


def test_a_build_waits_for_its_models_only_so_long(server: Server) -> None:
    script = written(server, patience_seconds=1e-6)
    assert not server.asked
    assert script.lines == OFFLINE.lines
    assert noted(script).count("that a build waits are over") == 2


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (completion("The answer was", finish="length"), "cut off"),
        (completion(""), "empty"),
        (completion(None), "empty"),
        (completion(None, refusal="I can't help with that."), "refused"),
        (completion("I can't.", finish="content_filter"), "refused"),
        (Answer(b'{"object": "chat.completion", "choices": []}'), "no chat"),
        (Answer(b'{"detail": "what?"}'), "no chat"),
    ],
)
def test_an_answer_that_is_none_is_said_to_be_none(
    server: Server, answer: Answer, reason: str
) -> None:
    server.next = [lambda _: answer]
    with pytest.raises(BadAnswer, match=reason):
        chat(server).ask(HELLO, {})


def test_a_refusal_is_asked_again_and_then_left(server: Server) -> None:
    server.next = [lambda _: completion(None, refusal="No.")] * 2
    script = written(server)
    assert "written without the model (the model refused): Three die" in noted(script)
    assert "again" in server.asked[1]["messages"][-1]["content"]
    assert "1 of 2 stories" in noted(script)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"<html>Welcome</html>", kind="text/html"),
        Answer(b"not json"),
        Answer(b"[1, 2]"),
        Answer(b"null"),
        Answer(b'"hello"'),
        Answer(b'{"choices": "none"}'),
        Answer(b'{"choices": [{"message": 3}]}'),
        Answer(b'{"choices": [{"message": {"content": [1]}}], "usage": {"prompt_tokens": "x"}}'),
        Answer(completion("hello").body, cut_at=40),
    ],
    ids=range(9),
)
def test_whatever_a_server_sends_the_episode_is_written(server: Server, answer: Answer) -> None:
    server.next = [lambda _: answer] * 20
    script = written(server, attempts=1)
    assert script.lines == OFFLINE.lines


def test_a_connection_that_breaks_is_tried_again(server: Server) -> None:
    whole = completion("hello")
    server.next = [lambda _: Answer(whole.body, cut_at=60), said("hello")]
    assert chat(server).ask(HELLO, {}) == "hello"


def test_a_wrong_key_is_not_tried_for_every_story(server: Server) -> None:
    server.next = [failure(401)] * 9
    script = written(server)
    assert len(server.asked) == 1
    assert noted(script).count("refused with 401") == 2
    assert script.lines == OFFLINE.lines


def test_an_empty_account_is_not_asked_twice(server: Server) -> None:
    server.next = [failure(429, code="insufficient_quota")] * 9
    assert written(server).lines == OFFLINE.lines
    assert len(server.asked) == 1


def test_without_a_key_that_it_needs_nothing_is_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEST_CHAT_KEY")
    assert "TEST_CHAT_KEY isn't set" in noted(written(server, needs_key=True))
    assert not server.asked


def test_a_server_that_is_not_there_is_named() -> None:
    script = written(Server("http://127.0.0.1:9/v1"), attempts=1)
    assert "http://127.0.0.1:9/v1 can't be reached" in noted(script)
    assert script.lines == OFFLINE.lines


@pytest.mark.parametrize("status", [400, 422])
def test_a_server_without_json_schema_is_asked_for_json_and_then_for_text(
    server: Server, status: int
) -> None:
    server.next = [failure(status), failure(status)]
    assert "2 of 2 stories" in noted(written(server))
    assert [asked.get("response_format", {}).get("type") for asked in server.asked] == [
        "json_schema",
        "json_object",
        None,
        None,
    ]


def test_the_money_limit_holds_before_anything_is_spent(server: Server) -> None:
    prices = {"price_per_million_in": 10.0, "price_per_million_out": 50.0}
    script = written(server, **prices, spending_limit=0.001)
    assert not server.asked
    assert "of the limit of 0.001 is spent" in noted(script)
    assert script.lines == OFFLINE.lines


def test_what_was_spent_counts_and_the_next_request_is_not_sent(server: Server) -> None:
    prices = {"price_per_million_in": 10.0, "price_per_million_out": 50.0}
    needed = 0.02 + 0.05 + 0.015  # what one request may take at most, and what the first took
    script = written(server, **prices, max_tokens=1000, spending_limit=needed)
    assert len(server.asked) == 1
    assert "1 of 2 stories" in noted(script)
    assert "0.0200 spent" in noted(script)


def test_the_token_limit_holds(server: Server) -> None:
    script = written(server, max_tokens=500, token_limit=3500)
    assert len(server.asked) == 1
    assert "1200 of the limit of 3500 are used" in noted(script)


def test_a_request_that_timed_out_is_counted_as_spent(server: Server) -> None:
    server.next = [lambda _: Answer(b"{}", after=0.5)] * 2
    talk = chat(server, timeout_seconds=0.1, attempts=2, price_per_million_out=1e6, max_tokens=100)
    with pytest.raises(ModelFailed):
        talk.ask(HELLO, {})
    assert talk.purse.spent == pytest.approx(200.0)


def test_the_key_is_in_no_message_no_note_and_no_log(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.next = [failure(500), failure(401)]
    with caplog.at_level(logging.DEBUG):
        script = written(server)
    assert KEY not in json.dumps(server.asked) + noted(script) + caplog.text + texts(script)


def test_a_server_that_invents_in_every_answer_gets_none_of_it_in(server: Server) -> None:
    server.usual = says(liar)
    script = written(server)
    assert len(server.asked) == 4
    assert not INVENTED.search(texts(script))
    assert noted(script).count("written without the model") == 2
