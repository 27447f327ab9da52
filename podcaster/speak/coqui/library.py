"""Bringing in Coqui TTS, which is slow to import and particular about its neighbours."""

import sys
from functools import cache
from types import ModuleType
from typing import Any, NoReturn

from podcaster.errors import SpeakError

INSTALL = "pip install 'podcaster[coqui]'; docs/engines.md has the versions that go together."


@cache
def coqui_tts() -> Any:
    """The class `TTS.api.TTS`. Raises SpeakError naming what is missing."""
    try:
        _have_torchaudio()
        from TTS.api import TTS
    except ImportError as error:
        raise SpeakError(f"Coqui TTS can't be loaded: {error}.", INSTALL) from error
    return TTS


def _have_torchaudio() -> None:
    """Imports torchaudio, without its compiled part where that wants a GPU's libraries.

    torchaudio's wheels for Linux are linked against CUDA and don't load beside a CPU torch. What
    Coqui uses of it is Python alone, so a stand-in says that there is no compiled part.
    """
    try:
        import torchaudio
    except OSError:
        for name in [name for name in sys.modules if name.split(".")[0] == "torchaudio"]:
            del sys.modules[name]
        sys.modules["torchaudio._extension"] = _without_extension()
        import torchaudio  # noqa: F401


def _without_extension() -> ModuleType:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise RuntimeError("torchaudio's compiled part isn't loaded")

    def decorate(_: object) -> object:
        return refuse

    module = ModuleType("torchaudio._extension")
    module.__dict__.update(
        _IS_TORCHAUDIO_EXT_AVAILABLE=False,
        _IS_ALIGN_AVAILABLE=False,
        _check_cuda_version=lambda: None,
        fail_if_no_align=decorate,
    )
    return module
