"""Chapters: an opening at 0, one a story with its link and picture, a goodbye."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.master.chapters import TITLE_LENGTH, make_chapters, short_title
from podcaster.master.ffmetadata import write_ffmetadata
from podcaster.master.words import read_words
from podcaster.models import Chapter, Edition, Line
from podcaster.timeline import Idents, lay
from tests.master.conftest import DATE, Day, make_story

WORDS = replace(read_words("en"), opening="Headlines", closing="Goodbye")
MUSIC = Idents(opening=3.0, between=1.5, closing=4.0)


def chapters_of(day: Day, idents: Idents, lines: tuple[Line, ...] | None = None):
    script = day.script.model_copy(update={"lines": lines or day.script.lines})
    timeline = lay(script.lines, [2.0] * len(script.lines), idents)
    return make_chapters(script, day.edition, timeline, WORDS), timeline


def test_the_opening_is_at_0_and_each_story_at_its_ident(day: Day):
    chapters, timeline = chapters_of(day, MUSIC)
    between = [round(ident.start, 3) for ident in timeline.idents if ident.kind == "between"]
    assert [chapter.title for chapter in chapters] == [
        "Headlines",
        make_story(1).title,
        make_story(2).title,
        "Goodbye",
    ]
    assert [chapter.start for chapter in chapters] == [
        0.0,
        *between,
        round(timeline.starts[9], 3),
    ]


def test_a_story_carries_its_link_and_its_picture(day: Day):
    chapters, _ = chapters_of(day, MUSIC)
    assert chapters[1].url == "https://example.org/1?a=b&c=d"
    assert chapters[1].image_url == "https://example.org/1.jpg"
    assert chapters[1].story_id == "s1"
    assert chapters[0].url is None


def test_a_file_on_this_machine_is_no_link(day: Day):
    story = make_story(1)
    local = story.lead.model_copy(update={"url": "file:///home/me/news.txt"})
    edition = Edition(
        show="daily",
        language="en",
        date=DATE,
        stories=(story.model_copy(update={"items": (local,)}),),
    )
    timeline = lay(day.script.lines, [2.0] * 10, MUSIC)
    assert make_chapters(day.script, edition, timeline, WORDS)[1].url is None


def test_a_script_that_begins_with_a_story_has_it_at_0(day: Day):
    chapters, _ = chapters_of(day, Idents(), day.script.lines[3:])
    assert chapters[0].start == 0.0
    assert chapters[0].title == make_story(1).title


def test_what_tells_no_story_is_one_chapter(day: Day):
    edition = Edition(show="daily", language="en", date=DATE, stories=())
    timeline = lay(day.script.lines, [take.seconds for take in day.recording.takes], MUSIC)
    [chapter] = make_chapters(day.script, edition, timeline, WORDS)
    assert (chapter.start, chapter.title) == (0.0, day.script.title)


@given(st.permutations(range(10)), st.sampled_from([Idents(), MUSIC]))
def test_starts_rise_strictly_from_0_whatever_the_order(day: Day, order, idents):
    lines = tuple(day.script.lines[index] for index in order)
    chapters, timeline = chapters_of(day, idents, lines)
    starts = [chapter.start for chapter in chapters]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] < timeline.seconds


@given(st.text(min_size=1, max_size=300))
def test_a_title_is_one_line_of_bounded_length(title):
    short = short_title(title)
    assert len(short) <= TITLE_LENGTH
    assert short == " ".join(short.split())


def test_a_long_title_is_cut_between_words():
    assert short_title("One two three four", 12) == "One two…"
    assert short_title("One two", 12) == "One two"


@pytest.mark.parametrize("language", ["en", "fr", "es", "en-gb", "xx"])
def test_there_are_words_for_every_language(language: str):
    words = read_words(language)
    assert words.opening
    assert words.closing
    assert words.synthetic
    assert "3" in words.told.format(stories=3, lines=40)


def test_signs_that_mean_something_to_ffmpeg_are_escaped(tmp_path: Path):
    path = tmp_path / "chapters.txt"
    write_ffmetadata(path, [Chapter(start=0, title="a=b;c#d\\e\n[CHAPTER]")], 2.5)
    assert path.read_text().splitlines() == [
        ";FFMETADATA1",
        "[CHAPTER]",
        "TIMEBASE=1/1000",
        "START=0",
        "END=2500",
        "title=a\\=b\\;c\\#d\\\\e [CHAPTER]",
    ]
