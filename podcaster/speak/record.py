"""From a script to one take a line: planned, found in the cache or rendered, checked, kept."""

import time
from dataclasses import dataclass

from podcaster.contracts import EngineFinder, Plan, Progress
from podcaster.errors import SpeakError
from podcaster.models import Line, Recording, Script, Take
from podcaster.show import Show
from podcaster.speak.casting import Part, cast
from podcaster.speak.delivery import Presets, load_presets, resolve
from podcaster.speak.guard import inspect
from podcaster.store.clips import CachedClip, ClipCache


@dataclass(frozen=True, eq=False)
class _Planned:
    line: Line
    part: Part
    plan: Plan


def speak(
    script: Script, show: Show, engines: EngineFinder, clips: ClipCache, progress: Progress
) -> Recording:
    """One take per line, in order. What the cache holds isn't rendered again.

    Raises SpeakError naming the line that can't be spoken.
    """
    progress.stage("plan")
    parts = cast(script.hosts, show, script.language, engines)
    notes = [part.note for part in parts.values() if part.note]
    for note in notes:
        progress.warn(note)
    presets = load_presets(show.presets)
    planned = [_plan(line, parts[line.host], script, show, presets) for line in script.lines]
    found = {entry.plan.fingerprint: clips.find(entry.plan.fingerprint) for entry in planned}
    missing = {
        entry.plan.fingerprint: entry.plan.seconds
        for entry in planned
        if found[entry.plan.fingerprint] is None
    }
    progress.stage("speak", total=sum(missing.values()) or None)
    takes: list[Take] = []
    spent = 0.0
    for entry in planned:
        clip = found[entry.plan.fingerprint]
        cached = clip is not None
        if clip is None:
            began = time.perf_counter()
            clip = _render(entry, clips, notes, progress)
            spent += time.perf_counter() - began
            found[entry.plan.fingerprint] = clip
            progress.advance(entry.plan.seconds, note=entry.line.text)
        takes.append(_take(entry, clip, cached=cached))
    return Recording(takes=tuple(takes), render_seconds=spent, notes=tuple(notes))


def _plan(line: Line, part: Part, script: Script, show: Show, presets: Presets) -> _Planned:
    delivery = resolve(line.delivery, presets, (show.delivery, part.host.delivery))
    try:
        return _Planned(line, part, part.plan(line.text, script.language, delivery))
    except SpeakError as error:
        raise SpeakError(f"Line {line.id}: {error.message}", error.hint) from error


def _render(entry: _Planned, clips: ClipCache, notes: list[str], progress: Progress) -> CachedClip:
    """Renders, and renders once more where the sound can't be right; then it's told."""
    clip = entry.part.engine.render(entry.plan)
    fault = inspect(clip, entry.plan)
    if fault and not entry.plan.exact:
        clip = entry.part.engine.render(entry.plan)
        fault = inspect(clip, entry.plan)
    if fault:
        note = f"Line {entry.line.id} {fault.reason}: {entry.line.text[:60]!r}"
        if not fault.usable:
            raise SpeakError(note, f"Try another voice than {entry.part.voice}.")
        notes.append(note)
        progress.warn(note)
    return clips.save(entry.plan.fingerprint, clip.samples, clip.sample_rate, clip.words)


def _take(entry: _Planned, clip: CachedClip, *, cached: bool) -> Take:
    words = entry.plan.words if entry.plan.exact else clip.words
    return Take(
        line_id=entry.line.id,
        path=clip.path,
        seconds=clip.seconds,
        sample_rate=clip.sample_rate,
        words=words,
        engine=entry.part.engine.name,
        voice=entry.part.voice,
        cached=cached,
        not_honoured=tuple(entry.plan.not_honoured),
    )
