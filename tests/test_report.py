"""The report: an episode's figures, from what the stages gave."""

import datetime as dt
from pathlib import Path

import pytest

from podcaster.models import (
    Chapter,
    Edition,
    Host,
    Line,
    Loudness,
    Master,
    NewsItem,
    Recording,
    Script,
    Sentence,
    Silence,
    Soundness,
    Story,
    Take,
)
from podcaster.report import Report, Turn, build_report

DATE = dt.date(2026, 11, 24)
HOSTS = (Host(name="Ava", voice="fake:high"), Host(name="Noah", voice="fake:low"))
SAID = (
    ("Ava", "open", None, "Good morning", 2.0),
    ("Ava", "fact", "s1", "Coffee costs more than it did", 3.0),
    ("Noah", "question", "s1", "How much more", 1.0),
    ("Ava", "close", None, "That is all", 2.0),
)


@pytest.fixture
def report() -> Report:
    item = NewsItem(
        id="i", source="Example", url="https://e.org", title="t", text="x", language="en"
    )
    story = Story(
        id="s1",
        title="Coffee",
        items=(item,),
        sentences=(Sentence(id="s1.1", item_id="i", text="x"),),
    )
    lines = tuple(
        Line(id=f"l{at}", host=host, role=role, story_id=story_id, text=text, evidence=("s1.1",))
        for at, (host, role, story_id, text, _) in enumerate(SAID)
    )
    takes = tuple(
        Take(
            line_id=f"l{at}",
            path=Path("x.flac"),
            seconds=seconds,
            sample_rate=24000,
            words=(),
            engine="fake",
            voice="high",
            cached=at > 1,
            not_honoured=("pitch",) if at == 1 else (),
        )
        for at, (*_, seconds) in enumerate(SAID)
    )
    return build_report(
        Edition(show="daily", language="en", date=DATE, stories=(story,), notes=("A sample.",)),
        Script(
            show="daily",
            language="en",
            date=DATE,
            title="Coffee",
            summary="",
            hosts=(*HOSTS, Host(name="Zoe, who says nothing", voice="fake:low")),
            lines=lines,
            notes=("Short of news.",),
        ),
        Recording(takes=takes, render_seconds=1.0),
        Master(
            path=Path("/somewhere/daily.mp3"),
            mime_type="audio/mpeg",
            seconds=12.0,
            loudness=Loudness(integrated_lufs=-16, true_peak_db=-1.2, range_lu=4),
            starts=(1.0, 3.5, 7.0, 8.5),
            chapters=(Chapter(start=0, title="Headlines"), Chapter(start=3.2, title="Coffee")),
            soundness=Soundness(
                silences=(Silence(start=1, seconds=2.5),),
                clipped=3,
                dc_offset=0.001,
                host_lufs={"Ava": -15.8, "Noah": -70.0},
            ),
        ),
    )


def test_each_hosts_share_of_what_is_said(report: Report):
    ava, noah = report.hosts
    assert (ava.host, ava.seconds, ava.share, ava.words) == ("Ava", 7.0, 0.875, 11)
    assert (noah.seconds, noah.share, noah.words_per_minute) == (1.0, 0.125, 180.0)
    assert sum(share.share for share in report.hosts) == pytest.approx(1)


def test_a_host_who_said_too_little_to_be_measured_has_no_loudness(report: Report):
    assert [share.lufs for share in report.hosts] == [-15.8, None]


def test_pace_is_words_while_somebody_speaks(report: Report):
    assert (report.words, report.spoken_seconds, report.words_per_minute) == (14, 8.0, 105.0)
    assert [chapter.words_per_minute for chapter in report.chapters] == [60.0, 120.0]
    assert [chapter.seconds for chapter in report.chapters] == [3.2, 8.8]


def test_lines_of_one_host_in_a_row_are_one_turn(report: Report):
    assert report.turns == (
        Turn(host="Ava", start=1.0, end=6.5),
        Turn(host="Noah", start=7.0, end=8.0),
        Turn(host="Ava", start=8.5, end=10.5),
    )


def test_what_was_rendered_and_what_came_from_the_cache(report: Report):
    assert (report.lines, report.rendered, report.cached) == (4, 2, 2)
    assert report.rtf == 0.2
    assert report.not_honoured == {"l1": ("pitch",)}


def test_what_was_measured_and_noted_is_kept(report: Report):
    assert report.audio == "daily.mp3"
    assert report.stories == 1
    assert report.silences == (Silence(start=1, seconds=2.5),)
    assert (report.clipped, report.dc_offset) == (3, 0.001)
    assert report.warnings == ("A sample.", "Short of news.")


def test_it_is_read_back_as_it_was_written(report: Report):
    assert Report.model_validate_json(report.model_dump_json()) == report
