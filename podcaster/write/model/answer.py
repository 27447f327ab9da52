"""Reading a model's answer: JSON as it was asked for, or near enough to it."""

import json
import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from podcaster.write.model.failures import BadAnswer

THINKING = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
COMMA_BEFORE_END = re.compile(r",(\s*[}\]])")
OBJECT = re.compile(r'\{\s*"lines"')
LIST = re.compile(r"\[\s*\{")
SENTENCE_ID = re.compile(r"[A-Za-z]+\d+\.\d+")
MOST_LINES = 80
ROLES = ("fact", "quote", "question", "reaction", "bridge")
TONES = (
    "neutral", "warm", "bright", "calm", "serious", "sombre", "curious", "playful", "urgent",
    "sceptical",
)  # fmt: skip


class DraftLine(BaseModel):
    """One line as a model wrote it; nothing about it is sure yet."""

    model_config = ConfigDict(frozen=True)

    host: str
    role: str = "fact"
    text: str = Field(min_length=1)
    evidence: tuple[str, ...] = ()
    tone: str = ""

    @field_validator("evidence", mode="before")
    @classmethod
    def _ids_wherever_they_stand(cls, value: Any) -> Any:
        """A list of ids; `"s1.2, s1.3"` and `["[s1.2]"]` are understood too."""
        parts = value if isinstance(value, list | tuple) else [value]
        found: list[str] = []
        for part in parts:
            text = str(part or "").strip()
            found += SENTENCE_ID.findall(text) or ([text] if text else [])
        return tuple(dict.fromkeys(found))

    @field_validator("role", mode="before")
    @classmethod
    def _asserting_if_in_doubt(cls, value: Any) -> Any:
        """A role that nobody gave is a fact's: that one needs evidence."""
        role = str(value or "").strip().lower()
        return role if role in ROLES else "fact"

    @field_validator("text", mode="after")
    @classmethod
    def _one_line(cls, value: str) -> str:
        return " ".join(value.split())

    @field_validator("tone", mode="before")
    @classmethod
    def _known_tone(cls, value: Any) -> Any:
        tone = str(value or "").strip().lower()
        return tone if tone in TONES else ""


def schema(hosts: Sequence[str], ids: Sequence[str]) -> dict[str, Any]:
    """What an answer must look like, for servers that hold a model to it."""
    line = {
        "host": {"type": "string", "enum": list(hosts)},
        "role": {"type": "string", "enum": list(ROLES)},
        "text": {"type": "string"},
        "evidence": {"type": "array", "items": {"type": "string", "enum": list(ids)}},
        "tone": {"type": "string", "enum": list(TONES)},
    }
    item = {
        "type": "object",
        "properties": line,
        "required": list(line),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"lines": {"type": "array", "items": item}},
        "required": ["lines"],
        "additionalProperties": False,
    }


def read_answer(text: str) -> list[DraftLine]:
    """The lines. Raises BadAnswer with what's wrong, in words for the model."""
    value = _json_in(text)
    lines = value.get("lines") if isinstance(value, dict) else value
    if not isinstance(lines, list) or not lines:
        raise BadAnswer('the answer has no list "lines"', text)
    try:
        return [DraftLine.model_validate(line) for line in lines[:MOST_LINES]]
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "a line"
        raise BadAnswer(f"{where} of a line is wrong: {first['msg']}", text) from error


def _json_in(text: str) -> Any:
    """The lines' JSON in a text, whatever a model wrote around it."""
    text = THINKING.sub("", text)
    decoder = json.JSONDecoder()
    for candidate in (text, COMMA_BEFORE_END.sub(r"\1", text)):
        match = OBJECT.search(candidate) or LIST.search(candidate)
        if match is None:
            continue
        try:
            value, _ = decoder.raw_decode(candidate, match.start())
        except (json.JSONDecodeError, RecursionError):
            continue
        return value
    raise BadAnswer("the answer isn't valid JSON", text)
