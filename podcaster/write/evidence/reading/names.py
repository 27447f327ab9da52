"""The names in a text: runs of capitalised words that no sentence start explains."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcaster.write.evidence.places import aliases, first_names
from podcaster.write.evidence.reading.moments import Moment
from podcaster.write.evidence.reading.sentences import Passage
from podcaster.write.evidence.reading.words import Word

_LINKS = frozenset(
    "of de du des d' la le les l' von van der den bin al del della di da dos das do el".split()
    + "the for pour & y et and à sur".split()
)
_ARTICLES = frozenset({"le", "la", "les"})
"""What brings another name where it follows one with nothing between: `au Real la Ligue`."""
_FUNCTION_WORDS = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "VERB"})
_ENTRIES = frozenset('"“«‘(:–—-•…') | {"'"}


@dataclass(frozen=True)
class Name:
    """A name as it stands: words `first` to `last - 1`."""

    first: int
    last: int
    tokens: tuple[str, ...]
    """Its capitalised words, folded; linking words left out."""
    sure: bool
    """Whether capitals alone say that it's a name; otherwise it opens a sentence."""


def names(passage: Passage, dates: Sequence[Moment]) -> list[Name]:
    """In order, none overlapping another."""
    dated = frozenset(
        at for date in dates if date.kind != "clock" for at in range(date.first, date.last)
    ) | {
        at for at, word in enumerate(passage.words) if word in passage.lexicon.vocabulary("generic")
    }
    return [
        name for first, last in passage.bounds for name in _in_sentence(passage, first, last, dated)
    ]


def _in_sentence(passage: Passage, first: int, last: int, dated: frozenset[int]) -> Iterator[Name]:
    words = passage.words
    at = first
    shouted = _is_title_case(words[first:last])
    while at < last:
        if at in dated or not _opens(passage, at, first, shouted):
            at += 1
            continue
        end = _end(passage, at, last, dated)
        start = _without_common_opening(passage, at, end, first)
        if start < end:
            tokens = tuple(w.fold for w in words[start:end] if _is_capital(w))
            sure = not _positional(words, start, first) and not shouted
            yield Name(start, end, tokens, sure)
        at = end


def _is_title_case(sentence: Sequence[Word]) -> bool:
    """Whether nearly every word has a capital, as in a headline: then capitals say nothing."""
    counted = [word for word in sentence if word.kind == "word" and len(word.text) > 3]
    return len(counted) > 3 and sum(word.capital for word in counted) > 0.8 * len(counted)


def _is_capital(word: Word) -> bool:
    if word.kind == "code":
        return any(c.isupper() for c in word.text)
    inner = any(c.isupper() for c in word.text[1:]) and word.text[:1].islower()
    return word.kind == "word" and (word.capital or inner) and word.lower not in ("i", "'s")


def _positional(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether position alone would give this word its capital."""
    start = at
    while at > first and words[at - 1].text in _ENTRIES:
        touching = words[at - 1].end == words[at].start
        if words[at - 1].text in "-–—" and touching:
            return False
        if words[at - 1].text == '"' and not touching:
            return at < start
        at -= 1
    return at == first or at < start


def _opens(passage: Passage, at: int, first: int, shouted: bool) -> bool:
    word = passage.words[at]
    if not _is_capital(word):
        return False
    if _is_initial(passage.words, at):
        return True
    quoted_start = at > first and passage.words[at - 1].text in _ENTRIES
    if passage.lexicon.language == "de" and passage.lexicon.knows(word):
        return aliases().of(word.fold) is not None or word.fold in first_names()
    if not (_positional(passage.words, at, first) or quoted_start or shouted):
        return not (
            passage.lexicon.is_stop(word) and len(word.text) < 3 and not word.text.isupper()
        )
    if passage.lexicon.is_stop(word):
        return _acronym(word) and len(word.text) > 1 and word.lower not in ("a", "i")
    return _acronym(word) or not _is_function_word(passage, at)


def _is_function_word(passage: Passage, at: int) -> bool:
    """Whether the parse takes a word with a capital for one that never names anything."""
    grammar = passage.grammar
    return grammar is not None and grammar.parts[at] in _FUNCTION_WORDS


def _is_initial(words: Sequence[Word], at: int) -> bool:
    """`S.` of `S. Somanath`."""
    following = words[at + 1 : at + 3]
    return (
        len(words[at].text) == 1
        and len(following) == 2
        and following[0].text == "."
        and following[1].capital
    )


def _acronym(word: Word) -> bool:
    letters = word.text.replace(".", "")
    return len(letters) > 1 and letters.isalpha() and letters.isupper()


def _end(passage: Passage, at: int, last: int, dated: frozenset[int]) -> int:
    words = passage.words
    end = at + 1
    while end < last:
        word = words[end]
        if end in dated:
            break
        if _is_capital(word) and word.kind != "mark":
            end += 1
            continue
        if word.text == "." and len(words[end - 1].text) == 1 and words[end - 1].capital:
            end += 1
            continue
        if word.text in "-'’" and end + 1 < last and word.start == words[end - 1].end:
            if words[end + 1].start == word.end and _is_capital(words[end + 1]):
                end += 2
                continue
            break
        linked = _linked(words, end, last)
        if not linked or linked in dated:
            break
        end = linked + 1
    return end


def _linked(words: Sequence[Word], end: int, last: int) -> int:
    """The capitalised word that linking words (`of the`, `de la`, `d'`) lead to; 0 for none."""
    step = end
    while step < last and step < end + 3 and words[step].lower in (*_LINKS, "-"):
        step += 1
    if step == end or step >= last or not _is_capital(words[step]):
        return 0
    if any(
        word.lower in ("and", "et", "y", "the", "à", "sur", "for", "pour")
        for word in words[end:step]
    ):
        return 0
    if step == end + 1 and words[end].lower in _ARTICLES:
        return 0
    return step


def _belongs_to_name(passage: Passage, at: int, end: int) -> bool:
    """Whether the parse ties a word to the name that follows it, as `Delta` to `Air Lines`."""
    grammar = passage.grammar
    if grammar is None or at + 1 >= end or not passage.words[at + 1].capital:
        return False
    return grammar.parts[at] == "PROPN" and grammar.deps[at] in ("compound", "flat:name", "flat")


def _without_common_opening(passage: Passage, at: int, end: int, first: int) -> int:
    """Leaves out the words that have their capital from opening the sentence."""
    words, lexicon = passage.words, passage.lexicon
    if not _positional(words, at, first):
        return at
    word = words[at]
    if (
        _acronym(word)
        or _is_initial(words, at)
        or word.kind == "code"
        or word.fold in first_names()
    ):
        return at
    if aliases().of(word.fold) is not None:
        return at
    if not lexicon.knows(word) or _belongs_to_name(passage, at, end):
        return at
    following = at + 1
    while following < end and not _is_capital(words[following]):
        following += 1
    return following
