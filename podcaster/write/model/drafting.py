"""Asking a model for one story, and asking it once more about what can't stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from podcaster.write.model.answer import DraftLine, read_answer, schema
from podcaster.write.model.brief import Brief
from podcaster.write.model.chat import Chat, Message
from podcaster.write.model.draft import Draft
from podcaster.write.model.examine import Examined, examine
from podcaster.write.model.failures import BadAnswer, ModelFailed
from podcaster.write.model.mending import facts_of, mended, untold_of
from podcaster.write.model.prompts import again, opening, repair

MENDED = "mended by asking again"


class Desk:
    """One build's: it remembers what hosts have asked, and counts what became of the lines."""

    def __init__(self, chat: Chat, banned: Sequence[str], used_frames: frozenset[str]) -> None:
        self._chat = chat
        self._banned = banned
        self._heard = {
            frame.removeprefix("model: ") for frame in used_frames if frame.startswith("model: ")
        }
        self.done: Counter[str] = Counter()

    def draft(self, brief: Brief) -> Draft:
        """The story in the model's words, as far as they hold. Raises ModelFailed."""
        shape = schema([host.name for host in brief.hosts], brief.ids)
        messages = opening(brief, self._banned)
        text, lines = self._lines(messages, shape)
        examined = self._examined(lines, brief)
        untold = untold_of(facts_of(examined, brief), brief)
        done: Counter[str] = Counter()
        if untold or not all(found.good for found in examined):
            better = self._mended([*messages, *repair(text, examined, untold)], shape, brief)
            if better is not None and _faults(better, brief) <= _faults(examined, brief):
                done[MENDED] = _faults(examined, brief) - _faults(better, brief)
                examined = better
        draft = mended(examined, brief, done)
        self._heard |= {turn.text.casefold() for turn in draft.turns if turn.fact is None}
        self.done += done
        return draft

    def _lines(
        self, messages: list[Message], shape: Mapping[str, Any]
    ) -> tuple[str, list[DraftLine]]:
        """The answer and its lines; one that can't be used is asked for once more."""
        try:
            text = self._chat.ask(messages, shape)
            return text, read_answer(text)
        except BadAnswer as bad:
            text = self._chat.ask([*messages, *again(bad.text, bad.reason)], shape)
            return text, read_answer(text)

    def _mended(
        self, messages: Sequence[Message], shape: Mapping[str, Any], brief: Brief
    ) -> list[Examined] | None:
        """The second answer; None where there is none, or none that holds better."""
        try:
            return self._examined(read_answer(self._chat.ask(messages, shape)), brief)
        except ModelFailed:
            return None

    def _examined(self, lines: Sequence[DraftLine], brief: Brief) -> list[Examined]:
        return examine(lines, brief, self._banned, frozenset(self._heard))


def _faults(examined: Sequence[Examined], brief: Brief) -> int:
    """How many lines can't stand, and how much of the gravest isn't told."""
    untold = untold_of(facts_of(examined, brief), brief)
    return sum(not found.good for found in examined) + len(untold)
