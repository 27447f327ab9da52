"""Addresses: where the tree under `out/` is reachable, and which links may be published."""

from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, urlsplit

DEFAULT_BASE = "http://localhost:8000"
"""Written where no base URL is configured; `podcaster serve` puts the request's origin instead."""

RESERVED = ":/?#[]@!$&'()*+,;=%~"
"""What a URL may hold besides letters and digits (RFC 3986), and so is left as it is."""


@dataclass(frozen=True)
class Site:
    """The public address of `out/`, ASCII and without a trailing slash."""

    base: str

    @classmethod
    def at(cls, base_url: str | None) -> Self:
        return cls(ascii_url(base_url or DEFAULT_BASE).rstrip("/"))

    def url(self, address: str) -> str:
        """The absolute URL of a published file; `address` is its path below `out/`."""
        return f"{self.base}/{quote(address)}"


def ascii_url(url: str) -> str:
    """The same address in ASCII: the host in IDNA, the rest percent-encoded."""
    parts = urlsplit(url)
    host = parts.netloc
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    return quote(parts._replace(netloc=host).geturl(), safe=RESERVED)


def web_url(url: str | None) -> str | None:
    """The address in ASCII if a listener can follow it, else None: never a local file's path."""
    if not url:
        return None
    try:
        if urlsplit(url).scheme.lower() not in ("http", "https"):
            return None
        return ascii_url(url)
    except (ValueError, UnicodeError):
        return None


def rebase(content: bytes, shows: list[str], origin: str) -> bytes:
    """Puts `origin` where the default base stands before one of the shows' addresses.

    Only there: a source that happens to live at the same address stays as it was cited.
    """
    moves = ((DEFAULT_BASE, origin), (app_url(DEFAULT_BASE), app_url(origin)))
    for show in shows:
        for old, new in moves:
            content = content.replace(f"{old}/{show}/".encode(), f"{new}/{show}/".encode())
    return content


def app_url(url: str) -> str:
    """The same address with the scheme that podcast apps open."""
    return f"podcast://{url.partition('://')[2]}"
