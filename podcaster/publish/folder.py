"""The default publisher: a folder that any static server can hold."""

import filecmp
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from podcaster.contracts import PublishedFile, PublishReport
from podcaster.errors import PublishError
from podcaster.store.files import copy_file, write_text

MANIFEST = ".published.json"
"""In each show's folder: what was put there, and so may be served, and be taken away again."""


@dataclass(frozen=True)
class FolderPublisher:
    """Puts releases under `out`; only what changed is written."""

    out: Path

    def publish(self, files: Sequence[PublishedFile]) -> PublishReport:
        """A whole release of one show, its feed last.

        When all of it stands, what earlier releases put there and this one doesn't name goes:
        until then the old feed's audio is there for whoever still follows it.
        """
        report = self.put(files)
        if files:
            show = _show_of(files)
            named = frozenset(file.address for file in files)
            for address in sorted(published_addresses(self.out, show) - named):
                (self.out / address).unlink(missing_ok=True)
            self._remember(show, named)
        return report

    def put(self, files: Sequence[PublishedFile]) -> PublishReport:
        """Puts files in the order given and takes none away."""
        if not files:
            return PublishReport(written=0, unchanged=0)
        show = _show_of(files)
        known = published_addresses(self.out, show)
        self._remember(show, known | {file.address for file in files})
        changed = [file for file in files if not _same(file.path, self.out / file.address)]
        for file in changed:
            copy_file(file.path, self.out / file.address)
        return PublishReport(written=len(changed), unchanged=len(files) - len(changed))

    def _remember(self, show: str, addresses: Iterable[str]) -> None:
        listed = sorted(addresses)
        if listed != sorted(published_addresses(self.out, show)):
            content = json.dumps({"files": listed}, indent=1) + "\n"
            write_text(self.out / show / MANIFEST, content)


def published_addresses(out: Path, show: str) -> frozenset[str]:
    """The addresses below `out` that a show's releases put there; empty where there are none."""
    try:
        listed = json.loads((out / show / MANIFEST).read_bytes())
        return frozenset(address for address in listed["files"] if address.startswith(f"{show}/"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return frozenset()


def _show_of(files: Sequence[PublishedFile]) -> str:
    """The one folder that all files lie in. Raises PublishError for an address out of it."""
    shows = set()
    for file in files:
        path = PurePosixPath(file.address)
        if path.is_absolute() or ".." in path.parts or len(path.parts) < 2:
            raise PublishError(
                f"{file.address!r} isn't an address below a show's folder.",
                "Give addresses such as daily/feed.xml.",
            )
        shows.add(path.parts[0])
    if len(shows) > 1:
        raise PublishError(
            f"One release holds files of several shows: {', '.join(sorted(shows))}.",
            "Publish each show by itself.",
        )
    return shows.pop()


def _same(source: Path, target: Path) -> bool:
    try:
        return source.samefile(target) or filecmp.cmp(source, target, shallow=False)
    except FileNotFoundError:
        if not source.exists():
            raise PublishError(
                f"{source} was to be published and isn't there.",
                "Build the episode again: podcaster build DATE.",
            ) from None
        return False
