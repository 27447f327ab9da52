"""Direction is arithmetic on a score: what is asked for is what changes, by as much as asked."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcaster.models import Ending
from podcaster.speak.kokoro.batches import Piece
from podcaster.speak.kokoro.direction import (
    EMPHASIS_DECIBELS,
    ENDING_SEMITONES,
    HEAD,
    TAIL,
    Hand,
    Part,
    direct,
)
from podcaster.speak.kokoro.phonemes import Said
from podcaster.speak.kokoro.score import FRAME, SAMPLE_RATE, Score
from podcaster.speak.kokoro.tokens import Tokens, tokenise

WORDS = [("ðə", ""), ("stˈɔɹm", ","), ("ɪz", ""), ("mˈuvɪŋ", "."), ("əwˈA", ".")]


def line(pause: float = 0.0) -> Tokens:
    pieces = [Piece(Said(at, "", *word, "test")) for at, word in enumerate(WORDS)]
    if pause:
        pieces.insert(3, Piece(None, pause))
    tokens = tokenise(pieces)
    assert tokens is not None
    return tokens


def score(tokens: Tokens, seed: int = 0) -> Score:
    """A voice that wanders around 200 Hz; marks and spaces are silent."""
    generator = np.random.default_rng(seed)
    sounding = tokens.words >= 0
    durations = np.where(sounding, generator.integers(2, 7, len(tokens.ids)), 3)
    voiced = np.repeat(sounding, 2 * durations)
    wander = np.cumsum(generator.normal(0, 0.25, len(voiced)))
    pitch = np.where(voiced, 200 * 2 ** ((wander - wander[voiced].mean()) / 12), 8.0)
    energy = np.where(voiced, 5 + generator.normal(0, 1, len(voiced)), -9.0)
    return Score(
        tokens=tokens.ids,
        durations=durations.astype(np.int64),
        pitch=pitch.astype(np.float32),
        energy=energy.astype(np.float32),
        features=generator.normal(0, 1, (4, len(durations))).astype(np.float32),
        style=np.zeros(256, np.float32),
    )


def directed(**numbers: object) -> Part:
    tokens = line()
    return direct(score(tokens), tokens, Hand(**numbers), ends=True)  # type: ignore[arg-type]


def semitones(part: Part) -> np.ndarray:
    return 12 * np.log2(part.score.pitch[part.score.voiced])


PLAIN = directed()


def test_nothing_asked_changes_nothing() -> None:
    original = score(line())
    assert np.array_equal(PLAIN.score.durations, original.durations)
    np.testing.assert_allclose(PLAIN.score.pitch, original.pitch, rtol=1e-5)
    assert np.array_equal(PLAIN.score.energy, original.energy)
    assert not PLAIN.gain_db.any()
    assert PLAIN.silences == ()


@given(rate=st.floats(0.5, 2.0))
@settings(max_examples=30)
def test_the_rate_is_met(rate: float) -> None:
    original = score(line())
    sounds = original.durations[1:-1].sum()
    changed = directed(rate=rate).score.durations[1:-1].sum()
    assert sounds / changed == pytest.approx(rate, rel=0.03)


@given(rate=st.floats(1.02, 1.12), seed=st.integers(0, 20))
@settings(max_examples=30)
def test_a_little_haste_leaves_short_sounds_alone(rate: float, seed: int) -> None:
    tokens = line()
    original = score(tokens, seed)
    changed = direct(original, tokens, Hand(rate=rate), ends=True).score.durations
    short = (original.durations == 2) & (tokens.words >= 0)
    assert (changed[short] >= 2).all()


def test_vowels_give_more_than_stops() -> None:
    tokens = line()
    long = score(tokens)
    long = Score(
        long.tokens,
        long.durations * 10,
        *(np.repeat(c, 10) for c in (long.pitch, long.energy)),
        long.features,
        long.style,
    )
    changed = direct(long, tokens, Hand(rate=0.7), ends=True).score.durations / long.durations
    vowel, stop = tokens.symbols.index("ə"), tokens.symbols.index("t")
    assert changed[vowel] > changed[stop] > 1


@pytest.mark.parametrize("shift", [-4.0, -1.0, 2.5])
@pytest.mark.parametrize("factor", [0.5, 1.0, 1.8])
def test_pitch_is_met_whatever_the_range(shift: float, factor: float) -> None:
    moved = semitones(directed(pitch=shift, range=factor))
    loud = PLAIN.score.energy[PLAIN.score.voiced] >= np.quantile(
        PLAIN.score.energy[PLAIN.score.voiced], 0.25
    )
    assert np.median(moved[loud]) - np.median(semitones(PLAIN)[loud]) == pytest.approx(
        shift, abs=0.01
    )


@pytest.mark.parametrize("factor", [0.0, 0.5, 1.7])
def test_range_scales_the_melody(factor: float) -> None:
    spread = semitones(directed(range=factor)).std() / semitones(PLAIN).std()
    assert spread == pytest.approx(factor, abs=0.01)


def test_what_is_silent_stays_silent() -> None:
    for part in (directed(pitch=6.0, range=2.0, energy=6.0), directed(ending="rising")):
        assert np.array_equal(part.score.voiced, PLAIN.score.voiced)
        silent = ~part.score.voiced
        assert np.array_equal(part.score.pitch[silent], PLAIN.score.pitch[silent])
        assert np.array_equal(part.score.energy[silent], PLAIN.score.energy[silent])


def test_an_emphasised_word_is_higher_longer_and_louder_and_others_are_not() -> None:
    tokens = line()
    part = directed(stress=((1, 1.0),))
    own = np.flatnonzero(tokens.words == 1)
    other = np.flatnonzero(tokens.words == 4)
    assert part.score.durations[own].sum() > PLAIN.score.durations[own].sum()
    assert part.score.durations[other].sum() == pytest.approx(
        PLAIN.score.durations[other].sum(), abs=1
    )
    middle = 2 * int(part.score.starts[own[3]])
    assert part.gain_db[middle] == pytest.approx(EMPHASIS_DECIBELS, abs=0.5)
    assert part.gain_db[2 * int(part.score.starts[other[0]]) :].max() == 0


@pytest.mark.parametrize("ending", ["falling", "rising", "continuing"])
def test_the_voice_ends_where_it_is_told_to(ending: Ending) -> None:
    notes = semitones(directed(ending=ending))
    reached = notes[-3:].mean() - np.median(semitones(PLAIN))
    plain = semitones(PLAIN)[-3:].mean() - np.median(semitones(PLAIN))
    target = ENDING_SEMITONES[ending]
    if ending == "falling":
        assert reached <= max(target + 1.0, plain - 8)
    else:
        assert reached == pytest.approx(target, abs=1.5)


def test_only_the_end_of_the_line_takes_the_ending() -> None:
    tokens = line()
    inner = direct(score(tokens), tokens, Hand(ending="rising"), ends=False)
    np.testing.assert_allclose(inner.score.pitch, PLAIN.score.pitch, rtol=1e-5)


def test_a_marked_pause_is_as_long_as_it_says() -> None:
    tokens = line(pause=0.4)
    part = direct(score(tokens), tokens, Hand(), ends=True)
    assert [samples for _, samples in part.silences] == [round(0.4 * SAMPLE_RATE)]
    frame = part.silences[0][0]
    before, after = (np.flatnonzero(tokens.words == word) for word in (2, 3))
    starts = part.score.starts
    assert starts[before[-1]] < frame <= starts[after[0]]
    pause = part.place(int(starts[after[0]]), opens=True) - part.place(
        int(starts[before[-1]] + part.score.durations[before[-1]]), opens=False
    )
    assert pause >= round(0.4 * SAMPLE_RATE)


def test_pauses_at_marks_grow_and_shrink() -> None:
    assert directed(pauses=1.5).samples > PLAIN.samples > directed(pauses=0.5).samples


def test_little_silence_is_kept_around_the_words() -> None:
    original = score(line())
    assert PLAIN.first == original.durations[0] - HEAD
    spoken = original.durations[1:-2].sum()
    assert PLAIN.last - PLAIN.first == HEAD + spoken + TAIL
    assert PLAIN.samples == (PLAIN.last - PLAIN.first) * FRAME


@given(
    rate=st.floats(0.5, 2.0),
    pitch=st.floats(-12, 12),
    factor=st.floats(0, 3),
    pauses=st.floats(0.3, 3),
    seed=st.integers(0, 50),
)
@settings(max_examples=40)
def test_every_direction_leaves_a_whole_score(
    rate: float, pitch: float, factor: float, pauses: float, seed: int
) -> None:
    tokens = line()
    hand = Hand(rate=rate, pitch=pitch, range=factor, pauses=pauses)
    part = direct(score(tokens, seed), tokens, hand, ends=True)
    frames = part.score.frames
    assert part.score.pitch.shape == part.score.energy.shape == part.gain_db.shape == (2 * frames,)
    assert (part.score.durations[tokens.words >= 0] > 0).all()
    assert np.isfinite(part.score.pitch).all()
    assert 0 <= part.first < part.last <= frames
