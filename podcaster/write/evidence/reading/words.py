"""Text cut into words that know their place, their lemma and their stem."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

WordKind = Literal["word", "number", "code", "mark"]

_DATA = Path(__file__).parent.parent / "data"
_LETTERS = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
    (?P<code>(?<!\d)(?<!\d-)(?!(?:{_LETTERS}+-)?in-\d)(?!(?:mid|post|pre|early|late|mi|ex)-\d)
        {_LETTERS}+(?:-{_LETTERS}+)*-?(?<!\$)\d+(?:-?\w+)*)
  | (?P<number>\d{{1,3}}(?:[   ]\d{{3}})+(?!\d)(?:[.,]\d+)?
      | \d+(?:[.,'’]\d+)*)
  | (?P<dotted>(?:[A-Za-z]\.){{2,}})
  | (?P<negated>n['’]t\b)
  | (?P<elided>(?:[ldjmtsncLDJMTSNC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Dd]ell|[Nn]ell|[Dd]all
      |[Aa]ll|[Uu]n|[Ss]ull)['’](?={_LETTERS}|\d))
  | (?P<clitic>['’](?:s|ll|re|ve|d|m)\b)
  | (?P<word>{_LETTERS}+?(?=n['’]t\b)
      | {_LETTERS}+(?:['’](?!(?:s|t|ll|re|ve|d|m)\b){_LETTERS}+)*)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_IRREGULAR = {
    ("en", "wo"): "will",
    ("en", "ca"): "can",
    ("en", "sha"): "shall",
    ("en", "rose"): "rise",
    ("en", "found"): "find",
    ("en", "left"): "leave",
    ("en", "won"): "win",
    ("en", "lay"): "lie",
    ("en", "an"): "a",
    ("fr", "plu"): "plaire",
    ("fr", "tu"): "tu",
    ("fr", "née"): "naître",
    ("fr", "né"): "naître",
    ("fr", "nés"): "naître",
}
"""What the dictionary reads as another, rarer word."""
_LEMMATISED = frozenset({"en", "fr", "es", "it", "pt", "de", "nl"})
_STEMMERS = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "de": "german",
    "nl": "dutch",
}


@dataclass(frozen=True)
class Word:
    """A word, a number or a mark, with its place in the text: `text[start:end]`."""

    text: str
    start: int
    end: int
    kind: WordKind
    lower: str
    """Lower case, accents kept, apostrophes straight."""
    fold: str
    """Lower case without accents: how names are compared."""
    lemma: str
    stem: str
    """The stem of the lemma, without accents: how content words are compared."""

    @property
    def is_mark(self) -> bool:
        return self.kind == "mark"

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def fold(text: str) -> str:
    """Lower case without accents; typographic apostrophes become straight ones."""
    lowered = text.casefold().replace("’", "'").replace("œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def primary(language: str) -> str:
    """`en` of `en-gb`."""
    return language.partition("-")[0].lower()


def words(text: str, language: str) -> tuple[Word, ...]:
    """Every word, number and mark of the text, in order."""
    tongue = primary(language)
    found = []
    for match in _TOKEN.finditer(text):
        group = match.lastgroup or "mark"
        kind: WordKind = (
            "number"
            if group == "number"
            else "code"
            if group == "code"
            else "mark"
            if group == "mark"
            else "word"
        )
        form = match.group()
        lower = form.lower().replace("’", "'")
        lemma, stem = (lower, fold(form)) if kind != "word" else lemma_and_stem(lower, tongue)
        found.append(Word(form, match.start(), match.end(), kind, lower, fold(form), lemma, stem))
    return tuple(found)


@lru_cache(maxsize=100_000)
def lemma_and_stem(lower: str, language: str) -> tuple[str, str]:
    """Of one word form in lower case; the form itself where the language has no dictionary."""
    import simplemma

    if lower == "n't":
        return "not", "not"
    if language not in _LEMMATISED:
        return lower, stem(lower, language)
    lower = _IRREGULAR.get((language, lower), lower)
    lower = _participles().get(lower, lower) if language == "fr" else lower
    lemma = str(simplemma.lemmatize(lower, lang=language)).lower()
    if language == "fr":
        lemma = _infinitive(lemma)
    return lemma, stem(lemma, language)


@cache
def _participles() -> Mapping[str, str]:
    """From a French participle that the dictionary doesn't know as one to its verb."""
    table = tomllib.loads((_DATA / "participles.toml").read_text("utf-8"))
    return {form: verb for verb, forms in table.items() for form in forms.split()}


def _infinitive(lemma: str) -> str:
    """Of a French participle that the dictionary takes for a noun or an adjective: `tué` is
    `tuer`, `battue` is `battre`, `dominant` is `dominer`."""
    import simplemma

    base = lemma.removesuffix("s")
    base = base[:-1] if base.endswith(("ée", "ue", "ie", "ise", "ite")) else base
    if base.endswith("é") and is_known(base[:-1] + "er", "fr"):
        return base[:-1] + "er"
    if base.endswith("ant") and is_known(base[:-3] + "er", "fr"):
        return base[:-3] + "er"
    if base != lemma:
        masculine = str(simplemma.lemmatize(base, lang="fr"))
        if masculine != base and masculine.endswith(("re", "ir", "er")):
            return masculine
    return lemma


@lru_cache(maxsize=100_000)
def stem(lemma: str, language: str) -> str:
    import snowballstemmer

    if language not in _STEMMERS:
        return fold(lemma)
    stemmer = snowballstemmer.stemmer(_STEMMERS[language])
    return fold(str(stemmer.stemWord(lemma)))


@lru_cache(maxsize=100_000)
def is_known(lower: str, language: str) -> bool:
    """Whether a dictionary has this form, so that a capital may be mere position."""
    import simplemma

    return primary(language) in _LEMMATISED and bool(
        simplemma.is_known(lower, lang=primary(language))
    )
