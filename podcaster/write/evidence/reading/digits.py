"""Numbers written in digits."""

import re

_SPACES = re.compile(r"[\s   ]")
_ENGLISH_GROUPS = re.compile(r"^\d{1,3}(?:[,'’]\d{3})+(?:\.\d+)?$")
_OTHER_GROUPS = re.compile(r"^\d{1,3}(?:[.'’]\d{3})+(?:,\d+)?$")


def value_of(written: str, language: str) -> float | None:
    """The number that digits with separators stand for; None for a date or an address.

    In English a comma groups and a stop divides; in the other languages it's the reverse, but a
    stop that can't be grouping still divides.
    """
    text = _SPACES.sub("", written)
    if language == "en":
        if _ENGLISH_GROUPS.match(text):
            text = re.sub(r"[,'’]", "", text)
    elif _OTHER_GROUPS.match(text):
        text = re.sub(r"[.'’]", "", text).replace(",", ".")
    else:
        text = text.replace(",", ".")
    try:
        return float(text)
    except ValueError:
        return None
