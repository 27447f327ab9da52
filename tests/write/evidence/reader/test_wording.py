"""What is the same is put before the reader in the source's words."""

import pytest

from podcaster.write.evidence.gate import ground_for
from podcaster.write.evidence.reader.wording import in_the_sources_words

EN = "Regulators closed Alba Valley Bank (AVB) on Friday. The union UFW protested."
FR = "L'Association des ports de plaisance (APP) a porté plainte vendredi."


@pytest.mark.parametrize(
    ("text", "source", "language", "expected"),
    [
        (
            "Regulators closed Alba Valley Bank, or AVB, on Friday.",
            EN,
            "en",
            "Regulators closed Alba Valley Bank (AVB) on Friday.",
        ),
        (
            "Regulators closed Alba Valley Bank, known as AVB.",
            EN,
            "en",
            "Regulators closed Alba Valley Bank (AVB).",
        ),
        (
            "L'Association des ports de plaisance, ou APP, a porté plainte.",
            FR,
            "fr",
            "L'Association des ports de plaisance (APP) a porté plainte.",
        ),
    ],
)
def test_initials_that_the_source_puts_in_brackets_stand_in_brackets(
    text: str, source: str, language: str, expected: str
) -> None:
    assert in_the_sources_words(ground_for(text, source, language), 0, 1) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Regulators closed Alba Valley Bank, or UFW, on Friday.",
        "Alba Valley Bank, which AVB sued, was closed.",
    ],
)
def test_other_initials_stay_where_they_are(text: str) -> None:
    assert in_the_sources_words(ground_for(text, EN, "en"), 0, 1) == text
