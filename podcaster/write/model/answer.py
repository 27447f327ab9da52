"""Reading a model's answer: JSON as it was asked for, or near enough to it."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from podcaster.models import ASSERTING_ROLES
from podcaster.write.model.failures import BadAnswer

THINKING = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
COMMA_BEFORE_END = re.compile(r",(\s*[}\]])")
OBJECT = re.compile(r'\{\s*"(?:lines|sentences)"')
LIST = re.compile(r"\[\s*\{")
SENTENCE_ID = re.compile(r"[A-Za-z]+\d+\.\d+")
MOST_LINES = 80
MOST_EVIDENCE = 8
LONGEST_TEXT = 1000
"""Letters; more than that is no line of talk."""
DraftRole = Literal["fact", "quote", "question", "reaction", "bridge"]
ROLES = get_args(DraftRole)


class DraftLine(BaseModel):
    """One line as a model wrote it; nothing about it is sure yet."""

    model_config = ConfigDict(frozen=True)

    host: str = ""
    role: DraftRole = "fact"
    text: str = Field(min_length=1, max_length=LONGEST_TEXT)
    evidence: tuple[str, ...] = ()

    @property
    def asserts(self) -> bool:
        return self.role in ASSERTING_ROLES

    @field_validator("host", mode="before")
    @classmethod
    def _a_name(cls, value: Any) -> Any:
        return str(value or "").strip()

    @field_validator("evidence", mode="before")
    @classmethod
    def _ids_wherever_they_stand(cls, value: Any) -> Any:
        """A list of ids; `"s1.2, s1.3"` and `["[s1.2]"]` are understood too."""
        parts = value if isinstance(value, list | tuple) else [value]
        found: list[str] = []
        for part in parts[:MOST_EVIDENCE]:
            text = str(part or "").strip()[:LONGEST_TEXT]
            found += SENTENCE_ID.findall(text) or ([text] if text else [])
        return tuple(dict.fromkeys(found))[:MOST_EVIDENCE]

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


def schema(hosts: Sequence[str], ids: Sequence[str]) -> dict[str, Any]:
    """What an answer must look like, for servers that hold a model to it."""
    line = {
        "host": {"type": "string", "enum": list(hosts)},
        "role": {"type": "string", "enum": list(ROLES)},
        "text": {"type": "string"},
        "evidence": {"type": "array", "items": {"type": "string", "enum": list(ids)}},
    }
    return closed({"lines": {"type": "array", "items": closed(line)}})


def closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of an object that has all of these and nothing else."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def read_answer(text: str) -> list[DraftLine]:
    """The lines that are some. Raises BadAnswer with what's wrong, in words for the model."""
    value = json_in(text)
    listed = value.get("lines") if isinstance(value, dict) else value
    if not isinstance(listed, list) or not listed:
        raise BadAnswer('the answer has no list "lines"', text)
    lines: list[DraftLine] = []
    for entry in listed[:MOST_LINES]:
        try:
            lines.append(DraftLine.model_validate(entry))
        except ValidationError:
            continue
    if not lines:
        raise BadAnswer('no entry of "lines" has a text', text)
    return lines


def json_in(text: str) -> Any:
    """The JSON of lines or sentences in a text, whatever a model wrote around it.

    Raises BadAnswer where there is none.
    """
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
