"""All 54 voices are known, those shipped speak, blends mix, and what's missing says what to do."""

from pathlib import Path

import numpy as np
import pytest

from podcaster.contracts import EngineSetup
from podcaster.errors import SpeakError, UsageError
from podcaster.speak.kokoro.engine import KokoroEngine
from podcaster.speak.kokoro.voices import HALF, ROWS, VoiceBook

SHIPPED = [
    "af_heart",
    "af_bella",
    "am_michael",
    "am_puck",
    "bf_emma",
    "bm_george",
    "ff_siwis",
    "fm_hugo",
    "ef_dora",
    "em_alex",
]


@pytest.fixture
def book(tmp_path: Path) -> VoiceBook:
    return VoiceBook(tmp_path)


def test_all_54_are_listed_with_a_checksum(book: VoiceBook) -> None:
    assert len(book.listings) == 54
    assert len({entry.sha256 for entry in book.listings.values()}) == 54


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_voices_are_at_hand(book: VoiceBook, name: str) -> None:
    style = book.style(name)
    assert style.timbre.shape == style.prosody.shape == (ROWS, HALF)
    assert np.isfinite(style.timbre).all()
    assert name in {voice.name for voice in book.voices()}


def test_french_voices_credit_their_corpus(book: VoiceBook) -> None:
    for name in ("ff_siwis", "fm_hugo"):
        assert "SIWIS" in book.describe(name).credit


def test_a_voice_that_is_not_on_the_machine_says_how_to_fetch_it(book: VoiceBook) -> None:
    with pytest.raises(SpeakError) as caught:
        book.style("am_onyx")
    assert "podcaster voices add am_onyx" in caught.value.hint


def test_an_unknown_voice_lists_those_at_hand(book: VoiceBook) -> None:
    with pytest.raises(SpeakError) as caught:
        book.style("am_nobody")
    assert "af_heart" in caught.value.hint


def test_a_blend_lies_between_its_parts(tmp_path: Path) -> None:
    (tmp_path / "blends.toml").write_text(
        '[mine]\nlanguage = "en-us"\ntimbre = { af_heart = 3, bf_emma = 1 }\n'
        "prosody = { am_puck = 1 }\n"
    )
    book = VoiceBook(tmp_path)
    mine, heart, emma = (book.style(name) for name in ("mine", "af_heart", "bf_emma"))
    np.testing.assert_allclose(
        mine.timbre, 0.75 * heart.timbre + 0.25 * emma.timbre, rtol=1e-4, atol=1e-5
    )
    assert np.array_equal(mine.prosody, book.style("am_puck").prosody)
    assert book.describe("mine").grade == "blend of af_heart + am_puck + bf_emma"


@pytest.mark.parametrize(
    "text", ["[mine\n", "[mine]\n", '[mine]\nlanguage = "fr"\ntimbre = { af_heart = -1 }\n']
)
def test_a_wrong_blend_is_refused_with_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "blends.toml").write_text(text)
    with pytest.raises(UsageError, match=r"blends\.toml"):
        VoiceBook(tmp_path).voices()


def test_a_blend_of_an_unknown_voice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "blends.toml").write_text(
        '[mine]\nlanguage = "en-us"\ntimbre = { af_nobody = 1 }\n'
    )
    with pytest.raises(SpeakError, match="af_nobody"):
        VoiceBook(tmp_path).style("mine")


def test_styles_differ_from_each_other(book: VoiceBook) -> None:
    assert len({book.style(name).digest for name in SHIPPED}) == len(SHIPPED)


def test_settings_make_a_voice_of_others(tmp_path: Path) -> None:
    made = {"anna": {"blend": {"bf_emma": 3, "af_heart": 1}, "prosody": {"am_puck": 1}}}
    engine = KokoroEngine(EngineSetup(tmp_path, {"voices": made}))
    anna = next(voice for voice in engine.voices() if voice.name == "anna")
    assert (anna.language, anna.gender) == ("en-gb", "female")
    puck = engine.book.style("am_puck")
    assert np.array_equal(engine.book.style("anna").prosody, puck.prosody)


@pytest.mark.parametrize(
    ("made", "named"),
    [
        ({"Anna": {"blend": {"af_heart": 1}}}, "Anna"),
        ({"anna": {"blend": {}}}, "blend"),
        ({"anna": {"blend": {"af_heart": -1}}}, "weights"),
        ({"anna": {"mix": {"af_heart": 1}}}, "anna"),
    ],
)
def test_a_wrong_voice_in_the_settings_is_named(
    tmp_path: Path, made: dict[str, object], named: str
) -> None:
    with pytest.raises(UsageError, match=r"engine\.kokoro\.voices") as caught:
        KokoroEngine(EngineSetup(tmp_path, {"voices": made}))
    assert named in caught.value.message


def test_a_folder_holds_a_lexicon_a_language(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('Ghent = "gant"\n', encoding="utf-8")
    engine = KokoroEngine(EngineSetup(tmp_path, {"lexicon": tmp_path}))
    assert engine.explain("Ghent", "af_heart", "en")[0].said == "gant"
    assert engine.explain("Ghent", "ff_siwis", "fr")[0].said == "Ghent"
