"""Writing what the file is about into it: ID3v2.3, MP4 atoms or Vorbis comments."""

import base64
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from podcaster.master.id3_order import put_chapters_in_order
from podcaster.models import Chapter, Language, Numbers
from podcaster.show import AudioFormat

GENRE: Final = "Podcast"
ID3_LANGUAGES: dict[str, str] = {
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "hi": "hin",
    "it": "ita",
    "ja": "jpn",
    "pt": "por",
    "zh": "zho",
}
"""ISO 639-2 codes, which ID3 wants; `und` for the others."""


@dataclass(frozen=True)
class Tags:
    title: str
    show: str
    author: str
    hosts: tuple[str, ...]
    date: dt.date
    language: Language
    description: str
    """What the episode tells, and the note that its voices are synthetic."""
    synthetic: str
    """That note alone."""
    website: str
    numbers: Numbers | None
    """None for a trailer."""
    cover: bytes
    """A JPEG."""
    chapters: tuple[Chapter, ...]
    pictures: Mapping[str, bytes]
    """By story id, a JPEG for its chapters."""
    seconds: float

    @property
    def artist(self) -> str:
        return self.author or " & ".join(self.hosts)


def write_tags(path: Path, audio_format: AudioFormat, tags: Tags) -> None:
    """Puts the tags into a file of that format, in the place of any that it has."""
    {"mp3": _write_id3, "m4a": _write_mp4, "opus": _write_vorbis}[audio_format](path, tags)


def _write_id3(path: Path, tags: Tags) -> None:
    from mutagen import id3

    code = ID3_LANGUAGES.get(tags.language.partition("-")[0], "und")
    utf16 = id3.Encoding.UTF16
    frames = id3.ID3()
    for kind, text in (
        (id3.TIT2, tags.title),
        (id3.TALB, tags.show),
        (id3.TPE1, tags.artist),
        (id3.TPE2, tags.show),
        (id3.TCON, GENRE),
        (id3.TLAN, code),
        (id3.TRCK, str(tags.numbers.episode) if tags.numbers else ""),
        (id3.TPOS, str(tags.numbers.season) if tags.numbers else ""),
        (id3.TYER, f"{tags.date:%Y}"),
        (id3.TDAT, f"{tags.date:%d%m}"),
        (id3.TDRC, tags.date.isoformat()),
        (id3.TLEN, str(round(tags.seconds * 1000))),
    ):
        if text:
            frames.add(kind(encoding=utf16, text=[text]))
    frames.add(id3.TXXX(encoding=utf16, desc="HOSTS", text=["; ".join(tags.hosts)]))
    frames.add(id3.TXXX(encoding=utf16, desc="AI-CONTENT", text=[tags.synthetic]))
    frames.add(id3.COMM(encoding=utf16, lang=code, desc="", text=[tags.description]))
    frames.add(id3.PCST(value=1))
    frames.add(id3.TDES(encoding=utf16, text=[tags.description]))
    if tags.website:
        frames.add(id3.WOAF(url=tags.website))
    frames.add(_picture(tags.cover, id3.PictureType.COVER_FRONT))
    _add_chapters(frames, tags)
    frames.save(path, v1=0, v2_version=3)
    put_chapters_in_order(path)


def _add_chapters(frames: Any, tags: Tags) -> None:
    from mutagen import id3

    ids = [f"ch{number}" for number in range(len(tags.chapters))]
    ends = [*(chapter.start for chapter in tags.chapters[1:]), tags.seconds]
    for element, chapter, end in zip(ids, tags.chapters, ends, strict=True):
        about: list[Any] = [id3.TIT2(encoding=id3.Encoding.UTF16, text=[chapter.title])]
        if chapter.url:
            about.append(
                id3.WXXX(encoding=id3.Encoding.LATIN1, desc="chapter url", url=chapter.url)
            )
        if picture := tags.pictures.get(chapter.story_id or ""):
            about.append(_picture(picture, id3.PictureType.ILLUSTRATION))
        frames.add(
            id3.CHAP(
                element_id=element,
                start_time=round(chapter.start * 1000),
                end_time=round(end * 1000),
                start_offset=0xFFFFFFFF,
                end_offset=0xFFFFFFFF,
                sub_frames=about,
            )
        )
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    frames.add(id3.CTOC(element_id="toc", flags=flags, child_element_ids=ids, sub_frames=[]))


