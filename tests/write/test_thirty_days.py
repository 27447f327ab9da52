"""Thirty days in a row, from news that rotates and comes back: nothing is said or told twice."""

import datetime as dt
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from podcaster.gather import gather
from podcaster.models import ASSERTING_ROLES, Edition, Script, Source
from podcaster.request import BuildRequest
from podcaster.show import Show
from podcaster.store import drafts
from podcaster.store.library import Library
from podcaster.write.offline import writer
from podcaster.write.offline.writer import OfflineWriter
from podcaster.write.pattern import built_alike
from tests.fakes import QuietProgress
from tests.write.articles import articles
from tests.write.editions import measure, show

FIRST = dt.date(2026, 3, 2)
COMES_BACK = (0, 8, 15)
"""Days after which each third of an article appears, the later ones as news of the same event."""
DAYS = 30
MONTHS = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
}
WEEKDAYS = {
    "en": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
}


def put(folder: Path, language: str, number: int) -> None:
    """The day's files: the first third of one article, and later thirds of older ones."""
    every = articles(language)
    today = FIRST + dt.timedelta(number)
    for third, later in enumerate(COMES_BACK):
        if not 0 <= number - later < len(every):
            continue
        item = every[number - later]
        lead, *rest = item.text.split("\n\n")
        told = [lead, *rest[third * len(rest) // 3 : (third + 1) * len(rest) // 3]]
        (folder / f"{item.id}-{third}.txt").write_text(
            f"---\ntitle: {json.dumps(item.title)}\nsource: {item.source}\n"
            f"url: https://example.org/{item.id}/{third}\ndate: {today}T05:00:00Z\n---\n\n"
            + "\n\n".join(told),
            encoding="utf-8",
        )


def days(language: str, folder: Path) -> list[tuple[Edition, Script]]:
    news = folder / "news"
    news.mkdir()
    library = Library(folder / "library.sqlite")
    told_by: Show = show(minutes=5, language=language, sources=(Source(path=news),))
    built: list[tuple[Edition, Script]] = []
    for number in range(DAYS):
        put(news, language, number)
        date = FIRST + dt.timedelta(number)
        now = dt.datetime.combine(date, dt.time(7), dt.UTC)
        request = BuildRequest(show=told_by, date=date, now=now)
        edition = gather(request, library, folder / "http", QuietProgress())
        setup = drafts.writer_setup("offline", {}, library, request)
        script = OfflineWriter(setup).write(edition, told_by, measure)
        drafts.remember_told(library, edition, script)
        built.append((edition, script))
    return built


def masked(text: str, edition: Edition, script: Script) -> str:
    """A framing line with hosts, sources, dates and figures masked."""
    names = {host.name for host in script.hosts}
    names |= {item.source for story in edition.stories for item in story.items}
    language = script.language
    names_or_days = "|".join([*map(re.escape, sorted(names)), MONTHS[language], WEEKDAYS[language]])
    return re.sub(rf"{names_or_days}|\d+(?:st|nd|rd|th|er)?", "*", text)


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.slow), "fr"])
def test_thirty_days_in_a_row_repeat_nothing(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "judge", lambda line, edition: [])
    built = days(language, tmp_path)
    frames: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    stories: Counter[str] = Counter()
    follow_ups = 0
    for edition, script in built:
        dealt = [line.frame for line in script.lines if line.frame]
        frames.update(dealt)
        assert not built_alike(script.lines, language)
        framing = [line.text for line in script.lines if line.role not in ASSERTING_ROLES]
        lines.update(masked(text, edition, script) for text in framing)
        told = {line.story_id for line in script.lines}
        for story in edition.stories:
            if story.id not in told:
                continue
            stories.update(sentence.text for sentence in story.sentences)
            if story.told_on is not None:
                follow_ups += 1
                assert any(
                    line.frame.startswith("follow_up") and line.story_id == story.id
                    for line in script.lines
                )
    assert not [frame for frame, count in frames.items() if count > 1]
    assert not [line for line, count in lines.items() if count > 1]
    assert not [sentence for sentence, count in stories.items() if count > 1]
    assert follow_ups >= 10
