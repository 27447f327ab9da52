"""The music of an episode: the show's own files, or what the project composes."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from podcaster.contracts import Samples
from podcaster.errors import MasterError
from podcaster.master.session import SESSION_RATE
from podcaster.show import Sound
from podcaster.timeline import IdentKind, Idents

NO_MUSIC = "none"
LENGTHS: dict[IdentKind, tuple[float, float]] = {
    "opening": (0.5, 60.0),
    "between": (0.3, 10.0),
    "closing": (0.5, 120.0),
}
"""The least and the most seconds that a show's own file may last."""
BED_RELEASE = 2.0
"""Seconds that the bed takes to leave after the last headline."""


@dataclass(frozen=True)
class Piece:
    """Music as float32 of shape (samples, 2) at the session's rate."""

    samples: Samples
    holds: float
    """Seconds before speech begins over what's left of it."""


def ident_lengths(sound: Sound) -> Idents:
    """How long each piece will hold the floor; composes nothing.

    Raises UsageError for a mood that isn't there, MasterError for a file of the show's own that
    can't be used.
    """
    return Idents(
        opening=_length(sound, "opening"),
        between=_length(sound, "between"),
        closing=_length(sound, "closing"),
    )


def make_ident(sound: Sound, kind: IdentKind) -> Piece:
    """The piece of music for one place; its `holds` is what `ident_lengths` said."""
    own = _own_file(sound, kind)
    if own is None:
        from podcaster.master.compose import compose, holds
        from podcaster.master.moods import find_mood

        mood = find_mood(sound.music)
        return Piece(compose(mood, sound.music_seed, kind), holds(mood, kind))
    from podcaster.master.takes import faded, read_sound

    samples = read_sound(own)
    both = samples[:, :2] if samples.shape[1] > 1 else np.repeat(samples, 2, axis=1)
    return Piece(faded(both), len(both) / SESSION_RATE)


def make_bed(sound: Sound, seconds: float) -> Piece:
    """Chords in the key of the idents, to lie under speech."""
    from podcaster.master.compose import compose_bed
    from podcaster.master.moods import find_mood

    return Piece(compose_bed(find_mood(sound.music), sound.music_seed, seconds), seconds)


def _length(sound: Sound, kind: IdentKind) -> float:
    own = _own_file(sound, kind)
    if own is not None:
        return _own_length(own, kind)
    if sound.music == NO_MUSIC:
        return 0.0
    from podcaster.master.compose import holds
    from podcaster.master.moods import find_mood

    return holds(find_mood(sound.music), kind)


def _own_file(sound: Sound, kind: IdentKind) -> Path | None:
    files = {"opening": sound.intro, "between": sound.between, "closing": sound.outro}
    return files[kind]


def _own_length(path: Path, kind: IdentKind) -> float:
    import soundfile

    if not path.is_file():
        raise MasterError(
            f"the music for the {kind} isn't there: {path}", "Correct its path in podcaster.toml."
        )
    try:
        about = soundfile.info(str(path))
    except (OSError, soundfile.SoundFileError) as error:
        raise MasterError(
            f"the music for the {kind} can't be read: {path} ({error})",
            "Use a WAV, FLAC, MP3 or Ogg file.",
        ) from error
    least, most = LENGTHS[kind]
    seconds = about.frames / about.samplerate
    if not least <= seconds <= most:
        raise MasterError(
            f"the music for the {kind} lasts {seconds:.1f} seconds: {path}",
            f"It may last from {least:g} to {most:g} seconds; cut it to that.",
        )
    return float(seconds)
