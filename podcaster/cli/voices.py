"""`podcaster voices`: which voices there are, how they sound, more of them, and blends."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from podcaster.cli.context import Context
from podcaster.cli.options import json_option
from podcaster.cli.playing import play_sound
from podcaster.cli.tables import print_whole
from podcaster.errors import PodcasterError, SpeakError, UsageError
from podcaster.resources import resource_folder

if TYPE_CHECKING:
    from podcaster.contracts import Plan, SpeechEngine, Voice
    from podcaster.speak.kokoro.engine import KokoroEngine
    from podcaster.speak.piper.engine import PiperEngine

GAP_SECONDS = 0.6
PIPER_NAME = re.compile(r"[a-z]{2,3}_[A-Z]{2}-(\w+)-(?:x_low|low|medium|high)")
"""How Piper's authors name a voice's file: language and region, name, quality."""


@click.group(name="voices", invoke_without_command=True)
@click.option("--language", metavar="xx", help="Only those of this language.")
@click.option(
    "--all", "everything", is_flag=True, help="Those too that must be fetched, and every engine's."
)
@json_option
@click.pass_context
def command(ctx: click.Context, language: str | None, everything: bool, as_json: bool) -> None:
    """List the voices, hear them, fetch and blend them.

    `voices sample` says each one's name, `voices add` fetches more, `voices blend` makes new ones.
    """
    if ctx.invoked_subcommand is not None:
        return
    context: Context = ctx.obj
    rows = [
        (engine.name, voice)
        for engine in _engines(context, everything)
        for voice in engine.voices()
        if _speaks(voice, language)
    ]
    absent = [voice for voice in _absent(context) if _speaks(voice, language)]
    if as_json:
        context.emit(
            {
                "voices": [
                    {"engine": engine, **vars(voice), "sample": _sample_command(engine, voice)}
                    for engine, voice in rows
                ],
                "to_fetch": [voice.name for voice in absent],
            }
        )
        return
    _show(rows, absent if everything else [])
    if absent and not everything:
        click.echo(
            f"{len(absent)} more can be fetched, other engines have some: podcaster voices --all",
            err=True,
        )


@command.command(name="sample")
@click.option("--language", metavar="xx", help="Only voices of this language.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("voices.wav"),
    show_default=True,
    help="The WAV to write.",
)
@click.option("--play", is_flag=True, help="Play it.")
@click.pass_obj
def sample(context: Context, language: str | None, out: Path, play: bool) -> None:
    """Make one file in which every voice says its name."""
    import numpy as np
    import soundfile

    from podcaster.listen.resampling import resampled
    from podcaster.store.files import replacing

    rate = 24_000
    greetings = _greetings()
    voices = [
        (engine, voice)
        for engine in _engines(context)
        for voice in engine.voices()
        if _speaks(voice, language) and voice.language.split("-")[0] in greetings
    ]
    if not voices:
        raise UsageError(f"No voice speaks {language!r}.", "See podcaster voices.")
    context.progress.stage("sample", total=len(voices))
    heard: list[np.ndarray] = []
    for engine, voice in voices:
        name = f"{engine.name}:{voice.name}"
        try:
            clip = engine.render(_greeting(engine, voice))
        except PodcasterError as error:
            context.progress.warn(f"{name} is left out: {error.message}")
            continue
        heard.append(resampled(clip.samples, clip.sample_rate, rate))
        context.progress.advance(note=name)
    context.progress.close()
    if not heard:
        raise SpeakError("None of the voices can be had.", "Run podcaster doctor.")
    gap = np.zeros(round(GAP_SECONDS * rate), np.float32)
    sound = np.concatenate([part for clip in heard for part in (clip, gap)])
    with replacing(out) as draft:
        soundfile.write(draft, sound, rate, subtype="PCM_16", format="WAV")
    click.echo(f"{out}: {len(heard)} voices, {len(sound) / rate:.0f} s", err=True)
    if play:
        play_sound(out)


@command.command(name="add")
@click.argument("names", nargs=-1, required=True)
@click.option(
    "--from",
    "source",
    metavar="FILE_OR_URL",
    help="npm's kokoro-js archive or one voice's .bin; for Piper a copy of its catalogue.",
)
@click.pass_obj
def add(context: Context, names: tuple[str, ...], source: str | None) -> None:
    """Fetch voices that don't ship, Kokoro's or `piper:NAME`, checked by their digests."""
    from podcaster.speak.kokoro.fetching import add_voices
    from podcaster.speak.piper.fetching import add_voice

    for name in (name.removeprefix("piper:") for name in names if name.startswith("piper:")):
        piper = cast("PiperEngine", context.engines("piper"))
        path = add_voice(name, piper.folder, source, context.progress.warn)
        click.echo(f"piper:{name} is in {path}; its MODEL_CARD names its licence", err=True)
    wanted = [name.removeprefix("kokoro:") for name in names if not name.startswith("piper:")]
    if not wanted:
        return
    book = _kokoro(context).book
    for name, path in add_voices(book, wanted, source, context.progress.warn):
        click.echo(f"kokoro:{name} is in {path}", err=True)
        language = book.describe(name).language
        if language not in _read_by_kokoro():
            context.progress.warn(
                f"{language} can't be read yet: {name} is of use in a blend, by its timbre."
            )


@command.command(name="blend")
@click.argument("name")
@click.option(
    "--of", "parts", multiple=True, required=True, metavar="VOICE=WEIGHT", help="Whose timbre."
)
@click.option("--prosody", multiple=True, metavar="VOICE=WEIGHT", help="Whose melody and timing.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A sample to hear.")
@click.option("--play", is_flag=True, help="Play a sample.")
@click.pass_obj
def blend(
    context: Context,
    name: str,
    parts: tuple[str, ...],
    prosody: tuple[str, ...],
    out: Path | None,
    play: bool,
) -> None:
    """Make a voice of others and save it as kokoro:NAME; the same NAME again replaces it."""
    import soundfile

    from podcaster.speak.kokoro.blending import save_blend
    from podcaster.store.files import replacing

    kokoro = _kokoro(context)
    book = save_blend(kokoro.book, name, _weights(parts), _weights(prosody))
    click.echo(f"kokoro:{name} is saved in {book.own}", err=True)
    if out is None and not play:
        click.echo(f"Hear it: {_sample_command('kokoro', book.describe(name))}", err=True)
        return
    kokoro.book = book
    clip = kokoro.render(_greeting(kokoro, book.describe(name)))
    path = out or context.cache / "said.wav"
    with replacing(path) as draft:
        soundfile.write(draft, clip.samples, clip.sample_rate, subtype="PCM_16", format="WAV")
    click.echo(f"{path}: {clip.seconds:.2f} s", err=True)
    if play:
        play_sound(path)


def _engines(context: Context, everything: bool = False) -> list["SpeechEngine"]:
    """Kokoro first, then the engines that podcaster.toml names; every one with `everything`."""
    from podcaster import registry

    named = {
        host.voice.partition(":")[0]
        for show in context.settings.shows.values()
        for host in show.hosts
    }
    chosen = {"kokoro", *named, *context.settings.engines}
    names = [name for name in registry.names("engine") if everything or name in chosen]
    engines = []
    for name in sorted(names, key=lambda name: (name != "kokoro", name)):
        try:
            engines.append(context.engines(name))
        except PodcasterError as error:
            context.progress.warn(error.message)
    return engines


def _kokoro(context: Context) -> "KokoroEngine":
    return cast("KokoroEngine", context.engines("kokoro"))


def _absent(context: Context) -> list["Voice"]:
    book = _kokoro(context).book
    return [book.describe(name) for name in book.listings if not book.at_hand(name)]


def _speaks(voice: "Voice", language: str | None) -> bool:
    return language is None or language in (voice.language, voice.language.split("-")[0])


def _greetings() -> dict[str, str]:
    """What a sample says, by language."""
    path = resource_folder("voices") / "greetings.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _greeting(engine: "SpeechEngine", voice: "Voice") -> "Plan":
    from podcaster.models import Delivery
    from podcaster.speak.delivery import load_presets, resolve

    name = _spoken_name(engine, voice)
    text = _greetings()[voice.language.split("-")[0]].format(name=name)
    return engine.plan(text, voice.name, voice.language, resolve(Delivery(), load_presets()))


def _spoken_name(engine: "SpeechEngine", voice: "Voice") -> str:
    """`af_heart` is Heart and `en_US-joe-medium` is Joe; a speaker goes by his or her own name."""
    model, _, speaker = voice.name.partition("#")
    name = speaker or Path(model).stem
    if engine.name == "kokoro":
        name = name[name.find("_") + 1 :]
    elif piper := PIPER_NAME.fullmatch(name):
        name = piper[1]
    elif not speaker and model.startswith("tts_models/"):
        name = model.split("/")[2]
    return re.sub(r"[-_/\W]+", " ", name).strip().title()


def _weights(parts: tuple[str, ...]) -> dict[str, float]:
    """`af_heart=0.6` as name and weight; a bare name weighs 1."""
    weights: dict[str, float] = {}
    for part in parts:
        name, _, weight = part.partition("=")
        try:
            weights[name] = float(weight or 1)
        except ValueError as error:
            raise UsageError(
                f"{part!r} isn't a voice and its weight.", "Write af_heart=0.6."
            ) from error
    return weights


def _sample_command(engine: str, voice: "Voice") -> str:
    """How to hear a voice, in a word of its language."""
    word = _greetings().get(voice.language.split("-")[0], "Hello,").split(",")[0]
    return shlex.join(["podcaster", "say", word, "--voice", f"{engine}:{voice.name}", "--play"])


def _show(rows: list[tuple[str, "Voice"]], absent: list["Voice"]) -> None:
    from rich.table import Table

    table = Table("voice", "language", "gender", "grade", "licence", "hear it", box=None)
    for engine, voice in rows:
        table.add_row(
            f"{engine}:{voice.name}",
            voice.language,
            voice.gender,
            voice.grade,
            voice.licence,
            _sample_command(engine, voice),
        )
    for voice in absent:
        table.add_row(
            f"[dim]kokoro:{voice.name}[/]",
            voice.language,
            voice.gender,
            voice.grade,
            voice.licence,
            f"podcaster voices add {voice.name}",
        )
    print_whole(table)
    if unread := sorted({voice.language for voice in absent} - set(_read_by_kokoro())):
        click.echo(
            f"Kokoro's voices for {', '.join(unread)} can be fetched for blends; these languages "
            "can't be read yet."
        )


def _read_by_kokoro() -> tuple[str, ...]:
    from podcaster.speak.kokoro.reading import LANGUAGES

    return LANGUAGES
