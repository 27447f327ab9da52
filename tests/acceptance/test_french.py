"""The French build of a French article, heard back whole by a recogniser that knows neither."""

import json
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run
from tests.acceptance.hearing import heard_back

ARTICLE = Path(__file__).parents[3] / "shared" / "news" / "mai-voice-1.fr.txt"
MOST_MISHEARD = 0.15


@pytest.mark.slow
@pytest.mark.extra("verify")
@pytest.mark.skipif(not ARTICLE.exists(), reason="needs ../shared/news/mai-voice-1.fr.txt")
def test_a_french_article_is_heard_as_french(studio: Path, run: Run) -> None:
    pytest.importorskip("faster_whisper", reason="needs the extra verify")
    (studio / "podcaster.toml").unlink()
    built = run("build", "today", "--source", str(ARTICLE), "--language", "fr", "--json")
    compared = heard_back(json.loads(built.stdout)["episode"])
    assert compared.rate <= MOST_MISHEARD, compared.misheard
