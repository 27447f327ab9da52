"""Asking a chat server: once, or again where asking again may help."""

import json
import os
import time
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from podcaster.errors import UsageError
from podcaster.openai_failures import (
    LONGEST_WAIT,
    OUT_OF_MONEY,
    reason_of,
    wait_before_retry,
)
from podcaster.write.model.chat import Message
from podcaster.write.model.completion import text_of, tokens_of
from podcaster.write.model.failures import ModelFailed
from podcaster.write.model.purse import Purse
from podcaster.write.model.settings import Settings, Structure

if TYPE_CHECKING:
    import openai

NO_USE_FOR_ANY_STORY = frozenset({401, 402, 403, 404, 405})
SHAPE_REFUSED = frozenset({400, 415, 422, 501})
"""With which servers answer that don't know the shape that an answer is asked for in."""
STRICTEST_FIRST: tuple[Structure, ...] = ("json_schema", "json_object", "none")


class ChatServer:
    """One server for one build, asked through OpenAI's own client."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.purse = Purse(settings)
        self.requests = 0
        self._until = time.monotonic() + settings.patience_seconds
        self._structures = (
            STRICTEST_FIRST if settings.structure == "auto" else (settings.structure,)
        )

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        """The answer's text, whole and not empty.

        Raises BadAnswer where it's cut off, empty or a refusal, and ModelFailed once all attempts
        have failed, or before a request that could go over a limit.
        """
        import openai

        while True:
            try:
                return self._attempts(messages, schema)
            except openai.APIStatusError as error:
                if error.status_code not in SHAPE_REFUSED or len(self._structures) == 1:
                    raise self._said(error) from error
                self._structures = self._structures[1:]
            except openai.OpenAIError as error:
                raise self._said(error) from error

    @property
    def account(self) -> str:
        spent = f", {self.purse.spent:.4f} spent" if self.purse.spent else ""
        return f"{self.requests} requests, {self.purse.tokens} tokens{spent}"

    def _attempts(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        import stamina

        attempts = stamina.retry_context(
            on=wait_before_retry,
            attempts=self.settings.attempts,
            timeout=None,
            wait_initial=self.settings.wait_seconds,
            wait_max=LONGEST_WAIT,
            wait_jitter=self.settings.wait_seconds / 2,
        )
        for attempt in attempts:
            with attempt:
                return self._once(messages, schema)
        raise ModelFailed("the server gave nothing")

    def _once(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        import openai

        left = self._until - time.monotonic()
        if left <= 0:
            patience = self.settings.patience_seconds
            raise ModelFailed(f"the {patience:g} s that a build waits are over", final=True)
        asked = [message["content"] for message in messages]
        most = self.purse.most([*asked, json.dumps(schema)])
        self.purse.require(most)
        sent: Any = list(messages)
        self.requests += 1
        try:
            answer = self._client.chat.completions.with_raw_response.create(
                model=self.settings.model,
                messages=sent,
                timeout=min(left, self.settings.timeout_seconds),
                **self._options(schema),
            )
        except openai.APITimeoutError:
            # A server may go on, and charge, after nobody listens any more.
            self.purse.pay(most)
            raise
        body = answer.http_response.content
        self.purse.pay(tokens_of(body) or most)
        return text_of(body)

    def _options(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        settings = self.settings
        options: dict[str, Any] = {settings.max_tokens_name: settings.max_tokens}
        if settings.temperature != "default":
            options["temperature"] = settings.temperature
        structure = self._structures[0]
        if structure == "json_schema":
            named = {"name": "answer", "strict": True, "schema": dict(schema)}
            options["response_format"] = {"type": structure, "json_schema": named}
        elif structure == "json_object":
            options["response_format"] = {"type": structure}
        return options

    @cached_property
    def _client(self) -> "openai.OpenAI":
        import openai

        settings = self.settings
        key = os.environ.get(settings.key_variable, "")
        if settings.needs_key and not key:
            raise ModelFailed(f"{settings.key_variable} isn't set", final=True)
        return openai.OpenAI(api_key=key or "none", base_url=settings.base_url, max_retries=0)

    def _said(self, error: "openai.OpenAIError") -> ModelFailed:
        """What happened, without the key and without a page of HTML."""
        import openai

        where = self.settings.base_url
        if isinstance(error, openai.APITimeoutError):
            return ModelFailed(f"{where} didn't answer in time")
        if isinstance(error, openai.APIStatusError):
            final = error.status_code in NO_USE_FOR_ANY_STORY or error.code == OUT_OF_MONEY
            return ModelFailed(
                f"{where} refused with {error.status_code}: {reason_of(error)}", final=final
            )
        cause = type(error.__cause__ or error).__name__
        return ModelFailed(f"{where} can't be reached: {cause}")


def require_client() -> None:
    """Raises UsageError where the client isn't installed."""
    try:
        import openai  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "The model writer needs OpenAI's client, which isn't installed.",
            "pip install 'podcaster[openai]'",
        ) from error
