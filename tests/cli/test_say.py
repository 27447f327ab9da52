"""`podcaster say` as a person runs it, on the real voice."""

import json
from pathlib import Path

import pytest
import soundfile
from click.testing import CliRunner

from podcaster.cli.context import Context
from podcaster.cli.say import command
from podcaster.errors import UsageError
from podcaster.models import Host
from podcaster.show import Show
from tests.fakes import FakeEngine, finder


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    """A context whose only engine is the fake one."""
    show = Show(name="daily", title="Daily", hosts=(Host(name="Ava", voice="fake:high"),))
    made = Context(tmp_path)
    monkeypatch.setattr(made, "show", lambda name=None, language=None: show)
    made.__dict__["engines"] = finder(FakeEngine())
    return made


def say(context: Context, *arguments: str) -> str:
    run = CliRunner().invoke(command, arguments, obj=context, catch_exceptions=False)
    assert run.exit_code == 0
    return run.stdout


def test_json_is_one_object_with_what_others_rely_on(context: Context, tmp_path: Path) -> None:
    out = tmp_path / "said.wav"
    said = json.loads(
        say(context, "Good morning", "--tone", "excited", "--out", str(out), "--json")
    )
    assert set(said) == {"audio", "seconds", "words", "not_honoured"}
    assert said["audio"] == str(out)
    assert [set(word) for word in said["words"]] == [{"word", "start", "end"}] * 2
    assert said["not_honoured"] == ["pitch"]
    assert soundfile.info(out).duration == pytest.approx(said["seconds"], abs=1e-3)


def test_without_a_voice_the_first_host_speaks(context: Context, tmp_path: Path) -> None:
    heard = []
    for voice in ([], ["--voice", "fake:high"], ["--voice", "fake:low"]):
        out = tmp_path / f"{len(heard)}.wav"
        say(context, "Hello", *voice, "--out", str(out))
        heard.append(out.read_bytes())
    assert heard[0] == heard[1] != heard[2]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["Hello"], "--out"),
        (["Hello", "--tone", "jolly", "--out", "a.wav"], "jolly"),
        (["Hello", "--rate", "9", "--out", "a.wav"], "rate"),
        (["Hello", "--voice", "high", "--out", "a.wav"], "high"),
        (["Hello", "--voice", "none:high", "--out", "a.wav"], "none"),
        (["Hello", "--out", "a.mp3"], "mp3"),
        (["Hello", "--emphasis", "world", "--out", "a.wav"], "world"),
    ],
)
def test_a_wrong_request_is_named_and_writes_nothing(
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    named: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(command, arguments, obj=context)
    assert isinstance(run.exception, UsageError)
    assert named in run.exception.message + run.exception.hint
    assert list(tmp_path.iterdir()) == []
