"""A translation speaks in nobody's voice, orders nothing, and is one."""

import pytest

from podcaster.write.translation.check import can_read, faults, unmarked

SAID = "«Oímos un crujido enorme y salimos corriendo», dijo Lucía Ferrán."


def reasons(original: str, translation: str, language: str = "es", into: str = "en") -> str:
    return " ".join(faults(original, translation, language, into, None))


@pytest.mark.parametrize(
    ("translation", "reason"),
    [
        ("", "missing"),
        (SAID, "isn't translated"),
        ("We heard a crack and ran, said Lucía Ferrán.", "'We' is direct speech"),
        ("Lucía Ferrán said I ran when it cracked.", "direct speech"),
        ("Lucía Ferrán ran.", "much longer or shorter"),
        ("Buy one today, said Lucía Ferrán, who had heard a crack.", "'buy' calls the listener"),
    ],
)
def test_what_cannot_be_said_is_refused_with_the_reason(translation: str, reason: str) -> None:
    assert reason in reasons(SAID, translation)


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        (SAID, "Lucía Ferrán said they had heard an enormous crack and had run out."),
        ("Estados Unidos entró en la Primera Guerra Mundial.", "The US entered World War I."),
        ("La visita a Berlín durará dos días.", "The visit to Berlin will last two days."),
    ],
)
def test_reported_speech_and_plain_news_pass(original: str, translation: str) -> None:
    assert not reasons(original, translation)


def test_a_translation_has_no_quotation_marks() -> None:
    assert unmarked("He called it “a « great » day”.") == "He called it a great day."


def test_only_languages_that_can_be_read_are_checked() -> None:
    assert can_read("es")
    assert not can_read("ja")
