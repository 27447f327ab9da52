"""A show's whole release: every kept episode, the show's page and artwork, and the feed last."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import ValidationError

from podcaster.contracts import PublishedFile, Publisher, PublishReport
from podcaster.publish import pages
from podcaster.publish.about import cover_address, feed_address, page_address
from podcaster.publish.chapters import chapters_json
from podcaster.publish.feed import feed_xml
from podcaster.publish.folder import FolderPublisher
from podcaster.publish.identity import proposed_guid
from podcaster.publish.opml import opml, published_shows
from podcaster.publish.record import EpisodeRecord
from podcaster.publish.site import Site
from podcaster.publish.websub import ping
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
    site, feed = Site.at(base_url), feed_address(show)
    records = [*latest_records(show, library, warn), *_trailer(show, library, warn)]
    episodes = [record for record in records if _is_whole(record, out, warn)]
    tree = FolderPublisher(out)
    with TemporaryDirectory(prefix="podcaster-") as folder:
        drafts = Path(folder)
        addresses = [address for record in records for address in record.files]
        made = {
            # Its cards have the site's address, which may be another than when it was built.
            **{one.chapters_file: chapters_json(one, site).encode() for one in episodes},
            **{f"{show.name}/assets/{name}": pages.static_file(name) for name in pages.STATIC},
            f"{show.name}/assets/style.css": pages.style_sheet(show.name).encode(),
            page_address(show): pages.show_page(show, episodes, site).encode(),
            feed: feed_xml(show, show_guid, episodes, site),
        }
        standing = [
            PublishedFile(out / address, address)
            for address in [*addresses, cover_address(show)]
            if address not in made and (out / address).exists()
        ]
        files = [*standing, *(_draft(drafts, address, made[address]) for address in made)]
        report = tree.publish(files)
        listing = opml(published_shows(out), site)
        if not (out / OPML).exists() or (out / OPML).read_bytes() != listing:
            write_bytes(out / OPML, listing)
        if publisher != tree:
            # From the tree, whose files are no younger than their content.
            laid = [PublishedFile(out / file.address, file.address) for file in files]
            report = publisher.publish(laid)
    if show.hub and base_url and report.written and (problem := ping(show.hub, site.url(feed))):
        warn(problem)
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


def latest_records(show: Show, library: Library, warn: Warn) -> list[EpisodeRecord]:
    """The latest `show.keep` episodes on record within `show.keep_days`, latest first."""
    found = []
    for record in library.episode_records(show.name):
        try:
            found.append(EpisodeRecord.model_validate_json(record))
        except ValidationError:
            warn("An episode on record can't be read, and is left out of the feed; build it again.")
    kept = found[: show.keep]
    if show.keep_days is None or not kept:
        return kept
    oldest = kept[0].date - dt.timedelta(days=show.keep_days)
    return [record for record in kept if record.date > oldest]


def _trailer(show: Show, library: Library, warn: Warn) -> list[EpisodeRecord]:
    """The show's trailer, if it has one."""
    text = library.trailer_record(show.name)
    if text is None:
        return []
    try:
        return [EpisodeRecord.model_validate_json(text)]
    except ValidationError:
        warn("The trailer on record can't be read; make it again: podcaster trailer")
        return []


def _is_whole(record: EpisodeRecord, out: Path, warn: Warn) -> bool:
    """Whether all its files are there, the audio in the length on record; says so if not.

    No feed names what can't be fetched. What is left of such an episode stays where it is.
    """
    fault = _fault(record, out)
    if fault:
        name, command = f"episode of {record.date}", f"build {record.date}"
        if record.is_trailer:
            name = command = "trailer"
        warn(f"The {name} is left out of the feed, as {fault}; podcaster {command} brings it back.")
    return fault is None


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
