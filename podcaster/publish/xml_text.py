"""Text that XML can hold."""

import re

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All that XML 1.0 has no place for: control characters, lone surrogates, two non-characters."""


def xml_text(text: str) -> str:
    """Without what XML can't hold; each such character becomes a space between words."""
    return NOT_XML.sub(" ", text)


def one_line(text: str) -> str:
    """The same, on one line with single spaces: for titles and names."""
    return " ".join(xml_text(text).split())
