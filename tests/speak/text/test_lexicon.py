"""Names are said as the lexicon has them, and a bad entry says what's wrong with it."""

from pathlib import Path

import pytest

from podcaster.errors import SpeakError
from podcaster.speak.text import Lexicon, verbalise
from podcaster.speak.text.language import languages
from podcaster.speak.text.lexicon import Entry


def _lexicon(**entries: Entry) -> Lexicon:
    return Lexicon(entries)


def test_ipa_is_given_word_by_word() -> None:
    tokens = verbalise("Then Xi Jinping spoke.", "en")
    assert [token.ipa for token in tokens] == [None, "ʃˈiː", "d͡ʒɪnpˈɪŋ", None]
    assert [token.origin for token in tokens] == ["word", "lexicon", "lexicon", "word"]


def test_punctuation_stays_out_of_the_ipa() -> None:
    (token,) = verbalise("“Qatar,”", "en")
    assert (token.spoken, token.ipa) == ("“Qatar,”", "kətˈɑːɹ")


@pytest.mark.parametrize(
    ("written", "ipa"),
    [("Qatar's", "kətˈɑːɹz"), ("Merz’s", "mˈɛɹtsᵻz"), ("Luhansk's", "luːhˈɑːnsks")],
)
def test_a_possessive_ends_as_english_does(written: str, ipa: str) -> None:
    said = verbalise(written, "en")[0].ipa
    assert said is not None
    assert said.replace("͡", "") == ipa


def test_an_elision_is_said_with_its_name() -> None:
    said = verbalise("L'avis d’OpenAI", "fr")[1].ipa
    assert said == "dopœnɛjˈaj"


def test_a_respelling_is_words_and_not_ipa() -> None:
    lexicon = _lexicon(Nguyen=Entry(respelling="win", source="show"))
    (token,) = verbalise("Nguyen's", "en", lexicon)
    assert (token.spoken, token.ipa, token.origin) == ("win's", None, "show")


def test_a_name_can_be_handed_to_its_own_language() -> None:
    lexicon = _lexicon(Daily=Entry(language="en", source="lexicon"))
    tokens = verbalise("Le Daily.", "fr", lexicon)
    assert [(token.language, token.origin) for token in tokens] == [
        (None, "word"),
        ("en", "lexicon:en"),
    ]


def test_a_name_inside_another_word_is_left_alone() -> None:
    lexicon = _lexicon(Xi=Entry(respelling="shee", source="show"))
    tokens = verbalise("Xiomara met Xi, Xi-led.", "en", lexicon)
    assert [token.spoken for token in tokens] == ["Xiomara", "met", "shee,", "shee-led."]


def test_the_shows_own_entries_win(tmp_path: Path) -> None:
    extra = tmp_path / "names.toml"
    extra.write_text('[ours]\n"Xi" = "zee"\nGhent = "/ɡˈɛnt/"\n', encoding="utf-8")
    lexicon = Lexicon.load("en", extra)
    assert verbalise("Xi", "en", lexicon)[0].spoken == "zee"
    assert verbalise("Ghent", "en", lexicon)[0].ipa == "ɡˈɛnt"
    assert verbalise("Qatar", "en", lexicon)[0].ipa == "kətˈɑːɹ"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ('"Xi" = "/ʃ☃i/"', "☃"),
        ('"Xi" = 3', "Xi"),
        ('"Xi" = ""', "Xi"),
        ('[names]\n"Xi" = { lang = "fr" }', "Xi"),
        ('"Xi" = { language = "French" }', "Xi"),
        ('"Xi = ', "can't be read"),
    ],
)
def test_a_bad_entry_is_refused_by_name(tmp_path: Path, written: str, named: str) -> None:
    extra = tmp_path / "names.toml"
    extra.write_text(written, encoding="utf-8")
    with pytest.raises(SpeakError) as caught:
        Lexicon.load("en", extra)
    assert named in caught.value.message
    assert caught.value.hint


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(SpeakError, match="nowhere"):
        Lexicon.load("en", tmp_path / "nowhere.toml")


def test_every_language_has_a_lexicon_and_news_has_enough_names() -> None:
    sizes = {code: len(Lexicon.load(code).entries) for code in languages()}
    assert min(sizes.values()) >= 80
    assert min(sizes[code] for code in ("en", "fr", "es")) >= 300


def test_a_spelled_acronym_keeps_its_sound_behind_an_elision() -> None:
    assert verbalise("l’UE", "fr", Lexicon())[0].ipa == "lˌyˈø"


def test_the_british_accent_reads_the_same_entries() -> None:
    american = verbalise("Okonjo-Iweala", "en-us")[0].ipa
    british = verbalise("Okonjo-Iweala", "en-gb")[0].ipa
    assert american is not None
    assert british == american.replace("o͡ʊ", "ə͡ʊ")
