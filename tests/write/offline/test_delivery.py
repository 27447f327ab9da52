"""Tone follows what is said."""

import pytest

from podcaster.write.offline.delivery import reading
from podcaster.write.offline.language import load


@pytest.mark.parametrize(
    ("text", "language", "tone"),
    [
        ("Twelve people died on the roads.", "en", "sombre"),
        ("Nobody was killed.", "en", "neutral"),
        ("No one was injured.", "en", "neutral"),
        ("A dying star throws off its shells.", "en", "neutral"),
        ("Neuf personnes ont été blessées.", "fr", "serious"),
        ("L’incendie n’a fait aucun mort.", "fr", "neutral"),
        ("El incendio no causó daños y nadie murió.", "es", "neutral"),
    ],
)
def test_harm_is_read_gravely_only_where_it_was_done(text: str, language: str, tone: str) -> None:
    assert reading(text, "fact", load(language)).delivery.tone == tone
