"""News in files on this machine: a file, or a folder of them."""

import itertools
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from podcaster.errors import GatherError
from podcaster.gather.article import read_article
from podcaster.gather.cleaning import article_text, one_line, paragraphs_of
from podcaster.gather.dates import read_date
from podcaster.gather.dispatch import Dispatch
from podcaster.gather.language import language_of
from podcaster.gather.markup import markup_paragraphs
from podcaster.gather.splitting import split_sentences
from podcaster.gather.words import desk_words
from podcaster.models import Source

KINDS = (".txt", ".md", ".html", ".htm", ".json")
MOST_FILES = 200
MOST_BYTES = 5_000_000
LEAST_CHARACTERS = 80
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)\n---[ \t]*\n", re.S)
_CLAUSE = re.compile(r"\s*(?:,|;|:|\s[–—-]+)\s")
TITLE_WORDS = 6


@dataclass(frozen=True)
class Folder:
    dispatches: tuple[Dispatch, ...]
    unusable: tuple[tuple[str, str], ...]
    """(file name, reason)"""


def read_local(source: Source, path: Path, language: str) -> Folder:
    """A file's items, or those of every file below a folder in the order of their names.

    Raises GatherError where the path doesn't exist or nothing in it can be used.
    """
    if not path.exists():
        raise GatherError(f"{path}: there is no such file or folder", "Check the path.")
    files = _files(path) if path.is_dir() else [path]
    dispatches: list[Dispatch] = []
    unusable: list[tuple[str, str]] = []
    for file in files[:MOST_FILES]:
        try:
            dispatches.extend(_read_file(source, file, language))
        except GatherError as error:
            unusable.append((file.name, error.message))
    unusable += [(file.name, f"only {MOST_FILES} files are read") for file in files[MOST_FILES:]]
    if not dispatches:
        raise GatherError(
            "; ".join(reason for _, reason in unusable) or f"{path}: no news in this folder",
            f"News is read from files ending in {', '.join(KINDS)}.",
        )
    return Folder(tuple(dispatches), tuple(unusable))


def _files(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in KINDS
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


def _read_file(source: Source, file: Path, language: str) -> list[Dispatch]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise GatherError(f"{file.name}: larger than {MOST_BYTES // 1_000_000} MB")
        content = file.read_bytes()
    except OSError as error:
        raise GatherError(f"{file}: {error.strerror or error}") from error
    match file.suffix.lower():
        case ".html" | ".htm":
            page = read_article(content, file.resolve().as_uri(), source, language)
            return [page]
        case ".json":
            return _read_json(source, file, _decode(content), language)
        case ".txt" | ".md":
            return [_read_text(source, file, _decode(content), language)]
        case _:
            raise GatherError(
                f"{file.name}: not a kind of file that holds news",
                f"News is read from files ending in {', '.join(KINDS)}.",
            )


def _decode(content: bytes) -> str:
    """UTF-8 or UTF-16 by their marks, UTF-8, else what most old files are."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_text(source: Source, file: Path, text: str, language: str) -> Dispatch:
    text = text.replace("\r\n", "\n")
    fields: Mapping[str, Any] = {}
    if matter := _FRONT_MATTER.match(text):
        fields = _front_matter(file, matter["fields"])
        text = text[matter.end() :]
    if file.suffix.lower() == ".md":
        title, paragraphs = _markdown(text)
    else:
        title, paragraphs = "", list(paragraphs_of(text))
        if len(paragraphs) > 1 and _is_title(paragraphs[0]):
            title = paragraphs[0]
    return _local_dispatch(source, file, {"title": title, **fields}, paragraphs, language)


def _front_matter(file: Path, text: str) -> Mapping[str, Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        fields = YAML(typ="safe").load(text)
    except (YAMLError, ValueError) as error:
        raise GatherError(f"{file.name}: its front matter isn't YAML: {error}") from error
    return {str(key).lower(): value for key, value in (fields or {}).items()}


def _markdown(text: str) -> tuple[str, list[str]]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    title = next(
        (
            content.content
            for heading, content in itertools.pairwise(parser.parse(text))
            if heading.type == "heading_open"
        ),
        "",
    )
    return title, markup_paragraphs(parser.render(text))


def _is_title(line: str) -> bool:
    return len(line.split()) <= 20 and not line.endswith((".", "!", "…", "»", "”", '"'))


def _read_json(source: Source, file: Path, text: str, language: str) -> list[Dispatch]:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise GatherError(f"{file.name}: this isn't JSON: {error}") from error
    if isinstance(content, Mapping):
        entries: object = content.get("items", content.get("articles", [content]))
    else:
        entries = content
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        raise GatherError(f"{file.name}: neither an article nor a list of articles")
    found: list[Dispatch] = []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, Mapping):
            raise GatherError(f"{file.name}: entry {number} is no object with title and text")
        fields = {str(key).lower(): value for key, value in entry.items()}
        marked_up = fields.get("content_html")
        body = fields.get("text") or fields.get("content_text") or fields.get("content") or ""
        paragraphs = markup_paragraphs(str(marked_up)) if marked_up else paragraphs_of(str(body))
        found.append(_local_dispatch(source, file, fields, paragraphs, language, number))
    return found


def _local_dispatch(
    source: Source,
    file: Path,
    fields: Mapping[str, Any],
    paragraphs: Sequence[str],
    language: str,
    number: int = 0,
) -> Dispatch:
    title = one_line(str(fields.get("title") or ""))
    declared = str(fields.get("language") or fields.get("lang") or "")
    spoken = source.language or language_of(" ".join(paragraphs), declared, language)
    text = article_text(paragraphs, spoken, title)
    if len(text) < LEAST_CHARACTERS:
        raise GatherError(f"{file.name}: too little text to tell")
    publisher = fields.get("source") or fields.get("publisher") or source.name
    address = str(fields.get("url") or fields.get("link") or "")
    here = file.resolve().as_uri() + (f"?item={number}" if number > 1 else "")
    return Dispatch(
        source=source,
        publisher=one_line(str(publisher or desk_words(spoken).names.local)),
        url=address if address.startswith(("http://", "https://")) else here,
        title=title or title_from(text, spoken),
        text=text,
        complete=True,
        published=next(
            (
                found
                for key in ("date_published", "published", "date")
                if (found := read_date(fields.get(key)))
            ),
            None,
        ),
        language=spoken,
        image_url=str(fields["image"]) if fields.get("image") else None,
    )


def title_from(text: str, language: str) -> str:
    """A title for a text without one: its first sentence, up to a clause that can stand alone."""
    first = split_sentences(text.split("\n\n")[0], language)[0]
    for match in _CLAUSE.finditer(first):
        if len(first[: match.start()].split()) >= TITLE_WORDS:
            return first[: match.start()]
    return first.rstrip(".")
