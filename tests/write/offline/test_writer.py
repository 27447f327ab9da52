"""The dialogue as a whole: complete, sourced, shared, as long as asked, the same every time."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from podcaster.errors import NothingToTell, WriteError
from podcaster.models import ASSERTING_ROLES, Edition, Line, Script
from podcaster.write.offline.text import QUOTED, copied_run, words
from tests.write.editions import (
    BRIDGE_ITEM,
    HEARD,
    LIBRARY_ITEM,
    PONT_ITEM,
    edition,
    item,
    measure,
    played,
    show,
    write,
)

GOLDEN = Path(__file__).parents[1] / "golden"
ENGLISH = edition([BRIDGE_ITEM, LIBRARY_ITEM])
FRENCH = edition([PONT_ITEM], language="fr")


def turns(script: Script) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in script.lines:
        if found and found[-1][0].host == line.host:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def said(lines: list[Line]) -> int:
    return sum(len(words(line.text)) for line in lines)


def sources_of(line: Line, told: Edition) -> str:
    return " ".join(told.sentence(ref).text for ref in line.evidence)


@pytest.mark.parametrize(
    ("name", "told", "language"), [("bridge.en", ENGLISH, "en"), ("pont.fr", FRENCH, "fr")]
)
def test_the_dialogue_reads_as_it_was_approved(name: str, told: Edition, language: str) -> None:
    assert played(write(told, show(language=language))) == (
        (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    )


def test_the_same_day_gives_the_same_script_and_another_day_another() -> None:
    assert write(ENGLISH) == write(ENGLISH)
    other = write(ENGLISH.model_copy(update={"date": HEARD + dt.timedelta(1)}))
    assert [line.frame for line in other.lines] != [line.frame for line in write(ENGLISH).lines]


def test_every_line_that_asserts_cites_sentences_and_no_other_does() -> None:
    for told, language in ((ENGLISH, "en"), (FRENCH, "fr")):
        script = write(told, show(language=language))
        known = set(told.sentences_by_id())
        for line in script.lines:
            assert bool(line.evidence) == (line.role in ASSERTING_ROLES), line
            assert set(line.evidence) <= known


def test_figures_and_quotations_stand_in_the_sentences_cited() -> None:
    script = write(ENGLISH)
    for line in script.lines:
        if not line.evidence:
            continue
        source = sources_of(line, ENGLISH).replace("'", "’")
        for word in words(line.text):
            assert not word[0].isdigit() or word in source
        for quotation in QUOTED.findall(line.text):
            assert quotation.strip('“”"').rstrip(".") in source


def test_both_hosts_carry_facts_and_neither_talks_too_much() -> None:
    script = write(ENGLISH)
    share = Counter[str]()
    facts = Counter[str]()
    for line in script.lines:
        share[line.host] += len(words(line.text))
        facts[line.host] += line.role == "fact"
    assert max(share.values()) <= 0.65 * sum(share.values())
    assert min(facts.values()) >= 3


def test_most_turns_can_be_said_in_one_breath() -> None:
    found = [said(turn) for turn in turns(write(ENGLISH))]
    assert sum(3 <= count <= 45 for count in found) >= 0.9 * len(found)


def test_a_question_is_followed_by_another_host_who_tells_something() -> None:
    lines = write(ENGLISH).lines
    asked = [index for index, line in enumerate(lines) if line.role == "question"]
    assert asked
    for index in asked:
        assert lines[index + 1].role in ("fact", "quote")
        assert lines[index + 1].host != lines[index].host


def test_what_is_gravest_is_told_and_not_read_brightly() -> None:
    deaths = [line for line in write(ENGLISH).lines if "died" in line.text]
    assert deaths
    for line in deaths:
        assert line.delivery.tone == "sombre"
        assert line.delivery.pause_after
        assert line.why


def test_the_gravest_is_told_even_when_there_is_little_time() -> None:
    assert any("died" in line.text for line in write(ENGLISH, show(minutes=0.5)).lines)


def test_sources_and_hosts_are_named_aloud() -> None:
    script = write(ENGLISH)
    text = played(script)
    for name in ("The Marlow Post", "Halden News", "I'm Ava", "Noah"):
        assert name in text
    assert "synthetic" in text or "computer" in text
    assert "May 14th" in script.lines[0].text


def test_a_sample_edition_says_so_aloud_and_in_its_title() -> None:
    script = write(ENGLISH.model_copy(update={"sample": True}))
    assert any("sample edition" in line.text for line in script.lines if line.role == "open")
    assert script.title.startswith("Sample edition")
    assert "not today" in script.summary


def test_an_old_story_says_its_date() -> None:
    later = edition([BRIDGE_ITEM], dt.date(2025, 1, 9))
    assert "May 13th, 2024" in played(write(later))


def test_a_follow_up_says_when_it_was_told() -> None:
    story = ENGLISH.stories[0].model_copy(update={"told_on": dt.date(2024, 5, 10)})
    text = played(write(ENGLISH.model_copy(update={"stories": (story,)})))
    assert "May 10th" in text


def test_a_long_run_of_the_sources_words_is_rare() -> None:
    facts = [line for line in write(ENGLISH).lines if line.role == "fact"]
    copied = [line for line in facts if copied_run(line.text, sources_of(line, ENGLISH)) > 12]
    assert len(copied) <= 0.2 * len(facts)


def test_too_little_news_is_said_and_not_padded() -> None:
    script = write(ENGLISH, show(minutes=30))
    assert any("no more news" in note for note in script.notes)
    assert measure(script.lines) < 200


def test_one_host_asks_himself_nothing() -> None:
    script = write(ENGLISH, show(format="brief"))
    assert {line.host for line in script.lines} == {"Ava"}
    assert not any(line.role == "question" for line in script.lines)


def test_in_an_interview_one_asks_and_the_other_has_read_the_story() -> None:
    script = write(ENGLISH, show(format="interview"))
    assert {line.host for line in script.lines if line.role == "question"} == {"Ava"}
    assert {line.host for line in script.lines if line.role in ("fact", "quote")} == {"Noah"}


def test_a_deep_dive_tells_one_story() -> None:
    script = write(ENGLISH, show(format="deep-dive"))
    assert {line.story_id for line in script.lines} == {None, "s1"}


def test_three_hosts_all_speak() -> None:
    script = write(ENGLISH, show(hosts=3))
    facts = {line.host for line in script.lines if line.role in ("fact", "quote")}
    assert facts == {"Ava", "Noah", "Mia"}


def test_an_item_in_another_language_is_left_out_with_a_note() -> None:
    script = write(edition([BRIDGE_ITEM, PONT_ITEM]))
    assert any("'fr'" in note for note in script.notes)
    assert all(line.story_id in (None, "s1") for line in script.lines)


def test_nothing_that_can_be_told_is_an_error() -> None:
    empty = item("Please subscribe to our newsletter!", "A call", "The Paper")
    with pytest.raises(NothingToTell):
        write(edition([empty]))


def test_a_language_without_templates_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(WriteError) as caught:
        write(ENGLISH, show().model_copy(update={"language": "de"}))
    assert "en, es, fr" in caught.value.hint
