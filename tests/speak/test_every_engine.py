"""One script on every engine, with its report of what wasn't honoured."""

import datetime as dt
from pathlib import Path

import pytest

from podcaster.models import Delivery, Emphasis, Host, Line, Script
from podcaster.show import Show
from podcaster.speak import speak
from podcaster.speak.kokoro.engine import KokoroEngine
from podcaster.store.clips import ClipCache
from tests.fakes import QuietProgress, finder
from tests.speak.test_engine_contract import made

ASKED = {
    "plain": Delivery(),
    "moved": Delivery(pitch=2, range=1.3, rate=1.1, energy=2),
    "turned": Delivery(ending="rising", emphasis=(Emphasis(first=1, last=1),)),
}
TEXT = "The storm is moving away from the coast"
MISSED = {
    "kokoro": {},
    "piper": {"moved": {"range"}, "turned": {"ending"}},
    "coqui": {"moved": {"range"}, "turned": {"emphasis", "ending"}},
    "openai": {"moved": {"pitch", "range"}, "turned": {"emphasis", "ending"}},
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "name",
    [
        "kokoro",
        pytest.param("piper", marks=pytest.mark.extra("piper")),
        pytest.param("coqui", marks=pytest.mark.extra("coqui")),
        pytest.param("openai", marks=pytest.mark.extra("openai")),
    ],
)
def test_a_script_is_spoken_and_what_was_missed_is_told(
    name: str, kokoro: KokoroEngine, tmp_path: Path
) -> None:
    if name in ("piper", "coqui", "openai"):
        pytest.importorskip("python_stretch", reason=f"the extra {name} isn't installed")
    with made(name, tmp_path, kokoro) as (engine, voices):
        hosts = (Host(name="Ava", voice=f"{name}:{voices[0]}"),)
        lines = tuple(
            Line(id=key, host="Ava", text=f"{TEXT}, {key}.", role="open", delivery=delivery)
            for key, delivery in ASKED.items()
        )
        script = Script(
            show="daily",
            language="en",
            date=dt.date(2026, 1, 2),
            title="t",
            summary="s",
            hosts=hosts,
            lines=lines,
        )
        show = Show(name="daily", title="Daily", hosts=hosts)
        clips = ClipCache(tmp_path / "clips", 10**8)
        recording = speak(script, show, finder(engine), clips, QuietProgress())
    assert [take.line_id for take in recording.takes] == list(ASKED)
    assert all(take.engine == name for take in recording.takes)
    missed = {take.line_id: set(take.not_honoured) for take in recording.takes}
    assert {key: names for key, names in missed.items() if names} == MISSED[name]
