"""Who says which line: as the model had it, where that makes a conversation."""

from collections import Counter
from collections.abc import Sequence

from podcaster.models import Format, Host
from podcaster.write.model.answer import DraftLine
from podcaster.write.offline.text import words

MOST_SHARE = 0.65
"""Of a story's words that one of its hosts may have."""


def seats(lines: Sequence[DraftLine], hosts: Sequence[Host], format: Format) -> list[int]:
    """The place of each line's host. Who asks never answers; in an interview the first asks."""
    if len(hosts) == 1:
        return [0] * len(lines)
    places = {host.name.casefold(): place for place, host in enumerate(hosts)}
    given = [places.get(line.host.casefold(), 1) for line in lines]
    if format == "interview":
        return [
            (place or 1) if line.asserts else 0 for line, place in zip(lines, given, strict=True)
        ]
    if _is_lopsided(lines, given):
        given = _dealt(lines, given, len(hosts))
    for place, line in enumerate(lines[:-1]):
        if line.role == "question" and given[place] == given[place + 1]:
            given[place] = (given[place + 1] + 1) % len(hosts)
    return given


def _is_lopsided(lines: Sequence[DraftLine], given: Sequence[int]) -> bool:
    said = Counter[int]()
    for line, place in zip(lines, given, strict=True):
        said[place] += len(words(line.text))
    return max(said.values(), default=0) > MOST_SHARE * said.total()


def _dealt(lines: Sequence[DraftLine], given: Sequence[int], hosts: int) -> list[int]:
    """Who has said least tells next, and is asked by who has said most."""
    said = dict.fromkeys(range(hosts), 0)
    found: list[int] = []
    for line in lines:
        least = min(said, key=lambda host: (said[host], host != given[0]))
        if line.asserts or line.role == "bridge":
            host = least
        else:
            host = max((other for other in said if other != least), key=lambda h: said[h])
        found.append(host)
        said[host] += len(words(line.text)) if line.asserts else 0
    return found
