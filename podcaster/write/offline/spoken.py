"""Words for the ear instead of words for the page, and the last check before a piece is said."""

import re

from podcaster.write.offline.language import Language
from podcaster.write.offline.parsed import parsed
from podcaster.write.offline.split import has_verb
from podcaster.write.offline.text import balanced, protect, words

LONGEST, LONGEST_NEWS = 40, 45
"""Words that can be said in one breath of talk, and of a sentence that holds a story's news."""


def spoken(text: str, language: Language) -> str:
    """The table's spoken words put for its written ones, outside quotations."""
    for written, said in language.rewriting.spoken.items():
        end = "" if written.endswith("’") else r"(?![\w-])"
        pattern = language.pattern(rf"(?i)(?<![\w-]){re.escape(written)}{end}")

        def replacement(match: re.Match[str], said: str = said) -> str:
            return said[:1].upper() + said[1:] if match.group(0)[0].isupper() else said

        text = pattern.sub(replacement, text)
    return text


def sound(text: str, language: Language, cut: bool, longest: int = LONGEST) -> bool:
    """Whether it can be said as it stands: no more than `longest` words, nothing loose.

    `cut` says that it came out of a longer sentence by a rule that has seen to its verb.
    """
    count = len(words(text))
    if not 3 <= count <= longest or not balanced(text):
        return False
    if re.search(r"[#@|*<>\[\]{}⟦⟧]|https?:|\(|\)|,\.|\s--|:\.|\b(?:and|or|et|ou|y|o)\.$", text):
        return False
    denies = language.pattern(language.asking.patterns["denial"]).search(text)
    if cut or count > 6 or denies or has_verb(text, language):
        return True
    return parsed(text.rstrip("."), language) is not None


def finished(text: str, language: Language) -> str:
    """The line with its elisions and its spaces before marks as the language writes them."""
    held = protect(text)
    told = held.text
    for written, said in language.rewriting.finish.items():
        told = language.pattern(written).sub(said, told)
    told = re.sub(r"[ \t]{2,}", " ", told)
    told = re.sub(r"[ \t]+([,.])", r"\1", told)
    text = held.restore(told)
    for written, said in language.rewriting.typography.items():
        text = language.pattern(written).sub(said, text)
    return text
