"""Every printed word gets its time, whatever the voice says for it, and time only goes forward."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from podcaster.models import Take, Word
from podcaster.publish.spoken import printed_words, spoken_lines
from tests.publish.days import master, recording, script

words = st.lists(
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8),
    min_size=1,
    max_size=12,
)


def take(heard: list[Word], seconds: float = 60.0) -> Take:
    return Take(
        line_id="l1",
        path=Path("t.flac"),
        seconds=seconds,
        sample_rate=24000,
        words=tuple(heard),
        engine="e",
        voice="v",
        cached=False,
    )


def heard_words(spoken: list[str]) -> list[Word]:
    return [Word(word=word, start=i, end=i + 0.8) for i, word in enumerate(spoken)]


@given(words, words)
def test_no_printed_word_is_lost_and_times_never_go_back(
    printed: list[str], spoken: list[str]
) -> None:
    text = " ".join(printed)
    found = printed_words(text, take(heard_words(spoken)))
    assert [word.word for word in found] == text.split()
    times = [time for word in found for time in (word.start, word.end)]
    assert times == sorted(times)


def test_words_that_are_the_same_on_both_sides_keep_their_times() -> None:
    found = printed_words(
        "It cost 23 euros.", take(heard_words(["it", "cost", "twenty", "three", "euros"]))
    )
    assert [(word.word, word.start) for word in found] == [
        ("It", 0),
        ("cost", 1),
        ("23", 2),
        ("euros.", 4),
    ]
    assert found[2].end == 3.8


def test_a_take_without_word_times_spreads_them_over_its_length() -> None:
    found = printed_words("one three", take([], seconds=8.0))
    assert (found[0].start, found[-1].end) == (0.0, 8.0)


def test_lines_that_overlap_in_the_mix_follow_one_another_in_the_transcript(
    tmp_path: Path,
) -> None:
    told = script()
    taken = recording(told)
    finished = master(told, taken, tmp_path / "a.mp3", b"x")
    early = finished.model_copy(update={"starts": tuple(start * 0.5 for start in finished.starts)})
    lines = spoken_lines(told, taken, early)
    for before, after in pairwise(lines):
        assert before.end <= after.start < after.end
