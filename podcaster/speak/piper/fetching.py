"""Piper voices by name, from their author's catalogue, checked before they're kept."""

import hashlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, TypeAdapter, ValidationError

from podcaster.errors import SpeakError
from podcaster.speak.download import read_source
from podcaster.speak.piper.voices import CARD, CONFIG, MODEL
from podcaster.store.files import replacing

CATALOGUE = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
"""Holds voices.json and every file at the path that voices.json gives."""
LARGEST_LIST, LARGEST_FILE = 16 * 2**20, 512 * 2**20
SHOWN = 12


class _File(BaseModel):
    model_config = {"extra": "ignore", "frozen": True}

    size_bytes: int
    md5_digest: str


class _Entry(BaseModel):
    model_config = {"extra": "ignore", "frozen": True}

    files: dict[str, _File]


def add_voice(
    name: str,
    folder: Path,
    catalogue: str | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """Saves a voice's model, its description and its card in `folder`; gives the model's path.

    `catalogue` is the address or the folder of a copy of the catalogue. Raises SpeakError for a
    name that it doesn't list, and for files that aren't what it says; nothing is saved then.
    """
    place = (catalogue or CATALOGUE).rstrip("/")
    entry = _entry(name, _listed(read_source(f"{place}/voices.json", LARGEST_LIST, say)))
    found = {
        kind: path
        for path in entry.files
        for kind in (CONFIG, MODEL, CARD)
        if path.endswith(kind) and ".." not in PurePosixPath(path).parts
    }
    if missing := next((kind for kind in (MODEL, CONFIG) if kind not in found), None):
        raise SpeakError(f"The catalogue has no {missing} for {name}.", "Give another --from.")
    content = {
        kind: _checked(f"{place}/{path}", entry.files[path], say) for kind, path in found.items()
    }
    for kind in (CARD, CONFIG, MODEL):
        if kind in content:
            path = folder / f"{name}{'.' if kind == CARD else ''}{kind}"
            with replacing(path) as draft:
                draft.write_bytes(content[kind])
    return folder / f"{name}{MODEL}"


def _listed(content: bytes) -> dict[str, _Entry]:
    try:
        return TypeAdapter(dict[str, _Entry]).validate_json(content)
    except ValidationError as error:
        raise SpeakError(
            "What was found is no catalogue of Piper voices.", "Check --from."
        ) from error


def _entry(name: str, listed: dict[str, _Entry]) -> _Entry:
    if name in listed:
        return listed[name]
    near = [known for known in listed if known.split("-")[0][:2] == name[:2]] or list(listed)
    shown = ", ".join(near[:SHOWN]) + (", ..." if len(near) > SHOWN else "")
    raise SpeakError(f"Piper's catalogue has no voice called {name!r}.", f"It has {shown}.")


def _checked(source: str, file: _File, say: Callable[[str], None]) -> bytes:
    content = read_source(source, LARGEST_FILE, say)
    digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
    if len(content) != file.size_bytes or digest != file.md5_digest:
        raise SpeakError(
            f"{source} isn't the file that the catalogue lists.", "Nothing was saved. Try again."
        )
    return content
