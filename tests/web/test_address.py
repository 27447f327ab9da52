"""Where the server listens, told so that a person knows what to type into an app."""

import socket

import pytest

from podcaster.errors import UsageError
from podcaster.web.address import listen, reachable_at


def test_a_port_in_use_is_said_with_another_to_take() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(UsageError, match=f"Port {port} on 127.0.0.1 is in use") as refusal:
            listen("127.0.0.1", port)
        assert f"--port {port + 1}" in refusal.value.hint


def test_a_host_that_does_not_exist_is_said() -> None:
    with pytest.raises(UsageError, match="no address"):
        listen("no such host", 0)


def test_on_this_machine_only_there_is_one_address() -> None:
    with listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        assert reachable_at(listening) == [f"http://127.0.0.1:{port}"]


def test_on_the_home_network_the_first_address_is_this_machines() -> None:
    with listen("0.0.0.0", 0) as listening:
        port = listening.getsockname()[1]
        found = reachable_at(listening)
    assert found[0] == f"http://localhost:{port}"
    assert all(origin.endswith(f":{port}") for origin in found)


@pytest.mark.skipif(not socket.has_ipv6, reason="needs IPv6")
def test_an_ipv6_address_stands_in_brackets() -> None:
    try:
        listening = listen("::1", 0)
    except UsageError:
        pytest.skip("this machine has no IPv6 loopback")
    with listening:
        assert reachable_at(listening)[0].startswith("http://[::1]:")
