"""What a text sounds like: words that are spelled differently and said alike become equal."""

import re

from podcaster.speak.kokoro.espeak import TIE, phonemes

VOICES = {"en": "en-us", "fr": "fr-fr"}
"""espeak-ng's own tags, where they differ."""


def sounds_of(text: str, language: str) -> str:
    """What espeak-ng makes of a text, without stress. Raises SpeakError for a language it lacks."""
    tag = VOICES.get(language, language)
    return re.sub(rf"[ˈˌː\s{re.escape(TIE)}-]", "", phonemes(text.replace(".", " "), tag))
