"""A show's whole release: every kept episode, the show's page and artwork, and the feed last."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError

from podcaster.contracts import PublishedFile, Publisher, PublishReport
from podcaster.publish import pages
from podcaster.publish.about import cover_address, feed_address, page_address
from podcaster.publish.feed import feed_xml
from podcaster.publish.folder import FolderPublisher
from podcaster.publish.identity import proposed_guid
from podcaster.publish.opml import opml, published_shows
from podcaster.publish.record import EpisodeRecord
from podcaster.publish.site import Site
from podcaster.show import Show
from podcaster.store.files import write_bytes
from podcaster.store.library import Library
from podcaster.store.lock import show_lock

OPML = "podcasts.opml"
LOCK_WAIT_SECONDS = 600
Warn = Callable[[str], None]


def release(
    show: Show,
    show_guid: str,
    library: Library,
    publisher: Publisher,
    out: Path,
    base_url: str | None,
    warn: Warn,
) -> PublishReport:
    """Publishes what the library records of the show.

    The tree under `out` is laid down first, whatever the publisher: the next release starts from
    it. Raises PublishError.
    """
    site = Site.at(base_url)
    episodes = kept_episodes(show, library, out, warn)
    cover = cover_address(show)
    tree = FolderPublisher(out)
    with TemporaryDirectory(prefix="podcaster-") as folder:
        drafts = Path(folder)
        standing = [PublishedFile(out / address, address) for e in episodes for address in e.files]
        if (out / cover).exists():
            standing.append(PublishedFile(out / cover, cover))
        feed = feed_xml(show, show_guid, episodes, site)
        made = {
            **{f"{show.name}/assets/{name}": pages.static_file(name) for name in pages.STATIC},
            f"{show.name}/assets/style.css": pages.style_sheet(show.name).encode(),
            page_address(show): pages.show_page(show, episodes, site).encode(),
            feed_address(show): feed,
        }
        files = [*standing, *(_draft(drafts, address, made[address]) for address in made)]
        report = tree.publish(files)
        listing = opml(published_shows(out), site)
        if not (out / OPML).exists() or (out / OPML).read_bytes() != listing:
            write_bytes(out / OPML, listing)
        if publisher != tree:
            return publisher.publish(files)
    return report


def republish(
    show: Show,
    library: Library,
    publisher: Publisher,
    out: Path,
    base_url: str | None,
    now: dt.datetime,
    warn: Warn,
) -> PublishReport:
    """The release alone, from what's on record: nothing about an episode changes."""
    with show_lock(out / show.name, LOCK_WAIT_SECONDS, warn):
        feed_url = Site.at(base_url).url(feed_address(show))
        show_guid = library.show_guid(show.name, proposed_guid(feed_url, base_url, now))
        return release(show, show_guid, library, publisher, out, base_url, warn)


def kept_episodes(show: Show, library: Library, out: Path, warn: Warn) -> list[EpisodeRecord]:
    """The latest `show.keep` episodes whose files are all there, latest first.

    One whose audio is gone or isn't the length on record is left out with a warning: no feed
    names what can't be fetched.
    """
    records = _readable(library.episode_records(show.name), warn)
    kept: list[EpisodeRecord] = []
    for record in records[: show.keep]:
        if fault := _fault(record, out):
            warn(f"The episode of {record.date} is left out of the feed: {fault}.")
        else:
            kept.append(record)
    return kept


def _readable(records: Sequence[str], warn: Warn) -> list[EpisodeRecord]:
    found = []
    for record in records:
        try:
            found.append(EpisodeRecord.model_validate_json(record))
        except ValidationError:
            warn("An episode on record can't be read, and is left out of the feed; build it again.")
    return found


def _fault(record: EpisodeRecord, out: Path) -> str | None:
    if missing := next((name for name in record.files if not (out / name).is_file()), None):
        return f"{missing} is missing"
    if (out / record.audio).stat().st_size != record.length:
        return f"{record.audio} has changed"
    return None


def _draft(folder: Path, address: str, content: bytes) -> PublishedFile:
    path = folder / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return PublishedFile(path, address)
