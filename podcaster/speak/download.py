"""What a voice is made of, from the network or from disk, up to a size."""

from collections.abc import Callable
from pathlib import Path

from podcaster.errors import SpeakError

TIMEOUT_SECONDS = 60.0


def read_source(source: str, largest: int, say: Callable[[str], None]) -> bytes:
    """The bytes of a file or an address; `say` is told before the network is used.

    Raises SpeakError where it can't be had, and where it's larger than `largest` bytes.
    """
    if "://" not in source:
        try:
            return Path(source).expanduser().read_bytes()
        except OSError as error:
            raise SpeakError(f"{source} can't be read: {error}.", "Give another --from.") from error
    import httpx

    say(f"Fetching {source}")
    received = bytearray()
    try:
        with httpx.stream("GET", source, timeout=TIMEOUT_SECONDS, follow_redirects=True) as answer:
            answer.raise_for_status()
            for chunk in answer.iter_bytes():
                received += chunk
                if len(received) > largest:
                    raise SpeakError(f"{source} is larger than it should be.", "Check --from.")
    except httpx.HTTPError as error:
        raise SpeakError(
            f"{source} can't be fetched: {error}.",
            "Fetch it by other means, and give it with --from FILE.",
        ) from error
    return bytes(received)
