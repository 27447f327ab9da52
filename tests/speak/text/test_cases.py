"""What must be said, case by case, in every language."""

import tomllib
from pathlib import Path

import pytest

from podcaster.speak.text import Lexicon, verbalise
from podcaster.speak.text.language import languages

CASES = Path(__file__).parent / "cases"


def _cases() -> list[tuple[str, str, str]]:
    return [
        (path.stem, written, said)
        for path in sorted(CASES.glob("*.toml"))
        for section in tomllib.loads(path.read_text(encoding="utf-8")).values()
        for written, said in section.items()
    ]


@pytest.mark.parametrize(("language", "written", "said"), _cases())
def test_it_is_said_so(language: str, written: str, said: str) -> None:
    tokens = verbalise(written, language, Lexicon())
    assert " ".join(token.spoken for token in tokens if token.spoken) == said


def test_there_are_enough_cases_in_every_language() -> None:
    cases = _cases()
    assert len(cases) >= 300
    assert {language for language, _, _ in cases} >= set(languages())
