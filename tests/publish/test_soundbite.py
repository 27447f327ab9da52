"""The soundbite is whole lines of one story, 20 to 60 seconds, starting on something told."""

from podcaster.models import Line, Role, Word
from podcaster.publish.soundbite import choose_soundbite
from podcaster.publish.spoken import SpokenLine
from tests.publish.days import edition


def line(number: int, role: Role, host: str, story: str | None, seconds: float) -> SpokenLine:
    start = number * 15.0
    evidence = ("s1.1",) if role in ("headline", "fact", "quote") else ()
    made = Line(id=f"l{number}", host=host, text="x", role=role, story_id=story, evidence=evidence)
    return SpokenLine(
        made, start, start + seconds, (Word(word="x", start=start, end=start + seconds),)
    )


def test_it_holds_the_answer_to_a_question_and_both_hosts() -> None:
    lines = [
        line(0, "open", "Ava", None, 14),
        line(1, "reaction", "Noah", "s1", 14),
        line(2, "fact", "Ava", "s1", 14),
        line(3, "question", "Noah", "s1", 14),
        line(4, "quote", "Ava", "s1", 14),
        line(5, "question", "Noah", "s1", 14),
        line(6, "fact", "Ava", "s2", 14),
    ]
    bite = choose_soundbite(lines, edition())
    assert bite is not None
    assert (bite.start, bite.seconds, bite.title) == (30.0, 44.0, "The bridge")


def test_a_day_of_short_lines_has_none() -> None:
    assert choose_soundbite([line(0, "fact", "Ava", "s1", 5)], edition()) is None
