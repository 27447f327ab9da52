"""The trailer's words: the show, its hosts, that they're synthetic, and not a word of news."""

import datetime as dt
import re

import pytest

from podcaster.errors import UsageError
from podcaster.models import Edition, Host
from podcaster.resources import resource_folder
from podcaster.show import Show
from podcaster.write import require_supported, trailer

DATE = dt.date(2026, 11, 24)
LANGUAGES = sorted(path.stem for path in (resource_folder("templates") / "trailer").glob("*.toml"))
PAIR = (Host(name="Ava", voice="kokoro:af_heart"), Host(name="Noah", voice="kokoro:am_michael"))


def show(language: str, hosts: tuple[Host, ...] = PAIR) -> Show:
    return Show(name="daily", title="The {Morning} Pair", language=language, hosts=hosts)


@pytest.mark.parametrize("hosts", [PAIR, PAIR[:1]], ids=["pair", "alone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_introduces_and_asserts_nothing(language: str, hosts: tuple[Host, ...]) -> None:
    script = trailer(show(language, hosts), DATE)
    said = " ".join(line.text for line in script.lines)
    assert {line.host for line in script.lines} == {host.name for host in hosts}
    assert all(f"{host.name}" in said for host in hosts)
    assert "The {Morning} Pair" in said
    assert re.search(r"synth[eé]ti|sint[eé]ti", " ".join(line.text for line in script.lines[:2]))
    assert not re.search(r"\d", said)
    edition = Edition(show="daily", language=language, date=DATE, stories=())
    require_supported(script, edition)


def test_a_language_without_words_is_told() -> None:
    with pytest.raises(UsageError, match="language 'ja'") as caught:
        trailer(show("ja"), DATE)
    assert "en, es, fr" in caught.value.hint
