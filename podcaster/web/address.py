"""Where the server listens, and under which addresses it's reached."""

import errno
import ipaddress
import socket

from podcaster.errors import UsageError

DOCUMENTATION_HOST = ("192.0.2.1", 9)
"""Reserved (RFC 5737): asking for the way there tells our own address and sends nothing."""


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address; port 0 takes a free one. Raises UsageError where it can't."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, OverflowError) as error:
        raise UsageError(
            f"There is no address {host!r} to listen at.",
            "Use --host 127.0.0.1 for this machine only, or --host 0.0.0.0 for the home network.",
        ) from error
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen()
    except OSError as error:
        listening.close()
        raise UsageError(_refusal(error, host, port), _advice(error, port)) from error
    return listening


def reachable_at(listening: socket.socket) -> list[str]:
    """The origins to subscribe by, the nearest first: this machine's, then the home network's."""
    host, port = listening.getsockname()[:2]
    if not ipaddress.ip_address(host).is_unspecified:
        return [_origin(host, port)]
    found = [_origin("localhost", port)]
    if own := _own_address():
        found.append(_origin(own, port))
    return found


def _own_address() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(DOCUMENTATION_HOST)
        except OSError:
            return None
        address: str = asking.getsockname()[0]
    return None if ipaddress.ip_address(address).is_loopback else address


def _origin(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _refusal(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use already."
    return f"Can't listen at {host}, port {port}: {error.strerror}."


def _advice(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Stop what uses it, or take another: podcaster serve --port {port + 1}."
    return "Take another port, above 1023, or another --host."
