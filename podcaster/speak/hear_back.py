"""Trust, but listen: each take is heard by a recogniser, and what's misheard is said again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from podcaster.contracts import EngineFinder, Progress, Samples
from podcaster.errors import SpeakError
from podcaster.models import Heard, Line, Recording, Script, Take
from podcaster.show import Show
from podcaster.speak.booth import Cue, plan_version, render
from podcaster.speak.guard import inspect
from podcaster.speak.record import cues_for, take_of
from podcaster.speak.verdict import Verdict, better, judge, keeps_length
from podcaster.speak.versions import Version, other_versions
from podcaster.store.clips import CachedClip, ClipCache, samples_of
from podcaster.timeline import Idents


class Listener(Protocol):
    """A speech recogniser."""

    @property
    def name(self) -> str:
        """The model's; what was heard is remembered by it."""
        ...

    def hear(self, samples: Samples, sample_rate: int, language: str | None = None) -> str: ...


def hear_back(
    script: Script,
    show: Show,
    recording: Recording,
    engines: EngineFinder,
    clips: ClipCache,
    listener: Listener,
    idents: Idents,
    progress: Progress,
) -> Recording:
    """The recording with each line's hearing, misheard ones said again by other means.

    A line's better take is kept, in the cache too, as long as the episode keeps its length; a line
    that stays wrong is noted. Raises what the listener raises.
    """
    progress.stage("listen", total=sum(take.seconds for take in recording.takes) or None)
    ear = _Ear(clips, listener, script.language)
    target = show.minutes * 60 if show.minutes is not None else None
    takes = list(recording.takes)
    hearings: list[Heard] = []
    notes: list[str] = []
    for place, cue in enumerate(cues_for(script, show, engines)):
        fits = partial(_fits, script.lines, takes, place, idents, target)
        takes[place], heard = _settle(cue, takes[place], ear, fits)
        hearings.append(heard)
        if not heard.passed:
            notes.append(_note(heard))
            progress.warn(notes[-1])
        progress.advance(takes[place].seconds, note=cue.line.text)
    changes = {"takes": tuple(takes), "heard": tuple(hearings)}
    return recording.model_copy(update={**changes, "notes": (*recording.notes, *notes)})


@dataclass(frozen=True, eq=False)
class _Ear:
    """Hears a clip once, however often it's asked."""

    clips: ClipCache
    listener: Listener
    language: str

    def hear(self, text: str, clip: CachedClip) -> Verdict:
        key, name = clip.path.stem, self.listener.name
        heard = self.clips.heard(key, name)
        if heard is None:
            heard = self.listener.hear(samples_of(clip), clip.sample_rate, self.language)
            self.clips.remember_heard(key, name, heard)
        return judge(text, heard, self.language)


def _settle(cue: Cue, take: Take, ear: _Ear, fits: Callable[[float], bool]) -> tuple[Take, Heard]:
    """The take to keep, and how it was heard. A stand-in's take is heard, and left as it is."""
    clip = ear.clips.find(take.path.stem)
    if clip is None:
        raise SpeakError(f"Line {cue.line.id}: {take.path} is gone.", "Build again.")
    verdict = ear.hear(cue.line.text, clip)
    if take.path.stem == cue.plan.fingerprint:
        if not verdict.passes:
            clip, verdict = _said_again(cue, clip, verdict, ear, fits)
        take = take_of(cue, clip, cached=take.cached)
    return take, Heard(
        line_id=cue.line.id,
        heard=verdict.heard,
        words=verdict.compared.words,
        wrong=verdict.compared.wrong,
        misheard=verdict.compared.misheard,
        means=clip.means,
        passed=verdict.passes,
    )


def _said_again(
    cue: Cue, clip: CachedClip, verdict: Verdict, ear: _Ear, fits: Callable[[float], bool]
) -> tuple[CachedClip, Verdict]:
    """The best of all versions; it takes the place of the first one in the cache."""
    best: tuple[Version, CachedClip] | None = None
    stretches = [said for said, _ in verdict.compared.misheard]
    for version in other_versions(cue.line.text, cue.delivery, cue.language, stretches):
        found = _rendered(version, cue, ear.clips)
        if found is None or not fits(found.seconds):
            continue
        new = ear.hear(cue.line.text, found)
        if better(new, verdict):
            best, verdict = (version, found), new
        if verdict.passes:
            break
    if best is None:
        return clip, verdict
    version, found = best
    key = cue.plan.fingerprint
    means = version.means
    kept = ear.clips.save(key, samples_of(found), found.sample_rate, found.words, means=means)
    ear.clips.remember_heard(key, ear.listener.name, verdict.heard)
    return kept, verdict


def _rendered(version: Version, cue: Cue, clips: ClipCache) -> CachedClip | None:
    """None where the engine can't say it so, or its sound can't be right."""
    try:
        plan = plan_version(version, cue)
        found = clips.find(plan.fingerprint)
        if found is not None:
            return found
        clip = render(plan, cue.part)
    except SpeakError:
        return None
    if inspect(clip, plan) is not None:
        return None
    return clips.save(plan.fingerprint, clip.samples, clip.sample_rate, clip.words)


def _fits(
    lines: Sequence[Line],
    takes: Sequence[Take],
    place: int,
    idents: Idents,
    target: float | None,
    seconds: float,
) -> bool:
    """Whether the episode keeps its length with this line lasting `seconds`."""
    lengths = [take.seconds for take in takes]
    changed = [*lengths[:place], seconds, *lengths[place + 1 :]]
    return keeps_length(lines, lengths, changed, idents, target)


def _note(heard: Heard) -> str:
    differences = ", ".join(f"{said!r} as {instead!r}" for said, instead in heard.misheard[:4])
    return (
        f"Line {heard.line_id} is heard differently, {heard.wrong} of {heard.words} words"
        f"{': ' if differences else ''}{differences}"
    )
