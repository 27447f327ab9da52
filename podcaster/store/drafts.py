"""What an earlier run of the same build left in the workspace, and what later days must know."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

from podcaster import __version__
from podcaster.contracts import WriterSetup
from podcaster.models import Edition, Script
from podcaster.request import BuildRequest
from podcaster.store.files import write_text
from podcaster.store.library import Library, Told
from podcaster.store.workspace import Workspace

FRAME_MEMORY = dt.timedelta(days=30)


def request_key(request: BuildRequest) -> str:
    """A hash of all that an edition and its script follow from, local files' state included."""
    paths = [source.path for source in request.sources or request.show.sources if source.path]
    files = sorted(file for path in paths for file in (path, *path.rglob("*")) if file.is_file())
    state = [f"{file}:{file.stat().st_mtime_ns}" for file in files]
    asked = request.model_dump_json(exclude={"now", "force"})
    return hashlib.sha256("\n".join([__version__, asked, *state]).encode()).hexdigest()


def load_edition(space: Workspace, request: BuildRequest) -> Edition | None:
    """The saved edition, where it answers the same request.

    None, and the old script is gone, where it doesn't, where everything is to be made again, or
    where it was only the sample edition and the news may be reachable now.
    """
    key = request_key(request)
    same = space.build_key.exists() and space.build_key.read_text(encoding="utf-8") == key
    edition = space.load(space.edition, Edition) if same and not request.force else None
    if edition is not None and (request.offline or not edition.sample):
        return edition
    space.build_key.unlink(missing_ok=True)
    return None


def save_edition(space: Workspace, request: BuildRequest, edition: Edition) -> None:
    """The key comes last: it says that the edition is whole and that no older script lies about."""
    space.save(space.edition, edition)
    space.script.unlink(missing_ok=True)
    write_text(space.build_key, request_key(request))


def writer_setup(
    name: str, options: Mapping[str, Mapping[str, Any]], library: Library, request: BuildRequest
) -> WriterSetup:
    """That writer's own options, and which framing templates the last 30 days used."""
    since = request.date - FRAME_MEMORY
    used = library.frames_used(request.show.name, since, request.date)
    return WriterSetup(frozenset(used), options.get(name, {}))


def remember_told(library: Library, edition: Edition, script: Script) -> None:
    """Notes the stories and framing templates of a published episode.

    The sample edition leaves no trace: it may be told again.
    """
    if edition.sample:
        return
    told_ids = {line.story_id for line in script.lines}
    library.mark_told(
        script.show,
        script.date,
        [
            Told(script.date, item.id, story.title)
            for story in edition.stories
            if story.id in told_ids
            for item in story.items
        ],
    )
    library.mark_frames(
        script.show, script.date, {line.frame for line in script.lines if line.frame}
    )
