"""The French build of a French article, heard back whole by a recogniser that knows neither."""

import json
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run

ARTICLE = Path(__file__).parents[3] / "shared" / "news" / "mai-voice-1.fr.txt"
MOST_MISHEARD = 0.15


@pytest.mark.slow
@pytest.mark.extra("verify")
@pytest.mark.skipif(not ARTICLE.exists(), reason="needs ../shared/news/mai-voice-1.fr.txt")
def test_a_french_article_is_heard_as_french(studio: Path, run: Run) -> None:
    whisper = pytest.importorskip("faster_whisper", reason="needs the extra verify")
    from podcaster.bench.hearing import sounds_of
    from podcaster.listen.recogniser import packaged_base
    from podcaster.speak.text.alike import compare

    (studio / "podcaster.toml").unlink()
    built = run("build", "today", "--source", str(ARTICLE), "--language", "fr", "--json")
    episode = json.loads(built.stdout)["episode"]
    folder = Path(episode["page"]).parent
    transcript = json.loads((folder / "transcript.json").read_text(encoding="utf-8"))
    said = " ".join(segment["body"] for segment in transcript["segments"])
    model = whisper.WhisperModel(str(packaged_base(studio)), device="cpu", compute_type="int8")
    segments, about = model.transcribe(episode["audio"], condition_on_previous_text=False)
    heard = " ".join(segment.text for segment in segments)
    assert about.language == "fr"
    compared = compare(said, heard, "fr", lambda text: sounds_of(text, "fr"))
    assert compared.rate <= MOST_MISHEARD, compared.misheard
