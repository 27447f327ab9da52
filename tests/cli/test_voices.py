"""The voices: listed with what a person chooses by, heard by name, fetched, blended."""

import hashlib
import io
import json
import tarfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
import soundfile
from click.testing import CliRunner, Result

from podcaster import registry
from podcaster.cli.context import Context
from podcaster.cli.voices import _spoken_name, command
from podcaster.contracts import Plan, Voice
from podcaster.errors import SpeakError, UsageError
from podcaster.models import Delivery
from podcaster.speak.kokoro.voices import ROWS, WIDTH, Listing
from tests.fakes import FakeEngine, finder
from tests.speak.conftest import reuse_model

ONYX = np.linspace(-1, 1, ROWS * WIDTH, dtype="<f4").tobytes()


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """A user with no voices of his or her own."""
    made = Context(tmp_path)
    made.__dict__["cache"] = tmp_path / "cache"
    return made


def voices(context: Context, *words: str, columns: int = 160) -> Result:
    run = CliRunner().invoke(command, words, obj=context, env={"COLUMNS": str(columns)})
    if run.exception is not None and not isinstance(run.exception, SystemExit):
        raise run.exception
    return run


def test_the_table_says_what_one_chooses_by_and_how_to_hear_each(context: Context) -> None:
    listed = voices(context).stdout.splitlines()
    emma = next(line for line in listed if "kokoro:bf_emma" in line)
    assert emma.split(maxsplit=5)[1:5] == ["en-gb", "female", "B-", "Apache-2.0"]
    assert emma.rstrip().endswith("podcaster say Hello --voice kokoro:bf_emma --play")
    siwis = next(line for line in listed if "kokoro:ff_siwis" in line)
    assert "podcaster say Bonjour" in siwis


def test_what_one_copies_stands_whole_in_one_line_however_narrow_the_terminal(
    context: Context,
) -> None:
    listed = voices(context, columns=60).stdout.splitlines()
    (michael,) = (line for line in listed if "michael" in line)
    assert michael.split()[0] == "kokoro:am_michael"
    assert michael.rstrip().endswith("podcaster say Hello --voice kokoro:am_michael --play")


def test_all_54_are_known_and_those_to_fetch_say_how(context: Context) -> None:
    listed = voices(context, "--all").stdout
    names = set(context.engines("kokoro").book.listings)
    assert len(names) == 54
    assert all(f"kokoro:{name} " in listed for name in names)
    assert "podcaster voices add am_onyx" in listed
    assert "for hi, ja, zh can be fetched for blends" in listed


def test_only_engines_that_are_in_use_are_listed_unless_all_are_asked_for(context: Context) -> None:
    def engines(*words: str) -> set[str]:
        listed = json.loads(voices(context, *words, "--json").stdout.splitlines()[-1])
        assert all(voice["sample"].startswith("podcaster say") for voice in listed["voices"])
        return {voice["engine"] for voice in listed["voices"]}

    assert engines() == {"kokoro"}
    assert engines("--all") > {"kokoro"}


def test_a_language_s_voices_alone(context: Context) -> None:
    listed = json.loads(voices(context, "--language", "fr", "--json").stdout)
    assert {voice["name"] for voice in listed["voices"]} == {"ff_siwis", "fm_hugo"}


class Speaks(FakeEngine):
    """Remembers how loud each voice said what, in half a second."""

    name = "kokoro"

    def voices(self) -> list[Voice]:
        return [Voice("af_low", "en"), Voice("bad_one", "en"), Voice("ff_high", "fr")]

    def plan(self, text: str, voice: str, language: str, delivery: Delivery) -> Plan:
        if voice == "bad_one":
            raise SpeakError("There is no such model.")
        return super().plan(text, voice.partition("_")[2], language, delivery)


@pytest.fixture
def spoken(context: Context, monkeypatch: pytest.MonkeyPatch) -> Speaks:
    engine = Speaks(name="kokoro")
    context.__dict__["engines"] = finder(engine)
    monkeypatch.setattr(registry, "names", lambda kind: ["kokoro"])
    return engine


def test_one_file_holds_every_voice_announced_by_its_name(
    context: Context, spoken: Speaks, tmp_path: Path
) -> None:
    run = voices(context, "sample", "--out", str(tmp_path / "all.wav"))
    assert [text.split(".")[0] for text in spoken.rendered] == [
        "Hello, I'm Low",
        "Bonjour, je suis High",
    ]
    seconds = sum(len(text.split()) * 0.2 + 0.6 for text in spoken.rendered)
    assert soundfile.info(tmp_path / "all.wav").duration == pytest.approx(seconds, abs=0.01)
    assert "kokoro:bad_one is left out: There is no such model." in run.output
    assert "2 voices" in run.output


