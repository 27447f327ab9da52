"""`podcaster bench hearing`: sentences are rendered, heard by a recogniser, and compared."""

import tomllib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcaster.contracts import EngineFinder, Progress
from podcaster.errors import UsageError
from podcaster.listen.recogniser import Recogniser
from podcaster.models import Delivery
from podcaster.speak.homophones import sounds_of

if TYPE_CHECKING:
    from podcaster.cli.context import Context


@dataclass(frozen=True)
class Sentences:
    """A file of sentences in one language."""

    language: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Heard:
    """One sentence and what a recogniser made of it."""

    text: str
    heard: str
    words: int
    wrong: int
    misheard: tuple[tuple[str, str], ...]


@click.command(name="hearing")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--model", default=None, help="A Whisper model's name or folder.")
@click.option("--voice", default=None, help="engine:voice; the language's own when not given.")
@click.option("--only", default=None, help="Sentences that hold this text.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@click.pass_obj
def command(
    context: "Context",
    files: tuple[Path, ...],
    model: str | None,
    voice: str | None,
    only: str | None,
    as_json: bool,
) -> None:
    """Render the sentences of FILES and say how much of them is heard differently.

    Spelling doesn't count: figures, joined words and homophones are compared as they sound.

    A file is TOML with `language` and `sentences`. Needs the extra `verify`.
    """
    recogniser = Recogniser(model, context.cache)
    report: dict[str, Any] = {}
    for path in files:
        sentences = read_sentences(path)
        chosen = tuple(text for text in sentences.texts if only is None or only in text)
        heard = hear(
            Sentences(sentences.language, chosen),
            context.engines,
            recogniser,
            voice,
            context.progress,
        )
        report[path.stem] = summary(heard)
        if not as_json:
            _show(path.stem, heard, report[path.stem])
    if as_json:
        context.emit(report)


def read_sentences(path: Path) -> Sentences:
    """Raises UsageError for a file that isn't `language` and `sentences`."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return Sentences(str(table["language"]), tuple(str(text) for text in table["sentences"]))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path} isn't a file of sentences: {error}",
            'it holds language = "en" and sentences = ["...", "..."]',
        ) from error


def hear(
    sentences: Sentences,
    engines: EngineFinder,
    recogniser: Recogniser,
    voice: str | None,
    progress: Progress,
) -> list[Heard]:
    """Each sentence, rendered by the voice and heard back."""
    from podcaster.speak.text.alike import compare

    engine_name, _, voice_name = (voice or "kokoro:").partition(":")
    engine = engines(engine_name)
    voice_name = voice_name or engine.default_voices(sentences.language)[0]
    sound = partial(sounds_of, language=sentences.language)
    progress.stage(f"hearing {voice_name}", len(sentences.texts))
    heard: list[Heard] = []
    for text in sentences.texts:
        clip = engine.render(engine.plan(text, voice_name, sentences.language, neutral()))
        got = recogniser.hear(clip.samples, clip.sample_rate, sentences.language)
        compared = compare(text, got, sentences.language, sound)
        heard.append(Heard(text, got, compared.words, compared.wrong, compared.misheard))
        progress.advance(1)
    return heard


def neutral() -> Delivery:
    """A delivery with every number set, that changes nothing."""
    return Delivery(rate=1.0, pitch=0.0, range=1.0, energy=0.0, ending="falling", pause_after=0.0)


def summary(heard: list[Heard]) -> dict[str, Any]:
    """Words, words heard differently, their share, and each difference."""
    words, wrong = sum(one.words for one in heard), sum(one.wrong for one in heard)
    return {
        "sentences": len(heard),
        "words": words,
        "wrong": wrong,
        "rate": wrong / words if words else 0.0,
        "misheard": [
            {"text": one.text, "heard": one.heard, "differences": list(one.misheard)}
            for one in heard
            if one.misheard
        ],
    }


def _show(name: str, heard: list[Heard], figures: dict[str, Any]) -> None:
    for one in heard:
        for written, instead in one.misheard:
            click.echo(f"{written!r:40} heard as {instead!r}", err=True)
    click.echo(
        f"{name}: {figures['wrong']} of {figures['words']} words heard differently "
        f"({figures['rate']:.1%}) in {figures['sentences']} sentences"
    )
