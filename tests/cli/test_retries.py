"""A server that is asked again is told of in words."""

import logging

import pytest

from podcaster.cli import retries


def test_the_cause_and_the_wait_are_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[str] = []
    monkeypatch.setattr(retries.console, "print", lambda text, **_: said.append(text))
    logger = logging.getLogger(retries.LOGGER)
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "propagate", True)
    retries.tell_of_retries()
    retries.tell_of_retries()
    details = {"stamina.wait_for": 1.5, "stamina.caused_by": "APIConnectionError('down')"}
    logger.warning("stamina.retry_scheduled", extra=details)
    assert said == ["No luck (APIConnectionError('down')); trying again in 1.5 s."]
    assert caplog.records == []
