"""One build of a show at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from podcaster.errors import Busy


@contextmanager
def show_lock(folder: Path, wait_seconds: float, say: Callable[[str], None]) -> Iterator[None]:
    """Holds the lock in a show's folder. Where another build has it: says so, waits, raises Busy.

    The operating system lets go of it when a process dies, so a killed build blocks nothing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if wait_seconds > 0:
            say(f"Another build of {folder.name!r} is running; waiting up to {wait_seconds:.0f} s.")
        try:
            lock.acquire(timeout=wait_seconds)
        except Timeout as error:
            raise Busy(
                f"Another build of {folder.name!r} is still running.",
                "Let it end, or stop it, and run this again.",
            ) from error
    try:
        yield
    finally:
        lock.release()
