"""The project's own music: in key, without clicks, as long as it said it would be."""

import itertools

import numpy as np
import pytest

from podcaster.errors import UsageError
from podcaster.master.compose import (
    TONICS,
    compose,
    compose_bed,
    holds,
    tune,
)
from podcaster.master.idents import ident_lengths, make_ident
from podcaster.master.instruments import INSTRUMENTS
from podcaster.master.moods import MOODS, find_mood
from podcaster.master.session import SESSION_RATE
from podcaster.show import Sound
from podcaster.timeline import IdentKind

KINDS: tuple[IdentKind, ...] = ("opening", "between", "closing")
PIECES = list(itertools.product(MOODS, KINDS))


@pytest.mark.parametrize(("mood", "kind"), PIECES)
def test_a_piece_has_no_click_no_offset_and_room_above_it(mood: str, kind: IdentKind):
    sound = compose(find_mood(mood), 3, kind)
    assert sound.shape[1] == 2
    assert sound.dtype == np.float32
    assert np.abs(sound).max() == pytest.approx(0.35, abs=0.001)
    assert np.abs(np.diff(sound, axis=0)).max() < 0.1
    assert np.abs(sound.mean(axis=0)).max() < 1e-5
    assert np.abs(sound[0]).max() < 1e-4
    assert np.abs(sound[-1]).max() < 1e-4


@pytest.mark.parametrize("mood", MOODS)
def test_lengths_suit_their_places(mood: str):
    lengths = ident_lengths(Sound(music=mood))
    assert 3.0 <= lengths.opening <= 5.0
    assert 1.2 <= lengths.between <= 1.8
    assert 3.5 <= lengths.closing <= 5.0


@pytest.mark.parametrize(("mood", "kind"), PIECES)
def test_a_piece_holds_the_floor_as_long_as_was_said_before_it_was_made(mood: str, kind: IdentKind):
    sound = Sound(music=mood, music_seed=2)
    piece = make_ident(sound, kind)
    said = getattr(ident_lengths(sound), kind)
    assert piece.holds == said
    rings = 0.0 if kind == "closing" else 1.8
    assert len(piece.samples) / SESSION_RATE == pytest.approx(said + rings, abs=0.001)


@pytest.mark.parametrize("mood", MOODS)
def test_the_notes_of_a_tune_sound_well_together_whatever_the_seed(mood: str):
    """No two are a semitone apart, so that one may ring into the next."""
    chosen = find_mood(mood)
    for seed in range(40):
        degrees = tune(chosen, seed)
        assert len(degrees) == len(chosen.rhythm)
        semitones = {chosen.scale[degree % 7] for degree in degrees}
        apart = {abs(a - b) % 12 for a, b in itertools.combinations(semitones, 2)}
        assert apart.isdisjoint({1, 11})


def test_seeds_give_different_tunes_and_the_same_seed_the_same():
    mood = find_mood("morning")
    assert len({tune(mood, seed) for seed in range(20)}) > 12
    assert np.array_equal(compose(mood, 5, "between"), compose(mood, 5, "between"))


@pytest.mark.parametrize("mood", MOODS)
def test_idents_of_a_show_are_in_one_key(mood: str):
    """What rings at the end of opening and closing lies on the tonic's chord, by its spectrum."""
    tonic = TONICS[4 % len(TONICS)]
    scale = {(tonic + step) % 12 for step in find_mood(mood).scale}
    for kind in KINDS:
        sound = compose(find_mood(mood), 4, kind).mean(axis=1)
        spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
        hertz = np.fft.rfftfreq(len(sound), 1 / SESSION_RATE)
        strongest = hertz[np.argsort(spectrum)[-12:]]
        pitches = {round(69 + 12 * np.log2(tone / 440)) % 12 for tone in strongest}
        assert pitches <= scale


def test_a_bed_lasts_as_long_as_asked_and_fades():
    sound = compose_bed(find_mood("calm"), 0, 7.5)
    assert len(sound) == round(7.5 * SESSION_RATE)
    assert np.abs(sound[-50:]).max() < 1e-3


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_note_begins_and_ends_at_nothing(name: str):
    note = INSTRUMENTS[name](440.0, 0.4)  # type: ignore[index]
    assert len(note) == round(0.4 * SESSION_RATE)
    assert abs(note[0]) < 1e-6
    assert abs(note[-1]) < 1e-6


def test_no_music_takes_no_time():
    lengths = ident_lengths(Sound(music="none"))
    assert (lengths.opening, lengths.between, lengths.closing) == (0, 0, 0)


def test_an_unknown_mood_names_those_there_are():
    with pytest.raises(UsageError) as caught:
        find_mood("polka")
    assert all(mood in caught.value.hint for mood in [*MOODS, "none"])


def test_holding_is_known_without_composing():
    assert holds(find_mood("pulse"), "opening") == pytest.approx(8 * 60 / 116, abs=0.001)
