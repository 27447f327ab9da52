"""espeak-ng's phonemes, through the shared library that comes as a package."""

import ctypes
import re
import threading
from functools import cache

from podcaster.errors import SpeakError

TIE = "^"
"""Joins the letters of one phoneme in what espeak returns, as in `a^ɪ`."""

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_UTF8 = 1
_IPA_WITH_TIES = 0x02 | 0x80 | (ord(TIE) << 8)
_LANGUAGE_FLAG = re.compile(r"\([a-z^-]+\)")
_LOCK = threading.Lock()
"""The library keeps its voice and its text in globals of its own."""


class _Voice(ctypes.Structure):
    """`espeak_VOICE` of speak_lib.h."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


def phonemes(text: str, language: str) -> str:
    """IPA with stress marks and ties for one clause without punctuation, words apart by spaces.

    Raises SpeakError for a language that espeak-ng doesn't have.
    """
    with _LOCK:
        library = _library()
        voice = _Voice(languages=language.encode())
        if library.espeak_SetVoiceByProperties(ctypes.byref(voice)) != 0:
            raise SpeakError(f"espeak-ng has no voice for the language {language!r}.")
        buffer = ctypes.create_string_buffer(text.replace("\0", " ").encode("utf-8", "replace"))
        rest = ctypes.c_void_p(ctypes.addressof(buffer))
        heard = []
        while rest.value:
            spoken = library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA_WITH_TIES)
            heard.append((spoken or b"").decode("utf-8"))
    return " ".join(_LANGUAGE_FLAG.sub("", " ".join(heard)).split())


@cache
def _library() -> ctypes.CDLL:
    import espeakng_loader

    try:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
    except OSError as error:
        raise SpeakError(
            f"espeak-ng's library can't be loaded: {error}.",
            "pip install --force-reinstall espeakng-loader",
        ) from error
    library.espeak_Initialize.argtypes = [
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_int,
    ]
    library.espeak_SetVoiceByProperties.argtypes = [ctypes.POINTER(_Voice)]
    library.espeak_TextToPhonemes.argtypes = [
        ctypes.POINTER(ctypes.c_void_p),
        ctypes.c_int,
        ctypes.c_int,
    ]
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    data = espeakng_loader.get_data_path().encode()
    if library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DONT_EXIT) <= 0:
        raise SpeakError(
            f"espeak-ng can't read its data in {data.decode()}.",
            "Its path may be too long: install into a folder with a shorter one.",
        )
    return library
