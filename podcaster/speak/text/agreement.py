"""How a number agrees with the noun after it: vingt et une heures, veintiún días, duas casas."""

import re
from enum import Enum
from functools import cache

from podcaster.speak.text.language import Language


class Agreement(Enum):
    """What the noun after a number asks of it."""

    NONE = "none"
    """Nothing follows that it could agree with."""
    MASCULINE = "masculine"
    FEMININE = "feminine"

    def apply(self, words: str, language: Language) -> str:
        """The number's words, put into this form by the language's `[agreement.<form>]`."""
        forms = language.words("agreement").get(self.value, {})
        for pattern, said in forms.items():
            words = re.sub(pattern, said, words)
        return words


def agreement_of(noun: str, language: Language) -> Agreement:
    """What a noun, alone, asks of the number before it."""
    table = language.words("agreement")
    if not table:
        return Agreement.NONE
    lower = noun.lower()
    if lower in table["masculine_nouns"]:
        return Agreement.MASCULINE
    if lower in table["feminine_nouns"] or _feminine_endings(language).search(lower):
        return Agreement.FEMININE
    if _other_endings(language).search(lower):
        return Agreement.MASCULINE
    return Agreement.NONE


def agreement_after(rest: str, language: Language) -> Agreement:
    """What the first word of `rest` asks of a number that stands right before it."""
    match = re.match(r"\s?([^\W\d_]+)", rest)
    return agreement_of(match[1], language) if match else Agreement.NONE


def is_attributive(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a measure stands before its noun like an adjective: a $5 billion deal, $2-a-day."""
    table = language.words("attributive")
    if not table:
        return False
    if re.match(r"-an?-[a-z]", text[end:]):
        return True
    before = re.search(r"([^\W\d_]+|['’]s)\s$", text[max(0, start - 12) : start])
    after = re.match(r"[\s-]([a-z]{3,})", text[end:])
    if not before or not after:
        return False
    word = before[1].lower().replace("’", "'")
    if word in table["after"]:
        return after[1] not in table["not_before"]
    return word in table["after_definite"] and after[1] in table["definite_before"]


@cache
def _feminine_endings(language: Language) -> re.Pattern[str]:
    endings = language.words("agreement")["feminine_endings"]
    return re.compile(rf"(?:{'|'.join(endings)})$") if endings else re.compile(r"(?!)")


@cache
def _other_endings(language: Language) -> re.Pattern[str]:
    endings = language.words("agreement")["masculine_endings"]
    return re.compile(rf"(?:{'|'.join(endings)})$") if endings else re.compile(r"(?!)")
