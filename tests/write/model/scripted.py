"""Models of a few lines: what they'd answer to a prompt of ours."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from podcaster.contracts import WriterSetup
from podcaster.models import Edition, Script
from podcaster.show import Show
from podcaster.write.model.chat import Message
from podcaster.write.model.writer import ModelWriter
from tests.write.editions import measure, show

SETTINGS = {"model": "scripted"}
Lines = Sequence[Mapping[str, Any]]
Model = Callable[[str], str]
"""From the last user message that holds the story, to the answer's text."""


def line(host: str, role: str, text: str, *evidence: str) -> dict[str, Any]:
    return {"host": host, "role": role, "text": text, "evidence": list(evidence)}


def answer(lines: Lines) -> str:
    return json.dumps({"lines": list(lines)}, ensure_ascii=False)


def sentences(prompt: str) -> dict[str, str]:
    """The numbered sentences of a prompt, by id."""
    return dict(re.findall(r"^\[([a-z]+\d+\.\d+)\] (.+)$", prompt, re.M))


def story_of(prompt: str) -> str:
    return next(iter(sentences(prompt))).partition(".")[0]


BRIDGE: Lines = (
    line("Ava", "fact", "Three people died when a footbridge fell in yesterday.", "s1.1"),
    line("Noah", "question", "How many were hurt?"),
    line("Ava", "fact", "Eleven others were injured as the deck hit the water.", "s1.3"),
    line("Noah", "fact", "It had passed an inspection in March.", "s1.4"),
    line("Ava", "quote", "Rosa Whitfield, a baker, said: “We heard a crack like thunder.”", "s1.2"),
    line("Noah", "question", "What does the county plan?"),
    line("Ava", "fact", "A new crossing, for $2 million, by September.", "s1.5", "s1.6"),
)
LIBRARY: Lines = (
    line(
        "Noah",
        "fact",
        "According to the library, readers can now borrow drills and ladders.",
        "s2.1",
        "s2.2",
    ),
    line("Ava", "fact", "Local firms gave some 400 tools.", "s2.3"),
    line("Noah", "fact", "Marta Olsen, who leads the project, speaks of strong demand.", "s2.4"),
)


def good(prompt: str) -> str:
    """A model that does what it's asked."""
    return answer({"s1": BRIDGE, "s2": LIBRARY}[story_of(prompt)])


@dataclass
class Scripted:
    """A chat that needs no server."""

    model: Model = good
    asked: list[list[Message]] = field(default_factory=list)
    account: str = "asked"

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> str:
        self.asked.append(list(messages))
        return self.model(messages[1]["content"])


def written(
    told: Edition,
    model: Model = good,
    told_by: Show | None = None,
    used: frozenset[str] = frozenset(),
    **options: object,
) -> Script:
    writer = ModelWriter(WriterSetup(used, {**SETTINGS, **options}), Scripted(model))
    return writer.write(told, told_by or show(), measure)
