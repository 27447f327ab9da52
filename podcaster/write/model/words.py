"""What the model writer knows of a language: `templates/prompts/words.<language>.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from podcaster.errors import WriteError
from podcaster.models import Value
from podcaster.resources import resource_folder

FALLBACK = "en"


class Words(Value):
    """Patterns are matched whatever the case, every apostrophe being `’`."""

    banned: tuple[str, ...]
    """Phrases that no line may hold."""
    machine: tuple[str, ...]
    """Find a sentence that speaks to whoever reads by machine."""
    address: tuple[str, ...]
    """Find words that speak to the listener, or sell."""
    heavy: str
    """Finds words that charge somebody or colour everything."""
    answers: str
    """Finds a line that makes no sense without the question before it."""
    direct: str
    """Finds words of direct speech, of oneself or to somebody; the case counts."""
    asks: str
    """Finds the word that makes a question an open one."""
    asked: str
    """Words that a question may use though the story doesn't."""
    talk: str
    """Words that a question or a short turn may use."""


def folder() -> Path:
    return resource_folder("templates") / "prompts"


@cache
def words_of(language: str) -> Words:
    """The language's table, English's where it has none. Raises WriteError for a broken one."""
    path = folder() / f"words.{language[:2]}.toml"
    if not path.exists():
        path = folder() / f"words.{FALLBACK}.toml"
    try:
        return Words.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise WriteError(f"{path} can't be used: {error}") from error


@cache
def machine_patterns() -> tuple[re.Pattern[str], ...]:
    """Those of all languages: an article in one may hide an instruction in another."""
    tables = sorted(path.name.split(".")[1] for path in folder().glob("words.*.toml"))
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for language in tables
        for pattern in words_of(language).machine
    )


@cache
def address_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in words_of(language).address)


@cache
def heavy_pattern(language: str) -> re.Pattern[str]:
    return re.compile(words_of(language).heavy, re.IGNORECASE)


@cache
def direct_pattern(language: str) -> re.Pattern[str]:
    return re.compile(words_of(language).direct)


@cache
def answering_pattern(language: str) -> re.Pattern[str]:
    return re.compile(words_of(language).answers, re.IGNORECASE)


@cache
def asking_pattern(language: str) -> re.Pattern[str]:
    return re.compile(words_of(language).asks, re.IGNORECASE)


def one_apostrophe(text: str) -> str:
    return text.replace("'", "’")
