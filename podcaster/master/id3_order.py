"""Chapters of an ID3v2.3 tag in the order in which they're heard.

The library writes frames by their size, and many a player shows chapters as they come.
"""

from pathlib import Path

HEADER = 10
"""Bytes before the first frame, and before each frame's own content."""
CHAPTER = b"CHAP"


def put_chapters_in_order(path: Path) -> None:
    """Sorts a file's CHAP frames by their start, where the first of them stands.

    The tag keeps its length, so nothing after it moves.
    """
    with path.open("r+b") as file:
        header = file.read(HEADER)
        size = sum(byte << shift for byte, shift in zip(header[6:], (21, 14, 7, 0), strict=True))
        frames = _frames(file.read(size))
        chapters = sorted((f for f in frames if f.startswith(CHAPTER)), key=_start)
        if not chapters:
            return
        first = next(at for at, frame in enumerate(frames) if frame.startswith(CHAPTER))
        others = [frame for frame in frames[first:] if not frame.startswith(CHAPTER)]
        file.seek(HEADER)
        file.write(b"".join([*frames[:first], *chapters, *others]))


def _frames(tag: bytes) -> list[bytes]:
    """Each frame with its header; padding is left out."""
    frames, at = [], 0
    while at + HEADER <= len(tag) and tag[at]:
        end = at + HEADER + int.from_bytes(tag[at + 4 : at + 8], "big")
        frames.append(tag[at:end])
        at = end
    return frames


def _start(chapter: bytes) -> int:
    """Milliseconds; they follow the element's name and its zero (ID3v2 chapters, 3.1)."""
    after = chapter.index(0, HEADER) + 1
    return int.from_bytes(chapter[after : after + 4], "big")
