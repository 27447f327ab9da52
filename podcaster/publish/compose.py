"""The record of an episode, from what the stages before gave."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from podcaster.contracts import Voice
from podcaster.models import Edition, Master, Numbers, Script
from podcaster.publish import identity
from podcaster.publish.chapters import public_chapters
from podcaster.publish.notes import Notes, description_html, notes_html
from podcaster.publish.record import EpisodeRecord, SourceLink, Transcript, VoiceCredit
from podcaster.publish.site import web_url
from podcaster.publish.soundbite import choose_soundbite
from podcaster.publish.spoken import SpokenLine
from podcaster.publish.transcripts import FORMATS
from podcaster.publish.xml_text import one_line
from podcaster.show import Show

HASH_LETTERS = 8
TRAILER = "trailer"
"""The trailer's folder, where another episode's is named by its date."""
DATA = ("chapters.json", "evidence.json", "report.json", "report.png")


def compose(
    edition: Edition,
    script: Script,
    master: Master,
    lines: Sequence[SpokenLine],
    show: Show,
    show_guid: str,
    voices: Mapping[str, Voice],
    now: dt.datetime,
    numbers: Numbers | None,
    stories: Iterable[str] = (),
) -> EpisodeRecord:
    """As published for the first time, `now`; `like_before` fits it to an earlier build.

    Without numbers it's the show's trailer. `stories` are the ids of those that have a card.
    """
    chapters = public_chapters(master.chapters)
    sources = _sources(edition, script)
    credits = _credits(script, voices)
    notes = Notes(script.summary, chapters, sources, credits, script.language)
    slug = script.date.isoformat() if numbers else TRAILER
    folder = f"{script.show}/{slug}"
    audio = f"{folder}/{_audio_name(script, master.path)}"
    cards = {story: f"{folder}/story-{story}.jpg" for story in stories}
    names = ("cover.jpg", *FORMATS, *DATA, "index.html")
    return EpisodeRecord(
        show=script.show,
        date=script.date,
        language=script.language,
        guid=identity.episode_guid(show_guid, slug),
        title=one_line(script.title),
        summary=one_line(script.summary),
        description=description_html(notes),
        notes=notes_html(notes),
        published=identity.published_at(show, script.date, now),
        updated=now.astimezone(dt.UTC).replace(microsecond=0),
        season=numbers.season if numbers else None,
        number=numbers.episode if numbers else None,
        audio=audio,
        length=master.path.stat().st_size,
        mime_type=master.mime_type,
        seconds=master.seconds,
        page=f"{folder}/index.html",
        cover=f"{folder}/cover.jpg",
        picture=f"{folder}/report.png",
        chapters_file=f"{folder}/chapters.json",
        chapters=chapters,
        cards=cards,
        transcripts=tuple(
            Transcript(address=f"{folder}/{name}", mime_type=kind)
            for name, (kind, _) in FORMATS.items()
        ),
        hosts=tuple(host.name for host in script.heard),
        sources=sources,
        voices=credits,
        soundbite=choose_soundbite(lines, edition),
        files=(audio, *(f"{folder}/{name}" for name in names), *cards.values()),
    )


def like_before(record: EpisodeRecord, before: EpisodeRecord | None) -> EpisodeRecord:
    """A rebuilt day keeps its guid and its date, and its last change where nothing changed."""
    if before is None:
        return record
    rebuilt = record.model_copy(update={"guid": before.guid, "published": before.published})
    unchanged = rebuilt.model_copy(update={"updated": before.updated})
    return unchanged if unchanged == before else rebuilt


def _audio_name(script: Script, path: Path) -> str:
    """`<show>-<date>-<hash8>.<suffix>`: other content has another name, so apps fetch it anew."""
    stem = f"{script.show}-{script.date.isoformat()}"
    if re.fullmatch(rf"{re.escape(stem)}-[0-9a-f]{{{HASH_LETTERS}}}", path.stem):
        return path.name
    with path.open("rb") as audio:
        digest = hashlib.file_digest(audio, "sha256").hexdigest()
    return f"{stem}-{digest[:HASH_LETTERS]}{path.suffix}"


def _sources(edition: Edition, script: Script) -> tuple[SourceLink, ...]:
    """Every article behind a story that's told, in the order of telling."""
    stories = {story.id: story for story in edition.stories}
    told = dict.fromkeys(line.story_id for line in script.lines if line.story_id in stories)
    return tuple(
        dict.fromkeys(
            SourceLink(
                source=item.source,
                title=one_line(item.title),
                url=web_url(item.url),
                licence=item.licence,
            )
            for story_id in told
            for item in stories[story_id or ""].items
        )
    )


def _credits(script: Script, voices: Mapping[str, Voice]) -> tuple[VoiceCredit, ...]:
    """`voices` are those that speak, by host; where none is given it's the host's own."""
    return tuple(
        VoiceCredit(host=host.name, voice=voice.name, licence=voice.licence, credit=voice.credit)
        for host in script.heard
        for voice in [voices.get(host.name, Voice(host.voice, script.language))]
    )
