"""A speech server of a few lines: it answers as it's told to, and keeps what it was asked."""

import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import soundfile

SAMPLE_RATE = 24_000
SECONDS_A_LETTER = 0.06


@dataclass(frozen=True)
class Answer:
    body: bytes
    status: int = 200
    kind: str = "audio/wav"
    headers: tuple[tuple[str, str], ...] = ()
    cut_at: int | None = None
    """How much of the body is sent before the connection is closed."""


@dataclass
class Server:
    url: str
    next: list[Callable[[dict[str, str]], Answer]] = field(default_factory=list)
    """Answers to the next requests; after them come plain tones."""
    asked: list[dict[str, str]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def tone(letters: int, speed: float = 1.0, rate: int = SAMPLE_RATE) -> np.ndarray:
    times = np.arange(round(letters * SECONDS_A_LETTER / speed * rate)) / rate
    return (0.2 * np.sin(2 * np.pi * 180 * times)).astype(np.float32)


def wav(asked: dict[str, str]) -> Answer:
    file = io.BytesIO()
    sound = tone(len(asked["input"]), float(asked.get("speed", 1)))
    padding = np.zeros(SAMPLE_RATE // 2, np.float32)
    samples = np.concatenate([padding, sound, padding])
    soundfile.write(file, samples, SAMPLE_RATE, format="WAV", subtype="PCM_16")
    return Answer(file.getvalue())


def pcm(asked: dict[str, str]) -> Answer:
    sound = (tone(len(asked["input"])) * 32767).astype("<i2")
    return Answer(sound.tobytes(), kind="audio/pcm")


def failure(status: int, code: str = "", **headers: str) -> Callable[[dict[str, str]], Answer]:
    body = json.dumps({"error": {"message": f"made to fail with {status}", "code": code}})
    sent = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return lambda _: Answer(body.encode(), status, "application/json", sent)


@contextmanager
def serving() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            server.asked.append(asked)
            server.keys.append(self.headers.get("authorization", ""))
            default = pcm if asked["response_format"] == "pcm" else wav
            answer = (server.next.pop(0) if server.next else default)(asked)
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
