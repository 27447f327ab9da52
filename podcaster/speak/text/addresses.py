"""Web and e-mail addresses, hashtags and handles."""

import re
from collections.abc import Iterator

from podcaster.speak.text.acronyms import is_word, spell
from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import quantity
from podcaster.speak.text.spoken import Reading

DOMAIN = (
    r"(?:[\w-]+\.)+(?:com|org|net|gov|edu|io|ai|fr|uk|de|es|it|pt|br|eu|info|co|tv|us|ca|be|ch)"
)


def read_addresses(text: str, language: Language) -> Iterator[Reading]:
    """E-mail addresses first, then web addresses; scheme and www aren't said."""
    for match in re.finditer(rf"(?<![\w.])[\w.+-]+@{DOMAIN}\b", text):
        yield Reading(*match.span(), (_say(match[0], language),), "email")
    pattern = rf"(?<![\w.@-])(?:https?://)?(?:www\.)?({DOMAIN}(?![\w-])(?:/[\w./%?=&#~-]*[\w/])?)"
    for match in re.finditer(pattern, text):
        yield Reading(*match.span(), (_say(match[1].rstrip("/"), language),), "url")
    for match in re.finditer(r"https?://[^\s<>\"”»)]*[\w/]", text):
        bare = re.sub(r"^https?://(?:www\.)?", "", match[0]).rstrip("/")
        yield Reading(*match.span(), (_say(bare, language),), "url")


def read_tags(text: str, language: Language) -> Iterator[Reading]:
    """`#ClimateAction` and `@WhiteHouse`, split into the words they're made of."""
    for match in re.finditer(r"(?<![\w&])([#@])(\d*[^\W\d]\w+|\d+[^\W\d])", text):
        lead = language.word("hashtag" if match[1] == "#" else "at")
        words = [_word(word, language) for word in _split_words(match[2])]
        yield Reading(*match.span(), (" ".join([lead, *words]),), "tag")


def _split_words(joined: str) -> list[str]:
    """`ClimateAction2024` in its words and numbers."""
    spaced = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])|(?<=[A-Z])(?=[A-Z][a-z])|_", " ", joined)
    return re.findall(r"\d+|[^\W\d]+|[^\w\s]+", spaced)


def _word(word: str, language: Language) -> str:
    if word.isdecimal():
        return quantity(word, language)
    if len(word) > 1 and word.isupper() and not is_word(word, language):
        return spell(word, language)
    return word


def _say(address: str, language: Language) -> str:
    marks = {
        ".": language.word("dot"),
        "/": language.word("slash"),
        "-": language.word("dash"),
        "_": language.word("underscore"),
        "@": language.word("at"),
        ":": language.word("colon"),
        "+": language.word("plus"),
    }
    words: list[str] = []
    for piece in re.findall(r"\d+|[^\W\d_]+|.", address):
        if piece.isdecimal():
            words.append(quantity(piece, language))
        elif piece.isalpha():
            words.append(_label(piece, language))
        elif piece in marks:
            words.append(marks[piece])
    return " ".join(words)


def _label(label: str, language: Language) -> str:
    spoken: dict[str, str] = language.words("labels").get("said", {})
    letters = language.names("labels", "letters")
    lower = label.lower()
    if lower in spoken:
        return spoken[lower]
    if lower in letters or not re.search(r"[aeiouyà-ü]", lower):
        return ".".join(lower.upper())
    return " ".join(_split_words(label))
