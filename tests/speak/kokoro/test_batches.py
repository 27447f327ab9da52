"""Long lines are cut where a speaker breathes, and not a word is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from podcaster.speak.kokoro.batches import AIM, LIMIT, Piece, length, split
from podcaster.speak.kokoro.phonemes import Said
from podcaster.speak.kokoro.tokens import NO_WORD, tokenise

MARKS = ["", "", "", "", ",", ".", "?", "…", "—", ":"]


def word(index: int, symbols: str, after: str = "") -> Piece:
    return Piece(Said(index, "", symbols, after, "test"))


@st.composite
def lines(draw: st.DrawFn) -> list[Piece]:
    sizes = draw(st.lists(st.integers(1, 25) | st.integers(1, 900), min_size=1, max_size=150))
    marks = draw(st.lists(st.sampled_from(MARKS), min_size=len(sizes), max_size=len(sizes)))
    pieces: list[Piece] = []
    for index, (size, mark) in enumerate(zip(sizes, marks, strict=True)):
        pieces.append(word(index, "a" * size, mark))
        if draw(st.integers(0, 30)) == 0:
            pieces.append(Piece(None, 0.3))
    return pieces


@given(lines())
@settings(max_examples=60)
def test_not_a_word_is_lost_and_no_pass_is_too_long(pieces: list[Piece]) -> None:
    groups = split(pieces)
    said = [piece.said for group in groups for piece in group if piece.said]
    for index, piece in enumerate(piece for piece in pieces if piece.said):
        parts = [part.symbols for part in said if part.written == index]
        assert piece.said is not None
        assert "".join(parts) == piece.said.symbols
    assert [part.written for part in said] == sorted(part.written for part in said)
    pauses = [piece.pause for group in groups for piece in group if piece.said is None]
    assert pauses == [piece.pause for piece in pieces if piece.said is None]
    for group in groups:
        tokens = tokenise(group)
        assert tokens is not None
        assert len(tokens.ids) - 2 <= LIMIT


@given(lines())
@settings(max_examples=40)
def test_tokens_hold_every_sound_of_every_word(pieces: list[Piece]) -> None:
    sounds = 0
    for group in split(pieces):
        tokens = tokenise(group)
        assert tokens is not None
        sounds += int((tokens.words != NO_WORD).sum())
    assert sounds == sum(len(piece.said.symbols) for piece in pieces if piece.said)


def test_a_short_line_is_one_pass() -> None:
    assert len(split([word(at, "aaaa", "." if at % 4 == 3 else "") for at in range(12)])) == 1


def test_a_long_line_is_cut_after_sentences() -> None:
    pieces = [word(at, "aaaa", "." if at % 10 == 9 else "") for at in range(100)]
    groups = split(pieces)
    assert len(groups) > 1
    for group in groups:
        assert group[-1].said is not None
        assert group[-1].said.after == "."
        assert sum(length(piece.said) for piece in group if piece.said) <= AIM


def test_a_long_sentence_is_cut_after_a_clause() -> None:
    pieces = [word(at, "aaaa", "," if at % 10 == 9 else "") for at in range(99)]
    for group in split(pieces)[:-1]:
        assert group[-1].said is not None
        assert group[-1].said.after == ","


def test_a_long_clause_is_cut_into_even_parts() -> None:
    groups = split([word(at, "aaaa") for at in range(120)])
    sizes = [len(group) for group in groups]
    assert max(sizes) - min(sizes) <= 1


def test_a_silence_stays_with_the_word_before_it() -> None:
    pieces = [word(at, "aaaa", "." if at % 10 == 9 else "") for at in range(100)]
    with_pauses = [part for piece in pieces for part in (piece, Piece(None, 0.2))]
    for group in split(with_pauses):
        assert group[0].said is not None
        assert group[-1].said is None
