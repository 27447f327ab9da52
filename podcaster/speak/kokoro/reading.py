"""A line's text as pieces that can be planned: front end, phonemes, pauses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from podcaster.speak.kokoro import espeak
from podcaster.speak.kokoro.batches import Piece
from podcaster.speak.kokoro.dictionary import Dictionary
from podcaster.speak.kokoro.phonemes import Entry, Spelling, say
from podcaster.speak.markup import pause_seconds
from podcaster.speak.text import Lexicon, Spoken, verbalise

LANGUAGES = ("en-us", "en-gb", "fr", "es", "it", "pt-br")
"""Those whose phonemes are put into Kokoro's symbols here."""
_ESPEAK = {"fr": "fr-fr"}


@dataclass(frozen=True)
class Reading:
    """A line, ready to be planned."""

    written: tuple[Spoken, ...]
    """The written words in order, pauses left out; pieces point at them by index."""
    pieces: tuple[Piece, ...]


def read(
    text: str,
    language: str,
    lexicon: Lexicon | None = None,
    spell: Spelling | None = None,
    dictionary: Dictionary | None = None,
) -> Reading:
    """`language` is one of LANGUAGES. Nothing but marks and silence gives no pieces.

    `spell` puts IPA into a voice's symbols; Kokoro's own when None.
    """
    return read_words(verbalise(text, language, lexicon=lexicon), language, spell, dictionary)


def read_words(
    words: Sequence[Spoken],
    language: str,
    spell: Spelling | None = None,
    dictionary: Dictionary | None = None,
) -> Reading:
    """The same from words that are verbalised already."""
    written: list[Spoken] = []
    pieces: list[Piece] = []
    for part in _between_pauses(words):
        if isinstance(part, float):
            pieces.append(Piece(None, part))
            continue
        entries = [
            Entry(len(written) + index, word.spoken, word.ipa, word.language)
            for index, word in enumerate(part)
        ]
        written.extend(part)
        pieces.extend(Piece(said) for said in say(entries, language, _phonemise, spell, dictionary))
    return Reading(tuple(written), tuple(pieces))


def _between_pauses(words: Sequence[Spoken]) -> Iterator[list[Spoken] | float]:
    """Runs of words, and the seconds of each pause between them."""
    run: list[Spoken] = []
    for word in words:
        seconds = pause_seconds(word.text)
        if seconds is None:
            run.append(word)
            continue
        yield run
        yield seconds
        run = []
    yield run


def phonemes(pieces: Sequence[Piece]) -> str:
    """The symbols as one readable string."""
    return " ".join(
        piece.said.before + piece.said.symbols + piece.said.after
        if piece.said
        else f"[{piece.pause:g} s]"
        for piece in pieces
    )


@lru_cache(maxsize=8192)
def _phonemise(clause: str, language: str) -> str:
    return espeak.phonemes(clause, _ESPEAK.get(language, language))
