"""Who says a thing is heard before it, where all of it is said by them."""

import pytest

from podcaster.write.offline.attribute import fronted
from podcaster.write.offline.language import load


def test_a_source_at_the_end_comes_first() -> None:
    said = fronted("Un pont s’est effondré à Vierzy, selon la préfecture.", load("fr"))
    assert said == "Selon la préfecture, un pont s’est effondré à Vierzy."


@pytest.mark.parametrize(
    "word", ["dévastée par le cyclone le plus violent", "deux jours après Chido, le plus violent"]
)
def test_a_source_of_what_is_said_of_one_word_stays_there(word: str) -> None:
    written = (
        f"Les secours cherchaient des survivants à Mayotte, {word} depuis quatre-vingt-dix ans,"
        " selon Météo-France."
    )
    assert fronted(written, load("fr")) == written


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le chef du parti, Luis Moreno, estime au contraire que Madrid a trop tardé."),
        ("es", "El jefe del partido, Luis Moreno, dijo al contrario que Madrid tardó demasiado."),
    ],
)
def test_who_says_it_is_nobody_that_what_is_said_hangs_on(language: str, text: str) -> None:
    assert fronted(text, load(language)) == text
