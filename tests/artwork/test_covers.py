"""Covers that directories take, the same each time, and readable."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from podcaster.artwork import draw_covers
from podcaster.artwork.covers import draw_episode, draw_show
from podcaster.artwork.lettering import BOLD, drawable, fitted, font, shortened
from podcaster.artwork.own_picture import adopt
from podcaster.artwork.palette import PALETTES, palette
from podcaster.errors import PublishError
from tests.publish.days import edition, script, show

WORDS = "Parliament votes to extend the rail strike settlement"


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", PALETTES, ids=lambda colours: colours.ground)
def test_type_stands_out_from_its_ground(colours: object) -> None:
    darker, lighter = sorted((luminance(colours.ground), luminance(colours.ink)))  # type: ignore[attr-defined]
    assert (lighter + 0.05) / (darker + 0.05) >= 7


def test_both_covers_are_what_directories_take_and_the_same_each_time(tmp_path: Path) -> None:
    first = draw_covers(show(), edition(), script(), tmp_path / "a" / "day")
    second = draw_covers(show(), edition(), script(), tmp_path / "b" / "day")
    for path, again, side in (
        (first.show, second.show, 3000),
        (first.episode, second.episode, 1500),
    ):
        assert path.read_bytes() == again.read_bytes()
        assert path.stat().st_size < 600_000
        with Image.open(path) as picture:
            assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (side, side))


def test_days_differ(tmp_path: Path) -> None:
    one = draw_episode(show(), "A", dt.date(2026, 11, 24), "en")
    other = draw_episode(show(), "A", dt.date(2026, 11, 25), "en")
    assert one.tobytes() != other.tobytes()


@pytest.mark.parametrize("title", ["", "🎙️", "日本語", "A\vB <b>]]>", "W" * 150, "a b " * 37])
def test_any_title_gives_a_cover(title: str) -> None:
    assert draw_episode(show(), title, dt.date(2026, 11, 24), "fr").size == (1500, 1500)


def test_a_shows_title_can_be_read_in_a_list(tmp_path: Path) -> None:
    """At 55 pixels the letters still stand apart from the ground: bright and dark alternate."""
    picture = draw_show("Science", "science").resize((55, 55), Image.Resampling.LANCZOS)
    grey = picture.convert("L")
    ground = grey.getpixel((1, 1))
    row = [abs(grey.getpixel((x, 9)) - ground) > 60 for x in range(55)]  # type: ignore[operator]
    assert sum(a != b for a, b in pairwise(row)) >= 8


def test_text_fills_its_box_and_stays_in_it() -> None:
    lines, size = fitted(WORDS, BOLD, 1000, 400, 4, 1.0, 300)
    assert " ".join(lines) == WORDS
    assert size * len(lines) <= 400
    assert max(font(BOLD, size).getlength(line) for line in lines) <= 1010


def test_what_the_font_lacks_is_left_out() -> None:
    assert drawable("Été 🎉 à Łódź", BOLD) == "Été à Łódź"


def test_a_long_text_is_cut_between_words() -> None:
    assert shortened(WORDS, 30) == "Parliament votes to extend…"
    assert len(shortened("W" * 50, 30)) == 30


def test_the_name_chooses_the_colours() -> None:
    assert palette("daily") == palette("daily")
    assert len({palette(f"show-{number}") for number in range(40)}) == len(PALETTES)


def save(picture: Image.Image, path: Path, **options: object) -> Path:
    picture.save(path, **options)
    return path


def test_ones_own_picture_is_taken_as_it_is_when_it_is_right(tmp_path: Path) -> None:
    own = save(Image.new("RGB", (1400, 1400), "#123456"), tmp_path / "own.png")
    covers = draw_covers(show(artwork=own), edition(), script(), tmp_path / "out" / "day")
    assert covers.notes == ()
    with Image.open(covers.show) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1400, 1400))


@pytest.mark.parametrize(
    ("mode", "size", "said"),
    [
        ("RGBA", (1500, 1500), "transparent parts were filled"),
        ("CMYK", (1500, 1500), "from CMYK into RGB"),
        ("L", (1500, 1500), "from L into RGB"),
        ("RGB", (2000, 1500), "cut from 2000 x 1500 pixels to a square"),
        ("RGB", (4000, 4000), "scaled to 3000 pixels"),
    ],
)
def test_what_is_not_right_is_converted_with_a_note(
    tmp_path: Path, mode: str, size: tuple[int, int], said: str
) -> None:
    own = save(Image.new(mode, size), tmp_path / "own.tiff")
    (note,) = adopt(own, tmp_path / "cover.jpg", "#ffffff")
    assert said in note
    with Image.open(tmp_path / "cover.jpg") as picture:
        assert picture.mode == "RGB"
        assert picture.width == picture.height
        assert 1400 <= picture.width <= 3000


def test_a_pictures_own_profile_is_honoured_and_its_metadata_left_behind(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    own = save(Image.new("L", (1500, 1500), 90), tmp_path / "own.png", icc_profile=b"broken")
    with pytest.raises(PublishError, match=r"own\.png"):
        adopt(own, tmp_path / "cover.jpg", "#ffffff")
    own = save(Image.new("RGB", (1500, 1500)), tmp_path / "own.jpg", icc_profile=profile)
    adopt(own, tmp_path / "cover.jpg", "#ffffff")
    with Image.open(tmp_path / "cover.jpg") as picture:
        assert "exif" not in picture.info


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken"])
def test_a_picture_that_cannot_be_read_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    own = tmp_path / "own.png"
    own.write_bytes(content)
    with pytest.raises(PublishError, match=r"own\.png"):
        adopt(own, tmp_path / "cover.jpg", "#ffffff")


def test_a_small_picture_is_refused_with_what_is_needed(tmp_path: Path) -> None:
    own = save(Image.new("RGB", (600, 600)), tmp_path / "own.png")
    with pytest.raises(PublishError, match="600 x 600") as refusal:
        adopt(own, tmp_path / "cover.jpg", "#ffffff")
    assert "1400 to 3000" in refusal.value.hint
    assert not (tmp_path / "cover.jpg").exists()
