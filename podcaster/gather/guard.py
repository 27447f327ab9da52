"""The guard at the connection: nothing that a feed points at may reach a private network.

A name is looked up once, its addresses are judged, and the connection is made to the very address
that was judged, so that a name server can't answer differently in between (DNS rebinding).
Redirects pass here too, since each hop is a connection of its own.
"""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Iterable

import httpx

Origin = tuple[str, int]
"""A host's name in lower case, and a port."""
Resolver = Callable[[str, int], Iterable[str]]
"""Gives the addresses of a host, best first. Raises OSError where there is none."""

ALLOWED = "private_origins"
"""The request extension that holds the origins which may be private: a frozenset of Origin."""

RESOLVE_SECONDS = 4.0
MOST_ADDRESSES = 3
_EMBEDS_IPV4 = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


class Forbidden(httpx.TransportError):
    """A request to an address that a public feed has no business with."""


def origin_of(url: httpx.URL | str) -> Origin:
    """Raises httpx.InvalidURL for something that is no address."""
    parsed = httpx.URL(url)
    return parsed.host.lower(), parsed.port or _PORTS.get(parsed.scheme, 0)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, addresses inside addresses included."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _EMBEDS_IPV4:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def resolve(host: str, port: int) -> list[str]:
    """The system's own look-up, given up after RESOLVE_SECONDS: it can't be interrupted itself."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([str(entry[4][0]) for entry in found])
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
    try:
        answer = answers.get(timeout=RESOLVE_SECONDS)
    except queue.Empty:
        raise OSError(f"no answer from the name server in {RESOLVE_SECONDS:g} s") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def direct_transport() -> httpx.BaseTransport:
    """Connections that are closed after one answer.

    The guard asks for addresses instead of names, and two names on one address must not share a
    connection: its certificate is of one of them only.
    """
    return httpx.HTTPTransport(limits=httpx.Limits(max_connections=32, max_keepalive_connections=0))


def judged_addresses(request: httpx.Request, resolver: Resolver) -> list[str]:
    """The addresses that a request may connect to.

    Raises Forbidden where one of them is private and the request doesn't say that it may be, and
    httpx.ConnectError where there are none.
    """
    if request.url.scheme not in _PORTS:
        raise Forbidden(f"{request.url.scheme}: addresses aren't fetched", request=request)
    host, port = origin_of(request.url)
    try:
        addresses = list(dict.fromkeys(resolver(host, port)))
    except OSError as error:
        raise httpx.ConnectError(f"{host} can't be looked up: {error}") from error
    allowed: frozenset[Origin] = request.extensions.get(ALLOWED, frozenset())
    if (host, port) not in allowed and not all(map(is_public, addresses)):
        raise Forbidden(f"{host} is on a private network", request=request)
    return addresses


class JudgingTransport(httpx.BaseTransport):
    """Stands before a cache, which would answer with what was fetched when it was allowed."""

    def __init__(self, inner: httpx.BaseTransport, resolver: Resolver = resolve) -> None:
        self._inner = inner
        self._resolver = resolver

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Raises Forbidden, or what the inner transport raises."""
        judged_addresses(request, self._resolver)
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


class GuardedTransport(httpx.BaseTransport):
    """Connects to judged addresses only."""

    def __init__(
        self, inner: httpx.BaseTransport | None = None, resolver: Resolver = resolve
    ) -> None:
        self._inner = inner or direct_transport()
        self._resolver = resolver

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Raises Forbidden, or what the inner transport raises."""
        return self._connect(request, judged_addresses(request, self._resolver))

    def _connect(self, request: httpx.Request, addresses: list[str]) -> httpx.Response:
        failure: httpx.TransportError = httpx.ConnectError(
            f"{request.url.host} has no address", request=request
        )
        for address in addresses[:MOST_ADDRESSES]:
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": request.url.host},
            )
            try:
                return self._inner.handle_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        raise failure

    def close(self) -> None:
        self._inner.close()
