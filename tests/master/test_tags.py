"""What the finished files say of themselves, read back."""

import base64
import re
import subprocess
from io import BytesIO

import pytest
from mutagen.flac import Picture
from mutagen.id3 import ID3, CTOCFlags
from mutagen.mp3 import MP3, BitrateMode
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from PIL import Image

from podcaster.master.ffmpeg import FFmpeg
from podcaster.models import Master

TITLE = "Café prices & <b>more</b> ☕"
NOTICE = "The voices are synthetic (AI-generated)."


def test_an_mp3_is_mono_at_44100_hertz_and_96_kilobits(mp3: Master):
    info = MP3(mp3.path).info
    assert (info.sample_rate, info.channels, info.bitrate) == (44100, 1, 96000)
    assert info.bitrate_mode == BitrateMode.CBR
    assert info.length == pytest.approx(mp3.seconds, abs=0.1)
    assert mp3.mime_type == "audio/mpeg"


def test_id3_tags_are_version_2_3_and_complete(mp3: Master):
    tags = ID3(mp3.path, translate=False)
    assert tags.version == (2, 3, 0)
    assert tags["TIT2"].text == [TITLE]
    assert tags["TALB"].text == ["The Morning Pair"]
    assert tags["TPE1"].text == ["Ava & Noé"]
    assert tags["TRCK"].text == ["328"]
    assert tags["TPOS"].text == ["2026"]
    assert tags["TLAN"].text == ["eng"]
    assert tags["TYER"].text == ["2026"]
    assert tags["TDAT"].text == ["2411"]
    assert tags["TXXX:HOSTS"].text == ["Ava; Noé"]
    assert tags["TXXX:AI-CONTENT"].text == [NOTICE]
    comment = tags["COMM::eng"].text[0]
    assert comment.startswith("What a cup costs today.")
    assert comment.endswith(NOTICE)
    assert tags["WOAF"].url == "https://example.org/show"


def test_id3_chapters_stand_in_one_ordered_contents_and_carry_links(mp3: Master):
    tags = ID3(mp3.path)
    (contents,) = tags.getall("CTOC")
    assert contents.flags == CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    chapters = [tags[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [chapter.sub_frames["TIT2"].text[0] for chapter in chapters] == [
        chapter.title for chapter in mp3.chapters
    ]
    assert [chapter.start_time for chapter in chapters] == [
        round(chapter.start * 1000) for chapter in mp3.chapters
    ]
    assert [chapter.end_time for chapter in chapters[:-1]] == [
        chapter.start_time for chapter in chapters[1:]
    ]
    link = chapters[1].sub_frames["WXXX:chapter url"]
    assert link.url == "https://example.org/1?a=b&c=d"
    card = chapters[1].sub_frames["APIC:"]
    with Image.open(BytesIO(card.data)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (600, 600))
    assert [len(chapter.sub_frames.getall("APIC")) for chapter in chapters] == [0, 1, 0, 0]


def test_id3_chapters_come_in_the_order_in_which_they_are_heard(mp3: Master, ffmpeg: FFmpeg):
    """Players that don't read the contents show them as they stand in the file."""
    said = subprocess.run(
        [ffmpeg.path, "-hide_banner", "-i", str(mp3.path)], capture_output=True, text=True
    ).stderr
    starts = [float(start) for start in re.findall(r"Chapter #\S+ start ([\d.]+)", said)]
    assert starts == pytest.approx([chapter.start for chapter in mp3.chapters], abs=0.001)


def test_the_artwork_is_a_jpeg_that_weighs_little(mp3: Master):
    picture = ID3(mp3.path)["APIC:"]
    assert picture.mime == "image/jpeg"
    with Image.open(BytesIO(picture.data)) as cover:
        assert cover.size == (1400, 1400)
    assert len(picture.data) < 400_000


def test_m4a_has_atoms_artwork_and_chapters(m4a: Master):
    audio = MP4(m4a.path)
    assert m4a.path.suffix == ".m4a"
    assert (audio.info.codec, audio.info.channels, audio.info.sample_rate) == (
        "mp4a.40.2",
        2,
        44100,
    )
    assert audio.tags is not None
    assert audio.tags["\xa9nam"] == [TITLE]
    assert audio.tags["\xa9alb"] == ["The Morning Pair"]
    assert audio.tags["trkn"] == [(328, 0)]
    assert audio.tags["tvsn"] == [2026]
    assert audio.tags["tves"] == [328]
    assert audio.tags["\xa9day"] == ["2026-11-24"]
    assert audio.tags["pcst"] is True
    assert bytes(audio.tags["covr"][0]).startswith(b"\xff\xd8")
    assert bytes(audio.tags["----:com.apple.iTunes:HOSTS"][0]).decode() == "Ava; Noé"
    assert NOTICE in audio.tags["ldes"][0]
    assert m4a.chapters[1].url in audio.tags["ldes"][0]
    assert [chapter.title for chapter in audio.chapters] == [
        chapter.title for chapter in m4a.chapters
    ]
    assert [chapter.start for chapter in audio.chapters] == pytest.approx(
        [chapter.start for chapter in m4a.chapters], abs=0.01
    )


def test_m4a_chapters_are_there_for_a_player_too(m4a: Master, ffmpeg: FFmpeg):
    run = subprocess.run(
        [ffmpeg.path, "-hide_banner", "-i", str(m4a.path)], capture_output=True, text=True
    )
    assert run.stderr.count("Chapter #") == len(m4a.chapters)
    assert "Story 1: café prices rise; #1 = 50 % \\ more" in run.stderr


def test_opus_has_comments_chapters_and_a_picture(opus: Master):
    audio = OggOpus(opus.path)
    assert opus.path.suffix == ".opus"
    assert audio["title"] == [TITLE]
    assert audio["performer"] == ["Ava", "Noé"]
    assert audio["tracknumber"] == ["328"]
    assert audio["season"] == ["2026"]
    assert audio["comment"] == [NOTICE]
    assert audio["chapter000"] == ["00:00:00.000"]
    assert audio["chapter001name"] == [opus.chapters[1].title]
    assert audio["chapter001url"] == [opus.chapters[1].url]
    picture = Picture(base64.b64decode(audio["metadata_block_picture"][0]))
    assert picture.mime == "image/jpeg"
    assert picture.data.startswith(b"\xff\xd8")
