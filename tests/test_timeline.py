"""The timeline: a conversation that breathes, laid the same every time, and fitted to a length."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.models import Delivery, Line, Role
from podcaster.timeline import (
    LEAST_STRETCH,
    MOST_STRETCH,
    STORY_GAP,
    Idents,
    Timeline,
    begins_story,
    fit,
    gap_before,
    lay,
)

SILENT = Idents()
MUSIC = Idents(opening=3.0, between=1.5, closing=4.0)
ROLES: tuple[Role, ...] = (
    "open",
    "headline",
    "fact",
    "quote",
    "question",
    "reaction",
    "bridge",
    "recap",
    "close",
)


def line(number: int, role: Role = "fact", host: str = "Ava", story: str | None = "s1", **more):
    return Line(
        id=f"l{number}",
        host=host,
        text=f"line {number}",
        role=role,
        story_id=story,
        evidence=("s1.1",),
        **more,
    )


@st.composite
def dialogues(draw) -> tuple[list[Line], list[float]]:
    count = draw(st.integers(1, 30))
    lines = [
        line(
            number,
            draw(st.sampled_from(ROLES)),
            draw(st.sampled_from(["Ava", "Noah"])),
            draw(st.sampled_from([None, "s1", "s2", "s3"])),
            delivery=Delivery(
                tone=draw(st.sampled_from(["neutral", "serious", "urgent"])),
                pause_after=draw(st.none() | st.floats(0, 3)),
            ),
        )
        for number in range(count)
    ]
    seconds = draw(st.lists(st.floats(0.2, 20), min_size=count, max_size=count))
    return lines, seconds


@given(dialogues(), st.sampled_from([SILENT, MUSIC]), st.floats(LEAST_STRETCH, MOST_STRETCH))
def test_lines_begin_one_after_another_and_lie_inside_the_episode(dialogue, idents, stretch):
    lines, seconds = dialogue
    timeline = lay(lines, seconds, idents, stretch)
    assert len(timeline.starts) == len(lines)
    assert timeline.starts[0] == idents.opening
    assert all(later > earlier for earlier, later in neighbours(timeline.starts))
    assert timeline.starts[-1] + seconds[-1] < timeline.seconds


@given(dialogues(), st.sampled_from([SILENT, MUSIC]))
def test_only_a_reaction_overlaps_and_by_less_than_a_third_of_what_it_answers(dialogue, idents):
    lines, seconds = dialogue
    starts = lay(lines, seconds, idents).starts
    for index in range(1, len(lines)):
        gap = starts[index] - (starts[index - 1] + seconds[index - 1])
        if lines[index].role != "reaction":
            assert gap >= -1e-9
        assert gap >= -seconds[index - 1] / 3 - 1e-9


@given(dialogues(), st.sampled_from([SILENT, MUSIC]))
def test_no_ident_sounds_while_a_line_is_said(dialogue, idents):
    lines, seconds = dialogue
    timeline = lay(lines, seconds, idents)
    lengths = {"opening": 3.0, "between": 1.5, "closing": 4.0}
    for ident in timeline.idents:
        for start, length in zip(timeline.starts, seconds, strict=True):
            ends = ident.start + lengths[ident.kind]
            assert start + length <= ident.start + 1e-9 or start >= ends - 1e-9


@given(dialogues(), st.sampled_from([SILENT, MUSIC]), st.floats(0, 1))
def test_a_length_within_reach_is_met_exactly(dialogue, idents, share):
    lines, seconds = dialogue
    least = lay(lines, seconds, idents, LEAST_STRETCH).seconds
    most = lay(lines, seconds, idents, MOST_STRETCH).seconds
    target = least + share * (most - least)
    assert fit(lines, seconds, idents, target).seconds == pytest.approx(target, abs=1e-6)


@given(dialogues(), st.floats(0, 1000))
def test_a_length_out_of_reach_is_approached_without_rushing_or_dragging(dialogue, target):
    lines, seconds = dialogue
    least = lay(lines, seconds, MUSIC, LEAST_STRETCH).seconds
    most = lay(lines, seconds, MUSIC, MOST_STRETCH).seconds
    nearest = min(max(target, least), most)
    assert fit(lines, seconds, MUSIC, target).seconds == pytest.approx(nearest, abs=1e-6)


def test_an_answer_comes_sooner_than_a_turn_and_a_new_story_later():
    question = line(1, "question", "Ava")
    answer = gap_before(question, line(2, "fact", "Noah"))
    turn = gap_before(line(1, "fact", "Ava"), line(2, "fact", "Noah"))
    story = gap_before(line(1, "fact", "Ava"), line(2, "fact", "Noah", story="s2"))
    assert 0 < answer < turn < story


def test_a_reaction_comes_in_on_the_last_syllable_of_the_other_host_only():
    said = line(1, "fact", "Ava")
    assert gap_before(said, line(2, "reaction", "Noah")) < 0
    assert gap_before(said, line(2, "reaction", "Ava")) > 0


def test_goodbyes_follow_each_other_like_turns():
    first = gap_before(line(1, "fact"), line(2, "close", "Noah", None))
    second = gap_before(line(1, "close", story=None), line(2, "close", "Noah", None))
    assert second < first


def test_a_grave_line_is_given_a_beat():
    grave = line(2, "fact", "Noah", delivery=Delivery(tone="sombre"))
    assert gap_before(line(1), grave) > gap_before(line(1), line(2, "fact", "Noah")) + 0.1


def test_a_pause_that_the_script_asks_for_is_kept_to_whatever_the_stretch():
    lines = [line(1, delivery=Delivery(pause_after=0.5)), line(2, "fact", "Noah")]
    for stretch in (LEAST_STRETCH, 1.0, MOST_STRETCH):
        assert lay(lines, [2.0, 2.0], SILENT, stretch).starts[1] == pytest.approx(2.5)


def test_no_two_gaps_are_alike_and_none_changes_from_day_to_day():
    lines = [line(number, "fact", "AB"[number % 2]) for number in range(40)]
    starts = lay(lines, [1.0] * 40, SILENT).starts
    gaps = [later - earlier - 1 for earlier, later in neighbours(starts)]
    assert len({round(gap, 5) for gap in gaps}) == len(gaps)
    assert lay(lines, [1.0] * 40, SILENT).starts == starts


def test_music_stands_before_each_story_but_not_before_headlines_or_the_recap():
    lines = [
        line(1, "open", story=None),
        line(2, "headline", story="s1"),
        line(3, "headline", story="s2"),
        line(4, "fact", story="s1"),
        line(5, "question", "Noah", story="s1"),
        line(6, "bridge", story=None),
        line(7, "fact", story="s2"),
        line(8, "recap", story="s1"),
        line(9, "close", story=None),
    ]
    assert begins_story(lines) == (False,) * 3 + (True, False, False, True, False, False)
    timeline = lay(lines, [2.0] * 9, MUSIC)
    assert [ident.kind for ident in timeline.idents] == ["opening", "between", "between", "closing"]
    between = [ident.start for ident in timeline.idents if ident.kind == "between"]
    assert [start + 1.5 for start in between] == pytest.approx(
        [timeline.starts[3], timeline.starts[6]]
    )


def test_without_music_a_story_still_gets_its_room():
    lines = [line(1), line(2, story="s2")]
    starts = lay(lines, [2.0, 2.0], SILENT).starts
    assert starts[1] - 2.0 == pytest.approx(STORY_GAP, rel=0.15)


def test_whole_milliseconds_move_nothing_by_more_than_half_of_one():
    exact = lay([line(1), line(2)], [1.23456, 2.34567], MUSIC)
    rounded: Timeline = exact.rounded()
    assert rounded.starts == tuple(round(start, 3) for start in exact.starts)
    assert abs(rounded.seconds - exact.seconds) <= 0.0005


def neighbours(values: Sequence[float]) -> list[tuple[float, float]]:
    return list(pairwise(values))
