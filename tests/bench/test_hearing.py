"""The sentences that the front end is judged by, rendered and heard back."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcaster.bench.hearing import command, read_sentences
from podcaster.cli.context import Context
from podcaster.errors import UsageError

SENTENCES = Path(__file__).parents[1] / "speak" / "text" / "sentences"


@pytest.mark.parametrize(("language", "enough"), [("en", 50), ("fr", 30)])
def test_there_are_enough_sentences(language: str, enough: int) -> None:
    sentences = read_sentences(SENTENCES / f"{language}.toml")
    assert sentences.language == language
    assert len(set(sentences.texts)) >= enough


@pytest.mark.parametrize("written", ["", "language = 'en'", "language = ", "sentences = 3"])
def test_a_file_of_something_else_is_refused(tmp_path: Path, written: str) -> None:
    path = tmp_path / "other.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(UsageError, match=r"other\.toml"):
        read_sentences(path)


@pytest.mark.slow
@pytest.mark.extra("verify")
@pytest.mark.parametrize(("language", "most"), [("en", 0.04), ("fr", 0.09)])
def test_a_recogniser_hears_the_news_right(tmp_path: Path, language: str, most: float) -> None:
    pytest.importorskip("faster_whisper", reason="needs the extra verify")
    asked = [str(SENTENCES / f"{language}.toml"), "--json"]
    result = CliRunner().invoke(command, asked, obj=Context(tmp_path), catch_exceptions=False)
    report = json.loads(result.stdout)[language]
    assert report["rate"] <= most, report["misheard"]
