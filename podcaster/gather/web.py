"""Fetching, politely and within limits."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from podcaster import __version__
from podcaster.errors import GatherError
from podcaster.gather.guard import (
    ALLOWED,
    Forbidden,
    GuardedTransport,
    JudgingTransport,
    Origin,
)
from podcaster.gather.robots import Robots

USER_AGENT = f"podcaster/{__version__} (a news podcast made on its listener's own machine)"
MEGABYTE = 1_000_000
MOST_BYTES = 10 * MEGABYTE
CACHE_BYTES = 200 * MEGABYTE
UNCHANGED = {"Cache-Control": "no-cache"}
"""Has the server say whether what is stored is still right (RFC 9111, section 5.2.1.4)."""
RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Patience:
    """How long a fetch may take, in seconds, and how often it's tried."""

    connect: float = 4.0
    read: float = 10.0
    whole: float = 25.0
    """One fetch from its first try to its last byte."""
    attempts: int = 3
    first_wait: float = 0.3


@dataclass(frozen=True)
class Page:
    """What came back, decompressed."""

    url: str
    """Where it was found in the end, redirects followed."""
    content: bytes
    content_type: str


class Web:
    """A client that keeps what it fetched and asks again only for what changed (RFC 9111)."""

    def __init__(
        self,
        cache: Path,
        patience: Patience | None = None,
    ) -> None:
        """`cache` is the folder that keeps what was fetched; it may not exist yet."""
        from hishel import CacheOptions, SqliteStorage
        from hishel.httpx import CacheTransport

        self._patience = patience or Patience()
        self._robots = Robots(self._robots_text, USER_AGENT)
        cache.mkdir(parents=True, exist_ok=True)
        storage = SqliteStorage(
            database_path=cache / "http.sqlite",
            max_size=CACHE_BYTES,
            max_stream_size=MOST_BYTES,
        )
        self._client = httpx.Client(
            transport=JudgingTransport(
                CacheTransport(GuardedTransport(), storage=storage, rfc=CacheOptions(shared=False))
            ),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"},
            timeout=httpx.Timeout(self._patience.read, connect=self._patience.connect),
            follow_redirects=True,
            max_redirects=8,
        )

    def get(self, url: str, private: frozenset[Origin] = frozenset(), linked: bool = False) -> Page:
        """Fetches one address; `private` are the origins that may be on a private network.

        `linked` is for pages that nobody named: the site's robots.txt is asked first, and what is
        stored of them is used while it's fresh. A source itself is asked each time for what
        changed.

        Raises GatherError, said for a person, for all that can go wrong.
        """
        import stamina

        if linked and not self._robots.allow(url, private):
            raise GatherError(
                f"{url}: the site asks programs not to read this page (robots.txt)",
                "Name the article's address yourself with --source.",
            )
        deadline = time.monotonic() + self._patience.whole
        try:
            for attempt in stamina.retry_context(
                on=_worth_another_try,
                attempts=self._patience.attempts,
                timeout=self._patience.whole,
                wait_initial=self._patience.first_wait,
                wait_max=5.0,
                wait_jitter=self._patience.first_wait,
            ):
                with attempt:
                    return self._get_once(url, private, deadline, {} if linked else UNCHANGED)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise GatherError(f"{url}: {_reason(error)}", _hint(error)) from error
        raise AssertionError("a retry loop ends with a value or an exception")

    def close(self) -> None:
        self._client.close()

    def _robots_text(self, url: str, private: frozenset[Origin]) -> str:
        """Empty, which allows all, where a site has none or can't say."""
        try:
            page = self._get_once(url, private, time.monotonic() + self._patience.read, {})
        except (httpx.HTTPError, httpx.InvalidURL, GatherError):
            return ""
        return page.content.decode("utf-8", errors="replace")

    def _get_once(
        self,
        url: str,
        private: frozenset[Origin],
        deadline: float,
        headers: Mapping[str, str],
    ) -> Page:
        with self._client.stream(
            "GET", url, headers=headers, extensions={ALLOWED: private}
        ) as response:
            response.raise_for_status()
            encoding = response.headers.get("content-encoding", "identity").lower()
            if encoding not in ("identity", "gzip", "deflate", ""):
                raise GatherError(f"{url}: sent as {encoding!r}, which wasn't asked for")
            announced = response.headers.get("content-length", "0")
            if announced.isdigit() and int(announced) > MOST_BYTES:
                raise _too_large(url)
            content = bytearray()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > MOST_BYTES:
                    raise _too_large(url)
                if time.monotonic() > deadline:
                    raise GatherError(
                        f"{url}: not all there after {self._patience.whole:g} seconds",
                        "Try again later.",
                    )
            return Page(
                url=str(response.url),
                content=bytes(content),
                content_type=response.headers.get("content-type", ""),
            )


@contextmanager
def open_web(cache: Path, patience: Patience | None = None) -> Iterator[Web]:
    web = Web(cache, patience)
    try:
        yield web
    finally:
        web.close()


def _too_large(url: str) -> GatherError:
    return GatherError(
        f"{url}: larger than {MOST_BYTES // MEGABYTE} MB",
        "News feeds and articles are far smaller; check that the address is the right one.",
    )


def _worth_another_try(error: Exception) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in RETRIED_STATUSES
    if isinstance(error, Forbidden | httpx.UnsupportedProtocol | httpx.TimeoutException):
        return False
    if isinstance(error, httpx.ConnectError) and isinstance(error.__cause__, OSError):
        return False
    return isinstance(error, httpx.TransportError)


def _reason(error: Exception) -> str:
    match error:
        case httpx.HTTPStatusError():
            return (
                f"the server answered {error.response.status_code} {error.response.reason_phrase}"
            )
        case httpx.TimeoutException():
            return "no answer in time"
        case httpx.TooManyRedirects():
            return "redirected too often"
        case httpx.DecodingError():
            return "its compression is broken"
        case httpx.InvalidURL() | httpx.UnsupportedProtocol():
            return "that isn't an http or https address"
        case _:
            return str(error) or type(error).__name__


def _hint(error: Exception) -> str:
    match error:
        case Forbidden():
            return "Name the source itself with --source if you mean to read from that network."
        case httpx.HTTPStatusError():
            return "Open the address in a browser to see whether it's still the right one."
        case _:
            return "Check the network and the address."
