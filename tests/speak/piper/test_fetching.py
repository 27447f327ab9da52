"""A Piper voice fetched by name is what its author's catalogue lists, or isn't saved."""

import functools
import hashlib
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from podcaster.errors import SpeakError
from podcaster.speak.piper.fetching import add_voice
from podcaster.speak.piper.voices import find_voice
from tests.speak.piper.tiny import tiny_voice

NAME = "en_GB-tiny-low"
PLACE = "en/en_GB/tiny/low"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the catalogue with one voice in it."""
    folder = tmp_path / "catalogue"
    model = tiny_voice(folder / PLACE, NAME)
    (model.parent / "MODEL_CARD").write_text("Licence: CC0\n", encoding="utf-8")
    files = {
        path.relative_to(folder).as_posix(): {
            "size_bytes": path.stat().st_size,
            "md5_digest": hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest(),
        }
        for path in sorted(model.parent.iterdir())
    }
    listed = {NAME: {"key": NAME, "quality": "low", "files": files, "aliases": []}}
    (folder / "voices.json").write_text(json.dumps(listed), encoding="utf-8")
    return folder


@pytest.fixture
def address(catalogue: Path) -> Iterator[str]:
    """The same, served."""
    handler = functools.partial(_Quiet, directory=str(catalogue))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_voice_is_fetched_by_its_name_and_can_speak(address: str, tmp_path: Path) -> None:
    told: list[str] = []
    path = add_voice(NAME, tmp_path / "voices", address, told.append)
    assert find_voice(NAME, tmp_path / "voices").model == path
    assert (tmp_path / "voices" / f"{NAME}.MODEL_CARD").read_text() == "Licence: CC0\n"
    assert len(told) == 4


def test_a_folder_will_do_as_catalogue(catalogue: Path, tmp_path: Path) -> None:
    assert add_voice(NAME, tmp_path / "voices", str(catalogue)).is_file()


def test_a_file_that_was_changed_is_refused_and_nothing_saved(
    catalogue: Path, tmp_path: Path
) -> None:
    model = catalogue / PLACE / f"{NAME}.onnx"
    model.write_bytes(model.read_bytes()[:-1] + b"\0")
    with pytest.raises(SpeakError, match="isn't the file"):
        add_voice(NAME, tmp_path / "voices", str(catalogue))
    assert not (tmp_path / "voices").exists()


def test_an_unknown_name_is_told_with_names_of_its_language(
    catalogue: Path, tmp_path: Path
) -> None:
    with pytest.raises(SpeakError) as raised:
        add_voice("en_US-nobody-low", tmp_path, str(catalogue))
    assert "en_US-nobody-low" in raised.value.message
    assert NAME in raised.value.hint


@pytest.mark.parametrize("content", [b"<html>", b"[]", b'{"a": 1}'])
def test_what_is_no_catalogue_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "voices.json").write_bytes(content)
    with pytest.raises(SpeakError, match="catalogue"):
        add_voice(NAME, tmp_path / "voices", str(tmp_path))
