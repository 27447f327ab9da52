"""podcaster.toml: what's right is read, what's wrong is named with its key, value and remedy."""

import re
import shutil
from pathlib import Path

import pytest

from podcaster.errors import UsageError
from podcaster.resources import resource_folder
from podcaster.settings import CONFIG_NAME, Settings, in_language, read_settings

SOURCE = 'sources = ["https://example.org/rss"]\n'


def read(folder: Path, text: str) -> Settings:
    (folder / CONFIG_NAME).write_text(text, encoding="utf-8")
    return read_settings(folder, "Europe/Paris")


def test_without_a_file_there_is_the_built_in_show(tmp_path: Path) -> None:
    show = read_settings(tmp_path, "Europe/Paris").show(None)
    assert (show.name, show.built_in, show.timezone) == ("daily", True, "Europe/Paris")
    assert len(show.hosts) == 2
    assert show.sources


def test_the_commented_file_that_init_writes_is_right(tmp_path: Path) -> None:
    shutil.copy(resource_folder("templates") / CONFIG_NAME, tmp_path / CONFIG_NAME)
    show = read_settings(tmp_path, "UTC").show("daily")
    assert show.title == "The Morning Pair"
    assert not show.built_in


def test_what_init_shows_commented_out_is_right_too(tmp_path: Path) -> None:
    text = (resource_folder("templates") / CONFIG_NAME).read_text(encoding="utf-8")
    everything = re.sub(r"^# (?=\[|\w+ = )", "", text, flags=re.MULTILINE)
    (tmp_path / CONFIG_NAME).write_text(everything, encoding="utf-8")
    show = read_settings(tmp_path, "UTC").show("daily")
    assert show.sound.music == "morning"
    assert show.wants == ("science", "technology")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (f"[show.a]\nminuts = 3\n{SOURCE}", "show.a.minuts isn't a setting", "'minutes'"),
        (f'[show.a]\nminutes = "five"\n{SOURCE}', "show.a.minutes = 'five'", "right"),
        (f'[show.a]\ntimezone = "Paris"\n{SOURCE}', "no time zone is called 'Paris'", "right"),
        (f'[show.a]\n{SOURCE}[show.a.sound]\nformatt = "mp3"\n', "sound.formatt", "'format'"),
        ('[show.a]\ntitle = "A"\n', "show.a has no sources", "sources = ["),
        ("[show.a]\nsources = [{ name = 'x' }]\n", "either a url or a path", "right"),
        ("[shows.a]\n", "[shows] isn't a table", "'show'"),
        ("[podcaster]\nbase_url = 'example.org'\n", "https:// or http://", "right"),
        ("[show.a\n", "isn't valid TOML", "line"),
        (f"[show.'Bad Name']\n{SOURCE}", "name", "right"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_paths_are_read_from_the_configurations_folder(tmp_path: Path) -> None:
    show = read(
        tmp_path, '[show.a]\nsources = ["news/"]\nartwork = "me.png"\nlexicon = "names"\n'
    ).show("a")
    assert show.sources[0].path == tmp_path / "news"
    assert show.artwork == tmp_path / "me.png"
    assert show.lexicon == tmp_path / "names"


def test_an_unknown_show_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, f"[show.a]\n{SOURCE}").show("b")
    assert "a" in caught.value.hint


def test_another_language_is_another_feed_with_its_own_hosts(tmp_path: Path) -> None:
    show = read_settings(tmp_path, "UTC").show(None)
    french = in_language(show, "fr")
    assert french.name == "daily-fr"
    assert french.language == "fr"
    assert {host.name for host in french.hosts}.isdisjoint({host.name for host in show.hosts})
    assert in_language(show, "en") is show


def test_a_language_without_voices_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no cast"):
        in_language(read_settings(tmp_path, "UTC").show(None), "xx")
