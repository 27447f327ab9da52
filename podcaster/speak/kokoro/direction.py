"""A director's hand between the two halves: timing, melody and weight of a planned line.

Everything here is arithmetic on the score's arrays; nothing is decoded. Order matters: first the
durations, then the melody on the new time line, so that a shape given in seconds keeps them.
"""

import itertools
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from podcaster.models import Ending
from podcaster.speak.kokoro.phonemes import CLAUSE_MARKS, SENTENCE_MARKS
from podcaster.speak.kokoro.score import FRAME, SAMPLE_RATE, VOICED_HZ, Floats, Integers, Score
from podcaster.speak.kokoro.tokens import NO_WORD, Tokens

VOWELS = frozenset("AIOQWYaeiouyɐɑɒæɔəɚɛɜɪɨʊʌɯɤøœᵊᵻː\u0303ˈˌ")
"""Stress and length marks are held like the vowel they mark."""
STOPS = frozenset("bcdkpqtɖɟɡʈʔʣʤʦʧʨT")
VOWEL_GIVE, STOP_GIVE, OTHER_GIVE = 1.25, 0.5, 0.85
"""How much of a change of rate each kind of sound takes, relative to the others."""
LEAST = 1.0
"""Frames of every sound that a little haste leaves alone: what is short already, such as the vowel
of `de`, would be lost (Klatt, "Synthesis by rule of segmental durations", 1979)."""
SHORT, NO_SHORTER = 3, 0.25
"""Frames: from a sound shorter than the first, rounding takes no more than the second."""

EMPHASIS_SEMITONES = 4.0
EMPHASIS_STRETCH = 0.45
EMPHASIS_DECIBELS = 4.0
"""What strength 1 adds to a word: pitch at its peak, share of its vowels' length, level."""

ENDING_SECONDS = 0.42
ENDING_SEMITONES: dict[Ending, float] = {"falling": -6.0, "rising": 6.5, "continuing": 1.5}
"""Where the last syllables go, relative to the line's median pitch, and how long they take."""
LARGEST_BEND = 11.0

SHORTEST_PAUSE = 4
"""Frames that a mark's pause counts as at least, when pauses are lengthened."""
HEAD, TAIL = 2, 3
"""Frames of silence kept before the first and after the last sound."""
FAINT = 0.25
"""The faintest share of the voiced curve doesn't count where a line's pitch lies: it's heard as
creak or not at all, and would pull the centre down as the range widens."""
FADED = 11.0
"""Below the loudest, on the network's own logarithmic scale: there the sound has fallen by 50 dB,
within a frame or so (measured on 66 lines in five voices). The last sound's length goes on for up
to 0.6 s after that."""
LOG_PER_DECIBEL = float(np.log(10) / 20)


@dataclass(frozen=True)
class Hand:
    """What to do, in numbers; `stress` gives the strength of each emphasised written word."""

    rate: float = 1.0
    pitch: float = 0.0
    range: float = 1.0
    energy: float = 0.0
    pauses: float = 1.0
    ending: Ending | None = None
    stress: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, eq=False)
class Part:
    """One pass, directed: everything but the sound itself is settled."""

    score: Score
    words: Integers
    """[n] the written word of each token, or -1."""
    gain_db: Floats
    """[2F] level on top of what the network gives."""
    silences: tuple[tuple[int, int], ...]
    """(frame, samples): silence put in before that frame."""
    first: int
    last: int
    """The frames kept are first <= frame < last."""

    @property
    def samples(self) -> int:
        return (self.last - self.first) * FRAME + sum(count for _, count in self.silences)

    def place(self, frame: int, *, opens: bool) -> int:
        """The sample at which a frame begins; one that `opens` a word lies after a silence."""
        put_in = sum(n for at, n in self.silences if (at <= frame if opens else at < frame))
        return (min(max(frame, self.first), self.last) - self.first) * FRAME + put_in


