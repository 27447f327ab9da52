"""The IPA that lexicons may use: what espeak-ng writes for the languages that are read."""

import re

from podcaster.speak.text.language import Language

SYMBOLS = frozenset(
    "abcdefhijklmnopqrstuvwxyzɡɑɐɒæɓʙβɔɕçɖðʤəɚɛɜɝɞɟʄɠɥɦɧħɨɪʝɭɬɫɮɯɰɱŋɳɲɴøɸθœɶʘɹɺɾɻʁɽʂʃʈʧʊʋʌɣɤʍχʎʏʒʐʑʔᵻᵊ"
    "ˈˌː̩̃ʰʲ͡ "
)


def unknown_symbols(ipa: str) -> str:
    """Characters of `ipa` that no voice has a sound for, in order of appearance."""
    return "".join(dict.fromkeys(symbol for symbol in ipa if symbol not in SYMBOLS))


def strip_slashes(entry: str) -> str | None:
    """The IPA of an entry written between slashes; None for a respelling."""
    match = re.fullmatch(r"/([^/]+)/", entry.strip())
    return match[1] if match else None


TIED = ("tʃ", "dʒ", "ts", "dz", "eɪ", "aɪ", "ɔɪ", "aʊ", "oʊ", "əʊ")
"""Two letters that are one sound, in any of the languages that are read."""
TIE = "͡"


def in_accent(ipa: str, language: Language) -> str:
    """`ipa` as the language's region says it, by its `[accent]`, with its ties."""
    for general, regional in language.words("accent").items():
        ipa = ipa.replace(general, regional)
    return tied(ipa)


def tied(ipa: str) -> str:
    """`ipa` with a tie between the letters of one sound, so that no reader takes them for two."""
    for pair in TIED:
        ipa = ipa.replace(pair, f"{pair[0]}{TIE}{pair[1]}")
    return ipa
