"""Which currency a number is in, by the words and signs beside it."""

from podcaster.write.evidence.numerals import currencies, money_words, scales
from podcaster.write.evidence.reading.sentences import Passage

_OTHER_SENSES = frozenset({"real", "won", "crown", "rand", "livre", "pound", "lire"})
"""What is a currency only after a number or where a country is said."""
_LINKS = frozenset({"de", "d'", "of", "di", "-"})


def money_before(passage: Passage, at: int) -> tuple[str, int] | None:
    """A currency's code and the word where its mark begins."""
    if at == 0:
        return None
    table, words = currencies(), passage.words
    before = words[at - 1].lower
    if before in table.symbols:
        touching = at > 1 and words[at - 1].start == words[at - 2].end
        prefix = words[at - 2].lower.replace(".", "") if touching else ""
        if before == "$" and prefix in table.prefixes:
            return table.prefixes[prefix], at - 2
        return table.symbols[before], at - 1
    if before in table.codes and words[at - 1].text.isupper():
        return table.codes[before], at - 1
    return None


def money_after(passage: Passage, at: int) -> tuple[str, int] | None:
    """A currency's code and where its words end."""
    table, words = currencies(), passage.words
    step = at
    while step < len(words) and words[step].lower in _LINKS:
        step += 1
    if step >= len(words):
        return None
    word = words[step]
    if word.lower in table.symbols:
        return table.symbols[word.lower], step + 1
    if word.lower in table.codes and word.text.isupper():
        return table.codes[word.lower], step + 1
    adjective = table.nations.get(word.lemma) or table.nations.get(word.lower)
    if adjective and step + 1 < len(words) and _currency(passage, step + 1):
        return adjective, step + 2
    found = _currency(passage, step)
    if found is None:
        return None
    code, last = found
    after = words[last] if last < len(words) else None
    nation = after and (table.nations.get(after.lemma) or table.nations.get(after.lower))
    if nation and passage.lexicon.language != "en":
        return nation, last + 1
    return code, last


def _currency(passage: Passage, at: int) -> tuple[str, int] | None:
    words = passage.words
    for vocabulary, code in money_words(passage.lexicon.language):
        if length := vocabulary.length_at(words, at):
            before = words[at - 1] if at else None
            counted = before is not None and (
                before.kind == "number" or before.lower in scales(passage.lexicon)
            )
            if counted or words[at].lower not in _OTHER_SENSES or _is_national(passage, at - 1):
                return code, at + length
    return None


def _is_national(passage: Passage, at: int) -> bool:
    """Whether an adjective says whose crown or pound it is."""
    nations = currencies().nations
    return at >= 0 and (passage.words[at].lower in nations or passage.words[at].lemma in nations)
