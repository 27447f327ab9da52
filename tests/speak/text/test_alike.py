"""What was heard is compared as it's said, not as it's spelled."""

import pytest

from podcaster.speak.text.alike import compare


@pytest.mark.parametrize(
    ("written", "heard", "language"),
    [
        ("It raised $4.7bn.", "It raised 4.7 billion dollars", "en"),
        ("The F.B.I. came", "the FBI came.", "en"),
        ("An F-16 jet", "An F16 jet!", "en"),
        ("health care", "Healthcare", "en"),
        ("at 8:30 p.m.", "at 8.30 PM.", "en"),
        ("3,5 % en 2025", "3,5% en deux mille vingt-cinq", "fr"),
        ("L’œuvre d'août", "l'oeuvre d'aout", "fr"),
    ],
)
def test_the_same_words_are_the_same(written: str, heard: str, language: str) -> None:
    compared = compare(written, heard, language)
    assert (compared.wrong, compared.misheard) == (0, ())


def test_what_sounds_the_same_is_the_same() -> None:
    sounds = {"frappé": "fʁape", "frapper": "fʁape"}
    assert (
        compare("Il a frappé", "il a frapper", "fr", lambda text: sounds.get(text, text)).wrong == 0
    )
    assert compare("Il a frappé", "il a frapper", "fr").wrong == 1


def test_each_difference_is_counted_and_shown() -> None:
    compared = compare("The SNCF said no to them", "The ICNCF said to them all", "en")
    assert compared.words == 6
    assert compared.wrong == 3
    assert compared.misheard == (("s.n.c.f", "i.c.n.c.f"), ("no", ""), ("", "all"))
    assert compared.rate == pytest.approx(0.5)


def test_silence_is_all_wrong_and_noise_over_silence_too() -> None:
    assert compare("One two", "", "en").rate == 1.0
    assert compare("", "Thank you", "en").rate == 1.0
