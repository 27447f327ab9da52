"""`podcaster check --listen` as a person runs it, with a recogniser that is told what to hear."""

import datetime as dt
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcaster.cli.check import command
from podcaster.cli.context import Context
from podcaster.contracts import Samples
from podcaster.errors import UsageError
from podcaster.models import Edition, Host, Line, NewsItem, Script, Sentence, Story
from podcaster.store.files import write_text
from podcaster.write import save_script
from tests.fakes import FakeEngine, finder

TEXTS = ("Good morning from the coast, where the storm has gone.", "The harbour is open again.")
HOST = Host(name="Ava", voice="fake:high")


class Ears:
    """Mishears whatever lasts less than two seconds."""

    name = "fake-ears"

    def hear(self, samples: Samples, sample_rate: int, language: str | None = None) -> str:
        return TEXTS[0] if len(samples) >= 1.9 * sample_rate else "the harbour mumble"


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    (tmp_path / "podcaster.toml").write_text(
        '[show.daily]\nlanguage = "en"\nminutes = 1\nsources = ["https://example.org/rss"]\n'
        'hosts = [{ name = "Ava", voice = "fake:high" }]\n'
    )
    made = Context(tmp_path)
    made.__dict__["engines"] = finder(FakeEngine())
    monkeypatch.setattr(made, "listener", lambda model: Ears())
    return made


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A script with its edition beside it."""
    item = NewsItem(
        id="i", source="Example", url="https://e.org", title="t", text="x", language="en"
    )
    sentence = Sentence(id="s1.1", item_id="i", text="x")
    story = Story(id="s1", title="Coast", items=(item,), sentences=(sentence,))
    date = dt.date(2026, 1, 2)
    lines = tuple(
        Line(id=f"l{at}", host="Ava", text=text, role="open") for at, text in enumerate(TEXTS)
    )
    script = Script(
        show="daily", language="en", date=date, title="t", summary="s", hosts=(HOST,), lines=lines
    )
    edition = Edition(show="daily", language="en", date=date, stories=(story,))
    write_text(tmp_path / "edition.json", edition.model_dump_json())
    save_script(tmp_path / "script.yaml", script)
    return tmp_path / "script.yaml"


def test_what_stays_wrong_is_in_the_table(context: Context, saved: Path) -> None:
    run = CliRunner().invoke(command, [str(saved), "--listen"], obj=context, env={"COLUMNS": "120"})
    assert run.exit_code == 0, run.output
    row = next(line for line in run.stdout.splitlines() if " of " in line)
    assert "3 of 5" in row
    assert "is open again > mumble" in row
    assert "still wrong" in row
    assert "Heard back: 3 of 15 words differently (20.0%), 0 lines said again, 1 still wrong." in (
        run.stdout
    )


def test_json_lists_what_was_heard(context: Context, saved: Path) -> None:
    run = CliRunner().invoke(command, [str(saved), "--listen", "--json"], obj=context)
    report = json.loads(run.stdout.splitlines()[-1])
    assert set(report) == {"lines", "listener", "hearing"}
    assert report["hearing"]["words"] == 15
    assert [one["line_id"] for one in report["hearing"]["still_wrong"]] == ["l1"]


def test_without_listening_nothing_is_rendered(context: Context, saved: Path) -> None:
    engine = FakeEngine()
    context.__dict__["engines"] = finder(engine)
    run = CliRunner().invoke(command, [str(saved), "--json"], obj=context)
    assert set(json.loads(run.stdout)) == {"lines", "listener"}
    assert engine.rendered == []


def test_another_engine_may_be_listened_to(context: Context, saved: Path) -> None:
    other = FakeEngine(name="other")
    context.__dict__["engines"] = finder(FakeEngine(), other)
    CliRunner().invoke(command, [str(saved), "--listen", "--engine", "other"], obj=context)
    assert other.rendered[:2] == list(TEXTS)


def test_without_the_extra_the_pip_command_is_told(
    tmp_path: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    run = CliRunner().invoke(command, [str(saved), "--listen"], obj=Context(tmp_path))
    assert isinstance(run.exception, UsageError)
    assert "pip install 'podcaster[verify]'" in run.exception.hint


@pytest.mark.extra("verify")
def test_a_model_that_is_not_there_is_named(tmp_path: Path, saved: Path) -> None:
    pytest.importorskip("faster_whisper", reason="needs the extra verify")
    asked = [str(saved), "--whisper", str(tmp_path / "no-such-model")]
    run = CliRunner().invoke(command, asked, obj=Context(tmp_path))
    assert isinstance(run.exception, UsageError)
    assert "no-such-model" in run.exception.message
