"""The publisher that the documentation shows works as it's printed there."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from podcaster.errors import PublishError
from podcaster.publish.release import republish
from tests.publish.days import NOW, Desk, show

DOCUMENT = Path(__file__).parents[2] / "docs" / "publishers.md"


@pytest.fixture
def printed() -> dict[str, Any]:
    """The names that the example module defines."""
    blocks = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.S)
    module = next(block for block in blocks if "class RsyncPublisher" in block)
    names: dict[str, Any] = {"__name__": "podcaster_rsync"}
    exec(compile(module, str(DOCUMENT), "exec"), names)  # noqa: S102 - our own documentation
    return names


def test_without_a_target_it_says_what_to_set(
    printed: dict[str, Any], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PODCASTER_RSYNC_TARGET", raising=False)
    with pytest.raises(PublishError, match="doesn't know where to"):
        printed["RsyncPublisher"](desk.out).publish([])


@pytest.mark.extra("rsync")
@pytest.mark.skipif(not shutil.which("rsync"), reason="needs rsync")
def test_it_mirrors_a_release(
    printed: dict[str, Any], desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    episode = desk.publish()
    mirror = tmp_path / "mirror"
    monkeypatch.setenv("PODCASTER_RSYNC_TARGET", str(mirror))
    publisher = printed["RsyncPublisher"](desk.out)
    first = republish(show(), desk.library, publisher, desk.out, None, NOW, lambda _: None)
    assert first.unchanged == 0
    audio = mirror / episode.audio.relative_to(desk.out)
    assert audio.read_bytes() == episode.audio.read_bytes()
    second = republish(show(), desk.library, publisher, desk.out, None, NOW, lambda _: None)
    assert second.written == 0
