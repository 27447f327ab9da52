"""What a user is told while a server is asked again."""

import logging

from podcaster.cli.progress import console

LOGGER = "stamina"
"""What a retry is logged by; without a handler Python would show the event's bare name."""


class RetryNotice(logging.Handler):
    """Says in words what goes wrong and how long the next attempt is away."""

    def emit(self, record: logging.LogRecord) -> None:
        seconds = record.__dict__.get("stamina.wait_for")
        cause = record.__dict__.get("stamina.caused_by")
        if seconds is None:
            return
        console.print(
            f"No luck ({cause}); trying again in {seconds:g} s.",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )


def tell_of_retries() -> None:
    logger = logging.getLogger(LOGGER)
    if not any(isinstance(handler, RetryNotice) for handler in logger.handlers):
        logger.addHandler(RetryNotice())
        logger.propagate = False
