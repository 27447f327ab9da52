"""What a listener would mind is found, and nothing else is."""

import datetime as dt
from collections.abc import Sequence

import pytest

from podcaster.models import Host, Line, Role, Script
from podcaster.write.listener import Fault, faults
from podcaster.write.pattern import built_alike, pattern
from tests.write.editions import BRIDGE_ITEM, HEARD, edition

EDITION = edition([BRIDGE_ITEM])
Said = tuple[Role, str] | tuple[Role, str, str]
FIRST = "The county said a footbridge over the Marlow river collapsed yesterday."


def script(*said: Said, date: dt.date = HEARD) -> Script:
    """The lines in turn; those that tell something rest on the story's first sentence, or on the
    one named.
    """
    lines = []
    for number, (role, text, *cited) in enumerate(said):
        told = role in ("fact", "quote", "headline", "recap")
        lines.append(
            Line(
                id=f"l{number + 1}",
                host="Ava" if number % 2 else "Noah",
                text=text,
                role=role,
                story_id="s1" if told or role == "question" else None,
                evidence=tuple(cited or ["s1.1"]) if told else (),
            )
        )
    hosts = tuple(Host(name=name, voice="fake:voice") for name in ("Ava", "Noah"))
    return Script(
        show="daily",
        language="en",
        date=date,
        title="A title",
        summary="",
        hosts=hosts,
        lines=lines,
    )


def found(*said: Said) -> list[tuple[str, str]]:
    return [(fault.line, fault.fault) for fault in faults(script(*said), EDITION)]


def test_a_plain_dialogue_has_no_faults() -> None:
    said: Sequence[Said] = (
        ("open", "Good morning. It's Tuesday, May 14th, and I'm Noah."),
        ("fact", FIRST),
        ("question", "And how bad is it?"),
        ("fact", "3 people died."),
        ("bridge", "On to business, Ava."),
        ("close", "That was the news. Goodbye."),
    )
    assert found(*said) == []


def test_a_question_that_the_next_line_does_not_answer() -> None:
    asked: Said = ("question", "How many people died?")
    assert found(asked, ("fact", FIRST)) == [("l1", "question")]
    assert found(asked, ("bridge", "Moving on.")) == [("l1", "question")]
    assert found(asked, ("fact", "3 people died.")) == []


def test_a_pronoun_without_a_name_in_earshot() -> None:
    assert found(("fact", "She works beside the bridge.", "s1.2")) == [("l1", "pronoun")]
    named: Said = ("fact", "Rosa Whitfield is a baker.", "s1.2")
    assert found(named, ("fact", "She works beside the bridge.", "s1.2")) == []


def test_a_day_that_is_wrong_when_it_is_heard() -> None:
    assert found(("open", "It's Monday, May 13th, and I'm Noah.")) == [("l1", "day")]


def test_a_turn_too_long_to_say() -> None:
    assert found(("bridge", "word " * 46)) == [("l1", "long")]


def test_framing_lines_built_alike_are_named_from_the_second_of_a_short_episode() -> None:
    said: Sequence[Said] = (
        ("bridge", "Now to business, Ava."),
        ("bridge", "Let's hear the rest of it."),
        ("bridge", "Now to sport, Noah."),
    )
    [fault] = faults(script(*said), EDITION)
    assert fault == Fault(
        line="l3",
        fault="pattern",
        reason="More than a tenth of the framing lines are built like this: * to * , * .",
    )


@pytest.mark.parametrize(("lines", "named"), [(20, 0), (19, 1)])
def test_a_tenth_of_the_framing_lines_may_be_built_alike(lines: int, named: int) -> None:
    small = "a an the this that these those of to in on at by for from with as into onto".split()
    different = [f"{word} {other}?" for word in small for other in small if word != other]
    said = ["Now to business.", "Now to sport.", *different[: lines - 2]]
    built = built_alike(script(*(("bridge", text) for text in said)).lines, "en")
    assert [line.text for line, _ in built] == ["Now to sport."][:named]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Now to business, Noah.", "Now to sport, Ava.", "en"),
        ("{source} reports: {fact}", "{speaker} says: {quote}", "en"),
        ("Et maintenant, l’économie.", "Et maintenant, l’actualité.", "fr"),
    ],
)
def test_lines_that_differ_in_what_fills_them_have_one_pattern(
    one: str, other: str, language: str
) -> None:
    assert pattern(one, language) == pattern(other, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Now to business.", "On to business."),
        ("And why?", "And how?"),
        ("Moving on.", "What's next?"),
        ("This is from {source}. {fact}", "{source} reports: {fact}"),
    ],
)
def test_lines_that_differ_in_their_small_words_have_two(one: str, other: str) -> None:
    assert pattern(one, "en") != pattern(other, "en")
