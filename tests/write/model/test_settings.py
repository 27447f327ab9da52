"""What is wrong with the model writer's settings is said in one sentence; these need no client."""

import builtins
from typing import Any

import pytest

from podcaster.contracts import WriterSetup
from podcaster.errors import UsageError
from podcaster.write.model.failures import ModelFailed
from podcaster.write.model.purse import Purse, Tokens
from podcaster.write.model.settings import Settings
from podcaster.write.model.writer import ModelWriter


def refused(**options: object) -> UsageError:
    with pytest.raises(UsageError) as caught:
        ModelWriter(WriterSetup(options=options))
    return caught.value


def test_an_unknown_setting_is_named_with_those_there_are() -> None:
    error = refused(model="m", modle="x")
    assert "writer.model.modle" in error.message
    assert "temperature" in error.hint


def test_a_model_must_be_named() -> None:
    error = refused()
    assert "writer.model.model is missing" in error.message
    assert "docs/writers.md" in error.hint


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"base_url": "localhost:11434/v1"}, "https://"),
        ({"base_url": "https://me:secret@example.org/v1"}, "key_variable"),
        ({"temperature": 3.0}, "from 0 to 2"),
        ({"temperature": "hot"}, "default"),
        ({"spending_limit": -1}, "greater than or equal to 0"),
        ({"structure": "xml"}, "json_schema"),
    ],
)
def test_a_value_that_cannot_be_used_is_explained(options: dict[str, Any], said: str) -> None:
    assert said in refused(model="m", **options).message


def test_without_the_client_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "openai":
            raise ImportError("No module named 'openai'")
        return found(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    assert "pip install 'podcaster[openai]'" in refused(model="m").hint


def purse(**limits: object) -> Purse:
    prices = {"price_per_million_in": 2.0, "price_per_million_out": 10.0}
    return Purse(Settings.model_validate({"model": "m", "max_tokens": 1000, **prices, **limits}))


def test_a_purse_asks_for_the_most_that_a_request_may_take() -> None:
    most = purse().most(["é" * 1000])
    assert most.received == 1000
    assert most.sent >= 1000


def test_a_purse_refuses_before_its_limit_is_passed_and_keeps_what_it_has() -> None:
    money = purse(spending_limit=0.02)
    money.require(Tokens(1000, 1000))
    money.pay(Tokens(1000, 1000))
    assert money.spent == pytest.approx(0.012)
    with pytest.raises(ModelFailed, match=r"limit of 0\.02") as caught:
        money.require(Tokens(1000, 1000))
    assert caught.value.final
    money.require(Tokens(1000, 500))


def test_a_purse_counts_tokens() -> None:
    money = purse(token_limit=1000)
    money.pay(Tokens(400, 100))
    money.require(Tokens(400, 100))
    with pytest.raises(ModelFailed, match="500 of the limit of 1000"):
        money.require(Tokens(400, 101))
