"""The publish stage: an episode's files, its record, and then the show's release."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import ValidationError

from podcaster.artwork import Covers
from podcaster.contracts import Progress, PublishedFile, Publisher, Voice
from podcaster.errors import PublishError
from podcaster.models import Edition, Episode, Master, Numbers, Recording, Script
from podcaster.publish import identity, pages
from podcaster.publish.about import cover_address, feed_address
from podcaster.publish.chapters import chapters_json
from podcaster.publish.compose import compose, like_before
from podcaster.publish.folder import FolderPublisher
from podcaster.publish.record import EpisodeRecord
from podcaster.publish.site import Site, web_url
from podcaster.publish.spoken import SpokenLine, spoken_lines
from podcaster.publish.transcripts import FORMATS
from podcaster.show import Show
from podcaster.store.library import Library


def publish(
    edition: Edition,
    script: Script,
    recording: Recording,
    master: Master,
    show: Show,
    covers: Covers,
    publisher: Publisher,
    library: Library,
    out: Path,
    base_url: str | None,
    now: dt.datetime,
    report: Mapping[str, object],
    picture: Path,
    numbers: Numbers | None,
    voices: Mapping[str, Voice] | None = None,
    progress: Progress | None = None,
) -> Episode:
    """Puts the episode and the show's feed under `out`, then wherever the publisher puts them.

    Without `numbers` it's the show's trailer, of which there is one. `now` is timezone-aware;
    `report` becomes report.json and `picture` report.png; `voices`, by host, gives the voices and
    licences that the notes name. Killed at any moment it leaves a feed whose every enclosure
    is there: the episode's files come first, then its record, then the feed, and only then goes
    what no feed names any more. Raises PublishError.
    """
    from podcaster.ledger import ledger
    from podcaster.publish.release import release

    feed_url = Site.at(base_url).url(feed_address(show))
    show_guid = library.show_guid(show.name, identity.proposed_guid(feed_url, base_url, now))
    lines = _spoken(script, recording, master)
    record = like_before(
        compose(
            edition,
            script,
            master,
            lines,
            show,
            show_guid,
            voices or {},
            now,
            numbers,
            covers.stories,
        ),
        _recorded(library, show.name, script.date if numbers else None),
    )
    site = Site.at(base_url)
    texts = _texts(show, record, lines, _public(ledger(script, edition)), report, site)
    with TemporaryDirectory(prefix="podcaster-") as folder:
        files = [
            PublishedFile(master.path, record.audio),
            PublishedFile(covers.episode, record.cover),
            PublishedFile(picture, record.picture),
            *(PublishedFile(path, record.cards[story]) for story, path in covers.stories.items()),
            *(_draft(Path(folder), address, text) for address, text in texts.items()),
            PublishedFile(covers.show, cover_address(show)),
        ]
        FolderPublisher(out).put(files)
    if record.is_trailer:
        library.save_trailer(show.name, record.model_dump_json())
    else:
        library.save_episode(show.name, script.date, record.guid, record.model_dump_json())
    warn = progress.warn if progress else _silently
    for note in covers.notes:
        warn(note)
    release(show, show_guid, library, publisher, out, base_url, warn)
    return _episode(script, recording, master, record, out)


def _spoken(script: Script, recording: Recording, master: Master) -> tuple[SpokenLine, ...]:
    try:
        return spoken_lines(script, recording, master)
    except ValueError as error:
        raise PublishError(
            f"The episode of {script.date} has {len(script.lines)} lines,"
            f" {len(recording.takes)} takes and {len(master.starts)} starts.",
            "Build it again with --force.",
        ) from error


def _recorded(library: Library, show: str, date: dt.date | None) -> EpisodeRecord | None:
    """What was published for that day before; the trailer's where there is no day."""
    texts = library.episode_records(show) if date else [library.trailer_record(show) or ""]
    for text in texts:
        try:
            record = EpisodeRecord.model_validate_json(text)
        except ValidationError:
            continue
        if date in (None, record.date):
            return record
    return None


def _texts(
    show: Show,
    record: EpisodeRecord,
    lines: tuple[SpokenLine, ...],
    evidence: list[dict[str, Any]],
    report: Mapping[str, object],
    site: Site,
) -> dict[str, str]:
    """The episode's text files by address."""
    folder = record.page.removesuffix("index.html")
    made = {name: write(lines, record.language) for name, (_, write) in FORMATS.items()}
    made["chapters.json"] = chapters_json(record, site)
    made["evidence.json"] = _json(evidence)
    made["report.json"] = _json(report)
    made["index.html"] = pages.episode_page(show, record, lines, evidence)
    return {f"{folder}{name}": text for name, text in made.items()}


def _public(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without addresses that only this machine knows, such as a local file's path."""
    return [
        {
            **entry,
            "sentences": [
                {**sentence, "url": web_url(sentence["url"]) or ""}
                for sentence in entry["sentences"]
            ],
        }
        for entry in entries
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"


def _draft(folder: Path, address: str, text: str) -> PublishedFile:
    path = folder / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return PublishedFile(path, address)


def _silently(_: str) -> None:
    """For a caller that gave no progress to tell."""


def _episode(
    script: Script, recording: Recording, master: Master, record: EpisodeRecord, out: Path
) -> Episode:
    rendered = [take for take in recording.takes if not take.cached]
    spoken = sum(take.seconds for take in rendered)
    folder = (out / record.page).parent
    return Episode(
        show=script.show,
        date=script.date,
        language=script.language,
        title=record.title,
        guid=record.guid,
        audio=out / record.audio,
        feed=out / script.show / "feed.xml",
        page=out / record.page,
        script=folder / "script.yaml",
        seconds=master.seconds,
        lufs=master.loudness.integrated_lufs,
        true_peak_db=master.loudness.true_peak_db,
        stories=len({line.story_id for line in script.lines} - {None}),
        lines=len(script.lines),
        rendered=len(rendered),
        cached=len(recording.takes) - len(rendered),
        rtf=round(recording.render_seconds / spoken, 3) if spoken else 0.0,
    )
