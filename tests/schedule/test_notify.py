"""A command or an address is told how a build ended, and a build outlives both."""

import datetime as dt
import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from podcaster.schedule.notify import notify
from podcaster.schedule.tick import Outcome

FAILED = Outcome("daily", dt.date(2026, 11, 24), "failed", "No source could be reached.", True)
MESSAGE = {
    "show": "daily",
    "date": "2026-11-24",
    "result": "failed",
    "message": "No source could be reached.",
    "last_attempt": True,
}


class Webhook(HTTPServer):
    told: list[object]
    status: int


class Answers(BaseHTTPRequestHandler):
    server: Webhook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.told.append(json.loads(body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    with Webhook(("127.0.0.1", 0), Answers) as server:
        server.told, server.status = [], 200
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_an_address_is_posted_to(webhook: Webhook) -> None:
    assert notify(f"http://127.0.0.1:{webhook.server_port}/hook", FAILED) is None
    assert webhook.told == [MESSAGE]


def test_an_address_that_refuses_is_said(webhook: Webhook) -> None:
    webhook.status = 500
    problem = notify(f"http://127.0.0.1:{webhook.server_port}/hook", FAILED)
    assert problem is not None
    assert "500" in problem


def test_a_command_reads_it(tmp_path: Path) -> None:
    script = tmp_path / "tell me.py"
    script.write_text(
        "import sys, pathlib\npathlib.Path(sys.argv[1]).write_text(sys.stdin.read())\n"
    )
    target = tmp_path / "told.json"
    assert notify(f"{sys.executable} '{script}' {target}", FAILED) is None
    assert json.loads(target.read_text()) == MESSAGE


@pytest.mark.parametrize("command", ["/no/such/program", "false", "sh -c 'unclosed"])
def test_a_command_that_fails_is_said(command: str) -> None:
    assert "couldn't be told" in str(notify(command, FAILED))
