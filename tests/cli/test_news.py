"""`podcaster news`: what was picked, what wasn't, and why."""

import json
from pathlib import Path

import pytest

from podcaster.cli.main import main

ARTICLE = (
    "The old bridge over the river Tarn was closed on Monday after engineers found cracks.\n\n"
    "The town council said that repairs would take at least nine months.\n\n"
    "About 12,000 vehicles cross the bridge every day, according to the council.\n"
)


def run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["-C", str(folder), "news", *words])
    captured = capsys.readouterr()
    return end.value.code, captured.out, captured.err


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "bridge.txt").write_text(ARTICLE)
    (folder / "short.txt").write_text("Too short.")
    return folder


def test_json_holds_stories_what_was_left_out_and_the_sources(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, news: Path
) -> None:
    code, out, _ = run(capsys, tmp_path, "--source", str(news), "--json")
    found = json.loads(out)
    assert code == 0
    assert found["stories"][0]["sentences"] == 3
    assert found["stories"][0]["title"].startswith("The old bridge")
    assert found["left_out"] == [
        {
            "title": "short.txt",
            "source": "news",
            "url": str(news),
            "reason": "short.txt: too little text to tell",
        }
    ]
    assert found["sources"][0]["items"] == 1


def test_a_table_tells_the_same(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, news: Path
) -> None:
    code, out, _ = run(capsys, tmp_path, "--source", str(news))
    assert code == 0
    for part in ("The old bridge", "no date", "too little text to tell", "short.txt"):
        assert part in out


def test_nothing_to_tell_is_exit_3_and_says_why(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, news: Path
) -> None:
    (news / "bridge.txt").unlink()
    code, _, err = run(capsys, tmp_path, "--source", str(news))
    assert code == 3
    assert "too little text to tell" in err


def test_offline_the_sample_edition_is_called_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, _ = run(capsys, tmp_path, "--offline", "--language", "fr")
    assert code == 0
    assert "sample edition" in out
