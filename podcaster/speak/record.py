"""From a script to one take a line: planned, found in the cache or rendered, checked, kept."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from podcaster.contracts import Clip, EngineFinder, Plan, Progress
from podcaster.errors import SpeakError
from podcaster.models import Recording, Script, Take
from podcaster.show import Show
from podcaster.speak.booth import Cue, cue_for, plan_version, render
from podcaster.speak.casting import cast, stand_ins
from podcaster.speak.delivery import load_presets, resolve
from podcaster.speak.guard import UNKNOWN_PACE, Fault, Pace, inspect
from podcaster.speak.versions import MEANS, Means, other_versions
from podcaster.store.clips import CachedClip, ClipCache


def speak(
    script: Script, show: Show, engines: EngineFinder, clips: ClipCache, progress: Progress
) -> Recording:
    """One take per line, in order. What the cache holds isn't rendered again.

    A sound that can't be right is rendered again by other means, then by the show's `fallback`
    voices. Raises SpeakError naming the line that can't be spoken.
    """
    progress.stage("plan")
    cues = list(cues_for(script, show, engines))
    notes = list(dict.fromkeys(cue.part.note for cue in cues if cue.part.note))
    for note in notes:
        progress.warn(note)
    found = {cue.plan.fingerprint: clips.find(cue.plan.fingerprint) for cue in cues}
    missing = {
        cue.plan.fingerprint: cue.plan.seconds
        for cue in cues
        if found[cue.plan.fingerprint] is None
    }
    progress.stage("speak", total=sum(missing.values()) or None)
    recorder = _Recorder(show, engines, clips, progress)
    takes: list[Take] = []
    for cue in cues:
        key = cue.plan.fingerprint
        clip = found[key]
        if clip is not None:
            recorder.tell(cue, clip.fault)
            takes.append(take_of(cue, clip, cached=True))
            continue
        takes.append(recorder.record(cue))
        if takes[-1].path.stem == key:
            found[key] = clips.find(key)
        progress.advance(cue.plan.seconds, note=cue.line.text)
    notes += recorder.notes
    return Recording(takes=tuple(takes), render_seconds=recorder.seconds, notes=tuple(notes))


def cues_for(script: Script, show: Show, engines: EngineFinder) -> Iterator[Cue]:
    """Each line with its part and its plan. Raises SpeakError naming the line that has none."""
    parts = cast(script.hosts, show, script.language, engines)
    presets = load_presets(show.presets)
    for line in script.lines:
        part = parts[line.host]
        delivery = resolve(line.delivery, presets, (show.delivery, part.host.delivery))
        yield cue_for(line, part, script.language, delivery)


def take_of(cue: Cue, clip: CachedClip, *, cached: bool) -> Take:
    as_planned = cue.plan.exact and not clip.means
    return Take(
        line_id=cue.line.id,
        path=clip.path,
        seconds=clip.seconds,
        sample_rate=clip.sample_rate,
        words=cue.plan.words if as_planned else clip.words,
        engine=cue.part.engine.name,
        voice=cue.part.voice,
        cached=cached,
        not_honoured=tuple(cue.plan.not_honoured),
    )


@dataclass(frozen=True, eq=False)
class _Attempt:
    """A line as it was rendered, and what's wrong with it."""

    cue: Cue
    plan: Plan
    clip: Clip
    means: Means | None
    fault: Fault | None

    @property
    def quality(self) -> int:
        """0 for no listener, 1 for a patient one, 2 for all."""
        return 2 if self.fault is None else int(self.fault.usable)


@dataclass(eq=False)
class _Recorder:
    """Renders lines one after another, and learns each voice's pace on the way."""

    show: Show
    engines: EngineFinder
    clips: ClipCache
    progress: Progress
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0
    _paces: dict[tuple[str, str], Pace] = field(default_factory=dict)

    def record(self, cue: Cue) -> Take:
        """Raises SpeakError where neither the host's voice nor a fallback can say the line."""
        began = time.perf_counter()
        best, first = None, None
        for own in self._with_stand_ins(cue):
            try:
                best = self._best(own)
            except SpeakError as error:
                first = first or error
                continue
            if best.quality:
                break
            reason = best.fault.reason if best.fault else ""
            first = first or SpeakError(reason, f"Try another voice than {own.part.voice}.")
        self.seconds += time.perf_counter() - began
        if best is None or not best.quality:
            message, hint = (first.message, first.hint) if first else ("can't be said", "")
            raise SpeakError(f"Line {cue.line.id} ({cue.line.text[:60]!r}): {message}", hint)
        if best.cue is not cue and first is not None:
            voice = f"{best.cue.part.engine.name}:{best.cue.part.voice}"
            self._warn(f"Line {cue.line.id} is spoken by {voice}: {first.message}")
        fault = best.fault.reason if best.fault else ""
        self.tell(best.cue, fault)
        kept = self.clips.save(
            best.cue.plan.fingerprint,
            best.clip.samples,
            best.clip.sample_rate,
            best.clip.words,
            means=best.means or "",
            fault=fault,
        )
        return take_of(best.cue, kept, cached=False)

    def tell(self, cue: Cue, fault: str) -> None:
        """Says so where a line's sound isn't what it should be."""
        if fault:
            self._warn(f"Line {cue.line.id} {fault}: {cue.line.text[:60]!r}")

    def _best(self, cue: Cue) -> _Attempt:
        """The first attempt that nothing is wrong with, or else the least bad one."""
        pace = self._paces.get(_voice(cue), UNKNOWN_PACE)
        best = _attempt(cue, cue.plan, None, pace)
        if best.fault is None:
            self._paces[_voice(cue)] = pace.after(best.clip, best.plan)
            return best
        reason = best.fault.reason
        for one in _other_attempts(cue, pace):
            best = max(best, one, key=lambda attempt: attempt.quality)
            if best.fault is None:
                how = MEANS[best.means] if best.means else "drawn anew"
                self._warn(f"Line {cue.line.id} {reason}, and was said again, {how}.")
                break
        return best

    def _with_stand_ins(self, cue: Cue) -> Iterator[Cue]:
        yield cue
        for part in stand_ins(cue.part, self.show, cue.language, self.engines):
            yield cue_for(cue.line, part, cue.language, cue.delivery)

    def _warn(self, note: str) -> None:
        self.notes.append(note)
        self.progress.warn(note)


def _attempt(cue: Cue, plan: Plan, means: Means | None, pace: Pace) -> _Attempt:
    clip = render(plan, cue.part)
    return _Attempt(cue, plan, clip, means, inspect(clip, plan, pace))


def _other_attempts(cue: Cue, pace: Pace) -> Iterator[_Attempt]:
    """Once more where chance may help, then by other means; what can't be rendered is left out."""
    if not cue.plan.exact:
        yield _attempt(cue, cue.plan, None, pace)
    for version in other_versions(cue.line.text, cue.delivery, cue.language):
        try:
            yield _attempt(cue, plan_version(version, cue), version.means, pace)
        except SpeakError:
            continue


def _voice(cue: Cue) -> tuple[str, str]:
    return cue.part.engine.name, cue.part.voice
