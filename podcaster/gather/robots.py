"""What sites ask of programs (RFC 9309)."""

import threading
from collections.abc import Callable
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from podcaster.gather.guard import Origin

FetchText = Callable[[str, frozenset[Origin]], str]


class Robots:
    """Reads each site's robots.txt once."""

    def __init__(self, fetch_text: FetchText, agent: str) -> None:
        self._fetch_text = fetch_text
        self._agent = agent
        self._rules: dict[str, RobotFileParser] = {}
        self._lock = threading.Lock()

    def allow(self, url: str, private: frozenset[Origin]) -> bool:
        address = urljoin(url, "/robots.txt")
        with self._lock:
            rules = self._rules.get(address)
        if rules is None:
            rules = RobotFileParser()
            rules.parse(self._fetch_text(address, private).splitlines())
            with self._lock:
                self._rules[address] = rules
        return rules.can_fetch(self._agent, url)
