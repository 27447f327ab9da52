"""A chat server of a few lines: it answers as it's told to, and keeps what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.write.model.scripted import Model, good

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


@dataclass
class Server:
    url: str
    model: Model = good
    next: list[Callable[[Asked], Answer]] = field(default_factory=list)
    """Answers to the next requests; after them the model's."""
    asked: list[Asked] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def completion(text: str | None, finish: str = "stop", **message: Any) -> Answer:
    body = {
        "id": "c1",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text, **message},
            }
        ],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200},
    }
    return Answer(json.dumps(body).encode())


def prompt_of(asked: Asked) -> str:
    return str(asked["messages"][1]["content"])


def failure(status: int, code: str = "", **headers: str) -> Callable[[Asked], Answer]:
    body = json.dumps({"error": {"message": f"made to fail with {status}", "code": code}})
    sent = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return lambda _: Answer(body.encode(), status, headers=sent)


@contextmanager
def serving() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            server.asked.append(asked)
            server.keys.append(self.headers.get("authorization", ""))
            scripted = server.next.pop(0) if server.next else None
            answer = scripted(asked) if scripted else completion(server.model(prompt_of(asked)))
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
    server = Server(f"http://127.0.0.1:{http.server_port}/v1")
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
