"""More voices: taken from the archive that their author publishes, checked, and kept as float16."""

import hashlib
import io
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from podcaster.errors import SpeakError
from podcaster.speak.download import read_source
from podcaster.speak.kokoro.voices import ROWS, WIDTH, VoiceBook
from podcaster.store.files import replacing

ARCHIVE = "https://registry.npmjs.org/kokoro-js/-/kokoro-js-1.2.1.tgz"
LARGEST_ARCHIVE = 64 * 2**20
VOICE_BYTES = ROWS * WIDTH * 4


def add_voices(
    book: VoiceBook,
    names: Sequence[str],
    source: str | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[str, Path]]:
    """Saves each voice in the user's folder; `source` is the archive or one voice's file.

    Raises SpeakError for an unknown voice, and for data that isn't what its author published.
    """
    wanted = {name: book.listings.get(name) for name in names}
    if unknown := next((name for name, listing in wanted.items() if listing is None), None):
        raise SpeakError(
            f"Kokoro has no voice called {unknown!r}.", f"It has {', '.join(book.listings)}."
        )
    data = read_source(source or ARCHIVE, LARGEST_ARCHIVE, say)
    for name, listing in wanted.items():
        content = data if len(data) == VOICE_BYTES else _member(data, name)
        if listing is None or hashlib.sha256(content).hexdigest() != listing.sha256:
            raise SpeakError(
                f"What was found for {name} isn't the voice its author published.",
                "Nothing was saved. Take kokoro-js 1.2.1 from npm, or its voices/<name>.bin.",
            )
        path = book.own / f"{name}.npy"
        rows = np.frombuffer(content, "<f4").reshape(ROWS, WIDTH).astype("<f2")
        with replacing(path) as draft, draft.open("wb") as file:
            np.save(file, rows)
        yield name, path


def _member(archive: bytes, name: str) -> bytes:
    """One voice's bytes out of the archive; nothing is unpacked to disk."""
    try:
        with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
            member = tar.getmember(f"package/voices/{name}.bin")
            if member.size != VOICE_BYTES:
                raise KeyError(name)
            file = tar.extractfile(member)
            return file.read() if file else b""
    except (tarfile.TarError, EOFError, KeyError, OSError) as error:
        raise SpeakError(
            f"There is no voice {name} in that file.", "It should be npm's kokoro-js 1.2.1."
        ) from error
