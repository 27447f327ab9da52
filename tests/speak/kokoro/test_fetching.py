"""Fetched voices are what their author published, or aren't saved; blends are remembered."""

import hashlib
import io
import tarfile
from pathlib import Path

import numpy as np
import pytest

from podcaster.errors import SpeakError, UsageError
from podcaster.speak.kokoro.blending import save_blend
from podcaster.speak.kokoro.fetching import add_voices
from podcaster.speak.kokoro.voices import ROWS, WIDTH, Listing, VoiceBook

ROWS_OF_ONYX = np.linspace(-1, 1, ROWS * WIDTH, dtype="<f4").tobytes()


@pytest.fixture
def book(tmp_path: Path) -> VoiceBook:
    """A book whose am_onyx is published as the rows above."""
    book = VoiceBook(tmp_path / "own")
    onyx = Listing(
        language="en-us",
        gender="male",
        grade="D",
        sha256=hashlib.sha256(ROWS_OF_ONYX).hexdigest(),
    )
    book.__dict__["listings"] = {**book.listings, "am_onyx": onyx}
    return book


def archive(path: Path, content: bytes) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        entry = tarfile.TarInfo("package/voices/am_onyx.bin")
        entry.size = len(content)
        tar.addfile(entry, io.BytesIO(content))
    return path


def test_a_voice_is_taken_from_the_archive_and_can_speak(book: VoiceBook, tmp_path: Path) -> None:
    assert not book.at_hand("am_onyx")
    source = archive(tmp_path / "kokoro-js.tgz", ROWS_OF_ONYX)
    list(add_voices(book, ["am_onyx"], str(source)))
    assert book.at_hand("am_onyx")
    expected = np.frombuffer(ROWS_OF_ONYX, "<f4").reshape(ROWS, WIDTH)
    np.testing.assert_allclose(book.style("am_onyx").timbre, expected[:, :128], atol=1e-3)


def test_a_single_file_will_do(book: VoiceBook, tmp_path: Path) -> None:
    (tmp_path / "am_onyx.bin").write_bytes(ROWS_OF_ONYX)
    list(add_voices(book, ["am_onyx"], str(tmp_path / "am_onyx.bin")))
    assert book.at_hand("am_onyx")


@pytest.mark.parametrize("content", [ROWS_OF_ONYX[:-4] + b"\0\0\0\0", b"short", b""])
def test_anything_else_is_refused_and_not_saved(
    book: VoiceBook, tmp_path: Path, content: bytes
) -> None:
    source = archive(tmp_path / "kokoro-js.tgz", content)
    with pytest.raises(SpeakError):
        list(add_voices(book, ["am_onyx"], str(source)))
    assert not book.at_hand("am_onyx")


@pytest.mark.parametrize("content", [b"", b"<html>no such page</html>"])
def test_a_file_that_is_no_archive_is_refused(
    book: VoiceBook, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "page.tgz").write_bytes(content)
    with pytest.raises(SpeakError, match="am_onyx"):
        list(add_voices(book, ["am_onyx"], str(tmp_path / "page.tgz")))


def test_unknown_voices_and_missing_files_are_named(book: VoiceBook, tmp_path: Path) -> None:
    with pytest.raises(SpeakError, match="am_nobody"):
        list(add_voices(book, ["am_nobody"], str(tmp_path)))
    with pytest.raises(SpeakError, match="lost"):
        list(add_voices(book, ["am_onyx"], str(tmp_path / "lost.tgz")))


def test_blends_are_kept_beside_each_other(tmp_path: Path) -> None:
    book = save_blend(VoiceBook(tmp_path), "mix", {"af_heart": 0.4, "bf_emma": 0.6}, {})
    book = save_blend(book, "other", {"ff_siwis": 1}, {"im_nicola": 1})
    assert book.describe("mix").language == "en-gb"
    assert {"mix", "other", "fm_hugo"} <= {voice.name for voice in book.voices()}
    assert book.style("mix").digest == VoiceBook(tmp_path).style("mix").digest


@pytest.mark.parametrize("name", ["af_heart", "My Mix", "../mix", ""])
def test_a_blend_needs_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        save_blend(VoiceBook(tmp_path), name, {"af_heart": 1}, {})


def test_weights_must_be_positive(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        save_blend(VoiceBook(tmp_path), "mix", {"af_heart": -1}, {})
