"""A small news site on this machine, and what a build needs."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from podcaster.gather.web import Patience, Web
from podcaster.models import Host, Source
from podcaster.request import BuildRequest
from podcaster.show import Show
from podcaster.store.library import Library

NEWS = Path(__file__).parents[3] / "shared" / "news"
QUICK = Patience(connect=1.0, read=1.0, whole=2.0, attempts=3, first_wait=0.01)


@dataclass
class Answer:
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    stream: Callable[[], Iterator[bytes]] | None = None


@dataclass
class Asked:
    path: str
    headers: Mapping[str, str]


Route = Callable[[Asked], Answer]


class Site:
    """Serves what a test puts on it, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.fallback: Route = lambda asked: Answer(404)
        self.asked: list[Asked] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()})
                site.asked.append(asked)
                answer = site.routes.get(self.path, site.fallback)(asked)
                try:
                    self.send_response(answer.status)
                    for name, value in answer.headers.items():
                        self.send_header(name, value)
                    if answer.stream is None:
                        self.send_header("Content-Length", str(len(answer.body)))
                    self.end_headers()
                    for chunk in answer.stream() if answer.stream else (answer.body,):
                        self.wfile.write(chunk)
                        self.wfile.flush()
                except OSError:
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Silent."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def origin(self) -> tuple[str, int]:
        return ("127.0.0.1", self.port)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(
        self, path: str, body: str | bytes, content_type: str = "text/html", **more: str
    ) -> str:
        """Serves a body; further headers are given with underscores for dashes."""
        content = body.encode() if isinstance(body, str) else body
        headers = {"Content-Type": content_type}
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        self.routes[path] = lambda asked: Answer(200, content, headers)
        return self.url(path)

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    client = Web(tmp_path / "http", QUICK)
    yield client
    client.close()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite")


class Recorder:
    """Progress that is only remembered."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.warnings: list[str] = []

    def stage(self, name: str, total: float | None = None) -> None:
        self.stages.append(name)

    def advance(self, amount: float = 1.0, note: str = "") -> None:
        """Not remembered."""

    def warn(self, message: str) -> None:
        self.warnings.append(message)


@pytest.fixture
def progress() -> Recorder:
    return Recorder()


NOW = dt.datetime(2026, 11, 24, 7, 0, tzinfo=dt.UTC)
TODAY = NOW.date()


def make_show(*urls: str, **changes: object) -> Show:
    values: dict[str, object] = {
        "name": "daily",
        "title": "Daily",
        "hosts": (Host(name="Ava", voice="fake:a"),),
        "sources": tuple(Source(url=url) for url in urls),
    }
    return Show.model_validate({**values, **changes})


def make_request(show: Show, *named: Source, **changes: object) -> BuildRequest:
    values: dict[str, object] = {"show": show, "date": TODAY, "now": NOW, "sources": named}
    return BuildRequest.model_validate({**values, **changes})


def rss(*items: str, language: str = "en", title: str = "The Wire") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>{title}</title><link>http://example.org/</link><language>{language}</language>"
        + "".join(items)
        + "</channel></rss>"
    )


def entry(title: str, link: str, published: str = "", more: str = "") -> str:
    date = f"<pubDate>{published}</pubDate>" if published else ""
    return f"<item><title>{title}</title><link>{link}</link>{date}{more}</item>"


def days_ago(days: float) -> str:
    from email.utils import format_datetime

    return format_datetime(NOW - dt.timedelta(days=days))


def page(title: str, *paragraphs: str, language: str = "en", head: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav><main><article>"
        f"<h1>{title}</h1>{body}</article></main><footer>About us</footer></body></html>"
    )


BRIDGE = (
    "The old bridge over the river Tarn was closed on Monday after engineers found cracks in two"
    " of its five arches.",
    "The town council said that repairs would take at least nine months and cost about 4 million"
    " euros. Buses will use the motorway bridge until then.",
    "About 12,000 vehicles cross the bridge every day, according to the council. It was built in"
    " 1823 and was last repaired in 1976.",
)
"""Three paragraphs that make an article."""
