"""The writer that the documentation shows is short and writes; every setting is in its table."""

import re
from pathlib import Path
from typing import Any

import pytest

from podcaster.contracts import WriterSetup
from podcaster.errors import NothingToTell
from podcaster.registry import names
from podcaster.write.gate import evidence_judge, gated
from podcaster.write.model.settings import Settings
from tests.write.editions import (
    BRIDGE_ITEM,
    LIBRARY_ITEM,
    PONT_ITEM,
    WRITTEN,
    edition,
    measure,
    show,
)

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "writers.md"
MOST_LINES = 45
TEXT = DOCUMENT.read_text(encoding="utf-8")


def printed() -> str:
    return str(re.findall(r"```python\n(.*?)```", TEXT, re.S)[0])


def plain_writer() -> Any:
    found: dict[str, Any] = {"__name__": "podcaster_plain"}
    exec(compile(printed(), str(DOCUMENT), "exec"), found)  # noqa: S102 - our own documentation
    return found["PlainWriter"]


def test_the_writer_shown_is_short() -> None:
    assert len([line for line in printed().splitlines() if line.strip()]) < MOST_LINES


def test_the_writer_shown_writes_what_the_gate_lets_through() -> None:
    told = edition([BRIDGE_ITEM, LIBRARY_ITEM], heard=WRITTEN.date())
    writer = plain_writer()(WriterSetup(options={"stories": 2}))
    script = writer.write(told, show(), measure)
    assert [line.story_id for line in script.lines] == ["s1", "s2"]
    assert gated(script, told, evidence_judge()) == script
    assert len(writer.write(told, show(0.5), measure).lines) <= 2


def test_the_writer_shown_says_when_there_is_nothing_to_tell() -> None:
    with pytest.raises(NothingToTell):
        plain_writer()(WriterSetup()).write(edition([PONT_ITEM]), show(), measure)


def settings_shown() -> dict[str, str]:
    rows = re.findall(r"^\| `(\w+)` \| (?:`([^`]*)`)? ?\|", TEXT, re.M)
    return {name: default for name, default in rows if name in Settings.model_fields}


def test_every_setting_is_shown_and_no_other() -> None:
    table = TEXT.split("### All settings")[1].split("##")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.M)) == set(Settings.model_fields)


@pytest.mark.parametrize("name", [name for name in Settings.model_fields if name != "model"])
def test_the_default_shown_is_the_one_there_is(name: str) -> None:
    default = Settings.model_fields[name].default
    shown = settings_shown()[name]
    if default is None:
        assert shown == ""
    else:
        assert (
            Settings.model_validate({"model": "m", name: read(shown)}).model_dump()[name] == default
        )


def read(shown: str) -> Any:
    import tomllib

    return tomllib.loads(f"value = {shown}")["value"]


def test_the_settings_shown_are_ones_that_can_be_used() -> None:
    import tomllib

    blocks = [tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", TEXT, re.S)]
    tables = [block["writer"]["model"] for block in blocks if "writer" in block]
    assert tables
    for table in tables:
        Settings.model_validate(table)


def test_both_writers_are_installed() -> None:
    assert {"model", "offline"} <= set(names("writer"))


def test_the_places_named_exist() -> None:
    for place in re.findall(r"`(templates/[^`]+)`", TEXT):
        assert list(ROOT.glob(place.rstrip("/"))), place