def direct(score: Score, tokens: Tokens, hand: Hand, *, ends: bool) -> Part:
    """`ends` says whether the line ends with this part, and so takes the ending's shape."""
    score = _retime(score, tokens, hand)
    pitch, gain = _melody(score, tokens, hand, hand.ending if ends else None)
    energy = score.energy + np.float32(hand.energy * LOG_PER_DECIBEL) * score.voiced
    score = replace(score, pitch=pitch, energy=energy.astype(np.float32))
    spoken = np.flatnonzero(tokens.words != NO_WORD)
    starts = score.starts
    begins = int(starts[spoken[0]])
    stops = int(starts[spoken[-1]] + score.durations[spoken[-1]])
    return Part(
        score=score,
        words=tokens.words,
        gain_db=gain,
        silences=_silences(score, tokens, hand.pauses),
        first=max(0, begins - HEAD),
        last=min(score.frames, min(stops, _faded(score)) + TAIL),
    )


def _faded(score: Score) -> int:
    """The frame after the last that is heard."""
    heard = np.flatnonzero(score.energy > score.energy.max() - FADED)
    return int(heard[-1]) // 2 + 1


# --- timing ---------------------------------------------------------------------------------


def _retime(score: Score, tokens: Tokens, hand: Hand) -> Score:
    wanted = score.durations.astype(np.float64)
    sounds = np.arange(1, len(wanted) - 1)
    give = np.array([_give(symbol) for symbol in tokens.symbols])
    give *= wanted if hand.rate <= 1 else np.maximum(wanted - LEAST / hand.rate**2, 0)
    change = wanted[sounds].sum() * (1 / hand.rate - 1)
    wanted[sounds] += give[sounds] * change / give[sounds].sum()
    for word, strength in hand.stress:
        vowels = [at for at in np.flatnonzero(tokens.words == word) if tokens.symbols[at] in VOWELS]
        wanted[vowels] *= 1 + EMPHASIS_STRETCH * strength
    if hand.pauses < 1:
        for run in _runs(tokens):
            wanted[run] *= hand.pauses
    return _stretched(score, _whole_frames(wanted, score.durations))


def _give(symbol: str) -> float:
    if symbol in VOWELS:
        return VOWEL_GIVE
    return STOP_GIVE if symbol in STOPS else OTHER_GIVE


def _whole_frames(wanted: NDArray[np.float64], now: Integers) -> Integers:
    """Whole frames whose running sum stays beside the wanted one; none is lost.

    Untouched durations come back as they are.
    """
    frames, owed = [], 0.0
    kept = np.where(wanted < SHORT, np.floor(wanted + NO_SHORTER), 0)
    leasts = np.maximum(np.minimum(now, 1), kept)
    for length, least in zip(wanted, leasts, strict=True):
        owed += length
        count = max(int(np.floor(owed + 0.5)), int(least))
        owed -= count
        frames.append(count)
    return np.array(frames, np.int64)


def _stretched(score: Score, durations: Integers) -> Score:
    """The same curves over other durations."""
    if np.array_equal(durations, score.durations):
        return score
    position = np.concatenate(
        [
            2 * start + (np.arange(2 * new) + 0.5) * (old / new) - 0.5
            for start, old, new in zip(score.starts, score.durations, durations, strict=True)
            if new
        ]
    )
    position = position.clip(0, len(score.pitch) - 1)
    return replace(
        score,
        durations=durations,
        pitch=_sampled(score.pitch, position, score.voiced),
        energy=np.interp(position, np.arange(len(score.energy)), score.energy).astype(np.float32),
    )


def _sampled(curve: Floats, position: NDArray[np.float64], voiced: NDArray[np.bool_]) -> Floats:
    """Between two voiced points a line, elsewhere the nearer point: voice begins as sharply."""
    nearest = curve[np.rint(position).astype(np.int64)]
    both = voiced[np.floor(position).astype(np.int64)] & voiced[np.ceil(position).astype(np.int64)]
    line = np.interp(position, np.arange(len(curve)), curve)
    return np.where(both, line, nearest).astype(np.float32)


def _runs(tokens: Tokens) -> list[NDArray[np.int64]]:
    """Marks inside the part, each with the spaces and quotes around it."""
    silent = tokens.words == NO_WORD
    edges = np.flatnonzero(np.diff(silent.astype(np.int8)))
    runs = [np.arange(a + 1, b + 1) for a, b in itertools.pairwise(edges)]
    marks = SENTENCE_MARKS + CLAUSE_MARKS
    return [
        run
        for run in runs
        if silent[run[0]] and any(tokens.symbols[token] in marks for token in run)
    ]


