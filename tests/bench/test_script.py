"""The dialogue's benchmark counts what it says it counts."""

import datetime as dt
from pathlib import Path

import pytest

from podcaster.bench import script as bench
from podcaster.bench.script import Outcome, editions, key_sentences, outcome, seconds, summary
from podcaster.models import Line
from podcaster.write.listener import Fault
from tests.write.editions import BRIDGE_ITEM, LIBRARY_ITEM, edition

BRIDGE = edition([BRIDGE_ITEM])
NOWHERE = Path("no-such-folder")
FAULT = Fault(line="l1", fault="long", reason="Too long.")


def test_every_article_is_told_on_the_day_after_it_appeared() -> None:
    found = dict(editions(NOWHERE))
    assert {name[:2] for name in found if name.startswith(("en-", "fr-"))} == {"en", "fr"}
    assert {told.language for told in found.values()} == {"en", "fr", "es"}
    for told in found.values():
        [story] = told.stories
        assert story.lead.published is not None
        assert told.date == story.lead.published.date() + dt.timedelta(1)
        assert len(story.sentences) > 3


def test_a_saved_page_is_told_as_well(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in BRIDGE_ITEM.text.split("\n\n"))
    (tmp_path / "footbridge.html").write_text(
        "<html lang='en'><head><title>Footbridge collapses</title></head>"
        f"<body><article><h1>Footbridge collapses</h1>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    named = dict(editions(tmp_path))
    assert named.keys() - dict(editions(NOWHERE)).keys() == {"footbridge"}
    assert "collapsed" in named["footbridge"].stories[0].sentences[0].text


def test_a_listener_expects_the_first_sentences_and_the_harm_that_was_done() -> None:
    assert key_sentences(BRIDGE) == {"s1.1", "s1.2", "s1.3"}
    [story] = BRIDGE.stories
    late = (*story.sentences[3:], story.sentences[0])
    turned = BRIDGE.model_copy(update={"stories": (story.model_copy(update={"sentences": late}),)})
    assert key_sentences(turned) == {"s1.1", *(sentence.id for sentence in late[:3])}


def test_what_is_told_of_the_key_facts_is_counted() -> None:
    found = outcome(("bridge", BRIDGE))
    assert (found.name, found.key) == ("bridge", 3)
    assert found.told == 3
    assert found.seconds > 30


def test_a_fault_of_the_writer_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "faults", lambda script, edition: [FAULT])
    assert outcome(("library", edition([LIBRARY_ITEM]))).faults == (FAULT,)


def test_more_letters_last_longer() -> None:
    def line(text: str) -> Line:
        return Line(id="l1", host="Ava", text=text, role="bridge")

    assert seconds([line("Now then.")]) < seconds([line("Now then, here is another story.")])


def test_faults_are_counted_by_kind_and_for_ten_minutes() -> None:
    day = Fault(line="l2", fault="day", reason="Not today.")
    report = summary(
        [
            Outcome("one", seconds=300, faults=(FAULT, day), key=4, told=3),
            Outcome("two", seconds=900, faults=(FAULT,), key=6, told=3),
        ]
    )
    assert report["faults"] == {"long": 2, "day": 1}
    assert report["faults_per_ten_minutes"] == 1.5
    assert report["key_facts"] == {"told": 6, "of": 10, "share": 0.6}
    assert [(row["name"], row["minutes"]) for row in report["by_edition"]] == [
        ("one", 5.0),
        ("two", 15.0),
    ]


def test_nothing_told_is_no_division_by_nothing() -> None:
    report = summary([])
    assert report["faults_per_ten_minutes"] == 0.0
    assert report["key_facts"]["share"] == 0.0
