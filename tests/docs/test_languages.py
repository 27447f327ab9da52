"""Every place that the documentation of languages names is there for English and French."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = re.findall(
    r"`((?:templates|voices|podcaster)/[^`]*xx[^`]*)`",
    (ROOT / "docs" / "languages.md").read_text(encoding="utf-8"),
)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("place", PLACES)
def test_the_places_named_exist(place: str, language: str) -> None:
    assert list(ROOT.glob(place.replace("xx", language))), place


def test_pages_say_the_same_things_in_every_language() -> None:
    import tomllib

    tables = {
        path.stem: set(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in (ROOT / "templates" / "web" / "words").glob("*.toml")
    }
    assert len({frozenset(keys) for keys in tables.values()}) == 1, tables
