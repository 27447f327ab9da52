"""Tells a command or a web address how a scheduled build ended."""

import json
import shlex
import subprocess

import httpx

from podcaster.schedule.tick import Outcome

COMMAND_SECONDS = 60
WEBHOOK_SECONDS = 15


def notify(target: str, outcome: Outcome) -> str | None:
    """Gives the outcome as JSON, to a command on standard input or to an address by POST.

    Returns what went wrong: a build isn't lost because nobody could be told of it.
    """
    message = {
        "show": outcome.show,
        "date": outcome.date.isoformat(),
        "result": outcome.result,
        "message": outcome.message,
        "last_attempt": outcome.last_attempt,
    }
    if target.startswith(("http://", "https://")):
        return _post(target, message)
    return _run(target, message)


def _post(address: str, message: dict[str, object]) -> str | None:
    try:
        httpx.post(address, json=message, timeout=WEBHOOK_SECONDS).raise_for_status()
    except httpx.HTTPError as error:
        return f"{address} couldn't be told: {error}"
    return None


def _run(command: str, message: dict[str, object]) -> str | None:
    try:
        subprocess.run(
            shlex.split(command),
            input=json.dumps(message),
            text=True,
            timeout=COMMAND_SECONDS,
            check=True,
            capture_output=True,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return f"{command!r} couldn't be told: {error}"
    return None
