"""Numerals are read by their value, and only where they are numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcaster.speak.text import Lexicon, verbalise
from podcaster.speak.text.roman import roman_value

TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@given(st.integers(1, 399))
def test_a_numeral_has_its_value(number: int) -> None:
    numeral = "C" * (number // 100) + TENS[number // 10 % 10] + UNITS[number % 10]
    assert roman_value(numeral) == number


@pytest.mark.parametrize("line", ["I saw Charles.", "Vitamin C helps", "Mix it", "MIX it"])
def test_letters_that_are_no_numerals_stay(line: str) -> None:
    assert not any(token.origin == "roman" for token in verbalise(line, "en", Lexicon()))


@pytest.mark.parametrize("line", ["Le roi", "Vers midi", "Ces jours", "Les élus", "Cette année"])
def test_french_words_that_look_like_ranks_stay(line: str) -> None:
    assert not any(token.origin == "roman" for token in verbalise(line, "fr", Lexicon()))
