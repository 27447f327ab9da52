"""The words a model is asked with, from `templates/prompts/*.jinja`."""

import datetime as dt
import json
import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from podcaster.contracts import Foreign
from podcaster.write.model.brief import Brief, mark_of
from podcaster.write.model.chat import Message
from podcaster.write.model.examine import LONGEST_LINE, Examined
from podcaster.write.model.words import folder, words_of

LONGEST_ECHO = 6000
"""Letters of its own bad answer that a model is shown again."""
WORDS_A_LINE = 16
DIALOGUE = '{"lines": [{"host": ..., "role": ..., "text": ..., "evidence": [...]}]}'
TRANSLATIONS = '{"sentences": [{"id": ..., "text": ...}, ...]}'
"""The shapes of answers, as a model is told them."""


def opening(brief: Brief, banned: Sequence[str]) -> list[Message]:
    """The rules, and the story as data."""
    show = brief.show
    system = _rendered(
        "system",
        language=_language(show.language),
        longest=LONGEST_LINE,
        banned=[*words_of(show.language).banned, *banned],
    )
    user = _rendered(
        "story",
        show=show.title,
        heard=_day(brief.edition.date),
        format=_formats()[show.format],
        interview=show.format == "interview",
        hosts=brief.hosts,
        first=brief.hosts[1 if show.format == "interview" and len(brief.hosts) > 1 else 0].name,
        words=brief.words,
        lines=max(2, round(brief.words / WORDS_A_LINE)),
        must=brief.must,
        mark=brief.mark,
        sentences=brief.printed,
    )
    return [{"role": "system", "content": system}, {"role": "user", "content": user}]


def to_translate(texts: Sequence[Foreign], language: str, into: str) -> list[Message]:
    """The rules of translating, and the article as data."""
    system = _rendered(
        "translator", language=_language(language), into=_language(into), shape=TRANSLATIONS
    )
    user = _rendered("article", texts=texts, mark=mark_of(text.text for text in texts))
    return [{"role": "system", "content": system}, {"role": "user", "content": user}]


def to_mend(texts: Sequence[Foreign]) -> list[Message]:
    """What follows on translations some of which can't stand."""
    tried = [{"id": text.id, "text": text.tried} for text in texts if text.tried]
    answer = json.dumps({"sentences": tried}, ensure_ascii=False)
    return _reply(answer, _rendered("mend", texts=[text for text in texts if text.faults]))


def again(answer: str, reason: str, shape: str = DIALOGUE) -> list[Message]:
    """What follows on an answer that couldn't be read."""
    return _reply(answer, _rendered("again", reason=reason, shape=shape))


def repair(answer: str, examined: Sequence[Examined], untold: Sequence[str]) -> list[Message]:
    """What follows on an answer some of whose lines can't stand."""
    faults = [
        {"number": number, "text": found.said.text, "reasons": found.reasons}
        for number, found in enumerate(examined, start=1)
        if found.reasons
    ]
    return _reply(answer, _rendered("repair", faults=faults, untold=untold))


def _reply(answer: str, content: str) -> list[Message]:
    said = answer[:LONGEST_ECHO] or "(nothing)"
    return [{"role": "assistant", "content": said}, {"role": "user", "content": content}]


def _rendered(name: str, **values: Any) -> str:
    return _environment().get_template(f"{name}.jinja").render(values).strip()


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(folder())
    return Environment(loader=loader, undefined=StrictUndefined, autoescape=False)


@cache
def _formats() -> dict[str, str]:
    return tomllib.loads((folder() / "formats.toml").read_text(encoding="utf-8"))


def _language(code: str) -> str:
    return str(Locale.parse(code, sep="-").english_name)


def _day(day: dt.date) -> str:
    return str(format_date(day, format="full", locale="en"))
