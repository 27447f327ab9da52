"""What every line keeps, whatever is in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from podcaster.errors import SpeakError
from podcaster.speak.text import Lexicon, verbalise
from podcaster.speak.text.language import languages, load_language

PIECES = st.sampled_from(
    [
        *("$4.7bn", "13", "billion", "15 000", "3 %", "20 h 30", "27 November 2013", "1er", "XXe"),
        *(
            "siècle",
            "l'ONU",
            "FBI",
            "NATO's",
            "GPT-4",
            "(H100s)",
            "3-2",
            "1/2",
            "½",
            "°",
            "€",
            "#1",
        ),
        *(
            "a@b.com",
            "https://x.org/y?z=1",
            "[pause 0.4]",
            "😀",
            "«",
            "»",
            "—",
            "...",
            "Charles III",
        ),
        *("Xi Jinping", "read", "live", "US-China", "12:30", "+44 20 7946 0018", "--", "°C", "007"),
        *("99999999999999999999", "1.2.3.4", "3,5", ",5", ".5", "M.", "No.", "S&P 500", "&", "'s"),
    ]
)
LINES = st.lists(PIECES | st.text(max_size=12), max_size=12).map(" ".join)


@given(LINES, st.sampled_from(["en", "en-gb", "fr", "es", "it", "pt-br"]))
@example("A $5-10 million—or 3%—deal [pause 0.4].", "en")
def test_tokens_cover_the_line_in_order(text: str, language: str) -> None:
    tokens = verbalise(text, language)
    at = 0
    for token in tokens:
        assert not text[at : token.start].strip()
        assert token.start < token.end
        assert token.text == text[token.start : token.end]
        at = token.end
    assert not text[at:].strip()


@given(LINES, st.sampled_from(["en", "fr", "es", "it", "pt"]))
def test_no_digit_is_left_to_the_voice(text: str, language: str) -> None:
    spoken = " ".join(token.spoken for token in verbalise(text, language))
    assert not any(letter in "0123456789" for letter in spoken)


WORDS = st.lists(st.from_regex(r"[A-Z]?[a-z]{2,9}", fullmatch=True), min_size=1, max_size=10)


@given(WORDS, st.sampled_from(["en", "fr", "es", "it", "pt"]))
def test_plain_words_are_said_as_they_stand(words: list[str], language: str) -> None:
    tokens = verbalise(" ".join(words), language, Lexicon())
    assert [token.spoken for token in tokens] == words


def test_words_said_together_stay_with_the_words_they_are_written_as() -> None:
    tokens = verbalise("It cost $4.7 billion on 27 November 2013, they say.", "en")
    assert [(token.text, token.spoken) for token in tokens] == [
        ("It", "It"),
        ("cost", "cost"),
        ("$4.7", "four point seven"),
        ("billion", "billion dollars"),
        ("on", "on"),
        ("27", "the twenty-seventh of"),
        ("November", "November"),
        ("2013,", "twenty thirteen,"),
        ("they", "they"),
        ("say.", "say."),
    ]
    assert [token.origin for token in tokens[2:8]] == ["money"] * 2 + ["word"] + ["date"] * 3


def test_a_pause_is_a_token_of_its_own() -> None:
    tokens = verbalise("Wait.[pause 0.4]Now.", "en")
    assert [(token.text, token.spoken, token.origin) for token in tokens] == [
        ("Wait.", "Wait.", "word"),
        ("[pause 0.4]", "", "pause"),
        ("Now.", "Now.", "word"),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "one hundred one meters"), ("en-gb", "one hundred and one metres")],
)
def test_a_region_has_its_own_words(language: str, said: str) -> None:
    assert " ".join(token.spoken for token in verbalise("101 m", language)) == said


def test_a_region_orders_dates_its_own_way() -> None:
    assert verbalise("3/4/2025", "en-us")[0].spoken.startswith("March fourth")
    assert verbalise("3/4/2025", "en-gb")[0].spoken.startswith("April third")


def test_a_headline_in_capitals_is_not_spelled() -> None:
    spoken = " ".join(token.spoken for token in verbalise("STORM HITS THE COAST SAYS FEMA", "en"))
    assert "." not in spoken
    assert "Fema" in spoken


def test_an_unknown_language_is_named_with_the_known_ones() -> None:
    with pytest.raises(SpeakError) as caught:
        verbalise("Hej", "sv")
    assert "sv" in caught.value.message
    assert all(code in caught.value.hint for code in languages())


def test_every_language_has_the_words_that_the_rules_ask_for() -> None:
    asked = set(load_language("en").words("words"))
    for code in languages():
        assert asked <= set(load_language(code).words("words")), code
