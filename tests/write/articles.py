"""The benchmark's own articles as news, and editions made of them."""

import datetime as dt
import tomllib
from functools import cache
from importlib import resources

from podcaster.models import Edition, NewsItem
from tests.write.editions import edition


@cache
def articles(language: str) -> tuple[NewsItem, ...]:
    folder = resources.files("podcaster.bench") / "data" / "evidence"
    found = [
        (entry.name.removesuffix(".toml"), tomllib.loads(entry.read_text(encoding="utf-8")))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.startswith(f"{language}-")
    ]
    return tuple(
        NewsItem(
            id=name,
            source="Podcaster Sample Wire",
            url=f"https://example.org/{name}",
            title=article["title"],
            text="\n\n".join(
                " ".join(block.split()) for block in article["source"].strip().split("\n\n")
            ),
            language=language,
            published=article["published"],
        )
        for name, article in found
    )


def all_of(language: str, heard: dt.date = dt.date(2026, 11, 24), times: int = 1) -> Edition:
    """Every article of the language as a story; `times` of them where much news is wanted."""
    return edition(articles(language) * times, heard, language)
