"""Chapters in ffmpeg's own text format, for containers whose chapters only it writes."""

from collections.abc import Sequence
from pathlib import Path

from podcaster.models import Chapter

SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "=;#\\"})


def write_ffmetadata(path: Path, chapters: Sequence[Chapter], seconds: float) -> None:
    """Writes chapters that follow on each other to the episode's end."""
    ends = [*(chapter.start for chapter in chapters[1:]), seconds]
    parts = [";FFMETADATA1"]
    for chapter, end in zip(chapters, ends, strict=True):
        title = " ".join(chapter.title.split()).translate(SPECIAL)
        parts += [
            "[CHAPTER]",
            "TIMEBASE=1/1000",
            f"START={round(chapter.start * 1000)}",
            f"END={round(end * 1000)}",
            f"title={title}",
        ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")
