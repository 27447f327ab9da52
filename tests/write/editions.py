"""Small articles of our own, and editions made of them."""

import datetime as dt
from collections.abc import Sequence

from podcaster.contracts import Measure, WriterSetup
from podcaster.gather.numbering import number_sentences
from podcaster.models import Edition, Host, Line, NewsItem, Script, Story
from podcaster.show import Show
from podcaster.timeline import Idents, lay
from podcaster.write.offline.writer import OfflineWriter

HEARD = dt.date(2024, 5, 14)
WRITTEN = dt.datetime(2024, 5, 13, 12, tzinfo=dt.UTC)

BRIDGE = """
A footbridge over the Marlow river collapsed on Monday, and 3 people died, the county said.

"We heard a crack like thunder," said Rosa Whitfield, a baker who works beside the bridge.

Eleven others were injured when the deck fell into the water. Though the bridge had passed an
inspection in March, residents had complained about its railings.

The county will spend $2 million on a new crossing. It hopes to open the bridge by September.

Engineers closed two further bridges because of worries about the same type of bolt.

"Nobody should be afraid to cross a river," Whitfield added in an e-mail.
"""

LIBRARY = """
The Halden library lends tools to its readers from today. Readers can borrow drills, saws and
ladders for one week, according to the library.

Some 400 tools were donated by local firms, and volunteers repaired most of them in a workshop.

Marta Olsen, a librarian who leads the project, said Sunday that demand was strong.

"People own a drill and use it for ten minutes," Olsen said.
"""

PONT = """
Une passerelle s’est effondrée lundi à Vierzy, et 3 personnes sont mortes, selon la préfecture.

« On a entendu un craquement énorme », a déclaré Lucie Ferrand, une boulangère du quartier.

Onze autres personnes ont été blessées. La passerelle avait été contrôlée en mars, alors que les
habitants se plaignaient de ses rambardes.

La mairie consacrera 2 millions d’euros à un nouveau pont. Elle espère ouvrir l’ouvrage en
septembre.
"""


def item(text: str, title: str, source: str, language: str = "en", dated: bool = True) -> NewsItem:
    paragraphs = [" ".join(part.split()) for part in text.strip().split("\n\n")]
    return NewsItem(
        id=title.lower().replace(" ", "-"),
        source=source,
        url=f"https://example.org/{source}",
        title=title,
        text="\n\n".join(paragraphs),
        language=language,
        published=WRITTEN if dated else None,
    )


def edition(
    items: Sequence[NewsItem], heard: dt.date = HEARD, language: str = "en", sample: bool = False
) -> Edition:
    stories = tuple(
        Story(
            id=f"s{number}",
            title=found.title,
            items=(found,),
            sentences=number_sentences(f"s{number}", [found]),
        )
        for number, found in enumerate(items, 1)
    )
    return Edition(show="daily", language=language, date=heard, stories=stories, sample=sample)


BRIDGE_ITEM = item(BRIDGE, "Three die as Marlow footbridge collapses", "The Marlow Post")
LIBRARY_ITEM = item(LIBRARY, "Halden library lends tools to its readers", "Halden News")
PONT_ITEM = item(PONT, "Une passerelle s’effondre à Vierzy", "Le Courrier", "fr")

HOSTS = {
    "en": ("Ava", "Noah", "Mia"),
    "fr": ("Camille", "Hugo", "Léa"),
    "es": ("Dora", "Alex", "Luz"),
}
TITLES = {"en": "The Morning Pair", "fr": "Le duo du matin", "es": "El dúo de la mañana"}


def show(minutes: float | None = 5.0, language: str = "en", hosts: int = 2, **more: object) -> Show:
    names = HOSTS[language][:hosts]
    return Show.model_validate(
        {
            "name": "daily",
            "title": TITLES[language],
            "language": language,
            "minutes": minutes,
            "hosts": [Host(name=name, voice="fake:voice") for name in names],
            **more,
        }
    )


def measure(lines: Sequence[Line]) -> float:
    """Seconds at a steady speaking rate, by the project's own timeline."""
    return lay(lines, [seconds_of(line.text) for line in lines], Idents(4, 1, 4)).seconds


def seconds_of(text: str) -> float:
    """Seconds that a text takes at a steady speaking rate."""
    return max(0.6, len(text) / 15.5)


def write(
    told: Edition,
    told_by: Show | None = None,
    used: frozenset[str] = frozenset(),
    by: Measure = measure,
) -> Script:
    return OfflineWriter(WriterSetup(used)).write(told, told_by or show(), by)


def played(script: Script) -> str:
    """The script as a page of dialogue."""
    return "".join(
        f"{line.host} [{line.delivery.tone}] {line.text}"
        f"{'  <' + ' '.join(line.evidence) + '>' if line.evidence else ''}\n"
        for line in script.lines
    )
