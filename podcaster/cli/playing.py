"""Sound to the speakers, by whatever program is there."""

import shutil
import subprocess
from pathlib import Path

from podcaster.errors import SpeakError

PLAYERS = (
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("afplay",),
    ("paplay",),
    ("aplay", "-q"),
)
"""Tried in order; the file's path comes last."""


def play_sound(path: Path) -> None:
    """Plays a file to its end. Raises SpeakError where no program can."""
    failed: list[str] = []
    for player, *arguments in PLAYERS:
        found = shutil.which(player)
        if found is None:
            continue
        command = [found, *arguments, str(path)]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0:
            return
        failed.append(player)
    if failed:
        raise SpeakError(
            f"{' and '.join(failed)} couldn't play the sound; it's in {path}.",
            "Check that this machine has speakers, or open the file elsewhere.",
        )
    raise SpeakError(
        f"No program to play sound was found; the sound is in {path}.",
        f"Install one of {', '.join(player for player, *_ in PLAYERS)}, or open the file.",
    )
