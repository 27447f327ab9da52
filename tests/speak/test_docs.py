"""The engine that the documentation shows is short, and speaks as it's printed there."""

import re
from pathlib import Path
from typing import Any

import pytest

from podcaster.contracts import EngineSetup
from podcaster.errors import SpeakError
from podcaster.models import Delivery

DOCUMENT = Path(__file__).parents[2] / "docs" / "engines.md"
MOST_LINES = 40


def printed() -> str:
    blocks = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.S)
    return str(blocks[0])


def test_it_is_under_forty_lines() -> None:
    lines = [line for line in printed().splitlines() if line.strip()]
    assert len(lines) < MOST_LINES


def test_it_plans_what_it_renders(tmp_path: Path) -> None:
    names: dict[str, Any] = {"__name__": "podcaster_tones"}
    exec(compile(printed(), str(DOCUMENT), "exec"), names)  # noqa: S102 - our own documentation
    engine = names["ToneEngine"](EngineSetup(tmp_path, {"pitch": 440}))
    plan = engine.plan("One two three.", "sine", "en", Delivery(rate=1.25))
    clip = engine.render(plan)
    assert clip.seconds == pytest.approx(plan.seconds, abs=0.001)
    assert [word.word for word in clip.words] == ["One", "two", "three."]
    with pytest.raises(SpeakError, match="can't say"):
        engine.plan("One.", "square", "en", Delivery())
