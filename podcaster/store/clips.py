"""The clip cache: rendered lines, found again by everything that changes their sound."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError

from podcaster.models import Word
from podcaster.store.files import replacing, write_bytes

_WORDS = TypeAdapter(tuple[Word, ...])


@dataclass(frozen=True)
class CachedClip:
    """A rendered line on disk: FLAC, mono."""

    path: Path
    seconds: float
    sample_rate: int
    words: tuple[Word, ...]


class ClipCache:
    """`<root>/<2 letters>/<fingerprint>.flac` with its words in a `.json` beside it.

    The words are written last, so a clip counts as there only when it's whole. The clips used
    longest ago go when the limit is passed.
    """

    def __init__(self, root: Path, limit_bytes: int) -> None:
        self.root = root
        self.limit_bytes = limit_bytes

    def find(self, fingerprint: str) -> CachedClip | None:
        """None where it isn't there, or where what is there can't be used (then it goes)."""
        audio, notes = self._paths(fingerprint)
        if not (audio.exists() and notes.exists()):
            return None
        clip = _read(audio, notes)
        if clip is None:
            self.drop(fingerprint)
            return None
        os.utime(audio)
        return clip

    def save(
        self,
        fingerprint: str,
        samples: NDArray[np.float32],
        sample_rate: int,
        words: Sequence[Word],
    ) -> CachedClip:
        """Stores float32 mono samples in [-1, 1] as 16-bit FLAC, and makes room for them."""
        import soundfile

        audio, notes = self._paths(fingerprint)
        with replacing(audio) as draft:
            soundfile.write(draft, samples, sample_rate, format="FLAC", subtype="PCM_16")
        seconds = len(samples) / sample_rate
        write_bytes(
            notes,
            json.dumps(
                {
                    "seconds": seconds,
                    "sample_rate": sample_rate,
                    "bytes": audio.stat().st_size,
                    "words": [word.model_dump() for word in words],
                },
                ensure_ascii=False,
            ).encode(),
        )
        self._make_room(keep=audio)
        return CachedClip(audio, seconds, sample_rate, tuple(words))

    def drop(self, fingerprint: str) -> None:
        for path in self._paths(fingerprint):
            path.unlink(missing_ok=True)

    def _paths(self, fingerprint: str) -> tuple[Path, Path]:
        stem = self.root / fingerprint[:2] / fingerprint
        return stem.with_suffix(".flac"), stem.with_suffix(".json")

    def _make_room(self, keep: Path) -> None:
        clips = []
        for path in self.root.glob("*/*.flac"):
            try:
                found = path.stat()
            except FileNotFoundError:
                continue
            clips.append((found.st_mtime, found.st_size, path))
        taken = sum(size for _, size, _ in clips)
        for _, size, path in sorted(clips):
            if taken <= self.limit_bytes:
                return
            if path != keep:
                self.drop(path.stem)
                taken -= size


def _read(audio: Path, notes: Path) -> CachedClip | None:
    try:
        found: dict[str, Any] = json.loads(notes.read_bytes())
        if audio.stat().st_size != found["bytes"]:
            return None
        words = _WORDS.validate_python(found["words"])
        return CachedClip(audio, float(found["seconds"]), int(found["sample_rate"]), words)
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None
