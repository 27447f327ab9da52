"""Written words keep their own phonemes, however espeak-ng groups them; punctuation stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.errors import SpeakError
from podcaster.speak.kokoro import espeak
from podcaster.speak.kokoro.alignment import share_out
from podcaster.speak.kokoro.phonemes import Entry, Said, say, to_symbols
from podcaster.speak.kokoro.tokens import vocabulary

ESPEAK = {"fr": "fr-fr"}


def phonemise(clause: str, language: str) -> str:
    return espeak.phonemes(clause, ESPEAK.get(language, language))


def spoken(text: str, language: str = "en-us") -> tuple[Said, ...]:
    entries = [Entry(index, word) for index, word in enumerate(text.split())]
    return say(entries, language, phonemise)


def shown(said: tuple[Said, ...]) -> list[str]:
    return [word.before + word.symbols + word.after for word in said]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Wait for a BoltBus.", "en-us", ["wˈAt", "fəɹ", "ə", "bˈOltbˈʌs."]),
        ("What a time?", "en-us", ["wˌʌt", "ɐ", "tˈIm?"]),
        ("In the hat.", "en-us", ["ɪn", "ðə", "hˈæt."]),
        ("It's out of it!", "en-us", ["ɪts", "ˌWT", "əv", "ɪt!"]),
        ("near there", "en-gb", ["nˌɪə", "ðˈɛː"]),
        ("les amis", "fr", ["lez", "amˈi"]),
        ("los niños", "es", ["los", "nˈiɲos"]),
    ],
)
def test_words_that_run_together_are_told_apart(
    text: str, language: str, expected: list[str]
) -> None:
    assert shown(spoken(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "marks"),
    [
        ("Yes, no; so: well... who? Me!", "en-us", [",", ";", ":", "…", "?", "!"]),
        ("He said: “We dodged it” (perhaps).", "en-us", ["", ":", "", "", "”", ")."]),
        ("Quoi ? Non !", "fr", ["?", "!"]),
        ("« Les amis » sont là", "fr", ["", "”", "", ""]),
        ("yes - no", "en-us", ["—", ""]),
        ("well-known rock 'n' roll", "en-us", ["", "", "", ""]),
    ],
)
def test_punctuation_stays_with_its_word(text: str, language: str, marks: list[str]) -> None:
    assert [word.after for word in spoken(text, language)] == marks


def test_several_spoken_words_belong_to_one_written_word() -> None:
    said = say([Entry(0, "twenty three"), Entry(1, "cats.")], "en-us", phonemise)
    assert [word.written for word in said] == [0, 0, 1]


def test_a_fixed_pronunciation_stands_and_keeps_its_punctuation() -> None:
    said = say([Entry(0, "The"), Entry(1, "Xi,", ipa="ʃˈiː"), Entry(2, "era")], "en-us", phonemise)
    assert shown(said)[1] == "ʃˈi,"
    assert said[1].source == "lexicon"


def test_a_fixed_pronunciation_of_two_words_is_shared_between_them() -> None:
    said = say([Entry(0, "Xi Jinping!", ipa="ʃˈiː d͡ʒɪnpˈɪŋ")], "en-us", phonemise)
    assert shown(said) == ["ʃˈi", "ʤɪnpˈɪŋ!"]


def test_a_foreign_word_is_read_by_its_own_language() -> None:
    said = say([Entry(0, "Le"), Entry(1, "week-end", language="en-us")], "fr", phonemise)
    assert said[1].symbols == to_symbols(espeak.phonemes("week-end", "en-us"), "en-us")


@pytest.mark.parametrize("language", ["en-us", "en-gb", "fr", "es", "it", "pt-br"])
def test_only_known_symbols_come_out(language: str) -> None:
    text = "Le garçon niño città coração jumping through the button thing mirror fire"
    symbols = set("".join(word.symbols for word in spoken(text, language)))
    assert symbols - {" "} <= set(vocabulary())


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(SpeakError, match="xx"):
        espeak.phonemes("hello", "xx")


def test_espeak_keeps_no_voice_from_the_call_before() -> None:
    alone = espeak.phonemes("petit chat", "fr-fr")
    espeak.phonemes("small cat", "en-us")
    assert espeak.phonemes("petit chat", "fr-fr") == alone


@given(st.text(max_size=40))
def test_any_text_is_read_without_harm(text: str) -> None:
    for word in spoken(text):
        assert word.symbols is not None


def test_groups_that_match_are_kept_as_they_are() -> None:
    groups = ["wˌʌt", "tˈa^ɪm", "tɔː"]
    assert share_out(groups, ["wˈʌt", "tˈa^ɪm", "tˈɔː"]) == groups


@given(
    groups=st.lists(st.text(alphabet="abcdˈː", min_size=1, max_size=8), max_size=6),
    alone=st.lists(st.text(alphabet="abcdˈː", min_size=1, max_size=8), min_size=1, max_size=6),
)
def test_sharing_out_loses_no_sound(groups: list[str], alone: list[str]) -> None:
    parts = share_out(groups, alone)
    assert "".join(parts) == "".join(groups)
    assert len(parts) == len(alone)
