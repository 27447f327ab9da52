"""The openai engine's settings say what is wrong with them; these need no client."""

from pathlib import Path

import pytest

from podcaster.contracts import EngineSetup
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Delivery, Emphasis
from podcaster.speak.openai.engine import OpenAIEngine
from podcaster.speak.openai.instructions import instruct
from podcaster.speak.openai.purse import Purse
from podcaster.speak.openai.sound import read_wav


def test_an_unknown_setting_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"engine\.openai\.modle") as caught:
        OpenAIEngine(EngineSetup(tmp_path, {"modle": "tts-1"}))
    assert "model" in caught.value.hint


def test_an_address_without_its_scheme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="https://"):
        OpenAIEngine(EngineSetup(tmp_path, {"base_url": "localhost:8880/v1"}))


def test_a_purse_refuses_before_the_limit_is_crossed_and_keeps_what_it_has() -> None:
    purse = Purse(price_per_million=15.0, limit=0.003)
    purse.pay(150)
    with pytest.raises(SpeakError, match="limit"):
        purse.pay(100)
    assert purse.spent == pytest.approx(0.00225)
    purse.pay(50)


def test_a_purse_without_a_limit_counts_only() -> None:
    purse = Purse(price_per_million=15.0, limit=None)
    purse.pay(1_000_000)
    assert purse.spent == pytest.approx(15.0)


def test_tone_style_ending_and_emphasis_become_words() -> None:
    delivery = Delivery(
        tone="sombre",
        style="newsreader",
        ending="falling",
        emphasis=(Emphasis(first=1, last=2),),
    )
    said = instruct(delivery, ["The", "whole", "coast,", "gone"])
    assert "newsreader" in said
    assert "sombre" in said
    assert "falling" in said
    assert "whole, coast" in said


def test_a_preset_of_the_user_s_own_is_named() -> None:
    assert "smug" in instruct(Delivery(tone="smug"), [])


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<html><body>Bad gateway</body></html>", "text/html"),
        (b'{"error": "no"}', "application/json"),
        (b"", "audio/wav"),
        (b"RIFF\x10\x00\x00\x00WAVEjunkjunk", "audio/wav"),
    ],
)
def test_what_is_not_a_sound_is_said_to_be_none(content: bytes, kind: str) -> None:
    with pytest.raises(SpeakError):
        read_wav(content, kind)
