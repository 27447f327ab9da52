"""Captions hold every character, keep to their width, and never overlap."""

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.models import Line, Word
from podcaster.publish.captions import cues
from podcaster.publish.spoken import SpokenLine
from podcaster.publish.transcripts import html, segments, subrip, webvtt

word = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=90)
texts = st.lists(st.lists(word, min_size=1, max_size=30), min_size=1, max_size=4)


def spoken(lines: list[list[str]]) -> list[SpokenLine]:
    made, at = [], 0.5
    for number, words in enumerate(lines):
        timed = []
        for text in words:
            timed.append(Word(word=text, start=at, end=at + 0.4))
            at += 0.5
        line = Line(
            id=f"l{number}",
            host=("Ava & Co", "Noah")[number % 2],
            text=" ".join(words),
            role="bridge",
        )
        made.append(SpokenLine(line, timed[0].start, timed[-1].end, tuple(timed)))
    return made


@pytest.mark.parametrize(("width", "rows"), [(65, 1), (32, 2)])
@given(lines=texts)
def test_no_character_is_lost_no_row_too_long_no_cue_over_another(
    width: int, rows: int, lines: list[list[str]]
) -> None:
    made = cues(spoken(lines), width, rows)
    shown = "".join("".join(cue.rows) for cue in made).replace(" ", "")
    assert shown == "".join("".join(line) for line in lines)
    assert all(len(row) <= width for cue in made for row in cue.rows)
    assert all(1 <= len(cue.rows) <= rows for cue in made)
    for before, after in pairwise(made):
        assert before.start < before.end <= after.start


def test_a_cue_ends_with_its_clause_where_one_ends_in_its_later_half() -> None:
    line = "Everybody who lives on either side of it came, and the bridge was opened."
    first, *_ = cues(spoken([line.split()]), 65, 1)
    assert first.text == "Everybody who lives on either side of it came,"


def test_no_word_is_left_alone_where_two_cues_hold_the_line() -> None:
    line = "everything you hear comes from the reports that are linked in the notes"
    found = [cue.text for cue in cues(spoken([line.split()]), 65, 1)]
    assert found == [
        "everything you hear comes from the reports",
        "that are linked in the notes",
    ]


def test_webvtt_names_the_host_and_escapes_what_would_be_markup() -> None:
    text = webvtt(spoken([["AT&T", "<b>", "-->", "ok"]]), "en")
    assert text.startswith("WEBVTT\n")
    assert "<v Ava &amp; Co>AT&amp;T &lt;b&gt; --&gt; ok" in text
    assert re.search(r"^00:00:00\.500 --> 00:00:02\.400$", text, re.M)


def test_srt_numbers_its_cues_and_names_a_host_when_the_turn_passes() -> None:
    text = subrip(spoken([["Hello."], ["Hi."]]), "en")
    assert text.startswith("1\n00:00:00,500 --> 00:00:00,900\nAva & Co: Hello.\n\n2\n")
    assert "\nNoah: Hi.\n" in text


def test_json_is_the_namespaces_own_with_words_besides() -> None:
    found = json.loads(segments(spoken([["Hello", "there."]]), "en"))
    assert found["version"] == "1.0.0"
    (segment,) = found["segments"]
    assert (segment["speaker"], segment["body"]) == ("Ava & Co", "Hello there.")
    assert segment["startTime"] == segment["words"][0]["startTime"] == 0.5
    assert [entry["word"] for entry in segment["words"]] == ["Hello", "there."]


def test_html_escapes_the_text() -> None:
    assert "<p>&lt;b&gt;</p>" in html(spoken([["<b>"]]), "en")
