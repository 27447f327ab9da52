"""Which engine and voice speak for each host, and what stands in where one can't be had."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from podcaster.contracts import Describing, EngineFinder, Plan, Pronouncing, SpeechEngine, Voice
from podcaster.errors import PodcasterError, SpeakError, UsageError
from podcaster.models import Delivery, Host, Script
from podcaster.show import Show


@dataclass(frozen=True, eq=False)
class Part:
    """A host as cast."""

    host: Host
    engine: SpeechEngine
    voice: str
    """Without the engine's prefix."""
    note: str = ""
    """Says so where another voice than the host's own speaks, or one that can't be told names."""

    def plan(self, text: str, language: str, delivery: Delivery) -> Plan:
        return self.engine.plan(text, self.voice, language, delivery)


def cast(
    hosts: Sequence[Host], show: Show, language: str, engines: EngineFinder
) -> dict[str, Part]:
    """Each host's part, by the host's name.

    A host whose voice can't be had speaks with the first of the show's `fallback` voices that can;
    with none left the first reason is raised.
    """
    return {
        host.name: _cast_host(host, place, show, language, engines)
        for place, host in enumerate(hosts)
    }


def credited(script: Script, show: Show, engines: EngineFinder) -> dict[str, Voice]:
    """The voice that each host speaks with, whatever voice is the host's own, by the host's name.

    It's named in full, `<engine>:<voice>`, and as it may be published: of a file its name alone.
    """
    found: dict[str, Voice] = {}
    for name, part in cast(script.hosts, show, script.language, engines).items():
        shown = "#".join(_shown(word) for word in part.voice.split("#"))
        found[name] = replace(_described(part), name=f"{part.engine.name}:{shown}")
    return found


def trial(show: Show, engines: EngineFinder) -> list[str]:
    """Plans each host's name in his or her own voice, and says which voices those are.

    That takes the model, the phonemes and the voice, so it shows that all three are there. Raises
    what `cast` raises.
    """
    parts = cast(show.hosts, show, show.language, engines).values()
    return [
        f"{part.host.name} {part.engine.name}:{part.voice} {part.note}".strip() for part in parts
    ]


def stand_ins(part: Part, show: Show, language: str, engines: EngineFinder) -> Iterator[Part]:
    """The show's `fallback` voices that can be had, other than the one that speaks already."""
    for name in show.fallback:
        if name == f"{part.engine.name}:{part.voice}":
            continue
        try:
            yield _part(part.host, name, show, language, engines)
        except (SpeakError, UsageError):
            continue


def told_names(engine: SpeechEngine, show: Show) -> SpeechEngine:
    """The engine reading by the show's own lexicon, where it has one and the engine can."""
    if show.lexicon is None or not isinstance(engine, Pronouncing):
        return engine
    return engine.pronouncing(show.lexicon)


def parse_voice(name: str) -> tuple[str, str]:
    """`kokoro:af_heart` as engine and voice. Raises UsageError for any other form."""
    engine, _, voice = name.partition(":")
    if not engine or not voice:
        raise UsageError(
            f"{name!r} isn't a voice.", "Write <engine>:<voice>, such as kokoro:af_heart."
        )
    return engine, voice


def _cast_host(host: Host, place: int, show: Show, language: str, engines: EngineFinder) -> Part:
    first: PodcasterError | None = None
    for name in [_own_voice(host, place, show, language, engines), *show.fallback]:
        try:
            part = _part(host, name, show, language, engines)
        except (SpeakError, UsageError) as error:
            first = first or error
            continue
        if first is None:
            return part
        return replace(part, note=f"{host.name} speaks with {name}: {first.message}")
    raise first or SpeakError(f"No voice is set for {host.name}.")


def _described(part: Part) -> Voice:
    if isinstance(part.engine, Describing):
        return part.engine.describe(part.voice)
    known = (voice for voice in part.engine.voices() if voice.name == part.voice)
    return next(known, Voice(part.voice, language=""))


def _shown(name: str) -> str:
    """Coqui's names of models have slashes in them, too."""
    return name if name.startswith("tts_models/") else PurePath(name).name


def _part(host: Host, name: str, show: Show, language: str, engines: EngineFinder) -> Part:
    """Raises SpeakError or UsageError for a voice that can't be had."""
    engine_name, voice = parse_voice(name)
    engine = told_names(engines(engine_name), show)
    engine.plan(host.name, voice, language, Delivery())
    deaf = show.lexicon is not None and not isinstance(engine, Pronouncing)
    note = f"{engine_name} can't be told how names are said: {show.lexicon} is no use to it"
    return Part(host, engine, voice, note if deaf else "")


def _own_voice(host: Host, place: int, show: Show, language: str, engines: EngineFinder) -> str:
    """The host's own voice, or that of the engine which the show puts in for all."""
    wanted = show.engine
    if wanted is None or host.voice.startswith(f"{wanted}:"):
        return host.voice
    voices = engines(wanted).default_voices(language)
    if not voices:
        raise UsageError(
            f"The engine {wanted!r} has no voice of its own for the language {language!r}.",
            f'Give each host one: hosts = [{{ name = "{host.name}", voice = "{wanted}:..." }}].',
        )
    return f"{wanted}:{voices[place % len(voices)]}"
