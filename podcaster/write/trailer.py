"""The trailer: the hosts introduce the show. Its words are ours, and it tells no news."""

import datetime as dt
import tomllib

from podcaster.errors import UsageError
from podcaster.models import Delivery, Line, Script
from podcaster.resources import resource_folder
from podcaster.show import Show


def write_trailer(show: Show, date: dt.date) -> Script:
    """Half a minute from `templates/trailer`. Raises UsageError for a language without words."""
    folder = resource_folder("templates") / "trailer"
    path = folder / f"{show.language[:2]}.toml"
    if not path.is_file():
        known = ", ".join(sorted(words.stem for words in folder.glob("*.toml")))
        raise UsageError(
            f"There are no words for a trailer in the language {show.language!r}.",
            f"There are for: {known}. Another language needs a file like theirs: {path}",
        )
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    hosts = show.hosts[:2]
    names = {"show": show.title, "first": hosts[0].name, "second": hosts[-1].name}
    texts = [text.format(**names) for text in words["pair" if len(hosts) > 1 else "alone"]]
    return Script(
        show=show.name,
        language=show.language,
        date=date,
        title=words["title"].format(**names),
        summary=words["summary"].format(**names),
        hosts=hosts,
        lines=tuple(
            Line(
                id=f"t{number}",
                host=hosts[number % len(hosts)].name,
                text=text,
                role="close" if number == len(texts) - 1 else "open",
                delivery=Delivery(tone="warm"),
            )
            for number, text in enumerate(texts)
        ),
    )
