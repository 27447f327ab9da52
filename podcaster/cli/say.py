"""`podcaster say`: one text, spoken as directed, into a file or the speakers."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcaster.cli.context import Context
from podcaster.cli.options import json_option
from podcaster.cli.playing import play_sound
from podcaster.errors import SpeakError, UsageError

if TYPE_CHECKING:
    from podcaster.contracts import Clip, Plan, SpeechEngine
    from podcaster.models import Delivery, Emphasis
    from podcaster.speak.kokoro.explaining import Explained

USUAL_STRENGTH = "0.7"
"""Of a stress that says no strength."""


@click.command(name="say")
@click.argument("text")
@click.option("--voice", metavar="ENGINE:VOICE", help="Such as kokoro:af_heart.")
@click.option("--tone", default="neutral", show_default=True, help="How it feels.")
@click.option("--style", default="conversational", show_default=True, help="What it does.")
@click.option("--rate", type=float, help="Factor on the speaking rate, 0.5 to 2.")
@click.option("--pitch", type=float, help="Semitones up or down, to 12.")
@click.option("--range", "pitch_range", type=float, help="Factor on the pitch range, 0 to 3.")
@click.option("--energy", type=float, help="Decibels louder or softer, to 12.")
@click.option("--pauses", type=float, help="Factor on pauses at punctuation, 0.3 to 3.")
@click.option(
    "--ending",
    type=click.Choice(["falling", "rising", "continuing"]),
    help="How the pitch ends.",
)
@click.option(
    "--emphasis",
    "emphasised",
    multiple=True,
    metavar="WORDS[=STRENGTH]",
    help="Words that stand out, and how much, up to 1; 0.7 when not given.",
)
@click.option("--language", metavar="xx", help="The voice's own when not given.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The WAV to write.")
@click.option("--play", is_flag=True, help="Play it.")
@click.option("--explain", is_flag=True, help="Show what is said, in words and phonemes, and why.")
@json_option
@click.pass_obj
def command(
    context: Context,
    /,
    text: str,
    voice: str | None,
    language: str | None,
    out: Path | None,
    play: bool,
    explain: bool,
    as_json: bool,
    emphasised: tuple[str, ...],
    **numbers: Any,
) -> None:
    """Speak TEXT into a WAV file; `[pause 0.4]` in it is a silence of so many seconds."""
    if not (out or play or explain):
        raise UsageError(
            "Nowhere to put the sound.", "Give --out FILE.wav, or --play, or only --explain."
        )
    engine, name, language = _speaker(context, voice, language)
    delivery = _delivery(context, text, emphasised, numbers)
    plan = engine.plan(text, name, language, delivery)
    report: dict[str, Any] = {}
    if explain:
        rows = _explained(engine, text, name, language)
        report["explained"] = [vars(row) for row in rows]
        if not as_json:
            _show_explained(rows)
    if out or play:
        clip = _rendered(context, engine, plan)
        path = out or context.cache / "said.wav"
        _save(path, clip)
        report |= _report(path, plan, clip)
        if not as_json:
            _tell(path, plan, clip)
        if play:
            play_sound(path)
    if as_json:
        context.emit(report)


def _speaker(
    context: Context, voice: str | None, language: str | None
) -> tuple["SpeechEngine", str, str]:
    """Engine, voice and language; what isn't given follows from the rest."""
    from podcaster.speak.casting import parse_voice, told_names

    if voice is None:
        voice = context.show(None, language).hosts[0].voice
    engine_name, name = parse_voice(voice)
    engine = told_names(context.engines(engine_name), context.show())
    if language is None:
        language = next((v.language for v in engine.voices() if v.name == name), "en")
    return engine, name, language


def _delivery(
    context: Context, text: str, emphasised: tuple[str, ...], numbers: dict[str, Any]
) -> "Delivery":
    from pydantic import ValidationError

    from podcaster.models import Delivery
    from podcaster.speak.delivery import load_presets, resolve

    spans = tuple(_span(text, words) for words in emphasised)
    numbers["range"] = numbers.pop("pitch_range")
    try:
        asked = Delivery(emphasis=spans, **numbers)
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(
            f"--{first['loc'][0]} {first['input']}: {first['msg']}.", "Take a value in that range."
        ) from error
    return resolve(asked, load_presets(context.show().presets))


