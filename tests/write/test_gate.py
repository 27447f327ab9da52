"""No line that its sentences don't carry gets past the gate; a person may overrule it."""

import pytest

from podcaster.errors import WriteError
from podcaster.models import Edition, Host, Line, Script
from podcaster.write.gate import gated, gated_measure, remembering, require
from tests.write.editions import BRIDGE_ITEM, HEARD, edition

TOLD = edition([BRIDGE_ITEM])


def judge(line: Line, told: Edition) -> list[str]:
    """Stands in for the real judge: what says WRONG isn't carried."""
    return ["it isn't in the source"] if "WRONG" in line.text else []


def script(*lines: Line) -> Script:
    return Script(
        show="daily",
        language="en",
        date=HEARD,
        title="A title",
        summary="",
        hosts=(Host(name="Ava", voice="x:y"), Host(name="Noah", voice="x:z")),
        lines=lines,
    )


ASKED = Line(id="l1", host="Ava", text="How many?", role="question", story_id="s1")
WRONG = Line(id="l2", host="Noah", text="WRONG 9.", role="fact", story_id="s1", evidence=("s1.3",))
FINE = Line(id="l3", host="Noah", text="It fell.", role="fact", story_id="s1", evidence=("s1.1",))


def test_a_line_that_fails_is_replaced_by_its_sentence() -> None:
    passed = gated(script(ASKED, WRONG, FINE), TOLD, judge)
    assert [line.text for line in passed.lines] == [
        "How many?",
        TOLD.sentence("s1.3").text,
        "It fell.",
    ]
    assert any("1 replaced" in note for note in passed.notes)


def test_what_cannot_be_replaced_goes_and_takes_its_question_along() -> None:
    two = WRONG.model_copy(update={"evidence": ("s1.1", "s1.2")})
    passed = gated(script(ASKED, two, FINE), TOLD, judge)
    assert passed.lines == (FINE,)
    assert any("1 dropped" in note for note in passed.notes)


def test_what_is_supported_is_left_alone() -> None:
    assert gated(script(ASKED, FINE), TOLD, judge) == script(ASKED, FINE)


def test_an_edited_script_is_refused_with_the_line_and_the_reason() -> None:
    with pytest.raises(WriteError, match=r"l2 .*isn't in the source"):
        require(script(WRONG), TOLD, judge)


def test_a_person_may_overrule() -> None:
    allowed = WRONG.model_copy(update={"overruled": "I was there"})
    require(script(allowed), TOLD, judge)
    assert gated(script(allowed), TOLD, judge).lines == (allowed,)


def test_a_writer_is_given_the_length_that_remains_behind_the_gate() -> None:
    measured = gated_measure(lambda lines: 10.0 * len(lines), TOLD, judge)
    two = WRONG.model_copy(update={"evidence": ("s1.1", "s1.2")})
    assert measured((ASKED, two, FINE)) == 10.0


def test_a_line_is_judged_once_however_many_drafts_hold_it() -> None:
    asked: list[str] = []

    def counting(line: Line, told: Edition) -> list[str]:
        asked.append(line.text)
        return []

    once = remembering(counting)
    for _ in range(3):
        assert not once(FINE, TOLD)
    assert asked == ["It fell."]
