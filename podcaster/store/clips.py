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

from podcaster.errors import SpeakError
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
    means: str = ""
    """How the line was said again; empty for a clip of the line as it's written."""
    fault: str = ""
    """What is wrong with the sound, where it was kept all the same."""


class ClipCache:
    """`<root>/<2 letters>/<fingerprint>.flac` with its words in a `.json` beside it.

    The words are written last, so a clip counts as there only when it's whole. What recognisers
    heard of it lies in a `.heard`. The clips used longest ago go when the limit is passed.
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
        means: str = "",
        fault: str = "",
    ) -> CachedClip:
        """Stores float32 mono samples in [-1, 1] as 16-bit FLAC, and makes room for them."""
        import soundfile

        audio, notes = self._paths(fingerprint)
        self._heard_path(fingerprint).unlink(missing_ok=True)
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
                    "means": means,
                    "fault": fault,
                },
                ensure_ascii=False,
            ).encode(),
        )
        self._make_room(keep=audio)
        return CachedClip(audio, seconds, sample_rate, tuple(words), means, fault)

    def heard(self, fingerprint: str, listener: str) -> str | None:
        """What a recogniser of that name heard in a clip; None where it hasn't listened."""
        text = _heard_in(self._heard_path(fingerprint)).get(listener)
        return text if isinstance(text, str) else None

    def remember_heard(self, fingerprint: str, listener: str, text: str) -> None:
        path = self._heard_path(fingerprint)
        known = {**_heard_in(path), listener: text}
        write_bytes(path, json.dumps(known, ensure_ascii=False).encode())

    def drop(self, fingerprint: str) -> None:
        for path in (*self._paths(fingerprint), self._heard_path(fingerprint)):
            path.unlink(missing_ok=True)

    def _heard_path(self, fingerprint: str) -> Path:
        return self.root / fingerprint[:2] / f"{fingerprint}.heard"

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


def samples_of(clip: CachedClip) -> NDArray[np.float32]:
    """float32 mono. Raises SpeakError where the file has gone bad since it was found."""
    import soundfile

    try:
        samples, _ = soundfile.read(clip.path, dtype="float32")
    except (OSError, soundfile.SoundFileError) as error:
        raise SpeakError(f"{clip.path} can't be read: {error}.", "Build again.") from error
    return np.asarray(samples, np.float32)


def _heard_in(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _read(audio: Path, notes: Path) -> CachedClip | None:
    try:
        found: dict[str, Any] = json.loads(notes.read_bytes())
        if audio.stat().st_size != found["bytes"]:
            return None
        words = _WORDS.validate_python(found["words"])
        return CachedClip(
            audio,
            float(found["seconds"]),
            int(found["sample_rate"]),
            words,
            str(found.get("means", "")),
            str(found.get("fault", "")),
        )
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None
