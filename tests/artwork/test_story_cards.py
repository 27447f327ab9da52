"""A card for each story that's told, to show while its chapter plays."""

from pathlib import Path

import pytest
from PIL import Image

from podcaster.artwork import draw_covers
from podcaster.artwork.story_cards import CARD_SIZE, draw_story
from tests.publish.days import edition, script, show


def test_each_story_that_is_told_has_one(tmp_path: Path) -> None:
    told = script()
    frog = told.model_copy(update={"lines": told.lines[5:]})
    assert set(draw_covers(show(), edition(), told, tmp_path / "a").stories) == {"s1", "s2"}
    cards = draw_covers(show(), edition(), frog, tmp_path / "b").stories
    assert cards == {"s2": tmp_path / "b" / "story-s2.jpg"}
    with Image.open(cards["s2"]) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (CARD_SIZE,) * 2)
    assert cards["s2"].stat().st_size < 80_000


def test_stories_differ() -> None:
    first, second = edition().stories
    assert draw_story(show(), first, 0).tobytes() != draw_story(show(), second, 0).tobytes()
    assert draw_story(show(), first, 0).tobytes() != draw_story(show(), first, 1).tobytes()


@pytest.mark.parametrize("title", ["🎙️", "日本語", "A\vB <b>]]>", "W" * 150, "a b " * 37])
def test_any_title_gives_a_card(title: str) -> None:
    story = edition().stories[0].model_copy(update={"title": title})
    assert draw_story(show(), story, 5).size == (CARD_SIZE, CARD_SIZE)
