"""What may be served: the files that releases put under `out/`, and nothing else."""

import re
from pathlib import Path

from podcaster.publish.folder import published_addresses

SHOW_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
INDEX = "index.html"


def published_file(out: Path, address: str) -> Path | None:
    """The file behind an address, None for whatever no release put there.

    An address is looked up among those on the show's list, letter by letter, so that no drafts,
    hidden files or paths out of the tree can be asked for. A folder stands for its page.
    """
    show = address.partition("/")[0]
    if not SHOW_NAME.fullmatch(show):
        return None
    if address.endswith("/"):
        address += INDEX
    if address not in published_addresses(out, show):
        return None
    path = out / address
    return path if path.is_file() and not path.is_symlink() else None


def is_folder(out: Path, address: str) -> bool:
    """Whether the address is that of a page, but for the slash at its end."""
    return published_file(out, f"{address}/") is not None


def show_names(out: Path) -> list[str]:
    """The shows with a feed."""
    folders = sorted(path.parent.name for path in out.glob("*/feed.xml"))
    return [name for name in folders if published_file(out, f"{name}/feed.xml")]