def _span(text: str, asked: str) -> "Emphasis":
    """`Prime Minister=0.9` as a span of the text's words and its strength."""
    from pydantic import ValidationError

    from podcaster.models import Emphasis
    from podcaster.speak.markup import without_pauses

    words = _bare(without_pauses(text))
    said, strength = asked, USUAL_STRENGTH
    if _place(_bare(asked), words) is None and "=" in asked:
        said, _, strength = asked.rpartition("=")
    wanted = _bare(said)
    found = _place(wanted, words)
    if found is None:
        raise UsageError(f"{said!r} isn't in the text, word by word.", "Write it as the text does.")
    try:
        return Emphasis.model_validate(
            {"first": found, "last": found + len(wanted) - 1, "strength": strength}
        )
    except ValidationError as error:
        raise UsageError(
            f"--emphasis {asked!r}: {strength} isn't a strength.",
            f"Write {said}=0.9: above 0, and 1 at the most.",
        ) from error


def _bare(text: str) -> list[str]:
    """Its words in small letters, without the marks around them."""
    return [word.strip(".,;:!?\"'()“”«»").lower() for word in text.split()]


def _place(wanted: Sequence[str], words: Sequence[str]) -> int | None:
    """Where the words stand next to one another for the first time."""
    count = len(wanted)
    places = range(len(words) - count + 1) if count else ()
    return next((at for at in places if words[at : at + count] == wanted), None)


def _explained(
    engine: "SpeechEngine", text: str, voice: str, language: str
) -> "Sequence[Explained]":
    """Each written word, what is said for it, its phonemes, and which rule read it.

    An engine that keeps its phonemes to itself is given the words, and those are shown.
    """
    from podcaster.speak.kokoro.explaining import explain_words
    from podcaster.speak.passages import written
    from podcaster.speak.wording import spoken_words

    own = getattr(engine, "explain", None)
    if own is None:
        return explain_words(written(spoken_words(text, language)))
    rows: Sequence[Explained] = own(text, voice, language)
    return rows


def _show_explained(rows: "Sequence[Explained]") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold")
    for heading in ("written", "said", "phonemes", "from"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(row.written, row.said, row.symbols, row.origin)
    Console(highlight=False, markup=False).print(table)


def _rendered(context: Context, engine: "SpeechEngine", plan: "Plan") -> "Clip":
    """Raises SpeakError for a sound that no listener could follow."""
    from podcaster.speak.guard import inspect

    clip = engine.render(plan)
    fault = inspect(clip, plan)
    if fault and not fault.usable:
        raise SpeakError(f"What {plan.voice} says {fault.reason}.", "Try another voice.")
    if fault:
        context.progress.warn(f"What {plan.voice} says {fault.reason}.")
    return clip


def _save(path: Path, clip: "Clip") -> None:
    import soundfile

    from podcaster.store.files import replacing

    if path.suffix.lower() not in (".wav", ".flac"):
        raise UsageError(f"{path} is neither .wav nor .flac.", "Give --out FILE.wav.")
    with replacing(path) as draft:
        soundfile.write(
            draft, clip.samples, clip.sample_rate, subtype="PCM_16", format=path.suffix[1:].upper()
        )


def _tell(path: Path, plan: "Plan", clip: "Clip") -> None:
    missed = f"; not honoured: {', '.join(plan.not_honoured)}" if plan.not_honoured else ""
    click.echo(f"{path}: {clip.seconds:.2f} s, {len(clip.words)} words{missed}", err=True)


def _report(path: Path, plan: "Plan", clip: "Clip") -> dict[str, Any]:
    return {
        "audio": str(path),
        "seconds": round(clip.seconds, 4),
        "words": [word.model_dump() for word in clip.words],
        "not_honoured": list(plan.not_honoured),
    }
