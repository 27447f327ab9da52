"""The writer that lets a language model tell the stories, and the offline writer all else."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from podcaster.contracts import Foreign, Measure, WriterSetup
from podcaster.models import Edition, Script
from podcaster.show import Show
from podcaster.write.model.brief import brief_for
from podcaster.write.model.chat import Chat
from podcaster.write.model.composing import compose
from podcaster.write.model.draft import Draft
from podcaster.write.model.drafting import Desk
from podcaster.write.model.failures import ModelFailed
from podcaster.write.model.hidden import without_instructions
from podcaster.write.model.server import ChatServer, require_client
from podcaster.write.model.settings import read_settings
from podcaster.write.model.translating import Interpreter
from podcaster.write.offline.episode import Episode
from podcaster.write.offline.facts import Material
from podcaster.write.offline.fitting import Fit, fit, target_seconds
from podcaster.write.offline.language import load
from podcaster.write.offline.writer import carried_by, script_of, tellable


class ModelWriter:
    """A story whose telling the model can't give is told by the offline writer's rules.

    It translates, too, for whatever writer the show has.
    """

    def __init__(self, setup: WriterSetup, chat: Chat | None = None) -> None:
        """Asks the server of the settings, or `chat`.

        Raises UsageError for settings that can't be used, and where the client isn't installed.
        """
        self._settings = read_settings(setup.options)
        self._used_frames = setup.used_frames
        if chat is None:
            require_client()
        self._chat = chat

    @cached_property
    def _server(self) -> Chat:
        """One for a whole build, so that its limits hold for translating and writing together."""
        return self._chat or ChatServer(self._settings)

    @cached_property
    def _interpreter(self) -> Interpreter:
        return Interpreter(self._server, self._settings.max_tokens)

    @property
    def account(self) -> str:
        """What was asked and spent so far, for both."""
        return self._server.account

    def translate(self, texts: Sequence[Foreign], language: str, into: str) -> Mapping[str, str]:
        """Sentences of one article in another language, by id. Raises WriteError."""
        return self._interpreter.translate(texts, language, into)

    def write(self, edition: Edition, show: Show, measure: Measure) -> Script:
        """As the offline writer's; its notes say which stories the model didn't tell, and why."""
        language = load(show.language)
        edition, notes = without_instructions(edition)
        carries = carried_by(edition)
        materials = tellable(edition, language, carries, notes)
        episode = Episode(edition, show, language, materials, self._used_frames, carries)
        target = target_seconds(show.minutes, show.format)
        plan = fit(materials, show.format, target, episode.lines, measure)
        drafts = self._drafts(episode, plan, notes)
        return script_of(episode, compose(episode, plan, drafts, measure), notes)

    def _drafts(self, episode: Episode, plan: Fit, notes: list[str]) -> dict[int, Draft]:
        chat = self._server
        desk = Desk(chat, self._settings.banned, self._used_frames)
        drafts: dict[int, Draft] = {}
        untold: list[tuple[Material, str]] = []
        final = ""
        for place, told in sorted(plan.chosen.items()):
            material = episode.materials[place]
            if material.story.topic == "weather":
                continue
            if final:
                untold.append((material, final))
                continue
            brief = brief_for(
                episode.edition,
                episode.show,
                episode.language,
                material,
                told,
                self._settings.source_words,
            )
            try:
                drafts[place] = desk.draft(brief)
            except ModelFailed as failed:
                untold.append((material, failed.reason))
                final = failed.reason if failed.final else ""
        notes += _notes(drafts, untold, desk, chat)
        return drafts


def _notes(
    drafts: dict[int, Draft], untold: Sequence[tuple[Material, str]], desk: Desk, chat: Chat
) -> list[str]:
    """What the model did, what it didn't and why."""
    notes = [
        f"written without the model ({reason}): {material.story.title}"
        for material, reason in untold
    ]
    lines = sum(len(draft.turns) for draft in drafts.values())
    counts = [f"{count} {what}" for what, count in desk.done.items() if count]
    told = f"model: {len(drafts)} of {len(drafts) + len(untold)} stories drafted, {lines} lines"
    return [*notes, "; ".join([told, *counts, chat.account])]