def _picture(jpeg: bytes, kind: Any) -> Any:
    from mutagen import id3

    return id3.APIC(encoding=id3.Encoding.LATIN1, mime="image/jpeg", type=kind, desc="", data=jpeg)


def _write_mp4(path: Path, tags: Tags) -> None:
    from mutagen.mp4 import MP4, AtomDataType, MP4Cover, MP4FreeForm

    audio = MP4(path)
    audio.clear()
    atoms: dict[str, Any] = {
        "\xa9nam": [tags.title],
        "\xa9alb": [tags.show],
        "\xa9ART": [tags.artist],
        "aART": [tags.show],
        "\xa9day": [tags.date.isoformat()],
        "\xa9gen": [GENRE],
        "\xa9cmt": [tags.synthetic],
        "desc": [tags.description[:255]],
        "ldes": [_with_links(tags)],
        "pcst": True,
        "stik": [21],
        "covr": [MP4Cover(tags.cover, imageformat=MP4Cover.FORMAT_JPEG)],
    }
    if tags.numbers:
        atoms |= {"trkn": [(tags.numbers.episode, 0)], "tves": [tags.numbers.episode]}
        atoms["tvsn"] = [tags.numbers.season]
    for name, text in (
        ("LANGUAGE", tags.language),
        ("HOSTS", "; ".join(tags.hosts)),
        ("AI-CONTENT", tags.synthetic),
    ):
        value = MP4FreeForm(text.encode(), dataformat=AtomDataType.UTF8)
        atoms[f"----:com.apple.iTunes:{name}"] = [value]
    audio.update(atoms)
    audio.save()


def _with_links(tags: Tags) -> str:
    """The description, then the chapters with their links: an MP4's own hold only titles."""
    rows = [
        f"{_clock(chapter.start).partition('.')[0]} {' '.join(chapter.title.split())}"
        + (f"\n{chapter.url}" if chapter.url else "")
        for chapter in tags.chapters
    ]
    return "\n".join([tags.description, "", *rows])


def _write_vorbis(path: Path, tags: Tags) -> None:
    from mutagen.flac import Picture
    from mutagen.id3 import PictureType
    from mutagen.oggopus import OggOpus

    picture = Picture()
    picture.data, picture.mime = tags.cover, "image/jpeg"
    picture.type = PictureType.COVER_FRONT
    comments = {
        "TITLE": tags.title,
        "ALBUM": tags.show,
        "ARTIST": tags.artist,
        "ALBUMARTIST": tags.show,
        "DATE": tags.date.isoformat(),
        "GENRE": GENRE,
        "LANGUAGE": tags.language,
        "PERFORMER": list(tags.hosts),
        "DESCRIPTION": tags.description,
        "COMMENT": tags.synthetic,
        "AI-CONTENT": tags.synthetic,
        "METADATA_BLOCK_PICTURE": base64.b64encode(picture.write()).decode("ascii"),
    }
    if tags.numbers:
        comments["TRACKNUMBER"] = str(tags.numbers.episode)
        comments["SEASON"] = str(tags.numbers.season)
    for number, chapter in enumerate(tags.chapters):
        key = f"CHAPTER{number:03d}"
        comments[key] = _clock(chapter.start)
        comments[f"{key}NAME"] = chapter.title
        if chapter.url:
            comments[f"{key}URL"] = chapter.url
    audio = OggOpus(path)
    audio.clear()
    audio.update(comments)
    audio.save(padding=lambda info: 0)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"
