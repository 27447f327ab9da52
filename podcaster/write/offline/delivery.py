"""How a line is read, from what it says; the reason is kept for whoever edits the script."""

from dataclasses import dataclass

from podcaster.models import Delivery, Role
from podcaster.write.offline.language import Language
from podcaster.write.offline.text import unquoted

AFTER_DEATH = 0.6
AFTER_HARM = 0.45
"""Seconds of silence after what weighs."""


@dataclass(frozen=True)
class Reading:
    delivery: Delivery
    why: str = ""


def reading(
    text: str, role: Role, language: Language, *, weighs: bool = False, hushed: bool = False
) -> Reading:
    """Tone, style and pause for one line.

    `weighs` says that the line belongs to something grave, `hushed` that something grave was said
    just before it.
    """
    table, text = language.reading, unquoted(text)

    def speaks_of(pattern: str) -> bool:
        return bool(language.pattern(pattern).search(text))

    told = role in ("fact", "quote", "headline", "recap")
    if told and language.is_deadly(text):
        return Reading(
            Delivery(tone="sombre", style="newsreader", pause_after=AFTER_DEATH),
            "it speaks of death",
        )
    if told and language.is_grave(text):
        return Reading(
            Delivery(tone="serious", style="newsreader", pause_after=AFTER_HARM),
            "it speaks of harm",
        )
    if weighs:
        return Reading(_plain(role, "serious"), "it belongs to a grave story")
    if hushed and role == "fact":
        return Reading(_plain(role, "serious"), "it follows something grave")
    if role == "fact" and speaks_of(table.urgent):
        return Reading(_plain(role, "urgent"), "it presses")
    if role in ("fact", "quote") and speaks_of(table.doubt):
        return Reading(_plain(role, "sceptical"), "it is disputed")
    if role in ("fact", "quote") and speaks_of(table.joyful):
        return Reading(_plain(role, "excited"), "there is something to cheer")
    if role in ("fact", "quote", "question") and speaks_of(table.light):
        return Reading(_plain(role, "playful"), "a light matter")
    return Reading(_plain(role, USUAL[role]))


USUAL: dict[Role, str] = {
    "open": "warm",
    "headline": "bright",
    "fact": "neutral",
    "quote": "calm",
    "question": "curious",
    "reaction": "warm",
    "bridge": "calm",
    "recap": "neutral",
    "close": "warm",
}
STYLES: dict[Role, str] = {
    "headline": "newsreader",
    "fact": "newsreader",
    "quote": "storyteller",
    "question": "interviewer",
    "recap": "newsreader",
}


def _plain(role: Role, tone: str) -> Delivery:
    return Delivery(tone=tone, style=STYLES.get(role, "conversational"))
