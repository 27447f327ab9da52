"""Which language a text is in."""

import functools
from typing import Any

ENOUGH = 120
"""Characters below which a guess isn't worth much."""
SURE = 0.9


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect_language(text: str) -> str | None:
    """The two-letter code of the language, None where the text is too short or unclear."""
    if len(text) < ENOUGH:
        return None
    code, probability = _identifier().classify(text[:3000])
    return str(code) if probability >= SURE and len(code) == 2 else None


def language_code(declared: str | None) -> str | None:
    """`en` for "en-US", "EN_us" or " en "; None for what is no code."""
    code = (declared or "").strip().lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def language_of(text: str, declared: str | None, otherwise: str) -> str:
    """What the text itself says, else what its source declares, else `otherwise`."""
    return detect_language(text) or language_code(declared) or otherwise
