"""What OpenAI's client says of a request that failed, whatever was asked for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import openai

LONGEST_WAIT = 30.0
"""Seconds between two attempts, also where the server asks for more."""
WORTH_ASKING_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
OUT_OF_MONEY = "insufficient_quota"


def wait_before_retry(error: Exception) -> bool | float:
    """Whether asking again may help; the seconds to wait where the server says so."""
    import openai

    if isinstance(error, openai.APIStatusError):
        if error.status_code not in WORTH_ASKING_AGAIN or error.code == OUT_OF_MONEY:
            return False
        asked = error.response.headers.get("retry-after", "")
        return min(float(asked), LONGEST_WAIT) if asked.isdecimal() else True
    return isinstance(error, openai.APIConnectionError)


def reason_of(error: "openai.APIStatusError") -> str:
    """The server's own words, shortened, without a full stop."""
    body = error.body
    message = body.get("message") if isinstance(body, dict) else None
    return str(message)[:200].rstrip(".") if message else "no reason given"
