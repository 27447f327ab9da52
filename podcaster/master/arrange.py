"""The whole arrangement: which sound begins when, and how loud against the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from podcaster.contracts import Samples
from podcaster.master.duck import ducked
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.idents import NO_MUSIC, Piece, ident_lengths, make_bed, make_ident
from podcaster.master.loudness import meter
from podcaster.master.mix import Placed
from podcaster.master.session import SESSION_RATE, SPEECH_LUFS
from podcaster.master.takes import faded
from podcaster.master.voices import Voice
from podcaster.models import Recording, Script
from podcaster.show import Show, Sound
from podcaster.timeline import IdentKind, Timeline, fit, lay

NEAR = 0.04
"""A script this near to the show's length, as a share of it, was written to it."""
DUAL_MONO_LU = 3.01
"""How much louder BS.1770 finds the same sound in two channels."""
MUSIC_BELOW_SPEECH: Mapping[IdentKind, float] = {"opening": 2.0, "between": 5.0, "closing": 3.0}
"""LU by which each ident is quieter than speech."""
BED_BELOW_SPEECH = 13.0
"""LU by which the bed is quieter than speech where nobody speaks."""
BED_LEAD = 1.0
BED_RELEASE = 2.5
"""Seconds that the bed begins before the first word and ends after the last headline."""


@dataclass(frozen=True)
class Arrangement:
    voices: tuple[tuple[str, Placed], ...]
    """Each line's sound, by its host."""
    music: tuple[Placed, ...]
    seconds: float
    spans: Mapping[str, tuple[tuple[float, float], ...]]
    """Where each host speaks, (start, end) in seconds."""

    def sounds(self, trims: Mapping[str, float]) -> tuple[Placed, ...]:
        """Everything that's heard; `trims` are decibels on top of each host's own gain."""
        return self.music + tuple(
            Placed(placed.start_ms, placed.read, placed.gain_db + trims.get(host, 0.0))
            for host, placed in self.voices
        )


def lay_episode(script: Script, recording: Recording, show: Show) -> Timeline:
    """The timeline in whole milliseconds, fitted to the show's length where it's near."""
    seconds = [take.seconds for take in recording.takes]
    idents = ident_lengths(show.sound)
    timeline = lay(script.lines, seconds, idents)
    target = show.minutes * 60 if show.minutes is not None else None
    if target is not None and abs(timeline.seconds - target) <= NEAR * target:
        timeline = fit(script.lines, seconds, idents, target)
    return timeline.rounded()


def arrange(
    ffmpeg: FFmpeg,
    script: Script,
    recording: Recording,
    timeline: Timeline,
    voices: Mapping[str, Voice],
    sound: Sound,
) -> Arrangement:
    """Places every line, ident and bed."""
    spans: dict[str, list[tuple[float, float]]] = {host: [] for host in voices}
    placed: list[tuple[str, Placed]] = []
    for line, take, start in zip(script.lines, recording.takes, timeline.starts, strict=True):
        voice = voices[line.host]
        read = partial(_line_sound, voice, line.id)
        placed.append((line.host, Placed(round(start * 1000), read, voice.gain_db)))
        spans[line.host].append((start, start + take.seconds))
    return Arrangement(
        voices=tuple(placed),
        music=_music(ffmpeg, script, recording, timeline, sound),
        seconds=timeline.seconds,
        spans={host: tuple(each) for host, each in spans.items()},
    )


def _music(
    ffmpeg: FFmpeg, script: Script, recording: Recording, timeline: Timeline, sound: Sound
) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    pieces: dict[IdentKind, tuple[Piece, float]] = {}
    for ident in timeline.idents:
        if ident.kind not in pieces:
            piece = make_ident(sound, ident.kind)
            below = MUSIC_BELOW_SPEECH[ident.kind]
            pieces[ident.kind] = (piece, _gain(ffmpeg, piece, sound, below))
        piece, gain = pieces[ident.kind]
        placed.append(Placed(round(ident.start * 1000), partial(_same, piece.samples), gain))
    if sound.bed and sound.music != NO_MUSIC:
        placed.append(_bed(ffmpeg, script, recording, timeline, sound))
    return tuple(placed)


def _bed(
    ffmpeg: FFmpeg, script: Script, recording: Recording, timeline: Timeline, sound: Sound
) -> Placed:
    """Music under the opening and the headlines, which step in front of it."""
    last = 0
    while last + 1 < len(script.lines) and script.lines[last + 1].role in ("open", "headline"):
        last += 1
    takes = recording.takes[: last + 1]
    spoken = [(s, s + t.seconds) for s, t in zip(timeline.starts, takes, strict=False)]
    start = max(0.0, timeline.starts[0] - BED_LEAD)
    piece = make_bed(sound, spoken[-1][1] + BED_RELEASE - start)
    gain = _gain(ffmpeg, piece, sound, BED_BELOW_SPEECH)
    samples = ducked(piece.samples, [(begin - start, end - start) for begin, end in spoken])
    return Placed(round(start * 1000), partial(_same, samples), gain)


def _gain(ffmpeg: FFmpeg, piece: Piece, sound: Sound, below: float) -> float:
    """Decibels that bring a piece of music to `below` LU under speech, in the file's channels.

    What counts is the music while it holds the floor, not how it dies away under the words.
    """
    mono = sound.channels == 1
    heard = piece.samples[: round(piece.holds * SESSION_RATE)]
    heard = heard.mean(axis=1) if mono else heard
    raw = np.ascontiguousarray(heard, dtype="<f4").tobytes()
    speech = SPEECH_LUFS + (0.0 if mono else DUAL_MONO_LU)
    return speech - below - meter(ffmpeg, [raw], "hear the music", sound.channels)


def _line_sound(voice: Voice, line_id: str) -> Samples:
    return faded(voice.take(line_id))


def _same(samples: Samples) -> Samples:
    return samples
