"""`podcaster bench script`: what a listener would mind in the offline writer's scripts."""

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.table import Table

from podcaster.contracts import WriterSetup
from podcaster.gather.local import read_local
from podcaster.gather.numbering import number_sentences
from podcaster.models import Edition, Line, NewsItem, Script, Source, Story
from podcaster.show import Show
from podcaster.timeline import Idents, lay
from podcaster.write import write
from podcaster.write.listener import Fault, faults
from podcaster.write.offline.language import load
from podcaster.write.offline.text import unquoted
from podcaster.write.offline.writer import OfflineWriter

if TYPE_CHECKING:
    from podcaster.cli.context import Context

PAGES = Path("../shared/news/site")
"""Saved pages beside the repository; where there are none, our own articles are all."""
SOURCE = "Podcaster Sample Wire"
KEY_SENTENCES = 3
"""The first sentences of an article, which a listener expects to hear of."""
HOSTS = {"en": ("Ava", "Noah"), "fr": ("Camille", "Hugo"), "es": ("Dora", "Álex")}
LETTERS_A_SECOND = 15.5
IDENTS = Idents(opening=4.0, between=1.0, closing=4.0)


@dataclass(frozen=True)
class Outcome:
    """One edition's script, and what a listener would mind in it."""

    name: str
    seconds: float
    """An estimate at a steady pace; nothing is rendered."""
    faults: tuple[Fault, ...]
    key: int
    """Sentences that a listener expects to hear of: the first ones, and those that tell of harm."""
    told: int
    """Those of them that some line rests on."""


@click.command(name="script")
@click.option(
    "--pages",
    type=click.Path(path_type=Path, file_okay=False),
    default=PAGES,
    help="A folder of saved pages to write from as well.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def command(context: "Context", pages: Path, as_json: bool) -> None:
    """Faults per ten minutes, by kind, and the share of key facts told.

    A script is written from each of the project's own articles, for the day after it appeared, and
    from saved pages where there are any.
    """
    outcomes = [outcome(edition) for edition in editions(pages)]
    report = summary(outcomes)
    if as_json:
        context.emit(report)
    else:
        _show(report)


def editions(pages: Path) -> Iterator[tuple[str, Edition]]:
    """Each of our articles, then each saved page."""
    for language in HOSTS:
        for article in _articles(language):
            yield article.id, _edition(article)
    for page in sorted(pages.glob("*.html")) if pages.is_dir() else ():
        dispatch = read_local(Source(path=page), page, "en").dispatches[0]
        yield page.stem, _edition(dispatch.item(dispatch.language or "en"))


def _articles(language: str) -> Iterator[NewsItem]:
    data = resources.files("podcaster.bench") / "data"
    for folder, body in (("articles", "text"), ("evidence", "source")):
        for entry in sorted((data / folder).iterdir(), key=lambda entry: entry.name):
            if not entry.name.endswith(".toml"):
                continue
            article = tomllib.loads(entry.read_text(encoding="utf-8"))
            if article["language"] == language:
                yield NewsItem(
                    id=entry.name.removesuffix(".toml"),
                    source=article.get("publisher", SOURCE),
                    url=f"https://example.org/{entry.name}",
                    title=article["title"],
                    text=_paragraphs(article[body]),
                    language=language,
                    published=article["published"],
                )


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(block.split()) for block in text.strip().split("\n\n"))


def _edition(item: NewsItem) -> Edition:
    """The item as the only story, heard on the day after it appeared."""
    appeared = item.published.date() if item.published else dt.date(2026, 1, 1)
    story = Story(
        id="s1", title=item.title, items=(item,), sentences=number_sentences("s1", (item,))
    )
    return Edition(
        show="bench",
        language=item.language,
        date=appeared + dt.timedelta(1),
        stories=(story,),
    )


def outcome(named: tuple[str, Edition]) -> Outcome:
    """Writes the edition's script, all of it, and listens."""
    name, edition = named
    language = edition.language[:2]
    show = Show.model_validate(
        {
            "name": "bench",
            "title": "The Bench",
            "language": language,
            "minutes": None,
            "hosts": [{"name": host, "voice": "bench:voice"} for host in HOSTS[language]],
        }
    )
    script = write(edition, show, OfflineWriter(WriterSetup()), seconds)
    wanted = key_sentences(edition)
    return Outcome(
        name=name,
        seconds=seconds(script.lines),
        faults=tuple(faults(script, edition)),
        key=len(wanted),
        told=len(wanted & _cited(script)),
    )


def seconds(lines: Sequence[Line]) -> float:
    spoken = [max(0.6, len(line.text) / LETTERS_A_SECOND) for line in lines]
    return lay(lines, spoken, IDENTS).seconds


def key_sentences(edition: Edition) -> frozenset[str]:
    """The ids of each story's first sentences, and of those that tell of harm done."""
    language = load(edition.language)
    harm = language.asking.patterns["harm"]
    return frozenset(
        sentence.id
        for story in edition.stories
        for place, sentence in enumerate(story.sentences)
        if place < KEY_SENTENCES or language.tells_of(harm, unquoted(sentence.text))
    )


def _cited(script: Script) -> frozenset[str]:
    return frozenset(ref for line in script.lines for ref in line.evidence)


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Counts and rates over all editions, and each edition's own."""
    minutes = sum(outcome.seconds for outcome in outcomes) / 60
    kinds = Counter(fault.fault for outcome in outcomes for fault in outcome.faults)
    key, told = (sum(getattr(outcome, name) for outcome in outcomes) for name in ("key", "told"))
    return {
        "editions": len(outcomes),
        "minutes": round(minutes, 1),
        "faults": dict(kinds.most_common()),
        "faults_per_ten_minutes": round(10 * kinds.total() / minutes, 2) if minutes else 0.0,
        "key_facts": {"told": told, "of": key, "share": round(told / key, 3) if key else 0.0},
        "by_edition": [
            {
                "name": outcome.name,
                "minutes": round(outcome.seconds / 60, 1),
                "faults": [fault.model_dump() for fault in outcome.faults],
                "key_facts": {"told": outcome.told, "of": outcome.key},
            }
            for outcome in outcomes
        ],
    }


def _show(report: dict[str, Any]) -> None:
    console = Console()
    table = Table(title="What a listener would mind")
    for heading in ("edition", "minutes", "faults", "key facts told"):
        table.add_column(heading)
    for row in report["by_edition"]:
        kinds = Counter(fault["fault"] for fault in row["faults"])
        named = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()) or "none"
        key = row["key_facts"]
        table.add_row(row["name"], f"{row['minutes']:.1f}", named, f"{key['told']}/{key['of']}")
    console.print(table)
    key = report["key_facts"]
    console.print(
        f"{report['faults_per_ten_minutes']} faults per ten minutes over {report['minutes']}"
        f" minutes; {key['share']:.0%} of the key facts told ({key['told']}/{key['of']})."
    )
