"""French numbers link to what they count, and to nothing else."""

import pytest

from podcaster.speak.kokoro.reading import phonemes, read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ariane 6 a décollé", "sˈis a dekɔlˈe"),
        ("6 avions", "sˈiz avjˈɔ̃"),
        ("de 6 à 8", "də sˈis a yˈit"),
        ("Charles X et François II ont ri", "dˈis e fʁɑ̃swˈa dˈø ˈɔ̃"),
        ("les 2 autres", "le dˈøz ˈotʁ"),
        ("Il en a 22 et 10 ans", "vˈɛ̃tdˈø e dˈiz ˈɑ̃"),
        ("87", "kˈatʁvˈɛ̃sˈɛt"),
        ("91", "kˈatʁvˈɛ̃ˈɔ̃z"),
        ("80 ans", "kˈatʁvˈɛ̃z ˈɑ̃"),
        ("27", "vˈɛ̃tsˈɛt"),
        ("100 ans", "sˈɑ̃t ˈɑ̃"),
        ("100 euros", "sˈɑ̃t øʁˈo"),
        ("100 habitants", "sˈɑ̃t abitˈɑ̃"),
        ("111 élus", "sˈɑ̃ ˈɔ̃z"),
        ("3 % en mai", "puʁ sˈɑ̃ ɑ̃ mˈɛ"),
    ],
)
def test_a_number_is_linked_to_what_it_counts(text: str, said: str) -> None:
    assert said in phonemes(read(text, "fr").pieces)


def test_other_languages_are_left_as_they_are() -> None:
    assert "sˈɪks" in phonemes(read("Ariane 6 a", "en-us").pieces)
