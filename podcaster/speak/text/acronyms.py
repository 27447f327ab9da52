"""Acronyms: said as words (NATO), letter by letter (FBI), and names mixed of letters and digits."""

import re
from collections.abc import Iterator, Sequence

from podcaster.speak.text.language import Language
from podcaster.speak.text.numbers import english_plural, quantity, year
from podcaster.speak.text.spoken import Reading

VOWELS = "AEIOUYÀÂÉÈÊÍÓÚ"
SHORT_WORD = r"c?(?:vc{1,2})+v?|(?:cv)+c?"
LONG_WORD = r"c{0,2}(?:v{1,3}c{1,2})+v?"
"""Vowels and consonants as they take turns in what can be said as a word."""
SHOUTING = 0.6
"""Share of capitals above which a line is a shout, and its short words aren't acronyms."""


def spell(letters: str, language: Language) -> str:
    """Letters joined so that a voice names each one: `F.B.I`.

    No full stop stands at the end, where it would be taken for the end of a sentence.
    """
    if len(letters) == 1:
        return str(language.words("letters").get(letters.upper(), letters.upper()))
    return ".".join(letters.upper())


def letters_ipa(letters: str, language: Language) -> str | None:
    """The names of the letters as one word, stressed on the last; None without a table."""
    table = language.words("letter_ipa")
    if not table or not all(letter in table for letter in letters.upper()):
        return None
    names = [str(table[letter]) for letter in letters.upper()]
    weak = [_stressed(name, "ˌ") for name in names[:-1]]
    return "".join([*weak, _stressed(names[-1], "ˈ")])


def _stressed(name: str, mark: str) -> str:
    """The mark stands before the vowel, as in espeak-ng's IPA, which the voices learned from."""
    return re.sub(r"(?=[aeiouyøœɑɐɛɪɔəʌʊ])", mark, name, count=1)


def is_word(acronym: str, language: Language) -> bool:
    """Whether an acronym is said as a word: by the table, else by its shape."""
    if acronym in language.names("acronyms", "words"):
        return True
    if acronym in language.names("acronyms", "letters") or len(acronym) <= 3:
        return False
    shape = "".join("v" if letter in VOWELS else "c" for letter in acronym)
    long = len(acronym) >= 5
    return bool(re.fullmatch(LONG_WORD if long else SHORT_WORD, shape))


def read_acronyms(text: str, language: Language) -> Iterator[Reading]:
    """Runs of two or more capitals, dotted or not, with a plural or possessive ending."""
    for match in re.finditer(r"(?<![\w.])((?:[A-Z]\.){2,})(['’]s)?(?!\w)", text):
        letters = match[1].replace(".", "")
        stop = "." if not text[match.end() :].strip(" \"”’')") else ""
        yield _spelled(match, letters, (match[2] or "").replace("’", "'"), language, stop)
    known = language.names("acronyms", "words") + language.names("acronyms", "letters")
    shouting = _is_shouting(text, known)
    for match in re.finditer(r"(?<![\w.])([A-Z]{1,3})&([A-Z]{1,3})(s?)(?!\w)", text):
        halves = (spell(match[1], language), str(language.words("symbols")["&"]))
        said = f"{' '.join(halves)} {spell(match[2], language)}{match[3]}"
        yield Reading(*match.span(), (said,), "acronym")
    for match in re.finditer(r"(?<![^\W_])([A-ZÉ]{2,8})(s|['’]s)?(?![^\W_])", text):
        letters, ending = match[1], (match[2] or "").replace("’", "'")
        loud = shouting or _among_shouts(text, *match.span())
        if letters not in known and (loud or letters in language.names("acronyms", "shouted")):
            if letters in language.names("acronyms", "shouted") or loud:
                yield Reading(*match.span(), (match[0].lower(),), "shouted")
            continue
        if is_word(letters, language):
            yield Reading(*match.span(), (letters.capitalize() + ending,), "acronym")
        else:
            yield _spelled(match, letters, ending, language)


def read_mixed(text: str, language: Language) -> Iterator[Reading]:
    """Names of letters and digits: H-100, GPT-4, 5G, F-16, COVID-19, iPhone 15."""
    pattern = r"(?<![\w.,])(?=[\w.+-]*\d)(?=[\w.+-]*[^\W\d_])[^\W_]+(?:[-.]?[^\W_]+)*\+?(?!\w)"
    for match in re.finditer(pattern, text):
        # Ordinary words on a hyphen, as in "3-year", aren't names.
        if re.search(r"-[a-zà-ÿ]{2,}", match[0]):
            continue
        pieces = re.findall(r"\d+(?:\.\d+)?|[^\W\d_]+|\+", match[0])
        plural = len(pieces) > 1 and pieces[-1] == "s" == language.words("acronyms")["plural"]
        words = [_piece(piece, language) for piece in (pieces[:-1] if plural else pieces)]
        if plural:
            words[-1] = english_plural(words[-1])
        yield Reading(*match.span(), (" ".join(word for word in words if word),), "mixed")


def _piece(piece: str, language: Language) -> str:
    if piece == "+":
        return language.word("plus")
    if piece[0].isdecimal():
        if len(piece) == 4 and piece.isdecimal():
            return year(int(piece), language)
        if "." in piece and language.words("marks")["decimal"] != ".":
            return f" {language.word('version')} ".join(
                quantity(half, language) for half in piece.split(".")
            )
        return quantity(piece, language)
    if piece.isupper() and not is_word(piece, language):
        return spell(piece, language)
    if piece.isupper():
        return piece.capitalize()
    if len(piece) == 1:
        return spell(piece, language)
    return piece


def _spelled(
    match: re.Match[str], letters: str, ending: str, language: Language, stop: str = ""
) -> Reading:
    plural = str(language.words("acronyms").get("plural", ""))
    ipa = letters_ipa(letters, language)
    if ending and not plural:
        ending = ""
    if ending and ipa:
        ipa += "s" if letters[-1] in "FHKPTX" and letters[-1] not in "FX" else "z"
        if letters[-1] in "SXFHMNLR":
            ipa = ipa[:-1] + {"S": "ᵻz", "X": "ᵻz", "F": "s", "H": "ᵻz"}.get(letters[-1], "z")
    said = spell(letters, language) + ending + stop
    return Reading(*match.span(), (said,), "acronym", (ipa,) if ipa else ())


def _among_shouts(text: str, start: int, end: int) -> bool:
    """Whether a long word in capitals stands next to this one: `the QUIET CAR`."""
    before = re.search(r"[A-Z]{5,}\s+$", text[:start])
    after = re.match(r"\s+[A-Z]{5,}(?![\w])", text[end:])
    long = end - start >= 5 and re.match(r"\s+[A-Z]{2,}(?!\w)", text[end:])
    return bool(before or after or long)


def _is_shouting(text: str, known: Sequence[str]) -> bool:
    """Acronyms that are known don't count: a list of them isn't a shout."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in known]
    letters = "".join(words)
    capitals = sum(letter.isupper() for letter in letters)
    return len(words) > 2 and capitals > SHOUTING * len(letters)
