"""The example scripts still load, rest on the editions they came from, and pass the gate."""

from pathlib import Path

import pytest

from podcaster.gather.sample import sample_edition
from podcaster.write import load_script, require_supported
from tests.write.editions import show

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
STORIES = 6
"""Those of the sample edition that a script of five minutes was written from."""


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_an_example_passes_the_gate_and_reads_as_its_page_does(language: str) -> None:
    script = load_script(EXAMPLES / f"{language}.yaml")
    assert script is not None
    assert script.language == language
    require_supported(script, sample_edition(show(language=language), script.date, STORIES))
    page = (EXAMPLES / f"{language}.md").read_text(encoding="utf-8")
    for line in script.lines:
        assert f"**{line.host}** [{line.delivery.tone}] {line.text}" in page
