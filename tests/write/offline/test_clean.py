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
        (
            "La censure est née du recours, mercredi, à l’article 49.3.",
            "fr",
            "La censure est née du recours mercredi à l’article 49.3.",
        ),
    ],
)
def test_what_stands_in_brackets_or_between_commas(written: str, language: str, said: str) -> None:
    assert cleaned(written, load(language)) == said
