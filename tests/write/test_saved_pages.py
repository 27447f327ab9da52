"""Dialogues from real pages keep to the rules that those from our own articles keep to."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from podcaster.models import ASSERTING_ROLES, Edition, NewsItem, Script
from podcaster.write.offline.text import balanced, copied_run, words
from tests.write.editions import edition, measure, played, show, write

NEWS = Path(__file__).parents[3] / "shared" / "news"
PAGES = {
    "cnn_article": ("CNN", dt.date(2013, 11, 27)),
    "time_001": ("TIME", dt.date(2023, 11, 2)),
    "wired_001": ("WIRED", dt.date(2023, 11, 7)),
    "fox13now_001": ("FOX 13", dt.date(2013, 12, 30)),
    "spanish_article": ("Última Hora", dt.date(2014, 1, 9)),
}

pytestmark = pytest.mark.skipif(not NEWS.is_dir(), reason="the saved pages aren't here")


def page(name: str) -> NewsItem:
    import trafilatura

    source, day = PAGES[name]
    html = (NEWS / "site" / f"{name}.html").read_text(encoding="utf-8", errors="replace")
    read = trafilatura.bare_extraction(html, include_comments=False, include_tables=False)
    assert read is not None
    assert read.text
    return NewsItem(
        id=name,
        source=source,
        url=f"https://example.org/{name}",
        title=read.title or name,
        text=read.text.replace("\n", "\n\n"),
        language="es" if name.startswith("spanish") else "en",
        published=dt.datetime.combine(day, dt.time(12), dt.UTC),
    )


def french() -> NewsItem:
    text = (NEWS / "mai-voice-1.fr.txt").read_text(encoding="utf-8")
    return NewsItem(
        id="mai",
        source="",
        url="https://example.org/mai",
        title="Microsoft a lancé ses premiers modèles d’IA développés en interne",
        text=text.replace("\n", "\n\n"),
        language="fr",
    )


@cache
def told(name: str) -> Edition:
    if name == "mai-voice-1":
        return edition([french()], dt.date(2026, 11, 24), "fr")
    found = page(name)
    return edition([found], PAGES[name][1] + dt.timedelta(1), found.language)


@cache
def dialogue(name: str, minutes: int = 5) -> Script:
    article = told(name)
    return write(article, show(minutes=minutes, language=article.language))


@pytest.mark.parametrize("name", [*PAGES, "mai-voice-1"])
def test_a_real_article_becomes_a_dialogue_that_keeps_the_rules(name: str) -> None:
    script = dialogue(name)
    facts = [line for line in script.lines if line.role == "fact"]
    assert len(facts) >= 4
    for line in script.lines:
        assert bool(line.evidence) == (line.role in ASSERTING_ROLES)
        assert balanced(line.text), line.text
        assert len(words(line.text)) <= 45, line.text
        assert not set(line.text) & set("⟦⟧⟨⟩[]{}|*#@"), line.text
        assert ".." not in line.text
        assert " ," not in line.text
    share = [
        sum(len(words(line.text)) for line in script.lines if line.host == host.name)
        for host in script.hosts
    ]
    assert max(share) <= 0.65 * sum(share)
    asked = [index for index, line in enumerate(script.lines) if line.role == "question"]
    for index in asked:
        assert script.lines[index + 1].role in ("fact", "quote")
        assert script.lines[index + 1].host != script.lines[index].host


@pytest.mark.parametrize("name", ["cnn_article", "wired_001", "mai-voice-1"])
def test_long_runs_of_the_sources_words_are_rare_save_in_what_must_be_told(name: str) -> None:
    article, script = told(name), dialogue(name)
    facts = [line for line in script.lines if line.role == "fact"]
    copied = [
        line
        for line in facts
        if line.delivery.tone != "sombre"
        and copied_run(line.text, " ".join(article.sentence(ref).text for ref in line.evidence))
        > 12
    ]
    assert len(copied) <= max(1, 0.2 * len(facts))


def test_the_deaths_of_the_storm_are_told_early_and_read_gravely() -> None:
    script = dialogue("cnn_article", 2)
    [deaths] = [line for line in script.lines if "12 people died" in line.text]
    assert "Last week" in deaths.text
    assert deaths.delivery.tone == "sombre"
    assert script.lines.index(deaths) < len(script.lines) / 2


def test_the_storms_days_are_those_of_the_listener() -> None:
    text = played(dialogue("cnn_article", 10))
    assert "Wednesday" not in text
    assert "yesterday" in text


def test_the_french_articles_thursday_goes() -> None:
    assert "jeudi" not in played(dialogue("mai-voice-1"))


def test_two_minutes_are_two_minutes() -> None:
    script = dialogue("cnn_article", 2)
    assert abs(measure(script.lines) - 120) <= 2
