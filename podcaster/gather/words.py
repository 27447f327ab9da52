"""What the desk has to know of a language: `templates/desk/<language>.toml`."""

import functools
import re
import tomllib
from collections.abc import Mapping

from pydantic import Field, ValidationError

from podcaster.errors import GatherError
from podcaster.models import Topic, Value
from podcaster.resources import resource_folder

FALLBACK = "en"


class Splitting(Value):
    """Abbreviations, in lower case and without their last full stop."""

    never_final: frozenset[str] = frozenset()
    sometimes_final: frozenset[str] = frozenset()
    """End a sentence only where one of `openers` follows."""
    openers: frozenset[str] = frozenset()


class Cleaning(Value):
    """Regular expressions that tell an article from what stands around it."""

    openings: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()

    @functools.cached_property
    def junk(self) -> re.Pattern[str]:
        opening = "|".join(f"(?:{expression})" for expression in self.openings)
        anywhere = "|".join(f"(?:{expression})" for expression in self.anywhere)
        return re.compile(rf"^\W{{0,3}}(?:{opening or '(?!)'})|(?:{anywhere or '(?!)'})", re.I)

    @functools.cached_property
    def no_report(self) -> re.Pattern[str]:
        """Matches the titles of videos, quizzes and live pages."""
        return re.compile("^(?:" + "|".join(self.titles or ("(?!)",)) + ")", re.I)

    @functools.cached_property
    def dateline(self) -> re.Pattern[str]:
        return re.compile("^(?:" + "|".join(self.datelines or ("(?!)",)) + ")")


class Stop(Value):
    words: frozenset[str] = frozenset()
    """Too common to tell one event from another."""
    negations: frozenset[str] = frozenset()


class Names(Value):
    local: str
    """How a local file that names no publisher is called aloud."""


class WeatherWords(Value):
    """How a forecast is said; `sentences` are filled in by `str.format`."""

    title: str
    sentences: tuple[str, ...]
    degrees: Mapping[str, str]
    speed: Mapping[str, str]
    sky: Mapping[int, str]
    """By the code of the World Meteorological Organization (table 4677)."""


class DeskWords(Value):
    names: Names
    weather: WeatherWords
    splitting: Splitting = Splitting()
    cleaning: Cleaning = Cleaning()
    stop: Stop = Stop()
    topics: Mapping[Topic, tuple[str, ...]] = Field(default_factory=dict)


@functools.cache
def desk_words(language: str) -> DeskWords:
    """Those of the language, or the English ones where nobody has written any.

    Raises GatherError where the file can't be used.
    """
    folder = resource_folder("templates") / "desk"
    path = folder / f"{language.partition('-')[0]}.toml"
    if not path.is_file():
        path = folder / f"{FALLBACK}.toml"
    try:
        return DeskWords.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise GatherError(f"{path}: {error}", "Install podcaster again.") from error
