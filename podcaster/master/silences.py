"""Silence that lasts too long is taken out, by moving what follows it."""

from collections.abc import Sequence
from dataclasses import replace

from podcaster.errors import MasterError
from podcaster.models import Recording, Silence
from podcaster.timeline import Timeline

LEFT_SECONDS = 1.5
"""What stays of a silence that was too long."""
FAINT_SECONDS = 0.05
"""A line that ends so soon after a silence has nothing to say after it."""


def closed_up(timeline: Timeline, recording: Recording, silences: Sequence[Silence]) -> Timeline:
    """The timeline with 1.5 seconds left of each silence.

    A silence in the midst of a line stays: nothing around it can be moved.
    """
    cuts = [
        (silence.start, silence.seconds - LEFT_SECONDS)
        for silence in silences
        if _line_within(timeline, recording, silence) is None
    ]

    def moved(moment: float) -> float:
        return moment - sum(cut for start, cut in cuts if start <= moment)

    return Timeline(
        starts=tuple(moved(start) for start in timeline.starts),
        idents=tuple(replace(ident, start=moved(ident.start)) for ident in timeline.idents),
        seconds=moved(timeline.seconds),
    ).rounded()


def require_no_silence(
    timeline: Timeline, recording: Recording, silences: Sequence[Silence]
) -> None:
    """Raises MasterError that says where the first of the silences is."""
    for silence in silences:
        line = _line_within(timeline, recording, silence)
        raise MasterError(
            f"the episode is silent for {silence.seconds:.1f} seconds at {silence.start:.1f} s,"
            f" {f'in the midst of line {line}' if line else 'in its music'}.",
            "Build again with --force, or write the line differently."
            if line
            else "Cut the silence out of the show's own music.",
        )


def told(silences: Sequence[Silence]) -> str:
    """What is taken out, for the listener of the build."""
    places = ", ".join(f"{silence.seconds:.1f} s at {silence.start:.1f} s" for silence in silences)
    return f"Silence over 2 seconds was shortened: {places}."


def _line_within(timeline: Timeline, recording: Recording, silence: Silence) -> str | None:
    """The id of the line that goes on after a silence that began in it."""
    end = silence.start + silence.seconds + FAINT_SECONDS
    for start, take in zip(timeline.starts, recording.takes, strict=True):
        if start < silence.start and start + take.seconds > end:
            return take.line_id
    return None
