"""Asking a server for speech: once, or again where asking again may help."""

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from podcaster.contracts import Samples
from podcaster.errors import SpeakError
from podcaster.openai_failures import LONGEST_WAIT, reason_of, wait_before_retry
from podcaster.speak.openai.settings import Settings
from podcaster.speak.openai.sound import read_pcm, read_wav

if TYPE_CHECKING:
    import openai


class SpeechServer:
    """One server, asked through OpenAI's own client."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def check(self) -> None:
        """Raises SpeakError where no request could be made."""
        _ = self._client

    def speak(self, text: str, voice: str, instructions: str, speed: float) -> tuple[Samples, int]:
        """float32 mono and its sample rate. Raises SpeakError once all attempts have failed."""
        import openai
        import stamina

        settings = self.settings
        more: dict[str, Any] = {}
        if instructions:
            more["instructions"] = instructions
        if speed != 1.0:
            more["speed"] = speed
        attempts = stamina.retry_context(
            on=_wait_before_retry,
            attempts=settings.attempts,
            timeout=None,
            wait_initial=settings.wait_seconds,
            wait_max=LONGEST_WAIT,
            wait_jitter=settings.wait_seconds / 2,
        )
        try:
            for attempt in attempts:
                with attempt:
                    answer = self._client.audio.speech.create(
                        model=settings.model,
                        input=text,
                        voice=voice,
                        response_format=settings.format,
                        **more,
                    )
                    return self._read(answer.content, answer.response.headers)
        except openai.OpenAIError as error:
            raise self._said(error) from error
        raise SpeakError(f"The speech server {settings.base_url} gave nothing.")

    def _read(self, content: bytes, headers: Mapping[str, str]) -> tuple[Samples, int]:
        kind = headers.get("content-type", "")
        if self.settings.format == "pcm":
            return read_pcm(content, kind, self.settings.pcm_sample_rate)
        return read_wav(content, kind)

    @cached_property
    def _client(self) -> "openai.OpenAI":
        try:
            import openai
        except ImportError as error:
            raise SpeakError(
                "OpenAI's client isn't installed.", "pip install 'podcaster[openai]'"
            ) from error
        settings = self.settings
        key = os.environ.get(settings.key_variable, "")
        if settings.needs_key and not key:
            raise SpeakError(
                f"The speech server {settings.base_url} needs a key, and {settings.key_variable} "
                "isn't set.",
                f"Set {settings.key_variable}, or needs_key = false in [engine.openai].",
            )
        return openai.OpenAI(
            api_key=key or "none",
            base_url=settings.base_url,
            timeout=settings.timeout_seconds,
            max_retries=0,
        )

    def _said(self, error: "openai.OpenAIError") -> SpeakError:
        """What happened, without the key and without a page of HTML."""
        import openai

        where = f"The speech server {self.settings.base_url}"
        if isinstance(error, openai.APITimeoutError):
            return SpeakError(
                f"{where} didn't answer within {self.settings.timeout_seconds:g} s.",
                "Try later, or raise timeout_seconds in [engine.openai].",
            )
        if isinstance(error, openai.APIStatusError):
            return SpeakError(
                f"{where} refused with {error.status_code}: {reason_of(error)}.",
                _advice(error.status_code, self.settings.key_variable),
            )
        return SpeakError(
            f"{where} can't be reached: {type(error.__cause__ or error).__name__}.",
            "Check base_url in [engine.openai], and that the server runs.",
        )


def _wait_before_retry(error: Exception) -> bool | float:
    """The client's failures as they are; sound that can't be read may be whole the next time."""
    return isinstance(error, SpeakError) or wait_before_retry(error)


def _advice(status: int, key_variable: str) -> str:
    if status in (401, 403):
        return f"Check the key in {key_variable}."
    if status in (400, 404, 422):
        return "Check model and voice in [engine.openai]."
    return "Try later."
