"""What is written for the eye goes, and what a listener needs of it is said."""

import pytest

from podcaster.write.offline.clean import cleaned
from podcaster.write.offline.language import load


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("Le record datait de Pékin (2008).", "fr", "Le record datait de Pékin en 2008."),
        ("It beat the record of Beijing (2008).", "en", "It beat the record of Beijing in 2008."),
        ("The agency (EPA) closed the plant.", "en", "The agency closed the plant."),
        ("IMOLA, 28 septembre - Un Français a gagné.", "fr", "Un Français a gagné."),
        ("LONDON, 4 March - A bridge fell.", "en", "A bridge fell."),
        (
            "La censure est née du recours, mercredi, à l’article 49.3.",
            "fr",
            "La censure est née du recours mercredi à l’article 49.3.",
        ),
    ],
)
def test_what_only_the_eye_needs_goes(written: str, language: str, said: str) -> None:
    assert cleaned(written, load(language)) == said
