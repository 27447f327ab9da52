"""From takes to one finished file: laid out, filtered, brought to its loudness, tagged."""

from collections.abc import Mapping
from pathlib import Path

from podcaster.contracts import Progress
from podcaster.models import Edition, Master, Numbers, Recording, Script
from podcaster.report import Report
from podcaster.show import Show, Sound
from podcaster.timeline import Idents


def master(
    edition: Edition,
    script: Script,
    recording: Recording,
    show: Show,
    cover: Path,
    folder: Path,
    progress: Progress,
    numbers: Numbers | None = None,
    cards: Mapping[str, Path] | None = None,
) -> Master:
    """Makes the episode's audio file in `folder`; the same takes give the same file.

    Where the script was written to the show's length, gaps settle what's left of it. `numbers`
    go into its tags; a trailer has none. `cards`, by story id, are its chapters' pictures. Raises
    MasterError where a take, a picture or a piece of music can't be used, or where the finished
    file doesn't come through the gate.
    """
    from podcaster.master.mastering import make_master

    return make_master(
        edition, script, recording, show, cover, folder, progress, numbers, cards or {}
    )


def ident_lengths(sound: Sound) -> Idents:
    """Seconds that each piece of music will hold the floor, before any is made.

    Raises UsageError for a mood that isn't there, MasterError for a file that can't be used.
    """
    from podcaster.master.idents import ident_lengths as lengths

    return lengths(sound)


def draw_report(report: Report, audio: Path, target: Path) -> None:
    """Draws how an episode sounds, as a PNG. Raises MasterError for audio that can't be decoded."""
    from podcaster.master.ffmpeg import find
    from podcaster.master.picture import draw_report as draw

    draw(find(), report, audio, target)


__all__ = ["draw_report", "ident_lengths", "master"]
