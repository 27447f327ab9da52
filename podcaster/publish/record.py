"""What the library keeps of a published episode: all that feed and show page are made from."""

import datetime as dt

from pydantic import AwareDatetime, Field

from podcaster.models import Chapter, Language, Value


class Transcript(Value):
    address: str
    mime_type: str


class SourceLink(Value):
    """An article that the episode tells from."""

    source: str
    title: str
    url: str | None
    """None for what isn't on the web."""
    licence: str = ""
    """What it's under, where that has to be said."""


class VoiceCredit(Value):
    """Who speaks with which voice, and what its licence asks to be said."""

    host: str
    voice: str
    licence: str = ""
    credit: str = ""


class Soundbite(Value):
    """The stretch that an app plays as a preview; both in seconds."""

    start: float = Field(ge=0)
    seconds: float = Field(gt=0)
    title: str


class EpisodeRecord(Value):
    """One episode as it was published. Addresses are paths below `out/`."""

    show: str
    date: dt.date
    language: Language
    guid: str
    title: str
    summary: str
    description: str
    """Show notes in HTML, at most 4000 bytes."""
    notes: str
    """Show notes in HTML, whole."""
    published: AwareDatetime
    updated: AwareDatetime
    """When something about the episode last changed."""
    season: int | None
    number: int | None
    """Season and number: None for the trailer."""
    audio: str
    length: int = Field(gt=0)
    """Bytes of the audio file."""
    mime_type: str
    seconds: float
    page: str
    cover: str
    picture: str = ""
    """How the episode sounds, drawn; empty for one that had no such picture yet."""
    chapters_file: str
    chapters: tuple[Chapter, ...]
    cards: dict[str, str] = Field(default_factory=dict)
    """By story id, the address of the picture that its chapters show where it has none itself."""
    transcripts: tuple[Transcript, ...]
    hosts: tuple[str, ...]
    sources: tuple[SourceLink, ...] = ()
    voices: tuple[VoiceCredit, ...] = ()
    soundbite: Soundbite | None = None
    files: tuple[str, ...]
    """Every address of the episode, its audio first."""

    @property
    def is_trailer(self) -> bool:
        return self.number is None
