"""`podcaster say` as a person runs it, on the real voice."""

import json
from pathlib import Path

import pytest
import soundfile
from click.testing import CliRunner

from podcaster.cli.context import Context
from podcaster.cli.say import command
from podcaster.contracts import Clip, EngineSetup, Plan
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Delivery, Host
from podcaster.show import Show
from podcaster.speak.piper.engine import PiperEngine
from tests.fakes import FakeEngine, finder
from tests.speak.piper.tiny import tiny_voice


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
        (["Hello world", "--emphasis", "world hello", "--out", "a.wav"], "world hello"),
        (["Hello", "--emphasis", "hello=9", "--out", "a.wav"], "9"),
        (["Hello", "--emphasis", "", "--out", "a.wav"], "word by word"),
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


def test_json_holds_the_explanation_too(context: Context, tmp_path: Path) -> None:
    alone = json.loads(say(context, "It cost $5.", "--explain", "--json"))
    assert set(alone) == {"explained"}
    assert [row["written"] for row in alone["explained"]] == ["It", "cost", "$5."]
    assert alone["explained"][2]["said"] == "five dollars."
    assert alone["explained"][2]["origin"] == "money"
    out = str(tmp_path / "a.wav")
    both = json.loads(say(context, "It cost $5.", "--explain", "--json", "--out", out))
    assert set(both) == {"audio", "seconds", "words", "not_honoured", "explained"}


def test_the_explanation_is_a_table(context: Context) -> None:
    lines = say(context, "It cost $5.", "--explain").splitlines()
    assert lines[0].split() == ["written", "said", "phonemes", "from"]
    assert lines[3].split() == ["$5.", "five", "dollars.", "money"]


def test_piper_s_own_phonemes_are_shown(context: Context, tmp_path: Path) -> None:
    voice = tiny_voice(tmp_path)
    context.__dict__["engines"] = finder(PiperEngine(EngineSetup(tmp_path)))
    shown = json.loads(
        say(context, "Two boats.", "--voice", f"piper:{voice}", "--explain", "--json")
    )
    assert [row["symbols"] for row in shown["explained"]] == ["tˈuː", "bˈoʊts."]


def test_a_long_word_is_folded_in_the_table_and_not_cut(context: Context) -> None:
    address = "https://example.org/a/rather/long/address/for/eighty/columns"
    assert "…" not in say(context, f"See {address}.", "--explain")


def player(folder: Path, name: str, status: int) -> None:
    """A program that keeps the path it's given."""
    path = folder / name
    script = f'for last; do :; done\necho "$last" > {folder}/played\nexit {status}\n'
    path.write_text(f"#!/bin/sh\n{script}")
    path.chmod(0o755)


def test_it_is_played_by_the_first_program_that_can(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    context.__dict__["cache"] = tmp_path / "cache"
    with pytest.raises(SpeakError, match="No program"):
        say(context, "Hello", "--play")
    player(programs, "ffplay", 1)
    with pytest.raises(SpeakError, match="ffplay couldn't play"):
        say(context, "Hello", "--play")
    player(programs, "aplay", 0)
    said = json.loads(say(context, "Hello", "--play", "--json"))
    assert (programs / "played").read_text().strip() == said["audio"]
    assert soundfile.info(said["audio"]).duration > 0.1


def test_a_sound_that_is_none_is_not_saved(context: Context, tmp_path: Path) -> None:
    class Mute(FakeEngine):
        def render(self, plan: Plan) -> Clip:
            clip = super().render(plan)
            return Clip(clip.samples * 0, clip.sample_rate, clip.words)

    context.__dict__["engines"] = finder(Mute())
    with pytest.raises(SpeakError, match="silent"):
        say(context, "Hello", "--out", str(tmp_path / "a.wav"))
    assert not (tmp_path / "a.wav").exists()


def test_every_number_reaches_the_engine(context: Context, tmp_path: Path) -> None:
    planned: list[Delivery] = []

    class Listens(FakeEngine):
        def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
            planned.append(delivery)
            return super().plan(text, voice, language, delivery)

    context.__dict__["engines"] = finder(Listens())
    numbers = {
        "--rate": 1.1,
        "--pitch": -2,
        "--range": 1.3,
        "--energy": 3,
        "--pauses": 0.5,
        "--ending": "rising",
        "--emphasis": "world",
        "--language": "en",
    }
    words = [str(word) for pair in numbers.items() for word in pair]
    say(context, "Hello, [pause 0.2] world!", *words, "--out", str(tmp_path / "a.wav"))
    (asked,) = planned
    assert (asked.rate, asked.pitch, asked.range, asked.energy) == (1.1, -2, 1.3, 3)
    assert (asked.pauses, asked.ending) == (0.5, "rising")
    assert [(span.first, span.last) for span in asked.emphasis] == [(1, 1)]


def test_a_span_is_stressed_as_much_as_is_asked(context: Context, tmp_path: Path) -> None:
    planned: list[Delivery] = []

    class Listens(FakeEngine):
        def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
            planned.append(delivery)
            return super().plan(text, voice, language, delivery)

    context.__dict__["engines"] = finder(Listens())
    stressed = ["--emphasis", "Prime Minister=0.9", "--emphasis", "E=mc"]
    text = "The prime minister, of course, wrote E=mc."
    say(context, text, *stressed, "--out", str(tmp_path / "a.wav"))
    spans = [(span.first, span.last, span.strength) for span in planned[0].emphasis]
    assert spans == [(1, 2, 0.9), (6, 6, 0.7)]


def test_it_reads_by_the_show_s_own_lexicon(tmp_path: Path) -> None:
    tables = '[show.a]\nsources = ["news"]\nlexicon = "names.toml"\n'
    (tmp_path / "podcaster.toml").write_text(tables, encoding="utf-8")
    (tmp_path / "names.toml").write_text('Nguyen = "win"\n', encoding="utf-8")
    tiny_voice(tmp_path)
    shown = json.loads(
        say(Context(tmp_path), "Nguyen.", "--voice", "piper:tiny.onnx", "--explain", "--json")
    )
    assert shown["explained"][0]["said"] == "win."
    assert shown["explained"][0]["origin"].startswith("show")
