"""The gate: a file is encoded, measured as a listener gets it, and made again until it's right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from podcaster.contracts import Progress
from podcaster.errors import MasterError
from podcaster.master.arrange import DUAL_MONO_LU, Arrangement
from podcaster.master.encode import ENCODINGS, Levels, encode
from podcaster.master.ffmetadata import write_ffmetadata
from podcaster.master.ffmpeg import FFmpeg
from podcaster.master.measure import Measured, measure
from podcaster.master.mix import mix
from podcaster.master.session import SPEECH_LUFS
from podcaster.models import Chapter
from podcaster.show import Sound

ROUNDS = 6
HEADROOM_DB = 0.7
"""How far below the permitted peak the limiter stands at first: codecs overshoot."""
PEAK_RESERVE_DB = 0.25
"""How far below the permitted true peak a louder round aims."""
LEAST_STEP_DB = 0.3
LEAST_YIELD = 0.3
USUAL_YIELD = 0.85
USUAL_LOSS_LU = 0.7
"""What the limiter, the music and the pauses take from a first guess."""
MOST_DC = 0.002
"""How far the mean of all samples may lie from 0, full scale being 1."""
UNCLIPPED_DB = 0.5
"""How much lower the limiter stands after a round that clipped."""
ROUNDED_DB = 0.05
"""How far what ffmpeg's summary says, in tenths, may lie from what it measured."""
UNHEARD_LUFS = -60.0
"""A host below this said too little to be measured."""


@dataclass(frozen=True)
class Tolerance:
    loudness_lu: float
    hosts_lu: float
    """How far the loudest host may lie above the quietest."""


ALLOWED = Tolerance(loudness_lu=0.3 - ROUNDED_DB, hosts_lu=0.5 - 2 * ROUNDED_DB)
AIMED = Tolerance(loudness_lu=0.15, hosts_lu=0.3)
"""Tighter than what is allowed, so that another meter agrees too."""


@dataclass(frozen=True)
class Settings:
    """What is turned from round to round."""

    levels: Levels
    trims: Mapping[str, float]
    """Decibels on each host's voice."""
    yields: float = USUAL_YIELD
    """LU that the last decibel of gain brought: less than 1 where the limiter works hard."""

    def corrected(self, heard: Measured, sound: Sound) -> "Settings":
        """What the next round tries, by what this one missed."""
        missing = sound.loudness_lufs - heard.loudness.integrated_lufs
        excess = heard.loudness.true_peak_db - _highest_peak(sound)
        gain = self.levels.gain_db + missing / self.yields
        ceiling = self.levels.ceiling_db
        if excess > 0:
            ceiling -= excess + 0.1
        elif missing > 0:
            ceiling = min(sound.true_peak_db, ceiling - excess - PEAK_RESERVE_DB)
        if heard.soundness.clipped:
            ceiling -= UNCLIPPED_DB
        hosts = _measurable(heard)
        middle = sum(hosts.values()) / len(hosts) if hosts else 0.0
        trims = {host: self.trims.get(host, 0.0) + middle - lufs for host, lufs in hosts.items()}
        return Settings(Levels(gain, ceiling), trims, self.yields)

    def learned(self, before: "Settings", change_lu: float) -> "Settings":
        """The same, knowing what the step from `before` changed in the finished file."""
        turned = self.levels.gain_db - before.levels.gain_db
        if abs(turned) < LEAST_STEP_DB:
            return self
        yields = min(1.0, max(LEAST_YIELD, change_lu / turned))
        return Settings(self.levels, self.trims, yields)


def bring_to_loudness(
    ffmpeg: FFmpeg,
    sound: Sound,
    arrangement: Arrangement,
    chapters: Sequence[Chapter],
    folder: Path,
    progress: Progress,
) -> tuple[Path, Measured]:
    """Makes the file, in `folder`, and says what was measured on it.

    Raises MasterError where no round comes within 0.3 LU of the loudness and 0.5 LU between hosts,
    at or below the permitted true peak, with nothing clipped and the mean at 0.
    """
    encoding = ENCODINGS[sound.format]
    draft = folder / f"episode.{encoding.extension}"
    passed = folder / f"passed.{encoding.extension}"
    marks = _marks(sound, chapters, arrangement.seconds, folder)
    settings = first_settings(sound)
    good: Measured | None = None
    last: tuple[Settings, Measured] | None = None
    for turn in range(1, ROUNDS + 1):
        sounds = arrangement.sounds(settings.trims)
        mixed = mix(sounds, round(arrangement.seconds * 1000), sound.channels)
        encode(ffmpeg, sound, mixed, settings.levels, draft, marks)
        heard = measure(ffmpeg, draft, encoding.sample_rate, sound.channels, arrangement.spans)
        progress.advance(note=f"round {turn}: {heard.loudness.integrated_lufs:.1f} LUFS")
        if within(heard, sound, ALLOWED):
            good = heard
            draft.replace(passed)
            if within(heard, sound, AIMED):
                break
        if last is not None:
            change = heard.loudness.integrated_lufs - last[1].loudness.integrated_lufs
            settings = settings.learned(last[0], change)
        last = (settings, heard)
        settings = settings.corrected(heard, sound)
    if good is None:
        raise MasterError(f"the episode couldn't be brought to its loudness: {_told(last, sound)}")
    return passed, good


def within(heard: Measured, sound: Sound, tolerance: Tolerance) -> bool:
    hosts = _measurable(heard).values()
    spread = max(hosts) - min(hosts) if hosts else 0.0
    return (
        abs(heard.loudness.integrated_lufs - sound.loudness_lufs) <= tolerance.loudness_lu
        and heard.loudness.true_peak_db <= _highest_peak(sound)
        and spread <= tolerance.hosts_lu
        and not heard.soundness.clipped
        and abs(heard.soundness.dc_offset) <= MOST_DC
    )


def _highest_peak(sound: Sound) -> float:
    """A true peak that is permitted even where it was rounded down."""
    return sound.true_peak_db - ROUNDED_DB


def _measurable(heard: Measured) -> Mapping[str, float]:
    lufs = heard.soundness.host_lufs
    return {host: value for host, value in lufs.items() if value > UNHEARD_LUFS}


def first_settings(sound: Sound) -> Settings:
    speech = SPEECH_LUFS + (DUAL_MONO_LU if sound.channels == 2 else 0.0)
    gain = sound.loudness_lufs - speech + USUAL_LOSS_LU
    levels = Levels(gain, sound.true_peak_db - HEADROOM_DB)
    return Settings(levels, trims={})


def _marks(sound: Sound, chapters: Sequence[Chapter], seconds: float, folder: Path) -> Path | None:
    if sound.format != "m4a":
        return None
    path = folder / "chapters.txt"
    write_ffmetadata(path, chapters, seconds)
    return path


def _told(last: tuple[Settings, Measured] | None, sound: Sound) -> str:
    if last is None:
        return "nothing was measured."
    heard = last[1]
    hosts = ", ".join(f"{host} {lufs:.1f}" for host, lufs in heard.soundness.host_lufs.items())
    return (
        f"{heard.loudness.integrated_lufs:.1f} LUFS for {sound.loudness_lufs:.1f},"
        f" true peak {heard.loudness.true_peak_db:.1f} dB for {sound.true_peak_db:.1f}"
        f" ({hosts}), {heard.soundness.clipped} samples clipped,"
        f" DC offset {heard.soundness.dc_offset:.4f}."
    )
