"""A server of a few lines in OpenAI's manner: it answers as it's told to, and keeps what it was
asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Asked = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    body: bytes
    status: int = 200
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    cut_at: int | None = None
    """How much of the body is sent before the connection is closed."""
    after: float = 0.0
    """Seconds to wait before anything is sent."""


Reply = Callable[[Asked], Answer]


def failure(status: int, code: str = "", **headers: str) -> Reply:
    body = json.dumps({"error": {"message": f"made to fail with {status}", "code": code}})
    sent = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return lambda _: Answer(body.encode(), status, headers=sent)


@dataclass
class Server:
    url: str
    usual: Reply = field(default_factory=lambda: failure(501))
    next: list[Reply] = field(default_factory=list)
    """Answers to the next requests; after them the usual one."""
    asked: list[Asked] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


@contextmanager
def serving(usual: Reply) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            server.asked.append(asked)
            server.keys.append(self.headers.get("authorization", ""))
            answer = (server.next.pop(0) if server.next else server.usual)(asked)
            time.sleep(answer.after)
            try:
                self._send(answer)
            except ConnectionError:
                return  # the client has hung up

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            self.send_header("content-type", answer.kind)
            self.send_header("content-length", str(len(answer.body)))
            for name, value in answer.headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body[: answer.cut_at])
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Server(f"http://127.0.0.1:{http.server_port}/v1", usual)
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
