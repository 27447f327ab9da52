"""Files and folders of news."""

import datetime as dt
import json
from pathlib import Path

import pytest

from podcaster.errors import GatherError
from podcaster.gather.local import Folder, read_local
from podcaster.models import Source
from tests.gather.conftest import BRIDGE, NEWS, page

TEXT = "\n\n".join(BRIDGE)


def read(path: Path, language: str = "en", **source: object) -> Folder:
    return read_local(Source.model_validate({"path": path, **source}), path, language)


def test_a_text_file_without_title_and_date_gets_a_title_and_no_date(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    (found,) = read(path).dispatches
    assert found.title.startswith("The old bridge over the river Tarn was closed on Monday")
    assert found.published is None
    assert found.text == TEXT
    assert found.url == path.as_uri()
    assert found.complete


def test_a_first_line_that_is_no_sentence_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(f"Bridge over the Tarn closed\n\n{TEXT}")
    (found,) = read(path).dispatches
    assert found.title == "Bridge over the Tarn closed"
    assert found.text == TEXT


def test_the_french_article_loses_its_headings_and_initials() -> None:
    path = NEWS / "mai-voice-1.fr.txt"
    if not path.exists():
        pytest.skip("the shared news pages aren't here")
    (found,) = read(path, "fr").dispatches
    paragraphs = found.text.split("\n\n")
    assert len(paragraphs) == 6
    assert "Indépendance stratégique" not in found.text
    assert paragraphs[-1].endswith("startups de l’IA.")
    assert found.language == "fr"
    assert found.publisher == "l’article du jour"


def test_front_matter_says_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "bridge.md"
    path.write_text(
        "---\ntitle: Bridge closed\ndate: 2026-11-23\nsource: The Tarn Post\n"
        "url: https://tarn.example/bridge\n---\n# Another title\n\n"
        f"{TEXT}\n\n## Heading\n\n- a list\n"
    )
    (found,) = read(path).dispatches
    assert (found.title, found.publisher) == ("Bridge closed", "The Tarn Post")
    assert found.published == dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
    assert found.url == "https://tarn.example/bridge"
    assert found.text == TEXT


def test_markdown_takes_its_heading_for_a_title(tmp_path: Path) -> None:
    path = tmp_path / "bridge.md"
    path.write_text(f"# Bridge *closed*\n\n{TEXT.replace('old bridge', '**old** [bridge](x)')}")
    (found,) = read(path).dispatches
    assert found.text == TEXT
    assert "Bridge" in found.title


def test_json_holds_one_article_or_many(tmp_path: Path) -> None:
    article = {"title": "Bridge closed", "text": TEXT, "date": "2026-11-23T08:00:00+01:00"}
    one = tmp_path / "one.json"
    one.write_text(json.dumps(article))
    many = tmp_path / "many.json"
    many.write_text(json.dumps({"items": [article, {**article, "title": "Second"}]}))
    assert [each.title for each in read(one).dispatches] == ["Bridge closed"]
    second = read(many).dispatches[1]
    assert second.title == "Second"
    assert second.published == dt.datetime(2026, 11, 23, 7, tzinfo=dt.UTC)
    assert len({each.id for each in read(many).dispatches}) == 2


def test_a_folder_gives_what_it_can_and_names_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(page("Bridge closed", *BRIDGE))
    (tmp_path / "c.json").write_text("{not json")
    (tmp_path / "d.txt").write_text("Too short.")
    (tmp_path / "e.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "f.md").write_text(TEXT)
    folder = read(tmp_path)
    assert len(folder.dispatches) == 3
    assert [name for name, _ in folder.unusable] == ["c.json", "d.txt"]
    assert folder.dispatches[1].title == "Bridge closed"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_survive_the_encodings_of_text_files(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"Un été à Noël.\n\n{TEXT}".encode(encoding))
    assert read(path).dispatches[0].text.startswith("Un été à Noël.")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", "[1, 2]", "entry 1 is no object"),
        ("a.json", '"words"', "neither an article nor a list"),
        ("a.txt", "", "too little text"),
        ("a.md", "---\n{: bad\n---\ntext", "front matter isn't YAML"),
        ("a.html", "<html><body></body></html>", "no article text"),
        ("a.xyz", "text", "not a kind of file"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, name: str, content: str, reason: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(GatherError, match=reason):
        read(path)


def test_a_path_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GatherError, match="no such file"):
        read(tmp_path / "nothing.txt")
    with pytest.raises(GatherError, match="no news in this folder"):
        read(tmp_path)