def _silences(score: Score, tokens: Tokens, pauses: float) -> tuple[tuple[int, int], ...]:
    """Silence for the script's own pauses, and for marks where pauses are lengthened."""
    found: dict[int, int] = {}
    for token, seconds in tokens.pauses:
        run = next((run for run in _runs(tokens) if token in run), np.array([token]))
        frame = _quietest(score, run)
        found[frame] = found.get(frame, 0) + round(seconds * SAMPLE_RATE)
    if pauses > 1:
        for run in _runs(tokens):
            held = max(int(score.durations[run].sum()), SHORTEST_PAUSE)
            frame = _quietest(score, run)
            found[frame] = found.get(frame, 0) + round((pauses - 1) * held * FRAME)
    return tuple(sorted(found.items()))


def _quietest(score: Score, run: NDArray[np.int64]) -> int:
    """The frame of the run at which a silence is heard least."""
    begins = int(score.starts[run[0]])
    ends = max(begins + 1, int(score.starts[run[-1]] + score.durations[run[-1]]))
    by_frame = score.energy.reshape(-1, 2).mean(axis=1)
    return begins + int(by_frame[begins:ends].argmin())


# --- melody and weight ----------------------------------------------------------------------


def _melody(
    score: Score, tokens: Tokens, hand: Hand, ending: Ending | None
) -> tuple[Floats, Floats]:
    """The new pitch curve in Hz and the gain in dB, both [2F]."""
    gain = np.zeros(len(score.pitch), np.float32)
    voiced = score.voiced
    if not voiced.any():
        return score.pitch, gain
    notes = 12 * np.log2(np.maximum(score.pitch, VOICED_HZ))
    heard = voiced & (score.energy >= np.quantile(score.energy[voiced], FAINT))
    centre = float(np.median(notes[heard]))
    mean = float(notes[voiced].mean())
    notes = mean + (notes - mean) * hand.range
    notes += centre + hand.pitch - float(np.median(notes[heard]))
    centre += hand.pitch
    for word, strength in hand.stress:
        bump = _bump(score, tokens, word)
        notes += EMPHASIS_SEMITONES * strength * bump
        gain += np.float32(EMPHASIS_DECIBELS * strength) * bump
    if ending is not None:
        notes += _bend(notes, voiced, centre, ENDING_SEMITONES[ending])
    pitch = np.where(voiced, 2.0 ** (notes / 12), score.pitch)
    return pitch.astype(np.float32), gain


def _bump(score: Score, tokens: Tokens, word: int) -> Floats:
    """[2F] 1 over a word, falling off over two frames on either side."""
    own = np.flatnonzero(tokens.words == word)
    curve = np.zeros(len(score.pitch), np.float32)
    if own.size:
        begins = 2 * int(score.starts[own[0]])
        ends = 2 * int(score.starts[own[-1]] + score.durations[own[-1]])
        curve[begins:ends] = 1
        slope = np.hanning(9)
        curve = np.convolve(curve, slope / slope.sum(), mode="same").astype(np.float32)
    return curve


def _bend(
    notes: NDArray[np.float64], voiced: NDArray[np.bool_], centre: float, target: float
) -> NDArray[np.float64]:
    """[2F] semitones that lead the end of the voice to `target` above the line's centre."""
    last = int(np.flatnonzero(voiced)[-1])
    first = max(0, last - round(ENDING_SECONDS * SAMPLE_RATE * 2 / FRAME))
    tail = notes[max(first, last - 5) : last + 1][voiced[max(first, last - 5) : last + 1]]
    amount = np.clip(centre + target - float(tail.mean()), -LARGEST_BEND, LARGEST_BEND)
    if target < 0:
        amount = min(amount, 0.0)
    elif target > ENDING_SEMITONES["continuing"]:
        amount = max(amount, 0.0)
    along = np.clip((np.arange(len(notes)) - first) / max(1, last - first), 0, 1)
    return np.asarray(amount * along * along * (3 - 2 * along))
