"""From written words to the 114 symbols that Kokoro reads, each word keeping its own.

espeak-ng reads a clause at a time, so that liaison, weak forms and linking are heard; its IPA is
then put into the symbols that the voices were trained with, by misaki's tables
(https://github.com/hexgrad/misaki, espeak.py).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from podcaster.speak.kokoro.alignment import share_out
from podcaster.speak.kokoro.dictionary import Dictionary
from podcaster.speak.kokoro.espeak import TIE

Phonemiser = Callable[[str, str], str]
"""(a clause, its language) -> IPA with ties, words apart by spaces."""
Spelling = Callable[[str, str], str]
"""(IPA with ties, its language) -> the symbols that a voice reads."""

ESPEAK = "espeak-ng"
OPENING = "“("
SENTENCE_MARKS = ".!?…"
CLAUSE_MARKS = ";:,—"

ARTICLE = "ɐ"
"""English "a" keeps its own symbol, as misaki writes it; other weak vowels become `ə`."""

_MARKS = str.maketrans(
    {
        "«": "“",
        "»": "”",
        "„": "“",
        "‟": "“",
        "–": "—",
        "―": "—",
        "[": "(",
        "]": ")",
        "¿": None,
        "¡": None,
        "’": "'",
        "\u00a0": " ",
        "\u202f": " ",
    }
)
_PIECE = re.compile(r"(\.{2,}|…)|([;:,.!?—“”\"()])|((?:[^\s;:,.!?—…“”\"()]|(?<=\w)[.,:](?=\w))+)")
_EDGES = "'-‐‑_*/\\|<>~^`"


@dataclass(frozen=True)
class Entry:
    """One written word as the front end hands it over."""

    index: int
    """Its place among the line's written words, from 0."""
    spoken: str
    """What is said, punctuation attached; empty where nothing is."""
    ipa: str | None = None
    """A pronunciation that is fixed, in IPA; words apart by spaces."""
    language: str | None = None
    """The language it's read by, where that isn't the line's own."""


@dataclass(frozen=True)
class Said:
    """One spoken word in Kokoro's symbols."""

    written: int
    """The written word that it belongs to; several spoken words may belong to one."""
    before: str
    """Opening marks that stand before it."""
    symbols: str
    after: str
    """Punctuation that closes it."""
    source: str
    """Where they come from: `lexicon`, `misaki`, `espeak-ng` or `espeak-ng <language>`."""


def say(
    entries: Iterable[Entry],
    language: str,
    phonemise: Phonemiser,
    spell: Spelling | None = None,
    dictionary: Dictionary | None = None,
) -> tuple[Said, ...]:
    """The words in order. Punctuation that stands alone goes to the word before it.

    `spell` puts IPA into symbols; Kokoro's own when None. What `dictionary` holds is read by it.
    """
    said: list[Said] = []
    for clause in _clauses(entries):
        listed = dictionary([spelled.word for spelled in clause]) if dictionary else ()
        spoken = _say_clause(clause, language, phonemise, spell or to_symbols)
        said.extend(map(_from_dictionary, spoken, listed) if listed else spoken)
    return tuple(said)


def _from_dictionary(said: Said, symbols: str | None) -> Said:
    """As the dictionary says it, unless something is fixed or another language reads it."""
    if symbols is None or said.source != ESPEAK:
        return said
    return replace(said, symbols=symbols, source="misaki")


@dataclass(frozen=True)
class _Spelled:
    entry: Entry
    word: str
    before: str = ""
    after: str = ""


def _clauses(entries: Iterable[Entry]) -> list[list[_Spelled]]:
    """Spoken words by clause; a clause ends at a mark that espeak-ng would pause at."""
    clauses: list[list[_Spelled]] = [[]]
    opening = ""
    for entry in entries:
        for word, mark in _pieces(entry.spoken):
            if word:
                clauses[-1].append(_Spelled(entry, word, before=opening))
                opening = ""
            elif mark in OPENING:
                opening += mark
            else:
                last = clauses[-1] or (clauses[-2] if len(clauses) > 1 else None)
                if last:
                    last[-1] = replace(last[-1], after=_closed(last[-1].after, mark))
                    if clauses[-1] and mark in SENTENCE_MARKS + CLAUSE_MARKS:
                        clauses.append([])
    return [clause for clause in clauses if clause]


def _closed(marks: str, mark: str) -> str:
    """One pausing mark a word is enough; the stronger one stays."""
    if marks and marks[-1] in CLAUSE_MARKS and mark in SENTENCE_MARKS + CLAUSE_MARKS:
        return marks[:-1] + mark
    return marks if marks.endswith(mark) else marks + mark


