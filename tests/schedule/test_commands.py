"""`podcaster schedule` as a user and as cron call it; a stand-in keeps the crontab in a file."""

import datetime as dt
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from podcaster import pipeline
from podcaster.cli.context import Context
from podcaster.cli.schedule import command
from podcaster.errors import GatherError
from podcaster.models import Episode
from podcaster.store.lock import show_lock

CRONTAB = """#!{python}
import pathlib, sys
table = pathlib.Path(__file__).with_name("table")
if "-l" in sys.argv:
    print(table.read_text() if table.exists() else "", end="")
else:
    table.write_text(pathlib.Path(sys.argv[-1]).read_text() if sys.argv[-1] != "-" else
                     sys.stdin.read())
"""
CONFIGURATION = """
[show.bay]
title = "The Bay"
timezone = "Europe/Paris"
sources = [{{ path = "news" }}]
on_failure = "{python} {told}"
on_success = "{python} {told}"
"""
TOLD = "import sys; open(r'{target}', 'a').write(sys.stdin.read() + '\\n')"


class Frozen(Context):
    """The edge of the program, at a moment that a test chooses."""

    moment = dt.datetime(2026, 11, 24, 5, 0, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        return self.moment


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Frozen:
    crontab = tmp_path / "bin" / "crontab"
    crontab.parent.mkdir()
    crontab.write_text(CRONTAB.format(python=sys.executable))
    crontab.chmod(0o755)
    monkeypatch.setenv("PATH", f"{crontab.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("crontab.CRON_COMMAND", str(crontab))
    (tmp_path / "told.py").write_text(TOLD.format(target=tmp_path / "told"))
    (tmp_path / "podcaster.toml").write_text(
        CONFIGURATION.format(python=sys.executable, told=tmp_path / "told.py")
    )
    return Frozen(tmp_path)


def run(context: Context, *words: str) -> Result:
    return CliRunner().invoke(command, words, obj=context)


def tick(context: Frozen, at: str = "2026-11-24T06:30") -> Result:
    zone = context.show("bay").zone
    context.moment = dt.datetime.fromisoformat(at).replace(tzinfo=zone).astimezone(dt.UTC)
    return run(context, "run", "--show", "bay", "--at", "06:30", "--since", "2026-11-24")


def told(context: Context) -> list[dict[str, object]]:
    return [json.loads(line) for line in (context.folder / "told").read_text().splitlines()]


def log(context: Context) -> str:
    return (context.out / ".logs" / "bay.log").read_text()


def made(request: object, studio: object) -> Episode:
    return Episode.model_construct(title="A bridge", seconds=60.0)


def failing(error: Exception) -> Callable[..., Episode]:
    def build(*_: object) -> Episode:
        raise error

    return build


def test_a_schedule_is_installed_listed_with_its_next_run_and_removed(context: Frozen) -> None:
    assert run(context, "install", "06:30", "--days", "mon-fri").exit_code == 0
    again = run(context, "install", "07:15", "--days", "mon-fri")
    assert again.exit_code == 0
    line = (context.folder / "bin" / "table").read_text()
    assert line.count("schedule run") == 1
    assert "0,15,30,45 * * * *" in line
    assert sys.executable in line
    [entry] = json.loads(run(context, "list", "--json").stdout)["schedules"]
    assert entry["next"] == "2026-11-24T07:15+01:00"
    assert entry["runs"] == []
    assert run(context, "remove").exit_code == 0
    assert json.loads(run(context, "list", "--json").stdout) == {"schedules": []}


def test_a_run_is_logged_told_and_listed(context: Frozen, monkeypatch: pytest.MonkeyPatch) -> None:
    run(context, "install", "06:30")
    monkeypatch.setattr(pipeline, "build", made)
    assert tick(context).exit_code == 0
    assert [message["result"] for message in told(context)] == ["done"]
    assert "2026-11-24 done: A bridge (60 s)" in log(context)
    [entry] = json.loads(run(context, "list", "--json").stdout)["schedules"]
    assert [(one["date"], one["result"]) for one in entry["runs"]] == [("2026-11-24", "done")]
    assert entry["next"].startswith("2026-11-25T06:30")
    assert tick(context, "2026-11-24T06:45").exit_code == 0
    assert len(told(context)) == 1


@pytest.mark.parametrize("error", [GatherError("No source."), TypeError("a fault of ours")])
def test_a_failure_is_told_whatever_it_is_and_tried_again_later(
    context: Frozen, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(pipeline, "build", failing(error))
    assert tick(context).exit_code == 1
    assert str(error) in str(told(context)[0]["message"])
    assert f"2026-11-24 failed: {told(context)[0]['message']}" in log(context)
    monkeypatch.setattr(pipeline, "build", made)
    tick(context, "2026-11-24T06:40")
    assert len(told(context)) == 1
    tick(context, "2026-11-24T06:45")
    assert [message["result"] for message in told(context)] == ["failed", "done"]


def test_a_second_run_is_told_that_the_first_still_works(
    context: Frozen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "build", made)
    with show_lock(context.out / ".schedules" / "bay", 0, print):
        assert tick(context).exit_code == 0
    assert "Another build of 'bay' is still running. It goes on" in log(context)
    assert not (context.folder / "told").exists()
    tick(context)
    assert [message["result"] for message in told(context)] == ["done"]
