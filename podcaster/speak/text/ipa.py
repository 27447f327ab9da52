"""The IPA that lexicons may use: what espeak-ng writes for the languages that are read."""

import re

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