def _pieces(spoken: str) -> list[tuple[str, str]]:
    """(word, "") and ("", mark) in order."""
    text = unicodedata.normalize("NFC", spoken).translate(_MARKS)
    pieces: list[tuple[str, str]] = []
    quotes = 0
    for ellipsis, mark, run in _PIECE.findall(text):
        if ellipsis:
            pieces.append(("", "…"))
        elif mark == '"':
            pieces.append(("", "“" if text.lstrip().startswith('"') and not quotes else "”"))
            quotes += 1
        elif mark:
            pieces.append(("", mark))
        elif word := run.strip(_EDGES):
            pieces.append((word, ""))
        elif set(run) <= set("-‐‑"):
            pieces.append(("", "—"))
    return pieces


def _say_clause(
    clause: Sequence[_Spelled], language: str, phonemise: Phonemiser, spell: Spelling
) -> Iterable[Said]:
    heard = [
        spell(word, language)
        for word in _read([spelled.word for spelled in clause], language, phonemise)
    ]
    fixed = _fixed_parts(clause)
    for spelled, symbols, ipa in zip(clause, heard, fixed, strict=True):
        entry, source = spelled.entry, ESPEAK
        if ipa is not None:
            symbols, source = " ".join(spell(part, language) for part in ipa), "lexicon"
        elif entry.language and entry.language != language:
            symbols = spell(phonemise(spelled.word, entry.language), entry.language)
            source = f"espeak-ng {entry.language}"
        yield Said(entry.index, spelled.before, symbols, spelled.after, source)


def _fixed_parts(clause: Sequence[_Spelled]) -> list[list[str] | None]:
    """For each spoken word, its share of its entry's fixed pronunciation; the last takes the rest.

    None where nothing is fixed.
    """
    parts: list[list[str] | None] = []
    for index, spelled in enumerate(clause):
        if spelled.entry.ipa is None:
            parts.append(None)
            continue
        own = [other for other in clause if other.entry is spelled.entry]
        place = sum(other.entry is spelled.entry for other in clause[:index])
        sounds = spelled.entry.ipa.split()
        parts.append(sounds[place:] if place == len(own) - 1 else sounds[place : place + 1])
    return parts


def _read(words: Sequence[str], language: str, phonemise: Phonemiser) -> list[str]:
    """Each word's IPA, as it sounds in its clause."""
    groups = phonemise(" ".join(words), language).split()
    alone = [phonemise(word, language).replace(" ", "") for word in words]
    return groups if groups == alone else share_out(groups, alone)


_ENGLISH = (
    ("ʔˌn\u0329", "ʔn"),
    ("ʔn\u0329", "ʔn"),
    ("a^ɪ", "I"),
    ("a^ʊ", "W"),
    ("d^ʒ", "ʤ"),
    ("e^ɪ", "A"),
    ("t^ʃ", "ʧ"),
    ("ɔ^ɪ", "Y"),
    ("ə^l", "ᵊl"),
    ("ʲo", "jo"),
    ("ʲə", "jə"),
    ("ʲ", ""),
    ("ɚɹ", "əɹ"),
    ("e^ə", "ɛː"),
    ("i^ə", "iə"),
    ("o^ʊ", "O"),
    ("ə^ʊ", "Q"),
    ("ɚ", "əɹ"),
    ("r", "ɹ"),
    ("x", "k"),
    ("ç", "k"),
    ("ɐ", "ə"),
    ("ɬ", "l"),
    ("\u0303", ""),
)
_AMERICAN = (("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("ː", ""))
_BRITISH = (("iə", "ɪə"),)
_ENGLISH_LAST = (("ɾ", "T"), ("ʔ", "t"))
_OTHER = (
    ("a^ɪ", "I"),
    ("a^ʊ", "W"),
    ("d^z", "ʣ"),
    ("d^ʒ", "ʤ"),
    ("e^ɪ", "A"),
    ("o^ʊ", "O"),
    ("ə^ʊ", "Q"),
    ("s^s", "S"),
    ("t^s", "ʦ"),
    ("t^ʃ", "ʧ"),
    ("ɔ^ɪ", "Y"),
)


def to_symbols(ipa: str, language: str) -> str:
    """IPA (with or without ties) in the symbols that the language's voices were trained with."""
    if ipa == ARTICLE:
        return ARTICLE
    ipa = unicodedata.normalize("NFD", ipa).replace("\u0361", TIE).replace("g", "ɡ")
    ipa = ipa.replace("c\u0327", "ç")
    if not language.startswith("en"):
        return _replaced(ipa, _OTHER).replace(TIE, "").replace("-", "")
    bare_e = re.compile(rf"e(?!{re.escape(TIE)})")
    ipa = _replaced(ipa, _ENGLISH)
    ipa = bare_e.sub("A", ipa)
    ipa = re.sub("(\\S)\u0329", r"ᵊ\1", ipa)
    ipa = _replaced(ipa, _BRITISH if language == "en-gb" else _AMERICAN).replace("ɹɹ", "ɹ")
    return _replaced(ipa, _ENGLISH_LAST).replace("o", "ɔ").replace(TIE, "").replace("-", "")


def _replaced(text: str, table: Iterable[tuple[str, str]]) -> str:
    for old, new in table:
        text = text.replace(old, new)
    return text
