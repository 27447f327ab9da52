"""How long lines will last in the finished episode, before any of them is rendered."""

from collections.abc import Sequence
from functools import cache

from podcaster.contracts import EngineFinder, Measure
from podcaster.errors import SpeakError
from podcaster.models import Delivery, Line
from podcaster.show import Show
from podcaster.speak.casting import Part, cast
from podcaster.speak.delivery import load_presets, resolve
from podcaster.timeline import Idents, lay


def measurer(show: Show, engines: EngineFinder, idents: Idents) -> Measure:
    """A measure for drafts of this show. A line is planned once, however often it's measured."""
    presets = load_presets(show.presets)
    parts: dict[str, Part] = {}

    @cache
    def seconds(host: str, text: str, delivery: Delivery) -> float:
        if not parts:
            parts.update(cast(show.hosts, show, show.language, engines))
        if host not in parts:
            raise SpeakError(f"No host of the show is called {host!r}.")
        part = parts[host]
        directed = resolve(delivery, presets, (show.delivery, part.host.delivery))
        return part.plan(text, show.language, directed).seconds

    def measure(lines: Sequence[Line]) -> float:
        lengths = [seconds(line.host, line.text, line.delivery) for line in lines]
        return lay(lines, lengths, idents).seconds

    return measure