def test_a_sample_of_one_language(context: Context, spoken: Speaks, tmp_path: Path) -> None:
    voices(context, "sample", "--language", "fr", "--out", str(tmp_path / "fr.wav"))
    assert len(spoken.rendered) == 1
    with pytest.raises(UsageError, match="'xx'"):
        voices(context, "sample", "--language", "xx", "--out", str(tmp_path / "xx.wav"))
    assert not (tmp_path / "xx.wav").exists()


@pytest.mark.parametrize(
    ("engine", "voice", "name"),
    [
        ("kokoro", "af_heart", "Heart"),
        ("kokoro", "my_own_mix", "Own Mix"),
        ("piper", "/voices/en_US-joe-medium.onnx", "Joe"),
        ("piper", "en_GB-vctk-medium#p225", "P225"),
        ("coqui", "tts_models/en/vctk/vits#p226", "P226"),
        ("coqui", "tts_models/fr/css10/vits", "Css10"),
        ("openai", "alloy", "Alloy"),
    ],
)
def test_a_voice_is_announced_by_a_name_that_can_be_said(
    engine: str, voice: str, name: str
) -> None:
    assert _spoken_name(FakeEngine(name=engine), Voice(voice, "en")) == name


@pytest.fixture
def served(tmp_path: Path, context: Context) -> Iterator[str]:
    """The address of an archive that holds am_onyx as its author published it."""
    book = context.engines("kokoro").book
    digest = hashlib.sha256(ONYX).hexdigest()
    onyx = Listing(language="en-us", gender="male", grade="D", sha256=digest)
    alpha = Listing(language="ja", gender="female", grade="C", sha256=digest)
    book.__dict__["listings"] = {**book.listings, "am_onyx": onyx, "jf_alpha": alpha}
    folder = tmp_path / "served"
    folder.mkdir()
    for name, content in (("good.tgz", ONYX), ("bad.tgz", ONYX[:-4] + b"\1\2\3\4")):
        with tarfile.open(folder / name, "w:gz") as tar:
            for voice in ("am_onyx", "jf_alpha"):
                entry = tarfile.TarInfo(f"package/voices/{voice}.bin")
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))
    handler = partial(Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_voice_is_fetched_checked_and_listed(context: Context, served: str) -> None:
    run = voices(context, "add", "am_onyx", "--from", f"{served}/good.tgz")
    assert "kokoro:am_onyx is in" in run.output
    listed = json.loads(voices(context, "--json").stdout)
    assert "am_onyx" in {voice["name"] for voice in listed["voices"]}
    assert "am_onyx" not in listed["to_fetch"]


def test_a_voice_of_a_language_that_is_not_read_says_so(context: Context, served: str) -> None:
    run = voices(context, "add", "jf_alpha", "--from", f"{served}/good.tgz")
    assert "ja can't be read yet" in run.output


@pytest.mark.parametrize(
    ("file", "told"), [("bad.tgz", "isn't the voice its author published"), ("gone.tgz", "404")]
)
def test_what_is_not_the_author_s_own_is_not_kept(
    context: Context, served: str, file: str, told: str
) -> None:
    with pytest.raises(SpeakError, match=told):
        voices(context, "add", "am_onyx", "--from", f"{served}/{file}")
    assert not context.engines("kokoro").book.at_hand("am_onyx")
    assert not list(context.cache.rglob("*.npy"))


def test_a_blend_is_saved_heard_and_speaks_from_then_on(context: Context, tmp_path: Path) -> None:
    reuse_model(context.cache)
    out = tmp_path / "mix.wav"
    parts = ["--of", "af_heart=0.6", "--of", "bf_emma=0.4", "--prosody", "am_puck"]
    run = voices(context, "blend", "mix", *parts, "--out", str(out))
    assert "kokoro:mix is saved" in run.output
    assert soundfile.info(out).duration > 1
    later = Context(tmp_path)
    later.__dict__["cache"] = context.cache
    listed = json.loads(voices(later, "--json").stdout)
    (mix,) = [voice for voice in listed["voices"] if voice["name"] == "mix"]
    assert mix["language"] == "en-us"
    assert mix["grade"] == "blend of af_heart + am_puck + bf_emma"


def test_a_blend_without_a_sample_says_how_to_hear_it(context: Context) -> None:
    run = voices(context, "blend", "mix", "--of", "ff_siwis")
    assert "podcaster say Bonjour --voice kokoro:mix --play" in run.output


@pytest.mark.parametrize("part", ["af_heart=much", "af_heart=-1", "nobody=1", "af_heart=0"])
def test_a_blend_of_nothing_that_can_be_had_is_refused(context: Context, part: str) -> None:
    with pytest.raises((UsageError, SpeakError)):
        voices(context, "blend", "mix", "--of", part)
    assert not list(context.cache.rglob("blends.toml"))
