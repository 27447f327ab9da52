"""The application that serves what is published: feeds, pages, audio, and only that."""

import re
from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from podcaster.publish.opml import opml, published_shows
from podcaster.publish.pages import shows_page
from podcaster.publish.site import DEFAULT_BASE, Site, rebase
from podcaster.web.answers import file_answer, is_text, text_answer
from podcaster.web.shelf import is_folder, published_file, show_names

Endpoint = Callable[[Request], Response]
HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")
HOLDING_ADDRESSES = (".html", ".xml", "/chapters.json")
"""What the texts in which the site's own address stands end with."""

HEADERS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Range, Content-Length, ETag, Accept-Ranges",
    "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'self'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def create_app(out: Path, base_url: str | None = None) -> Starlette:
    """Serves the releases under `out`.

    Where no base URL is configured, the feeds name a default one; then the origin that the
    request came to is put in its place, so that a feed works from wherever it's reached.
    """

    def site(request: Request) -> Site:
        return Site.at(base_url or origin(request))

    def shows(request: Request) -> Response:
        return text_answer(request, shows_page(published_shows(out)).encode(), "index.html")

    def listing(request: Request) -> Response:
        return text_answer(request, opml(published_shows(out), site(request)), "podcasts.opml")

    def published(request: Request) -> Response:
        address = request.path_params["address"]
        path = published_file(out, address)
        if path is None:
            if is_folder(out, address):
                return RedirectResponse(f"{request.url.path}/")
            return PlainTextResponse("There is nothing published here.\n", status_code=404)
        rebased = base_url is None and path.as_posix().endswith(HOLDING_ADDRESSES)
        if not is_text(path) or ("range" in request.headers and not rebased):
            return file_answer(request, path)
        content = path.read_bytes()
        if rebased:
            content = rebase(content, show_names(out), origin(request))
        return text_answer(request, content, path.name, path.stat().st_mtime)

    def with_headers(endpoint: Endpoint) -> Endpoint:
        def answer(request: Request) -> Response:
            response = endpoint(request)
            response.headers.update(HEADERS)
            return response

        return answer

    return Starlette(
        routes=[
            Route("/", with_headers(shows)),
            Route("/podcasts.opml", with_headers(listing)),
            Route("/{address:path}", with_headers(published)),
        ],
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD"],
                allow_headers=["Range", "If-Range", "If-None-Match", "If-Modified-Since"],
            )
        ],
    )


def origin(request: Request) -> str:
    """Scheme and host that the client asked; the default where its Host header is no host."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}" if HOST.fullmatch(host) else DEFAULT_BASE
