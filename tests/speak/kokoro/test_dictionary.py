"""misaki's dictionaries read English where they're asked to; what is fixed stays on top of them."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from podcaster.contracts import EngineSetup
from podcaster.speak.kokoro.dictionary import NEEDED, find_dictionary
from podcaster.speak.kokoro.engine import KokoroEngine
from podcaster.speak.kokoro.phonemes import Entry, say
from podcaster.speak.kokoro.reading import phonemes, read
from podcaster.speak.kokoro.tokens import vocabulary


def _spelled(words: str, language: str) -> str:
    return words.lower()


def _two_words(words: Sequence[str]) -> list[str | None]:
    return [{"Xi": "WRONG", "met": "mˈɛt"}.get(word) for word in words]


def test_a_dictionary_reads_what_nothing_fixes() -> None:
    entries = [Entry(0, "Xi", ipa="ʃˈi"), Entry(1, "met"), Entry(2, "Blixt."), Entry(3, "met.")]
    said = say(entries, "en-us", _spelled, lambda ipa, _: ipa, _two_words)
    assert [(word.symbols, word.source) for word in said] == [
        ("ʃˈi", "lexicon"),
        ("mˈɛt", "misaki"),
        ("blixt", "espeak-ng"),
        ("mˈɛt", "misaki"),
    ]


def test_a_word_that_another_language_reads_is_left_to_it() -> None:
    entries = [Entry(0, "met", language="fr")]
    (said,) = say(entries, "en-us", _spelled, lambda ipa, _: ipa, _two_words)
    assert said.source == "espeak-ng fr"


@pytest.mark.parametrize("language", ["fr", "es", "it", "pt-br"])
def test_only_english_has_one(language: str) -> None:
    assert find_dictionary(language) is None


def test_without_the_extra_espeak_reads_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("podcaster.speak.kokoro.dictionary.find_spec", lambda name: None)
    engine = KokoroEngine(EngineSetup(tmp_path, {"english": "misaki"}))
    assert engine.explain("Hello", "af_heart", "en")[0].origin == "word, espeak-ng"


needs_misaki = pytest.mark.skipif(
    any(find_spec(name) is None for name in NEEDED), reason="needs the extra misaki"
)


@pytest.mark.extra("misaki")
@needs_misaki
@pytest.mark.parametrize("language", ["en-us", "en-gb"])
def test_every_symbol_is_one_that_kokoro_knows(language: str) -> None:
    text = "The record shows that twenty-four owners' cats, which he'd fed, saw Opec's photographs."
    reading = read(text, language, dictionary=find_dictionary(language))
    assert set(phonemes(reading.pieces)) <= set(vocabulary())
    sources = [piece.said.source for piece in reading.pieces if piece.said]
    assert sources.count("misaki") > len(sources) / 2


@pytest.mark.extra("misaki")
@needs_misaki
def test_the_setting_brings_it_in_and_the_lexicon_stays(tmp_path: Path) -> None:
    engine = KokoroEngine(EngineSetup(tmp_path, {"english": "misaki"}))
    rows = engine.explain("Qatar said so.", "af_heart", "en")
    assert [row.origin for row in rows] == ["lexicon, lexicon", "word, misaki", "word, misaki"]
