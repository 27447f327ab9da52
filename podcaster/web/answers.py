"""Answers as podcast apps need them: types, ETag, Last-Modified, 304, ranges, gzip for text."""

import gzip
import hashlib
import re
from email.utils import formatdate
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles

TEXT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".opml": "text/x-opml; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
}
TYPES_BY_NAME = {"chapters.json": "application/json+chapters"}
OTHER_TYPES = {
    ".jpg": "image/jpeg",
    ".m4a": "audio/x-m4a",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".png": "image/png",
}
CHECK_AGAIN = "no-cache"
"""Kept by the client, but asked for again each time: a 304 costs next to nothing."""

FOR_EVER = "public, max-age=31536000, immutable"
"""For audio: another content has another name."""

SMALLEST_TO_COMPRESS = 512
"""Bytes."""

RANGES = re.compile(r"bytes=\s*(?:\d+-\d*|-\d+)(?:\s*,\s*(?:\d+-\d*|-\d+))*\s*", re.IGNORECASE)


def is_text(path: Path) -> bool:
    return path.suffix in TEXT_TYPES


def text_answer(
    request: Request, content: bytes, name: str, changed: float | None = None
) -> Response:
    """A text of any size that fits in memory; `changed` in seconds since 1970."""
    headers = {"cache-control": CHECK_AGAIN, "vary": "Accept-Encoding"}
    tag = hashlib.sha256(content).hexdigest()[:32]
    if len(content) >= SMALLEST_TO_COMPRESS and _takes_gzip(request.headers):
        content = gzip.compress(content, mtime=0)
        headers["content-encoding"] = "gzip"
        tag += "-gzip"
    headers["etag"] = f'"{tag}"'
    if changed is not None:
        headers["last-modified"] = formatdate(changed, usegmt=True)
    kind = TYPES_BY_NAME.get(name) or TEXT_TYPES[Path(name).suffix]
    return _or_not_modified(request, Response(content, headers=headers, media_type=kind))


def file_answer(request: Request, path: Path) -> Response:
    """A file as it is, whole or in the ranges asked for."""
    stat = path.stat()
    if not _ranges_make_sense(request.headers.get("range")):
        return Response(status_code=416, headers={"content-range": f"bytes */{stat.st_size}"})
    kind = (
        TYPES_BY_NAME.get(path.name)
        or OTHER_TYPES.get(path.suffix)
        or TEXT_TYPES.get(path.suffix, "application/octet-stream")
    )
    cached = FOR_EVER if kind.startswith("audio/") else CHECK_AGAIN
    answer = FileResponse(
        path, headers={"cache-control": cached}, media_type=kind, stat_result=stat
    )
    return _or_not_modified(request, answer)


def _or_not_modified(request: Request, answer: Response) -> Response:
    files = StaticFiles(directory=".", check_dir=False)
    if "etag" in answer.headers and files.is_not_modified(answer.headers, request.headers):
        return NotModifiedResponse(answer.headers)
    return answer


def _takes_gzip(headers: Headers) -> bool:
    """By Accept-Encoding; `gzip;q=0` is a no."""
    for offer in headers.get("accept-encoding", "").split(","):
        name, _, quality = offer.partition(";")
        if name.strip().lower() in ("gzip", "*"):
            return quality.replace(" ", "").rstrip("0").rstrip(".") != "q="
    return False


def _ranges_make_sense(header: str | None) -> bool:
    """Whether it's well formed and no range ends before it starts."""
    if header is None:
        return True
    if not RANGES.fullmatch(header):
        return False
    pairs = (part.strip().split("-") for part in header.partition("=")[2].split(","))
    return all(not (first and last) or int(first) <= int(last) for first, last in pairs)
